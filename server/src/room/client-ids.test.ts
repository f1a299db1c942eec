import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { RoomDirectory } from '../ports.ts';
import { freshRooms, Hand, type ManualClock, type ManualLog } from './room.fixture.ts';

let clock: ManualClock;
let log: ManualLog;
let rooms: RoomDirectory;

beforeEach(async () => {
  ({ clock, log, rooms } = await freshRooms());
});

const enter = (name: string): Promise<Hand> => new Hand(name).sync(rooms);

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

test('WI30 a client id stays its person’s while that person is away, and after the room was put away', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  ann.write('ann');
  await clock.pass(50);
  ann.seat.leave();
  ann.write(' later');
  const kept = Y.encodeStateAsUpdate(ann.doc, Y.encodeStateVector(bo.doc));
  bo.say({ type: 'answer', update: kept });
  expect(bo.closed).toBe('foreign-client-id');
  await clock.pass(60_000);
  expect(log.snapshots).toHaveLength(1);
  const cy = await enter('cy');
  cy.say({ type: 'answer', update: kept });
  const again = await new Hand('ann').sync(rooms);
  again.say({ type: 'answer', update: kept });
  await clock.pass(50);
  expect([cy.closed, again.closed, log.words()]).toEqual(['foreign-client-id', null, 'ann later']);
});

test('WI30 nobody writes under the client id of what a document was created with', async () => {
  const seed = new Y.Doc();
  seed.getText('text').insert(0, 'seed');
  const state = Y.encodeStateAsUpdate(seed);
  await log.append([{ author: null, body: { kind: 'document', document: 'charter', generation: 1, state } }]);
  const ann = await new Hand('ann').sync(rooms, 'charter');
  const before = Y.encodeStateVector(seed);
  seed.getText('text').insert(4, ' forged');
  ann.say({ type: 'update', update: Y.encodeStateAsUpdate(seed, before) });
  expect([ann.words, ann.closed]).toEqual(['seed', 'foreign-client-id']);
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
