import type { DocumentName } from '@board/shared/ids';
import { encodeFrame } from '@board/shared/protocol/codec';
import { limits } from '@board/shared/protocol/limits';
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { RoomDirectory } from '../ports.ts';
import { trials } from '../trials.fixture.ts';
import { unmetered } from '../unmetered.fixture.ts';
import { creation, group, Hand, ManualClock, ManualLog, quiet, settled } from './room.fixture.ts';
import { openRooms } from './rooms.ts';

let clock: ManualClock;
let log: ManualLog;
let rooms: RoomDirectory;

beforeEach(async () => {
  clock = new ManualClock();
  log = new ManualLog();
  await log.append([creation(group), creation('board')]);
  rooms = openRooms({
    log,
    clock,
    journal: quiet,
    meter: unmetered,
    trials,
    generation: (document) => (document === 'charter' ? null : 1),
  });
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
  const bo = await enter('bo');
  expect([bo.words, log.reads.length]).toEqual(['', 1]);
  await log.commit();
  await clock.pass(100);
  expect([bo.words, log.reads.length]).toEqual(['word', 1]);
});

test('LO10 what the disk refuses is told to nobody, kept, and stored when there is room again; people stay and read on', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  ann.write('kept ');
  await clock.pass(50);
  log.isFull = true;
  ann.write('waits ');
  await clock.pass(20_000);
  ann.write('too ');
  bo.write('and bo ');
  const cy = await enter('cy');
  await clock.pass(20_000);
  expect([ann.closed, bo.closed, cy.words, ann.take('stored').at(-1)?.count]).toEqual([null, null, 'kept ', 1]);
  log.isFull = false;
  await clock.pass(6_000);
  expect([ann.take('stored').at(-1)?.count, bo.take('stored').at(-1)?.count]).toEqual([3, 1]);
  expect(new Set([ann.words, bo.words, cy.words, log.words()]).size).toBe(1);
  expect(log.words().split(' ').sort()).toEqual(['', 'and', 'bo', 'kept', 'too', 'waits']);
});

test('LO10 an empty room with refused words is not put away, and stores them later', async () => {
  const ann = await enter('ann');
  log.isFull = true;
  ann.write('word');
  ann.seat.leave();
  await clock.pass(longAfter * 5);
  log.isFull = false;
  await clock.pass(longAfter);
  expect([log.words(), log.reads.length, log.snapshots.length]).toEqual(['word', 1, 1]);
});

test('LO10 what waits for a full disk is stored under the rights of then, and bounded', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  log.isFull = true;
  ann.write('no longer');
  bo.write('still');
  await clock.pass(100);
  ann.refusal = { allowed: false, why: 'strategy-closed' };
  for (let written = 0; written <= limits.unstoredBytes; written += 3_000_000) {
    bo.write('x'.repeat(3_000_000));
    await clock.pass(1);
  }
  expect(bo.closed).toBe('not-stored');
  log.isFull = false;
  await clock.pass(10_000);
  expect([ann.take('denied').length, log.words().slice(0, 10)]).toEqual([1, 'stillxxxxx']);
});

test('LO63 what builds on words that are not stored any more goes with them; who built on them syncs anew, and nobody else notices', async () => {
  const faults: string[] = [];
  const journal = { ...quiet, error: (event: string) => faults.push(event) };
  rooms = openRooms({ log, clock, journal, meter: unmetered, trials, generation: () => 1 });
  const [ann, bo, cy] = [await enter('ann'), await enter('bo'), await enter('cy')];
  const [echo, reader] = [await enter('echo'), await enter('reader')];
  log.isFull = true;
  ann.write('no longer');
  await clock.pass(100);
  // Nobody was shown these words: they went from hand to hand.
  Y.applyUpdate(bo.doc, Y.encodeStateAsUpdate(ann.doc), 'server');
  bo.write(' and on');
  bo.write(' and on');
  echo.say({ type: 'update', update: Y.encodeStateAsUpdate(ann.doc) });
  cy.write('still');
  await clock.pass(100);
  ann.refusal = { allowed: false, why: 'strategy-closed' };
  log.isFull = false;
  await clock.pass(10_000);
  expect([ann.take('denied').length, bo.closed, echo.closed]).toEqual([
    1,
    'missing-dependencies',
    'missing-dependencies',
  ]);
  expect([ann, bo, echo].map((hand) => hand.take('stored').length)).toEqual([0, 0, 0]);
  expect([ann.closed, cy.closed, reader.closed, cy.take('stored').at(-1)?.count]).toEqual([null, null, null, 1]);
  expect([log.words(), reader.words, faults]).toEqual(['still', 'still', []]);
});

test('LO10 stopping gives up on a disk that takes nothing, and says so', async () => {
  const said: string[] = [];
  const journal = { ...quiet, error: (event: string) => said.push(event) };
  rooms = openRooms({ log, clock, journal, meter: unmetered, trials, generation: () => 1 });
  const ann = await enter('ann');
  log.isFull = true;
  ann.write('word');
  await clock.pass(50);
  const closing = rooms.close();
  await clock.pass(5_000);
  await closing;
  expect([said, ann.closed]).toEqual([['words-not-stored'], 'stopping']);
});

test('LO10 what others had on its way when a room broke is in the room that is loaded after it', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  log.isHeld = true;
  bo.write('stored late');
  ann.send = () => {
    throw new Error('broken');
  };
  ann.seat.receive(encodeFrame({ type: 'state-vector', stateVector: Uint8Array.of(0) }));
  expect(bo.closed).toBe('not-stored');
  const reading = rooms.read(group, (doc) => doc.getText('text').toString());
  await settled();
  await log.commit();
  expect([await reading, log.words()]).toEqual(Array(2).fill('stored late'));
});

test('WI63 a document takes so many sockets and no more; when one goes there is room again', async () => {
  const hands = await Promise.all(Array.from({ length: limits.socketsPerRoom }, (_, place) => enter(`p${place}`)));
  expect(await rooms.join(group, new Hand('late'))).toEqual({ ok: false, problem: 'document-full' });
  hands[0]!.seat.leave();
  expect((await enter('late')).closed).toBeNull();
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
  const other = openRooms({ log, clock, journal: quiet, meter: unmetered, trials, generation: () => 1 });
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
