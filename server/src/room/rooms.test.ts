import type { DocumentName } from '@board/shared/ids';
import { beforeEach, expect, test } from 'vitest';
import type { RoomDirectory } from '../ports.ts';
import { creation, group, Hand, ManualClock, ManualLog, quiet, settled } from './room.fixture.ts';
import { openRooms } from './rooms.ts';

let clock: ManualClock;
let log: ManualLog;
let rooms: RoomDirectory;

beforeEach(async () => {
  clock = new ManualClock();
  log = new ManualLog();
  await log.append([creation(group), creation('board')]);
  rooms = openRooms({ log, clock, journal: quiet, generation: (document) => (document === 'charter' ? null : 1) });
});

const enter = (name: string): Promise<Hand> => new Hand(name).sync(rooms);
const longAfter = 60_000;

test('LO9 however many come at once, a room is loaded once', async () => {
  const hands = await Promise.all(['ann', 'bo', 'cy'].map(enter));
  await rooms.read(group, () => {});
  expect(log.reads).toHaveLength(1);
  hands[0]!.write('word');
  await clock.pass(50);
  expect(hands[2]!.words).toBe('word');
});

test('LO9 an empty room is put away with a snapshot, and opened again from it', async () => {
  const ann = await enter('ann');
  ann.write('word');
  await clock.pass(50);
  ann.seat.leave();
  await clock.pass(longAfter);
  expect(log.snapshots).toMatchObject([{ document: group, generation: 1, seq: 3 }]);
  const bo = await enter('bo');
  expect([bo.words, log.reads]).toEqual(['word', ['updates after 1', 'updates after 3']]);
  bo.seat.leave();
  await clock.pass(longAfter);
  expect(log.snapshots).toHaveLength(1);
});

test('LO9 a room with a member or a reader stays, and one who comes during the putting away finds the same room', async () => {
  const ann = await enter('ann');
  ann.write('one ');
  await clock.pass(longAfter);
  expect(log.snapshots).toHaveLength(0);
  let finish = (): void => {};
  log.writeSnapshot = () =>
    new Promise((resolve) => {
      finish = resolve;
    });
  ann.seat.leave();
  await clock.pass(longAfter);
  const bo = await enter('bo');
  finish();
  await clock.pass(longAfter);
  const cy = await enter('cy');
  bo.write('two ');
  await clock.pass(50);
  expect([cy.words, log.reads.length]).toEqual(['one two ', 1]);
});

test('LO9 a room is not put away before what its last member sent is stored', async () => {
  const ann = await enter('ann');
  log.isHeld = true;
  ann.write('word');
  ann.seat.leave();
  await clock.pass(longAfter);
  const bo = new Hand('bo');
  const joining = bo.sync(rooms);
  await clock.pass(100);
  expect([bo.frames, log.reads.length]).toEqual([[], 1]);
  await log.commit();
  await joining;
  expect(bo.words).toBe('word');
});

test('LO10 when an update cannot be stored everybody goes with not-stored, and comes back to what the log has', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  ann.write('kept ');
  await clock.pass(50);
  log.isFull = true;
  ann.write('lost ');
  await clock.pass(50);
  expect([ann.closed, bo.closed, bo.words]).toEqual(['not-stored', 'not-stored', 'kept ']);
  expect(ann.take('stored')).toEqual([{ type: 'stored', count: 1 }]);
  log.isFull = false;
  expect(await rooms.read(group, (doc) => doc.getText('text').toString())).toBe('kept ');
  const cy = await enter('cy');
  expect(cy.words).toBe('kept ');
});

test('LO10 what others had on its way when a room broke is in the room that is loaded after it', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  log.isHeld = true;
  bo.write('stored late');
  ann.send = () => {
    throw new Error('broken');
  };
  ann.say({ type: 'state-vector', stateVector: Uint8Array.of(0) });
  bo.write(' and later');
  await log.commit(1);
  expect(bo.closed).toBe('not-stored');
  const reading = rooms.read(group, (doc) => doc.getText('text').toString());
  await settled();
  await log.commit();
  expect([await reading, log.words()]).toEqual(Array(2).fill('stored late and later'));
});

test('LO11 a long document is opened from a snapshot: at most some hundred updates are replayed', async () => {
  const ann = await enter('ann');
  for (let index = 0; index < 1100; index++) {
    ann.write('x');
    if (index % 50 === 0) await clock.pass(50);
  }
  await clock.pass(50);
  expect(log.snapshots.length).toBeGreaterThanOrEqual(2);
  const last = log.snapshots.at(-1)!.seq;
  const after = await log.readUpdates(group, 1, last);
  expect(after.length).toBeLessThanOrEqual(500);
  const other = openRooms({ log, clock, journal: quiet, generation: () => 1 });
  expect(await other.read(group, (doc) => doc.getText('text').length)).toBe(1100);
});

test('LO12 stopping stores what was sent, closes everybody and takes nobody any more', async () => {
  const ann = await enter('ann');
  log.isHeld = true;
  ann.write('last words');
  const closing = rooms.close();
  await settled();
  expect(ann.closed).toBe('stopping');
  expect(await rooms.join(group, new Hand('bo'))).toEqual({ ok: false, problem: 'stopping' });
  await log.commit();
  await closing;
  expect(log.words()).toBe('last words');
  expect(log.snapshots).toHaveLength(1);
});

test('DO7 a document that does not exist has no room', async () => {
  expect(await rooms.join('charter', new Hand('ann'))).toEqual({ ok: false, problem: 'unknown-document' });
  await expect(rooms.read('charter', () => {})).rejects.toThrow();
  expect(log.reads).toEqual([]);
});

test('DO7 a room that cannot be loaded is refused for now, and can be loaded later', async () => {
  const works = log.readUpdates.bind(log);
  log.readUpdates = () => Promise.reject(new Error('disk'));
  expect(await rooms.join(group, new Hand('ann'))).toEqual({ ok: false, problem: 'internal' });
  log.readUpdates = works;
  expect((await enter('ann')).closed).toBeNull();
});

test('LO13 the room tells of a change once it is durable', async () => {
  const told: DocumentName[] = [];
  const stop = rooms.onChange((document) => told.push(document));
  const ann = await enter('ann');
  log.isHeld = true;
  ann.write('a');
  await clock.pass(50);
  expect(told).toEqual([]);
  await log.commit();
  expect(told).toEqual([group]);
  stop();
  ann.write('b');
  await log.commit();
  expect(told).toEqual([group]);
});
