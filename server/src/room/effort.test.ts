import { limits } from '@board/shared/protocol/limits';
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { RoomDirectory } from '../ports.ts';
import { trials } from '../trials.fixture.ts';
import { unmetered } from '../unmetered.fixture.ts';
import { denseBurst, denseList } from './crowds.fixture.ts';
import { handMade } from './hand-made.fixture.ts';
import { docWith } from './history.fixture.ts';
import { freshRooms, group, Hand, ManualClock, ManualLog, quiet } from './room.fixture.ts';
import { openRooms } from './rooms.ts';

let clock: ManualClock;
let log: ManualLog;
let rooms: RoomDirectory;
beforeEach(async () => {
  ({ clock, log, rooms } = await freshRooms());
});

/** Sends so many updates that are as dear as can be. */
function sendDense(hand: Hand, count: number): void {
  for (let at = 0; at < count; at++) {
    hand.say({ type: 'update', update: denseList(hand.doc.clientID + 1 + at, `${hand.person.id} ${at}`) });
  }
}
const updates = (): number => log.entries.filter(({ body }) => body.kind === 'update').length;

test('WI80 who holds the delete key down in a marked text of twenty thousand pieces is not closed, and all of it is stored', async () => {
  const cell = (doc: Y.Doc): Y.XmlText => doc.getXmlFragment('cell').get(0) as Y.XmlText;
  const pieces = docWith((doc) => {
    doc.getXmlFragment('cell').insert(0, [new Y.XmlText()]);
    cell(doc).insert(0, 'm', { bold: true });
    for (let at = 0; at < 20_000; at++) cell(doc).insert(0, `${at % 10}`);
  }, 1);
  [clock, log] = [new ManualClock(), new ManualLog()];
  const state = Y.encodeStateAsUpdate(pieces);
  await log.append([{ author: null, body: { kind: 'document', document: group, generation: 1, state } }]);
  rooms = openRooms({ log, clock, journal: quiet, meter: unmetered, trials, generation: () => 1 });
  const [ann, bo] = [await new Hand('ann').sync(rooms), await new Hand('bo').sync(rooms)];
  const [seconds, perSecond] = [60, 30];
  for (let key = 0; key < seconds * perSecond; key++) {
    cell(ann.doc).delete(15_000 - key, 1);
    await clock.pass(1_000 / perSecond);
  }
  const soFar = updates();
  expect([ann.closed, soFar < seconds * perSecond, soFar > (seconds * perSecond) / 2]).toEqual([null, true, true]);
  await clock.pass(20_000);
  expect([ann.closed, ann.take('stored').at(-1)?.count]).toEqual([null, seconds * perSecond]);
  expect(cell(bo.doc).toString()).toBe(cell(ann.doc).toString());
});

test('WI80 what waits keeps its order, keeps nobody else waiting, and comes under the rights of then', async () => {
  const [ann, bo] = [await new Hand('ann').sync(rooms), await new Hand('bo').sync(rooms)];
  sendDense(ann, denseBurst + 3);
  ann.write('last');
  bo.write('bo');
  await clock.pass(50);
  expect([updates(), log.words()]).toEqual([denseBurst + 1, 'bo']);
  await clock.pass(400);
  expect([updates(), log.words()]).toEqual([denseBurst + 2, 'bo']);
  ann.refusal = { allowed: false, why: 'strategy-closed' };
  await clock.pass(5_000);
  expect([updates(), log.words(), ann.take('denied').length, ann.closed]).toEqual([denseBurst + 2, 'bo', 3, null]);
});

test('WI80 whoever sends more than can wait is closed, and may come again', async () => {
  const [ann, bo] = [await new Hand('ann').sync(rooms), await new Hand('bo').sync(rooms)];
  sendDense(ann, denseBurst + 1);
  sendDense(bo, denseBurst + 1);
  bo.write('waits');
  while (!ann.closed && ann.words.length < 2 * limits.bytesBehindTrials) ann.write('x'.repeat(2 * 1024 * 1024));
  expect([ann.closed, bo.closed]).toEqual(['too-many-requests', null]);
  await clock.pass(2_000);
  expect(log.words()).toBe('waits');
});

test('WI101 what cannot be placed counts as work for whoever sent it, too: coming anew makes no more of it', async () => {
  const pieces = docWith((doc) => {
    for (let at = 0; at < 60_000; at++) doc.getText('text').insert(0, `${at % 10}`);
  }, 1);
  [clock, log] = [new ManualClock(), new ManualLog()];
  const state = Y.encodeStateAsUpdate(pieces);
  await log.append([{ author: null, body: { kind: 'document', document: group, generation: 1, state } }]);
  rooms = openRooms({ log, clock, journal: quiet, meter: unmetered, trials, generation: () => 1 });
  const first: [number, number] = [1, 59_999];
  const come = async (name: string): Promise<Hand> => {
    const hand = await new Hand(name).join(rooms);
    // Its place is looked for along the whole text; what comes behind it stands beside what nobody has.
    const [walks, waits] = [
      { text: 'w', origin: first },
      { text: 'w', origin: [999, 5] as [number, number] },
    ];
    const blocks = [walks, waits].map((item, at) => ({ client: hand.doc.clientID + at, clock: 0, items: [item] }));
    hand.say({ type: 'update', update: handMade(blocks) });
    return hand;
  };
  let turned = 0;
  let latest = await come('ann');
  for (; latest.closed && turned < 1_000; turned++) latest = await come('ann');
  expect(turned).toBeLessThan(40);
  expect((await come('bo')).closed).toBe('missing-dependencies');
  await clock.pass(2_000);
  expect(latest.closed).toBe('missing-dependencies');
});

test('WI81 what has become durable is taken in in goes that cost no more than one update may, and others have their turn between', async () => {
  const people = await Promise.all(['ann', 'bo', 'cy'].map((name) => new Hand(name).sync(rooms)));
  const reader = await new Hand('reader').sync(rooms);
  log.isHeld = true;
  for (const hand of people) sendDense(hand, 5);
  await log.commit();
  await clock.pass(50);
  reader.take('update');
  log.isHeld = false;
  await log.commit();
  expect(updates()).toBe(15);
  const lists = (doc: Y.Doc): number => doc.getMap('dense').size;
  const seen: number[] = [];
  const deciding = rooms.still(group, async (doc) => seen.push(lists(doc)));
  const now = await rooms.read(group, lists);
  const early = await new Hand('early').sync(rooms);
  expect(lists(early.doc)).toBe(now);
  expect([now, reader.take('update').length, people[2]!.take('stored').length]).toEqual([2, 1, 0]);
  expect(seen).toEqual([]);
  await clock.pass(0);
  await deciding;
  expect([seen, reader.take('update').length, lists(reader.doc)]).toEqual([[15], 13, 15]);
  expect(people.map((hand) => hand.take('stored').at(-1)?.count)).toEqual([5, 5, 5]);
  const late = await new Hand('late').sync(rooms);
  expect([early, late].map(({ doc }) => lists(doc))).toEqual([15, 15]);
});
