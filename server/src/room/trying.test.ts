import type { PersonId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Clock, RoomDirectory, TrialJob, TrialOutcome, Trials } from '../ports.ts';
import { unmetered } from '../unmetered.fixture.ts';
import { handMade } from './hand-made.fixture.ts';
import { creation, group, Hand, ManualClock, ManualLog, quiet, settled } from './room.fixture.ts';
import { openRooms } from './rooms.ts';

/** Trials that end when a test says so. */
class ManualTrials implements Trials {
  jobs: (TrialJob & { tell(outcome: TrialOutcome): void })[] = [];
  /** Nobody new has a place. */
  isFull = false;

  attempt(_by: PersonId | null, make: () => TrialJob | null, isAgain = false): Promise<TrialOutcome> {
    const job = this.isFull && !isAgain ? null : make();
    return job ? new Promise((tell) => this.jobs.push({ ...job, tell })) : Promise.resolve('busy');
  }

  async end(outcome: TrialOutcome): Promise<void> {
    this.jobs.shift()!.tell(outcome);
    await settled();
  }
}

let clock: ManualClock;
let log: ManualLog;
let trials: ManualTrials;
let rooms: RoomDirectory;
beforeEach(async () => {
  [clock, log, trials] = [new ManualClock(), new ManualLog(), new ManualTrials()];
  await log.append([creation(group), creation('board')]);
  rooms = openRooms({ log, clock, journal: quiet, meter: unmetered, trials, generation: () => 1 });
});

/** Fifteen hundred letters at the same place, none of which knows of another: few bytes, and more than is taken unseen. */
function crowd(client: number): Uint8Array {
  return handMade([{ client, clock: 0, items: Array.from({ length: 1_500 }, () => ({ text: 'c' })) }]);
}

/** Somebody who brings a crowd, and writes on behind it. */
async function withCrowd(name: string): Promise<Hand> {
  const hand = await new Hand(name).sync(rooms);
  hand.take('stored');
  const update = crowd(hand.doc.clientID + 1);
  hand.say({ type: 'update', update });
  Y.applyUpdate(hand.doc, update, 'server');
  hand.write('end');
  return hand;
}

test('WI77 while an update is tried out nobody else waits; what its sender wrote behind it keeps its order', async () => {
  const ann = await withCrowd('ann');
  const bo = await new Hand('bo').sync(rooms);
  bo.write('bo writes on');
  await clock.pass(50);
  expect([trials.jobs.length, log.words(), ann.take('stored').length]).toEqual([1, 'bo writes on', 0]);
  await trials.end('light');
  await clock.pass(50);
  // Somebody has changed the same text meanwhile.
  expect(log.words()).toBe('bo writes on');
  await trials.end('light');
  await clock.pass(50);
  expect(log.words()).toContain('end');
  expect(log.words()).toContain('c'.repeat(1_500));
  expect(ann.take('stored').at(-1)?.count).toBe(2);
  expect([ann.closed, bo.words]).toEqual([null, log.words()]);
});

test('WI77 the rights of when it is done count, and what is tried out holds no decision up', async () => {
  const ann = await withCrowd('ann');
  await clock.pass(50);
  const decided = await rooms.still(group, async (doc) => doc.getText('text').length);
  expect(decided).toEqual({ ok: true, value: 0 });
  ann.refusal = { allowed: false, why: 'strategy-closed' };
  await trials.end('light');
  await clock.pass(50);
  expect([log.words(), ann.take('denied').length > 0, ann.take('stored')]).toEqual(['', true, []]);
});

test('WI77 what was tried out while a decision is made waits for the decision', async () => {
  const ann = await withCrowd('ann');
  await clock.pass(50);
  const decision = Promise.withResolvers<void>();
  const decided = rooms.still(group, () => decision.promise);
  await settled();
  await trials.end('light');
  await clock.pass(50);
  expect(log.words()).toBe('');
  decision.resolve();
  await decided;
  await clock.pass(50);
  expect(log.words()).toContain('cend');
  expect(ann.closed).toBeNull();
});

test.each([
  ['heavy', 'too-large'],
  ['broken', 'malformed-update'],
  ['busy', 'too-many-requests'],
] as const)('WI78 what turns out %s is refused with %s, and nothing of it is stored', async (outcome, reason) => {
  const ann = await withCrowd('ann');
  await trials.end(outcome);
  await clock.pass(50);
  expect([ann.closed, log.words()]).toEqual([reason, '']);
});

test('WI77 what stands behind an update that a decision keeps waiting never overtakes it', async () => {
  const ann = await new Hand('ann').sync(rooms);
  ann.take('stored');
  const decision = Promise.withResolvers<void>();
  const decided = rooms.still(group, () => decision.promise);
  await settled();
  const update = crowd(ann.doc.clientID + 1);
  ann.say({ type: 'update', update });
  ann.write('behind');
  decision.resolve();
  await decided;
  await clock.pass(50);
  expect([log.words(), ann.take('stored').length, trials.jobs.length]).toEqual(['', 0, 1]);
  await trials.end('heavy');
  expect([ann.closed, log.words()]).toEqual(['too-large', '']);
});

test('WI77 what has become dearer while it was tried out is tried out again', async () => {
  const ann = await withCrowd('ann');
  const bo = await withCrowd('bo');
  await settled();
  expect(trials.jobs.length).toBe(2);
  await trials.end('light');
  await clock.pass(50);
  expect(log.words()).toContain('c'.repeat(1_500));
  expect(log.words()).not.toContain('c'.repeat(1_501));
  // Beside the first crowd the second is twice as dear as it was.
  await trials.end('light');
  await clock.pass(50);
  expect([trials.jobs.length, ann.closed, bo.closed]).toEqual([1, null, null]);
  await trials.end('light');
  await clock.pass(50);
  expect(log.words().split('c').length - 1).toBe(3_000);
});

test('WI82 what is tried out once more keeps its place, however many others wait by now', async () => {
  const ann = await withCrowd('ann');
  const bo = await new Hand('bo').sync(rooms);
  bo.write('bo writes on');
  trials.isFull = true;
  await trials.end('light');
  expect([ann.closed, trials.jobs.length]).toEqual([null, 1]);
  await trials.end('light');
  await clock.pass(50);
  expect(log.words()).toContain('cend');
});

test('WI77 whoever writes in two tabs overtakes nothing of their own: not when it is tried out for the last time, and not when it is refused', async () => {
  const ann = await withCrowd('ann');
  const [bo, tab] = [await new Hand('bo').sync(rooms), await new Hand('ann').sync(rooms)];
  for (let time = 1; time < limits.trialsPerUpdate; time++) {
    bo.write('b');
    await clock.pass(50);
    await trials.end('light');
  }
  bo.write('b');
  tab.write('tab');
  ann.write('more');
  await clock.pass(50);
  expect([log.words(), trials.jobs.length]).toEqual(['bbbb', 1]);
  await trials.end('light');
  await clock.pass(50);
  const own = log.entries.filter(({ author }) => author === ann.person.id);
  const sizes = own.map(({ body }) => (body.kind === 'update' ? body.update.byteLength : 0));
  expect([sizes.length, sizes[0]! > 1_500, Math.max(...sizes.slice(1)) < 100]).toEqual([4, true, true]);
  expect([ann, tab].map((hand) => hand.take('stored').at(-1)?.count)).toEqual([3, 1]);
});

test('WI77 what somebody wrote in another tab is stored also when the update that it waited for is refused', async () => {
  const ann = await withCrowd('ann');
  const tab = await new Hand('ann').sync(rooms);
  tab.write('tab');
  await trials.end('heavy');
  await clock.pass(50);
  expect([ann.closed, tab.closed, log.words(), trials.jobs.length]).toEqual(['too-large', null, 'tab', 0]);
});

test('WI77 when too much waits, whoever has most waiting goes, and nobody else', async () => {
  const [ann, bo] = [await withCrowd('ann'), await withCrowd('bo')];
  for (let time = 0; time < 7; time++) ann.write('x'.repeat(2 * 1024 * 1024));
  expect([ann.closed, bo.closed]).toEqual([null, null]);
  for (let time = 0; time < 3; time++) bo.write('y'.repeat(1024 * 1024));
  expect([ann.closed, bo.closed]).toEqual(['too-many-requests', null]);
});

test('WI77 only so much waits behind what is tried out', async () => {
  const ann = await withCrowd('ann');
  for (let megabytes = 0; megabytes < 20 && !ann.closed; megabytes += 2) ann.write('x'.repeat(2 * 1024 * 1024));
  expect(ann.closed).toBe('too-many-requests');
});

test('WI77 a room that somebody left while something is tried out stays until that is stored', async () => {
  const ann = await withCrowd('ann');
  ann.seat.leave();
  await clock.pass(60_000);
  await trials.end('light');
  await clock.pass(60_000);
  expect(log.words()).toContain('cend');
});

/** A clock by which everything takes so many milliseconds. */
function slowClock(): { clock: Clock; takes: number } {
  let late = 0;
  const slow = {
    takes: 0,
    clock: {
      now: () => clock.now(),
      elapsed: () => {
        late += slow.takes;
        return clock.elapsed() + late;
      },
      after: (delay: number, run: () => void) => clock.after(delay, run),
    },
  };
  return slow;
}

test('WI83 what took long to take in is soon in a snapshot; where none can be kept, nothing more is taken that costs much', async () => {
  const slow = slowClock();
  const others = openRooms({ log, clock: slow.clock, journal: quiet, meter: unmetered, trials, generation: () => 1 });
  const ann = await new Hand('ann').sync(others);
  const write = async (times: number): Promise<void> => {
    for (let at = 0; at < times; at++) {
      ann.doc.getText('text').insert(0, `${at % 10}`);
      await clock.pass(50);
      if (trials.jobs.length > 0) await trials.end('heavy');
    }
  };
  slow.takes = 150;
  await write(6);
  expect(log.snapshots.length).toBe(1);
  slow.takes = 0;
  await write(2_400);
  slow.takes = 150;
  await write(100);
  slow.takes = 0;
  ann.take('stored');
  ann.say({ type: 'update', update: crowd(ann.doc.clientID + 1) });
  await clock.pass(50);
  expect([ann.closed, ann.take('denied').map(({ reason }) => reason), trials.jobs]).toEqual([null, ['too-large'], []]);
  const bo = await new Hand('bo').sync(others);
  bo.write('bo goes on');
  await clock.pass(50);
  expect([bo.closed, log.words()]).toEqual([null, expect.stringContaining('bo goes on')]);
});

test('WI79 of a document that would open slowly no snapshot is kept, and it opens as it came in', async () => {
  const ann = await new Hand('ann').sync(rooms);
  for (let at = 0; at < 3_000; at++) {
    ann.doc.getText('text').insert(0, `${at % 10}`);
    if (at % 100 === 0) await clock.pass(1_000);
  }
  await clock.pass(1_000);
  const words = log.words();
  const before = log.snapshots.at(-1)!.seq;
  expect(trials.jobs.length).toBe(1);
  await trials.end('heavy');
  ann.seat.leave();
  await clock.pass(10_000);
  // Once more when the room is put away, with what came since; not a second time for the same.
  await trials.end('heavy');
  await clock.pass(30_000);
  expect([trials.jobs.length, log.snapshots.at(-1)!.seq]).toEqual([0, before]);
  const bo = await new Hand('bo').sync(rooms);
  expect(bo.words).toBe(words);
});
