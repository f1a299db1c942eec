import { expect, test } from 'vitest';
import { Backlog, type Reader } from './backlog.ts';

/** Somebody who reads when a test says so. */
class Hand implements Reader {
  waiting = 0;
  isGone = false;
  readonly #backlog: Backlog;

  constructor(backlog: Backlog) {
    this.#backlog = backlog;
  }

  get(message: Buffer): void {
    if (this.isGone) return;
    this.waiting += message.byteLength;
    this.#backlog.note(this, message);
  }

  read(bytes: number): void {
    this.waiting -= bytes;
  }

  letGo(): void {
    this.isGone = true;
  }
}

const most = 100_000;
const of = (size: number): Buffer => Buffer.alloc(size);
const crowd = (backlog: Backlog, count: number): Hand[] => Array.from({ length: count }, () => new Hand(backlog));
const gone = (hands: readonly Hand[]): boolean[] => hands.map(({ isGone }) => isGone);

test('WI104 What waits for all readers together is limited: those who hold most go, the others stay', () => {
  const backlog = new Backlog(most);
  const [small, other, large, larger] = crowd(backlog, 4) as [Hand, Hand, Hand, Hand];
  small.get(of(10_000));
  other.get(of(10_000));
  large.get(of(30_000));
  larger.get(of(40_000));
  expect(gone([small, other, large, larger])).toEqual([false, false, false, false]);
  small.get(of(12_000));
  expect(gone([small, other, large, larger])).toEqual([false, false, false, true]);
  other.get(of(39_000));
  expect(gone([small, other, large, larger])).toEqual([false, true, false, true]);
});

test('WI104 What many wait for counts once, and in parts: a hall on a slow network is not dropped for one who hoards', () => {
  const backlog = new Backlog(most);
  const hall = crowd(backlog, 50);
  const shared = of(60_000);
  for (const hand of hall) hand.get(shared);
  const hoarder = new Hand(backlog);
  hoarder.get(of(20_000));
  expect(gone(hall)).not.toContain(true);
  hoarder.get(of(20_000));
  expect([hoarder.isGone, ...gone(hall)]).toEqual([true, ...hall.map(() => false)]);
});

test('WI104 What was read does not count, nor what those had who are gone; many small messages count for more than their bytes', () => {
  const backlog = new Backlog(most);
  const [reader, leaver, hoarder] = crowd(backlog, 3) as [Hand, Hand, Hand];
  for (let turn = 0; turn < 20; turn++) {
    reader.get(of(50_000));
    reader.read(50_000);
    leaver.get(of(80_000));
    backlog.forget(leaver);
    leaver.waiting = 0;
  }
  expect(gone([reader, leaver])).toEqual([false, false]);
  for (let turn = 0; turn < 1_000 && !hoarder.isGone; turn++) hoarder.get(of(1));
  expect(gone([reader, leaver, hoarder])).toEqual([false, false, true]);
});
