import type { DocumentName } from '@board/shared/ids';
import { encodeFrame } from '@board/shared/protocol/codec';
import { limits } from '@board/shared/protocol/limits';
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { RoomDirectory } from '../ports.ts';
import { trials } from '../trials.fixture.ts';
import { unmetered } from '../unmetered.fixture.ts';
import { creation, freshRooms, group, Hand, type ManualClock, type ManualLog, quiet, settled } from './room.fixture.ts';
import { openRooms } from './rooms.ts';

let clock: ManualClock;
let log: ManualLog;
let rooms: RoomDirectory;

beforeEach(async () => {
  ({ clock, log, rooms } = await freshRooms());
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

test('WI16 who joins, asks or reads while something is on its way gets the durable state, and waits for nothing', async () => {
  const ann = await enter('ann');
  ann.write('old ');
  await clock.pass(50);
  log.isHeld = true;
  ann.write('new ');
  const bo = await enter('bo');
  ann.say({ type: 'state-vector', stateVector: Y.encodeStateVector(new Y.Doc()) });
  const answer = ann.take('answer').at(-1);
  const asked = new Y.Doc();
  Y.applyUpdate(asked, answer!.update);
  const read = await rooms.read(group, (doc) => doc.getText('text').toString());
  expect([bo.words, asked.getText('text').toString(), read]).toEqual(['old ', 'old ', 'old ']);
  await log.commit();
  await clock.pass(50);
  expect(bo.words).toBe('old new ');
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
  expect(ann.take('stored').at(-1)).toEqual({ type: 'stored', count: 2 });
  ann.say({ type: 'update', update: Y.encodeStateAsUpdate(ann.doc) });
  await clock.pass(50);
  expect(ann.take('stored')).toEqual([{ type: 'stored', count: 3 }]);
  expect([log.words(), log.entries.length]).toEqual(['offline one two ', 5]);
});

test('WI17 what is repeated is told as stored only after what it repeats is durable', async () => {
  const ann = await enter('ann');
  log.isHeld = true;
  ann.write('word');
  ann.say({ type: 'update', update: Y.encodeStateAsUpdate(ann.doc) });
  await clock.pass(50);
  expect(ann.take('stored')).toEqual([]);
  await log.commit();
  await log.commit();
  await clock.pass(50);
  expect(ann.take('stored').at(-1)).toEqual({ type: 'stored', count: 2 });
});

test('WI15 what Yjs tidies up by itself is stored and told like an update, so that the log holds what the document holds', async () => {
  const ann = await enter('ann');
  const bo = await new Hand('bo').join(rooms);
  const cell = (hand: Hand): Y.XmlText => hand.doc.getXmlFragment('cell').get(0) as Y.XmlText;
  ann.doc.getXmlFragment('cell').insert(0, [new Y.XmlText('some words')]);
  await clock.pass(50);
  // Bo has not asked for the document, and so hears nothing that he could tidy up himself.
  Y.applyUpdate(bo.doc, Y.encodeStateAsUpdate(ann.doc), 'server');
  log.isHeld = true;
  cell(ann).format(0, 4, { bold: true });
  cell(bo).format(0, 4, { bold: true });
  for (let turn = 0; turn < 4; turn++) await log.commit();
  await clock.pass(50);
  const replayed = new Y.Doc();
  for (const { body } of log.entries) if (body.kind === 'update') Y.applyUpdate(replayed, body.update);
  const state = await rooms.read(group, (doc) => Y.encodeStateAsUpdate(doc));
  expect(Y.encodeStateAsUpdate(replayed)).toEqual(state);
  expect(log.entries.filter(({ author, body }) => body.kind === 'update' && author === null)).toHaveLength(1);
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

test('DO5 a new generation closes everybody with generation-moved, and its words are others', async () => {
  const ann = await enter('ann');
  ann.write('old');
  await clock.pass(50);
  let generation = 1;
  const told: DocumentName[] = [];
  rooms = openRooms({ log, clock, journal: quiet, meter: unmetered, trials, generation: () => generation });
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

test('WI66 of a socket one of whose updates was refused no more is told to be stored', async () => {
  const ann = await enter('ann');
  ann.write('one ');
  await clock.pass(50);
  ann.refusal = { allowed: false, why: 'strategy-closed' };
  ann.write('refused ');
  ann.refusal = null;
  ann.doc.getText('text').delete(0, 1);
  await clock.pass(50);
  expect(ann.take('stored')).toEqual([{ type: 'stored', count: 1 }]);
  expect(log.words()).toBe('ne ');
});

test('WI67 a list of values never grows long, in one update or in many, one behind the other', async () => {
  const ann = await enter('ann');
  const list = ann.doc.getArray('list');
  list.insert(
    0,
    Array.from({ length: limits.valuesPerList - 1 }, () => 1),
  );
  list.insert(list.length, [1]);
  await clock.pass(50);
  expect(ann.closed).toBeNull();
  list.insert(list.length, [1]);
  expect(ann.closed).toBe('malformed-update');
  const [bo, cy] = [await enter('bo'), await enter('cy')];
  log.isHeld = true;
  for (let part = 0; part < 3; part++) {
    bo.doc.getArray('other').insert(
      bo.doc.getArray('other').length,
      Array.from({ length: 400 }, () => 1),
    );
  }
  cy.doc.transact(() => {
    for (let value = 0; value <= limits.valuesPerList; value++) cy.doc.getArray('third').insert(value, [1]);
  });
  for (let value = 0; value < 300; value++) cy.doc.getMap('values').set(`key ${value}`, value);
  expect([bo.closed, cy.closed]).toEqual(['malformed-update', 'malformed-update']);
});

test('WI67 values of a map are no list, however many there are', async () => {
  const ann = await enter('ann');
  ann.doc.transact(() => {
    for (let value = 0; value < limits.valuesPerList * 3; value++) ann.doc.getMap('values').set(`key ${value}`, value);
  });
  await clock.pass(50);
  expect([ann.closed, ann.take('stored').at(-1)?.count]).toEqual([null, 1]);
});
