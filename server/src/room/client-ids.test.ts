import type { PersonId } from '@board/shared/ids';
import { readAwarenessState } from '@board/shared/protocol/awareness-state';
import { limits } from '@board/shared/protocol/limits';
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { RoomDirectory } from '../ports.ts';
import { clientIds } from './client-ids.ts';
import { intake } from './intake.ts';
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
  ann.present({ cell: '1' }, 1);
  await clock.pass(50);
  ann.seat.leave();
  ann.write('typed offline');
  const words = Y.encodeStateAsUpdate(ann.doc);
  eve.present({ cell: '2' }, 1000, ann.doc.clientID);
  bo.present({ cell: '2' }, 1001, ann.doc.clientID);
  const cy = await enter('cy');
  cy.say({ type: 'answer', update: words });
  expect([eve.closed, bo.closed, cy.closed]).toEqual([null, 'foreign-client-id', 'foreign-client-id']);
  const again = await new Hand('ann').sync(rooms);
  again.say({ type: 'answer', update: words });
  await clock.pass(50);
  expect([again.closed, log.words()]).toEqual([null, 'typed offline']);
});

test('WI74 who may not write is seen and keeps an id from nobody who may, whether that person points or writes', async () => {
  const [ann, bo, eve] = [await enter('ann'), await enter('bo'), await enter('eve')];
  eve.refusal = { allowed: false, why: 'strategy-closed' };
  eve.present({ cell: '2' }, 1000, ann.doc.clientID);
  eve.present({ cell: '2' }, 1, bo.doc.clientID);
  await clock.pass(50);
  expect([eve.closed, ann.take('awareness').length]).toEqual([null, 1]);
  ann.say({ type: 'update', update: updateOf(ann, 'ann') });
  bo.present({ cell: '3' }, 2);
  eve.seat.leave();
  bo.say({ type: 'update', update: updateOf(bo, 'bo') });
  await clock.pass(50);
  expect([ann.closed, bo.closed, log.entries.flatMap(({ author }) => author ?? [])]).toEqual([
    null,
    null,
    ['ann', 'bo'],
  ]);
});

const reading = async (name: string): Promise<Hand> => {
  const hand = await enter(name);
  hand.refusal = { allowed: false, why: 'strategy-closed' };
  return hand;
};
const shownOf = (hand: Hand) =>
  hand.take('awareness').flatMap(({ entries }) => entries.map((entry) => readAwarenessState(entry)));

test('WI102 nobody is put out of a document by somebody else who says, or writes, under the same client id', async () => {
  const [ann, eve] = [await reading('ann'), await enter('eve')];
  ann.present({ cell: 'ann' }, 1);
  eve.present({ cell: 'eve' }, 2, ann.doc.clientID);
  ann.present({ cell: 'ann' }, 3);
  await clock.pass(50);
  const shown = shownOf(await enter('bo'));
  expect([ann.closed, eve.closed, shown.length, shown[0]]).toMatchObject([null, null, 1, { cell: 'ann' }]);
  eve.doc.clientID = ann.doc.clientID;
  eve.say({ type: 'update', update: updateOf(eve, 'eve') });
  ann.present({ cell: 'ann' }, 4);
  await clock.pass(50);
  expect([ann.closed, eve.closed, log.words()]).toEqual([null, null, 'eve']);
  ann.seat.leave();
  const again = await new Hand('ann').sync(rooms);
  again.present({ cell: 'ann' }, 5, ann.doc.clientID);
  expect(again.closed).toBeNull();
});

test('WI102 a reader who comes back is seen under the same client id, whoever has said to be it meanwhile', async () => {
  const [ann, eve, bo] = [await reading('ann'), await reading('eve'), await enter('bo')];
  ann.present({ cell: 'ann' }, 1);
  ann.seat.leave();
  eve.present({ cell: 'eve' }, 2, ann.doc.clientID);
  const again = await reading('ann');
  again.present({ cell: 'again' }, 3, ann.doc.clientID);
  await clock.pass(50);
  expect([again.closed, eve.closed, shownOf(bo).at(-1)]).toMatchObject([null, null, { cell: 'again' }]);
});

test('WI74 whoever invents ids pushes out only own ones that are kept', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  ann.present({ cell: '1' }, 1);
  ann.seat.leave();
  for (let id = 1; id <= limits.clientIdsAnnounced; id++) bo.present({ cell: `${id}` }, 1, id);
  bo.seat.leave();
  const cy = await enter('cy');
  cy.present({ cell: '1' }, 2, 1);
  expect(cy.closed).toBeNull();
  for (const id of [limits.clientIdsAnnounced, ann.doc.clientID]) {
    const other = await enter('di');
    other.present({ cell: '1' }, 2, id);
    expect(other.closed).toBe('foreign-client-id');
  }
});

test('WI31 a second socket of the same person takes over a client id', async () => {
  const ann = await enter('ann');
  ann.present({ cell: '1' }, 1);
  const again = new Hand('ann');
  again.doc.clientID = ann.doc.clientID;
  await again.sync(rooms);
  again.present({ cell: '2' }, 2);
  ann.seat.leave();
  const bo = await enter('bo');
  const [shown] = bo.take('awareness')[0]?.entries ?? [];
  expect([shown?.clock, shown && readAwarenessState(shown)]).toMatchObject([2, { cell: '2' }]);
});

/** One update in which each of so many pages that nobody has heard of writes something. */
function manyPages(first: number, count: number): Uint8Array {
  const updates = Array.from({ length: count }, (_, index) => {
    const page = new Y.Doc();
    page.clientID = first + index;
    page.getText('text').insert(0, 'x');
    return Y.encodeStateAsUpdate(page);
  });
  return Y.mergeUpdates(updates);
}

test('WI103 nobody uses up a document’s client ids: an update brings a few, and a person so many over time', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  const most = limits.clientIdsPerUpdate;
  ann.say({ type: 'update', update: manyPages(1, most + 1) });
  expect([ann.take('denied'), ann.closed]).toMatchObject([[{ reason: 'too-large' }], null]);
  let first = 1_000;
  const say = (hand: Hand): void => {
    hand.say({ type: 'update', update: manyPages(first, most) });
    first += most;
  };
  for (let used = 0; used < limits.clientIdsBurst; used += most) say(ann);
  await clock.pass(50);
  expect([ann.closed, log.words().length]).toEqual([null, limits.clientIdsBurst]);
  say(ann);
  say(bo);
  expect([ann.closed, bo.closed]).toEqual(['too-many-requests', null]);
  await clock.pass(most * limits.clientIdMs);
  const again = await enter('ann');
  say(again);
  expect(again.closed).toBeNull();
});

test('WI103 a document in which as many have written as may says so, and closes nobody', async () => {
  const writers = new Map(Array.from({ length: limits.clientIdsPerDocument }, (_, id) => [id, 'bo' as PersonId]));
  const known = new Y.Doc();
  const ids = clientIds(writers, new Set());
  const judging = intake({ doc: known, ids, size: { hasRoomFor: () => true } as never, clock });
  const ann = new Hand('ann');
  const seat = { member: ann, isAnswered: true, stored: 0, isBehind: false, isGone: false };
  const update = manyPages(limits.clientIdsPerDocument + 1, 1);
  expect(judging.judge(seat, update)).toEqual({ is: 'denied', why: 'writers-full' });
});

test('WI95 a document in which as many have written as may is still read, and who comes in is seen', () => {
  const known = new Map(Array.from({ length: limits.clientIdsPerDocument }, (_, id) => [id, 'bo' as PersonId]));
  const ids = clientIds(known, new Set());
  const ann = new Hand('ann');
  expect(ids.announce(limits.clientIdsPerDocument + 1, ann)).toBe('own');
  expect(ids.claim(limits.clientIdsPerDocument + 1, ann)).toBe(false);
});
