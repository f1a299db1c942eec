import type { DocumentName } from '@board/shared/ids';
import { encodeFrame } from '@board/shared/protocol/codec';
import { limits } from '@board/shared/protocol/limits';
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
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
  rooms = openRooms({ log, clock, journal: quiet, generation: () => 1 });
});

const enter = (name: string): Promise<Hand> => new Hand(name).sync(rooms);

test('WI16 nothing is shown to others or told as stored before it is durable', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  log.isHeld = true;
  ann.write('word');
  await clock.pass(100);
  expect([bo.words, ann.take('stored')]).toEqual(['', []]);
  await log.commit();
  await clock.pass(100);
  expect([bo.words, ann.take('stored')]).toEqual(['word', [{ type: 'stored', count: 1 }]]);
});

test('WI16 who joins, asks or reads while something is on its way gets the durable state, and waits for it', async () => {
  const ann = await enter('ann');
  log.isHeld = true;
  ann.write('word');
  const bo = new Hand('bo');
  const joining = bo.sync(rooms);
  const reading = rooms.read(group, (doc) => doc.getText('text').toString());
  ann.say({ type: 'state-vector', stateVector: Y.encodeStateVector(new Y.Doc()) });
  ann.take('answer');
  await clock.pass(50);
  expect([bo.frames, ann.take('answer')]).toEqual([[], []]);
  await log.commit();
  await joining;
  expect(bo.take('state-vector')[0]?.stateVector).toEqual(Y.encodeStateVector(ann.doc));
  expect([bo.words, await reading, ann.take('answer').length]).toEqual(['word', 'word', 1]);
});

test('WI16 a room that is never idle still answers: who writes meanwhile is stored after the answer', async () => {
  const [ann, cy] = [await enter('ann'), await enter('cy')];
  log.isHeld = true;
  ann.write('one ');
  const reading = rooms.read(group, (doc) => doc.getText('text').toString());
  await settled();
  cy.write('two ');
  ann.write('three ');
  ann.seat.leave();
  await log.commit();
  expect(await reading).toBe('one ');
  await log.commit();
  expect(log.words().split(' ').sort()).toEqual(['', 'one', 'three', 'two']);
});

test('WI17 stored counts a socket’s updates; its answer to the server leaves the count as it is', async () => {
  const ann = new Hand('ann');
  ann.write('offline ');
  await ann.sync(rooms);
  const [asked] = ann.take('state-vector');
  ann.say({ type: 'answer', update: Y.encodeStateAsUpdate(ann.doc, asked?.stateVector) });
  await clock.pass(50);
  expect(ann.take('stored')).toEqual([{ type: 'stored', count: 0 }]);
  ann.write('one ');
  ann.write('two ');
  await clock.pass(50);
  expect(ann.take('stored')).toEqual([{ type: 'stored', count: 2 }]);
  ann.say({ type: 'update', update: Y.encodeStateAsUpdate(ann.doc) });
  await clock.pass(50);
  expect(ann.take('stored')).toEqual([{ type: 'stored', count: 3 }]);
  expect([log.words(), log.entries.length]).toEqual(['offline one two ', 5]);
});

test('WI17 what is known already is told as stored only after what it repeats is durable', async () => {
  const ann = await enter('ann');
  log.isHeld = true;
  ann.write('word');
  ann.say({ type: 'update', update: Y.encodeStateAsUpdate(ann.doc) });
  await clock.pass(50);
  expect(ann.take('stored')).toEqual([]);
  await log.commit();
  await clock.pass(50);
  expect(ann.take('stored')).toEqual([{ type: 'stored', count: 2 }]);
});

test('DO6 who may not write is told why for every attempt, keeps reading, and changes nothing', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  ann.refusal = { allowed: false, why: 'strategy-closed' };
  ann.say({ type: 'answer', update: Y.encodeStateAsUpdate(new Y.Doc()) });
  ann.say({ type: 'update', update: Y.encodeStateAsUpdate(bo.doc) });
  expect(ann.take('denied')).toEqual([]);
  ann.write('forbidden');
  ann.write('again');
  bo.write('allowed');
  await clock.pass(50);
  expect(ann.take('denied')).toEqual(Array(2).fill({ type: 'denied', reason: 'strategy-closed' }));
  expect([ann.take('stored'), ann.closed, log.words(), bo.words]).toEqual([[], null, 'allowed', 'allowed']);
  expect(ann.words).toContain('allowed');
});

test('WI18 a malformed update closes its sender, one with missing dependencies sends it to sync anew; nobody else notices', async () => {
  const [ann, bo, cy, reader] = [await enter('ann'), await enter('bo'), await enter('cy'), await enter('reader')];
  ann.say({ type: 'update', update: Uint8Array.of(1, 2, 3) });
  const far = new Y.Doc();
  far.getText('text').insert(0, 'a');
  const before = Y.encodeStateVector(far);
  far.getText('text').insert(1, 'b');
  bo.say({ type: 'update', update: Y.encodeStateAsUpdate(far, before) });
  reader.refusal = { allowed: false, why: 'strategy-closed' };
  reader.say({ type: 'update', update: Uint8Array.of(1, 2, 3) });
  cy.write('fine');
  await clock.pass(50);
  expect([ann.closed, bo.closed, reader.closed]).toEqual([
    'malformed-update',
    'missing-dependencies',
    'malformed-update',
  ]);
  expect([cy.closed, cy.take('stored').length, log.words()]).toEqual([null, 1, 'fine']);
});

test('WI19 frames that only a server sends, and frames that cannot be read, close their sender', async () => {
  const hostile = await Promise.all(['a', 'b', 'c', 'd'].map(enter));
  hostile[0]!.say({ type: 'stored', count: 1 });
  hostile[1]!.say({ type: 'denied', reason: 'x' });
  hostile[2]!.say({ type: 'state-vector', stateVector: Uint8Array.of(9, 9) });
  hostile[3]!.seat.receive(new Uint8Array());
  expect(hostile.map((one) => one.closed)).toEqual(Array(4).fill('malformed-frame'));
  const huge = await enter('huge');
  huge.seat.receive(new Uint8Array(limits.frameBytes + 1));
  expect(huge.closed).toBe('too-large');
});

test('WI30 a Yjs client id that another connected person uses cannot be used', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  ann.write('ann');
  await clock.pass(50);
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(bo.doc));
  forged.clientID = ann.doc.clientID;
  const before = Y.encodeStateVector(forged);
  forged.getText('text').insert(0, 'not ');
  bo.say({ type: 'update', update: Y.encodeStateAsUpdate(forged, before) });
  await clock.pass(50);
  expect([bo.closed, ann.closed, log.words()]).toEqual(['foreign-client-id', null, 'ann']);
});

test('WI30 when its user has gone, words under a client id may come from the device that kept them', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  ann.write('ann');
  await clock.pass(50);
  ann.seat.leave();
  ann.write(' later');
  const kept = Y.encodeStateAsUpdate(ann.doc, Y.encodeStateVector(bo.doc));
  bo.say({ type: 'answer', update: kept });
  await clock.pass(50);
  expect([bo.closed, log.words()]).toEqual([null, 'ann later']);
});

test('WI31 a second socket of the same person takes over a client id', async () => {
  const ann = await enter('ann');
  ann.present({ cell: 1 }, 1);
  const again = new Hand('ann');
  again.doc.clientID = ann.doc.clientID;
  await again.sync(rooms);
  again.present({ cell: 2 }, 2);
  ann.seat.leave();
  const bo = await enter('bo');
  expect(bo.take('awareness')[0]?.entries).toMatchObject([{ clock: 2, state: { cell: 2 } }]);
});

test('DO5 a new generation closes everybody with generation-moved, and its words are others', async () => {
  const ann = await enter('ann');
  ann.write('old');
  await clock.pass(50);
  let generation = 1;
  const told: DocumentName[] = [];
  rooms = openRooms({ log, clock, journal: quiet, generation: () => generation });
  rooms.onChange((document) => told.push(document));
  const bo = await new Hand('bo').sync(rooms);
  generation = 2;
  await log.append([creation(group, 2)]);
  expect([bo.closed, told]).toEqual(['generation-moved', [group]]);
  const cy = await new Hand('cy').sync(rooms);
  expect([bo.words, cy.words]).toEqual(['old', '']);
});

test('WI32 a busy room gathers changes for up to 33 ms and sends each reader one frame for all of them', async () => {
  const [ann, cy, bo] = [await enter('ann'), await enter('cy'), await enter('bo')];
  ann.write('calm ');
  await clock.pass(1);
  expect(bo.words).toBe('calm ');
  for (let index = 0; index < 200; index++) (index % 2 ? ann : cy).write('x');
  await clock.pass(40);
  bo.take('update');
  for (let index = 0; index < 20; index++) {
    ann.write('y');
    cy.write('z');
    await clock.pass(3);
  }
  expect(bo.take('update').length).toBeLessThanOrEqual(2);
  await clock.pass(33);
  expect(bo.words).toBe(log.words());
});

test('WI33 a document over its limit takes nothing more, says so, and stays readable', async () => {
  const ann = await enter('ann');
  const megabyte = 'x'.repeat(1024 * 1024);
  for (let written = 0; written < limits.documentBytes; written += 3 * megabyte.length) {
    ann.write(megabyte.repeat(3));
    await clock.pass(50);
  }
  expect(ann.take('denied')).toEqual([{ type: 'denied', reason: 'too-large' }]);
  expect(ann.closed).toBeNull();
  const length = await rooms.read(group, (doc) => doc.getText('text').length);
  expect(length).toBe(log.words().length);
  expect(length).toBeLessThan(limits.documentBytes);
  expect(length).toBeGreaterThan(limits.documentBytes * 0.9);
});

test('WI34 a throw that nothing foresaw closes the room’s members, not the process', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  bo.send = () => {
    throw new Error('broken socket');
  };
  ann.write('word');
  await clock.pass(50);
  await settled();
  expect(ann.closed).toBe('not-stored');
  const cy = await enter('cy');
  expect([cy.words, log.words()]).toEqual(['word', 'word']);
  cy.seat.receive(encodeFrame({ type: 'query-awareness' }));
});

test('WI57 who asks for the state without end is closed and may come back; who asks now and then is answered', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  const ask = (hand: Hand): void => hand.say({ type: 'state-vector', stateVector: Y.encodeStateVector(new Y.Doc()) });
  for (let index = 0; index < limits.stateAsks + 1; index++) ask(ann);
  for (let index = 0; index < limits.stateAsks * 2; index++) {
    await clock.pass(limits.stateAskMs);
    ask(bo);
  }
  expect([ann.closed, bo.closed]).toEqual(['too-many-requests', null]);
});
