import { coverNewPaper, newStampSecret, uncover } from '@board/shared/consensus/paper';
import { newId, type PersonId, type VoteId } from '@board/shared/ids';
import { expect, test } from 'vitest';
import { systemClock } from '../adapters/system-clock.ts';
import type { Journal, SheetStore } from '../ports.ts';
import { BallotBoxes } from './ballot-boxes.ts';
import { Refusal } from './refusal.ts';
import type { VoteState } from './votes-fold.ts';

const journal: Journal = { info: () => {}, warn: () => {}, error: () => {} };
const tools = { clock: systemClock(), journal };
const allowed = (): void => {};
const agree = { position: 'agree', reason: '' } as const;
const block = { position: 'block', reason: 'No.' } as const;

/** Sheets whose writes end when the test says so. */
class SlowSheets implements SheetStore {
  readonly stored = new Map<string, Uint8Array>();
  readonly waiting: { done: () => void; fail: () => void }[] = [];
  writes = 0;

  async write(sheets: ReadonlyMap<string, Uint8Array | null>): Promise<void> {
    this.writes += 1;
    await new Promise<void>((done, fail) => this.waiting.push({ done, fail: () => fail(new Error('disk full')) }));
    for (const [name, bytes] of sheets) {
      if (bytes) this.stored.set(name, bytes);
      else this.stored.delete(name);
    }
  }

  async readAll(): Promise<Map<string, Uint8Array>> {
    return new Map(this.stored);
  }

  async end(how: 'done' | 'fail' = 'done'): Promise<void> {
    await expect.poll(() => this.waiting.length).toBeGreaterThan(0);
    this.waiting.shift()![how]();
  }
}

function openState(id: VoteId, secrecy: 'secret' | 'open'): VoteState {
  return { vote: { id, secrecy }, roll: new Set(), closed: null } as unknown as VoteState;
}

async function prepared(secrecy: 'secret' | 'open' = 'open') {
  const sheets = new SlowSheets();
  const boxes = await BallotBoxes.load(sheets, new Map(), tools);
  const vote = newId<VoteId>();
  const ready = boxes.prepare(vote, secrecy);
  await sheets.end();
  await ready;
  return { sheets, boxes, vote };
}

test('VO43 Ballots that come while a write is under way share the next one, and count when it is durable', async () => {
  const { sheets, boxes, vote } = await prepared();
  const people = Array.from({ length: 20 }, () => newId<PersonId>());
  const first = boxes.castNamed(vote, people[0]!, agree);
  await expect.poll(() => sheets.waiting.length).toBe(1);
  const others = people.slice(1).map((person) => boxes.castNamed(vote, person, agree));
  expect(boxes.turnout(vote).all).toBe(0);
  await sheets.end();
  await first;
  expect(boxes.turnout(vote).all).toBe(1);
  await sheets.end();
  await Promise.all(others);
  expect(boxes.turnout(vote).all).toBe(20);
  expect(sheets.writes).toBe(3);
});

test('VO44 A failed write takes out its own ballots and no others', async () => {
  const { sheets, boxes, vote } = await prepared();
  const [ana, ben] = [newId<PersonId>(), newId<PersonId>()];
  const before = boxes.castNamed(vote, ana, agree);
  await sheets.end();
  await before;
  const lost = boxes.castNamed(vote, ana, block);
  await expect.poll(() => sheets.waiting.length).toBe(1);
  const kept = boxes.castNamed(vote, ben, agree);
  await sheets.end('fail');
  await expect(lost).rejects.toMatchObject({ code: 'not-stored' });
  await sheets.end();
  await kept;
  expect([...(await boxes.seal(vote)).ballots.values()]).toEqual([agree, agree]);
});

test('VO45 Sealing waits for the ballots on their way and takes no more', async () => {
  const { sheets, boxes, vote } = await prepared();
  const onItsWay = boxes.castNamed(vote, newId<PersonId>(), agree);
  const sealed = boxes.seal(vote);
  await expect(boxes.castNamed(vote, newId<PersonId>(), agree)).rejects.toMatchObject({ code: 'vote-closed' });
  await sheets.end();
  await onItsWay;
  expect((await sealed).ballots.size).toBe(1);
});

test('VO46 Sheets of votes that were closed or never opened are destroyed at the next start; other sheets stay', async () => {
  const { sheets, boxes, vote } = await prepared('secret');
  sheets.stored.set('other/sheet', new Uint8Array(1));
  expect([...sheets.stored.keys()].sort()).toEqual(
    ['box', 'hand', 'roll', 'stamp']
      .map((kind) => `${kind}/${vote}`)
      .concat('other/sheet')
      .sort(),
  );
  const paper = coverNewPaper();
  const collecting = boxes.collect(vote, newId<PersonId>(), paper.covered, allowed);
  await sheets.end();
  const stamped = await collecting;
  const again = await BallotBoxes.load(sheets, new Map([[vote, openState(vote, 'secret')]]), tools);
  const casting = again.castSecret(vote, uncover(paper, stamped), agree, allowed);
  await sheets.end();
  await casting;
  expect(again.turnout(vote).all).toBe(1);
  const loading = BallotBoxes.load(sheets, new Map(), tools);
  await sheets.end();
  await loading;
  expect([...sheets.stored.keys()]).toEqual(['other/sheet']);
});

test('VO42 A paper or a ballot whose turn comes when it is no longer allowed is not stored', async () => {
  const { sheets, boxes, vote } = await prepared('secret');
  const paper = coverNewPaper();
  let isClosed = false;
  const isAllowed = (): void => {
    if (isClosed) throw new Refusal('workshop-closed');
  };
  const whenClosed = async (asking: Promise<unknown>): Promise<void> => {
    isClosed = true;
    await expect(asking).rejects.toMatchObject({ code: 'workshop-closed' });
    isClosed = false;
  };
  const person = newId<PersonId>();
  await whenClosed(boxes.collect(vote, person, paper.covered, isAllowed));
  const collecting = boxes.collect(vote, person, paper.covered, isAllowed);
  await sheets.end();
  const stamped = await collecting;
  await whenClosed(boxes.castSecret(vote, uncover(paper, stamped), agree, isAllowed));
  expect([sheets.waiting.length, boxes.turnout(vote).all]).toEqual([0, 0]);
});

test.each([
  ['stamp', null],
  ['roll', null],
  ['box', null],
  ['roll', '{}'],
  ['box', '[["a","maybe",""]]'],
  ['box', '[["a"'],
])('VO47 A missing or damaged sheet of an open vote (%s: %s) is never taken for an empty one', async (kind, text) => {
  const { sheets, vote } = await prepared('secret');
  const name = `${kind}/${vote}`;
  if (text === null) sheets.stored.delete(name);
  else sheets.stored.set(name, new TextEncoder().encode(text));
  await expect(BallotBoxes.load(sheets, new Map([[vote, openState(vote, 'secret')]]), tools)).rejects.toThrow();
});

test('VO48 A crowd that asks for more sums than can be done is told to come back, and those before it are served', async () => {
  const { boxes, vote } = await prepared('secret');
  const paper = { paper: 'a'.repeat(64), stamp: newStampSecret().padEnd(128, '0') };
  const answers = await Promise.allSettled(
    Array.from({ length: 1_100 }, () => boxes.castSecret(vote, paper, agree, allowed)),
  );
  const codes = answers.map((answer) => (answer.status === 'rejected' ? String(answer.reason.code) : 'counted'));
  expect(codes.slice(0, 1_000).every((code) => code === 'paper-not-valid')).toBe(true);
  expect(codes.slice(1_001).every((code) => code === 'too-many-requests')).toBe(true);
});
