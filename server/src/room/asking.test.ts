import { frameType, syncType } from '@board/shared/protocol/frames';
import { limits } from '@board/shared/protocol/limits';
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { RoomDirectory } from '../ports.ts';
import { trials } from '../trials.fixture.ts';
import { unmetered } from '../unmetered.fixture.ts';
import { group, Hand, ManualClock, ManualLog, quiet } from './room.fixture.ts';
import { openRooms } from './rooms.ts';

/** More than a third and less than half of what is walked at once for one person. */
const pieces = Math.floor(limits.structsAnswered / 2.8);

let clock: ManualClock;
let rooms: RoomDirectory;

beforeEach(async () => {
  const doc = new Y.Doc();
  const list = doc.getArray<number>('list');
  doc.transact(() => {
    for (let at = 0; at < pieces; at++) list.insert(0, [at]);
  });
  const log = new ManualLog();
  clock = new ManualClock();
  const state = Y.encodeStateAsUpdate(doc);
  await log.append([{ author: null, body: { kind: 'document', document: group, generation: 1, state } }]);
  rooms = openRooms({ log, clock, journal: quiet, meter: unmetered, trials, generation: () => 1 });
});

/** A page that counts answers and makes nothing of them. */
class Asker extends Hand {
  #answers = 0;

  override send(frames: readonly Uint8Array[]): void {
    for (const [type, kind] of frames) if (type === frameType.sync && kind === syncType.answer) this.#answers += 1;
  }

  /** Asks as a page does that has some of the words of a person without a name. */
  ask(clockOfOther: number): void {
    this.say({ type: 'state-vector', stateVector: Y.encodeStateVector(new Map([[7, clockOfOther]])) });
  }

  /** How many came since this was last asked. */
  answers(): number {
    const count = this.#answers;
    this.#answers = 0;
    return count;
  }
}

const pages = (count: number): Promise<Asker[]> =>
  Promise.all(Array.from({ length: count }, () => new Asker('ann').join(rooms)));

test('WI99 of a large document one person is answered so much at once; of what a page asks beyond that the last is answered later, and it is not closed', async () => {
  const page = await new Asker('ann').join(rooms);
  for (let at = 1; at < limits.stateAsks; at++) page.ask(at);
  expect(page.answers()).toBe(2);
  page.write('meanwhile');
  await clock.pass(10_000);
  expect([page.answers(), page.closed]).toEqual([1, null]);
  expect(await rooms.read(group, (doc) => doc.getText('text').toString())).toBe('meanwhile');
});

test('WI99 each of a person’s pages is answered, and others do not wait for them', async () => {
  const tabs = await pages(6);
  for (const [at, tab] of tabs.entries()) tab.ask(at + 1);
  expect(tabs.map((tab) => tab.answers())).toEqual([1, 1, 0, 0, 0, 0]);
  const bo = await new Asker('bo').join(rooms);
  bo.ask(1);
  expect(bo.answers()).toBe(1);
  tabs[5]!.close('stopping');
  await clock.pass(10_000);
  expect(tabs.map((tab) => tab.answers())).toEqual([0, 0, 1, 1, 1, 0]);
});

test('WI99 what everybody asks alike is answered once for all', async () => {
  const tabs = await pages(30);
  for (const tab of tabs) tab.ask(1);
  expect(tabs.map((tab) => tab.answers())).toEqual(tabs.map(() => 1));
});
