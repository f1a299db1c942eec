import { limits } from '@board/shared/protocol/limits';
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

function updateOf({ doc }: Hand, words: string): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.getText('text').insert(0, words);
  return Y.encodeStateAsUpdate(doc, before);
}

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

test('WI74 an id that somebody announced is kept for that person while away, and words typed meanwhile arrive', async () => {
  const [ann, bo, eve] = [await enter('ann'), await enter('bo'), await enter('eve')];
  eve.refusal = { allowed: false, why: 'strategy-closed' };
  ann.present({ cell: 1 }, 1);
  await clock.pass(50);
  ann.seat.leave();
  ann.write('typed offline');
  const words = Y.encodeStateAsUpdate(ann.doc);
  eve.present({ cell: 2 }, 1000, ann.doc.clientID);
  bo.present({ cell: 2 }, 1001, ann.doc.clientID);
  const cy = await enter('cy');
  cy.say({ type: 'answer', update: words });
  expect([eve.closed, bo.closed, cy.closed]).toEqual(Array(3).fill('foreign-client-id'));
  const again = await new Hand('ann').sync(rooms);
  again.say({ type: 'answer', update: words });
  await clock.pass(50);
  expect([again.closed, log.words()]).toEqual([null, 'typed offline']);
});

test('WI74 who may not write is seen and keeps an id from nobody who may, whether that person points or writes', async () => {
  const [ann, bo, eve] = [await enter('ann'), await enter('bo'), await enter('eve')];
  eve.refusal = { allowed: false, why: 'strategy-closed' };
  eve.present({ cell: 2 }, 1000, ann.doc.clientID);
  eve.present({ cell: 2 }, 1, bo.doc.clientID);
  await clock.pass(50);
  expect([eve.closed, ann.take('awareness').length]).toEqual([null, 1]);
  ann.say({ type: 'update', update: updateOf(ann, 'ann') });
  bo.present({ cell: 3 }, 2);
  eve.seat.leave();
  bo.say({ type: 'update', update: updateOf(bo, 'bo') });
  await clock.pass(50);
  expect([ann.closed, bo.closed, log.entries.flatMap(({ author }) => author ?? [])]).toEqual([
    null,
    null,
    ['ann', 'bo'],
  ]);
});

test('WI74 whoever invents ids pushes out only own ones that are kept', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  ann.present({ cell: 1 }, 1);
  ann.seat.leave();
  for (let id = 1; id <= limits.awarenessPerPerson; id++) bo.present({ cell: id }, 1, id);
  bo.seat.leave();
  const cy = await enter('cy');
  cy.present({ cell: 1 }, 2, 1);
  expect(cy.closed).toBeNull();
  for (const id of [limits.awarenessPerPerson, ann.doc.clientID]) {
    const other = await enter('di');
    other.present({ cell: 1 }, 2, id);
    expect(other.closed).toBe('foreign-client-id');
  }
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
