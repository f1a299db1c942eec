import type { DocumentName } from '@board/shared/ids';
import { readAwarenessState } from '@board/shared/protocol/awareness-state';
import { encodeFrame } from '@board/shared/protocol/codec';
import type { Frame } from '@board/shared/protocol/frames';
import { limits } from '@board/shared/protocol/limits';
import { beforeEach, expect, test } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import type { RoomDirectory } from '../ports.ts';
import { trials } from '../trials.fixture.ts';
import { unmetered } from '../unmetered.fixture.ts';
import { creation, group, Hand, ManualClock, ManualLog, quiet } from './room.fixture.ts';
import { openRooms } from './rooms.ts';

let clock: ManualClock;
let rooms: RoomDirectory;

beforeEach(async () => {
  clock = new ManualClock();
  const log = new ManualLog();
  const documents: DocumentName[] = [group, 'charter', 'board', 'catalogue'];
  await log.append(documents.map((document) => creation(document)));
  rooms = openRooms({ log, clock, journal: quiet, meter: unmetered, trials, generation: () => 1 });
});

const enter = (name: string, document?: DocumentName): Promise<Hand> => new Hand(name).sync(rooms, document);
/** What a hand was shown of others; of itself it hears only its own echo, and that it should say everything anew. */
const seen = (hand: Hand) => heard(hand).filter(({ clientId }) => clientId !== hand.doc.clientID);
const heard = (hand: Hand) => hand.take('awareness').flatMap(read);
const read = (frame: Frame & { type: 'awareness' }) =>
  frame.entries.map((entry) => ({ ...entry, state: readAwarenessState(entry) as Record<string, unknown> | null }));

test('WI35 presence carries the name and colour that the server knows, whatever the browser says', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  ann.present({ cell: 'c1', user: { id: 'bo', name: 'Bo', colour: 0, color: 'red' } }, 1);
  await clock.pass(50);
  const user = { id: 'ann', name: 'ann’s real name', colour: 3 };
  expect(seen(bo)).toEqual([{ clientId: ann.doc.clientID, clock: 1, state: { cell: 'c1', user } }]);
});

test('WI36 presence of another person’s client id closes the one who sends it', async () => {
  const [ann, bo, cy] = [await enter('ann'), await enter('bo'), await enter('cy')];
  ann.present({ cell: '1' }, 1);
  bo.present({ cell: '2' }, 2, ann.doc.clientID);
  cy.present(null, 2, ann.doc.clientID);
  await clock.pass(50);
  expect([ann.closed, bo.closed, cy.closed]).toEqual([null, 'foreign-client-id', 'foreign-client-id']);
  const di = await enter('di');
  expect(seen(di)).toMatchObject([{ clock: 1, state: { cell: '1' } }]);
});

test('WI37 y-websocket repeats what it hears of others: such echoes are neither claims nor news', async () => {
  const [ann, bo, cy] = [await enter('ann'), await enter('bo'), await enter('cy')];
  ann.present({ cell: '1' }, 5);
  await clock.pass(50);
  for (const hand of [ann, bo, cy]) seen(hand);
  bo.present({ cell: '1' }, 5, ann.doc.clientID);
  bo.present(null, 5, ann.doc.clientID);
  await clock.pass(50);
  expect([bo.closed, seen(cy)]).toEqual([null, []]);
  ann.seat.leave();
  await clock.pass(50);
  expect(seen(cy)).toEqual([{ clientId: ann.doc.clientID, clock: 5, state: null }]);
  bo.present({ cell: '1' }, 5, ann.doc.clientID);
  await clock.pass(50);
  expect([bo.closed, seen(cy)]).toEqual([null, []]);
  const again = await new Hand('ann').sync(rooms);
  again.present({ cell: '3' }, 6, ann.doc.clientID);
  await clock.pass(50);
  expect([again.closed, seen(cy)]).toMatchObject([null, [{ clock: 6, state: { cell: '3' } }]]);
});

test('WI38 whoever comes in learns who is there, and everybody learns who has gone', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  ann.present({ cell: '1' }, 1);
  bo.present({ cell: '2' }, 1);
  await clock.pass(50);
  const cy = await enter('cy');
  expect(seen(cy).map(({ state }) => state?.['cell'])).toEqual(['1', '2']);
  ann.seat.leave();
  bo.present(null, 2);
  await clock.pass(50);
  expect(seen(cy).map(({ state }) => state)).toEqual([null, null]);
  cy.say({ type: 'query-awareness' });
  expect(seen(cy)).toEqual([]);
});

test('WI38 a connection that comes back with its old clock is seen again', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  const [awareness, screen] = [new Awareness(ann.doc), new Awareness(bo.doc)];
  awareness.setLocalState({ cell: '1' });
  const say = (hand: Hand): void => {
    const clock = awareness.meta.get(awareness.clientID)?.clock ?? 0;
    hand.present(awareness.getLocalState(), clock, awareness.clientID);
  };
  const show = (hand: Hand, target: Awareness): void => {
    for (const { clientId, clock, state } of seen(hand)) {
      const source = new Awareness(hand.doc);
      source.states.set(clientId, state ?? {});
      source.meta.set(clientId, { clock, lastUpdated: 0 });
      if (state === null) source.states.delete(clientId);
      applyAwarenessUpdate(target, encodeAwarenessUpdate(source, [clientId]), 'server');
      source.destroy();
    }
  };
  say(ann);
  await clock.pass(50);
  show(bo, screen);
  ann.seat.leave();
  await clock.pass(50);
  show(bo, screen);
  expect(screen.getStates().has(awareness.clientID)).toBe(false);
  const again = new Hand('ann');
  await again.sync(rooms);
  say(again);
  show(again, awareness);
  say(again);
  await clock.pass(50);
  show(bo, screen);
  expect(screen.getStates().get(awareness.clientID)).toMatchObject({ cell: '1' });
  for (const one of [awareness, screen]) one.destroy();
});

test('WI39 presence is for rooms where people write together; elsewhere it is dropped without a word', async () => {
  for (const [document, isShown] of [
    ['charter', true],
    ['board', false],
    ['catalogue', false],
  ] as const) {
    const [ann, bo] = [await enter('ann', document), await enter('bo', document)];
    ann.present({ cell: '1' }, 1);
    await clock.pass(50);
    expect([ann.closed, seen(bo).length > 0], document).toEqual([null, isShown]);
  }
});

test('WI40 of a burst of presence the last state of each person travels; one that is too large does not', async () => {
  const [ann, bo, cy] = [await enter('ann'), await enter('bo'), await enter('cy')];
  for (let index = 1; index <= 30; index++) {
    ann.present({ cell: `${index}` }, index);
    bo.present({ cell: `-${index}` }, index);
  }
  ann.present({ cell: 'x'.repeat(limits.awarenessBytes) }, 31);
  await clock.pass(50);
  expect(cy.take('awareness').map((frame) => read(frame).map(({ state }) => state?.['cell']))).toEqual([['30', '-30']]);
});

test('WI56 who speaks for more client ids than one person can have is closed, at no cost to the others', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  ann.present({ cell: '1' }, 1);
  const started = performance.now();
  for (let id = 1; id <= 60_000; id++) bo.present({ cell: `${id}` }, 1, id);
  expect(bo.closed).toBe('foreign-client-id');
  expect(performance.now() - started).toBeLessThan(5_000);
  await clock.pass(50);
  expect((await enter('cy')).take('awareness').flatMap((frame) => frame.entries)).toHaveLength(1);
});

test('WI56 presence that comes and goes under ever new client ids is closed too', async () => {
  const bo = await enter('bo');
  for (let id = 1; id <= limits.clientIdsPerConnection + 1; id++) {
    bo.present({ cell: `${id}` }, 1, id);
    bo.present(null, 2, id);
  }
  expect(bo.closed).toBe('foreign-client-id');
});

/** What one seat is sent of presence while time passes. */
const bytesOf = (hand: Hand): number =>
  hand.take('awareness').reduce((sum, frame) => sum + encodeFrame(frame).byteLength, 0);

test('WI93 presence takes so much per second of each seat and no more: the last state of each still travels', async () => {
  const people = await Promise.all(Array.from({ length: 500 }, (_, index) => enter(`p${index}`)));
  const cell = 'x'.repeat(limits.shortText - 10);
  const seconds = 10;
  const point = (turn: number) => {
    for (const one of people) one.present({ cell: `${turn}${cell}` }, turn);
  };
  point(1);
  await clock.pass(1_000);
  const reader = await enter('reader');
  expect(bytesOf(reader)).toBeLessThan(limits.awarenessBytesPerRoom);
  for (let turn = 2; turn < 2 + seconds * 5; turn++) {
    point(turn);
    await clock.pass(200);
  }
  const one = 500 * 400;
  const bytes = bytesOf(reader);
  expect(bytes).toBeGreaterThan(limits.awarenessBytesPerSecond * seconds * 0.5);
  expect(bytes).toBeLessThan(limits.awarenessBytesPerSecond * seconds + one);
  await clock.pass(10_000);
  const last = seen(reader).map(({ clock: at }) => at);
  expect(last.filter((at) => at === 1 + seconds * 5)).toHaveLength(500);
});

test('WI92 an echo of what was forgotten long ago closes nobody, and takes over nobody', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  ann.present({ cell: '1' }, 5);
  ann.seat.leave();
  let id = 1;
  for (let crowd = 0; crowd < 90; crowd++) {
    const hand = await enter(`crowd${crowd}`);
    for (let turn = 0; turn < limits.clientIdsAnnounced; turn++, id++) {
      hand.present({ cell: '1' }, 7, id);
      hand.present(null, 8, id);
    }
    expect(hand.closed).toBeNull();
    hand.seat.leave();
  }
  bo.present({ cell: '1' }, 5, ann.doc.clientID);
  expect(bo.closed).toBeNull();
  bo.present({ cell: '1' }, 9, ann.doc.clientID);
  expect(bo.closed).toBe('foreign-client-id');
});

test('WI91 who has too much shown is not told to say it anew without end, and is seen when there is room', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  for (let id = 1; id <= limits.awarenessPerPerson; id++) bo.present({ cell: `${id}` }, 1, id);
  await clock.pass(50);
  for (const hand of [ann, bo]) heard(hand);
  bo.present({ cell: 'one more' }, 1, 99);
  await clock.pass(1_000);
  expect([heard(bo), seen(ann), bo.closed]).toEqual([[], [], null]);
  bo.present(null, 2, 1);
  bo.present({ cell: 'one more' }, 2, 99);
  await clock.pass(1_000);
  expect(seen(ann).map(({ clientId }) => clientId)).toEqual([1, 99]);
});

test('WI98 a room shows so many states and no more, and closes nobody for one more', async () => {
  const people = Math.ceil(limits.awarenessPerRoom / limits.awarenessPerPerson);
  for (let index = 0, id = 1; index < people; index++) {
    const hand = await enter(`p${index}`);
    for (let own = 0; own < limits.awarenessPerPerson && id <= limits.awarenessPerRoom; own++, id++)
      hand.present({}, 1, id);
  }
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  expect(seen(bo)).toHaveLength(limits.awarenessPerRoom);
  ann.present({}, 1, 9_001);
  await clock.pass(10_000);
  seen(bo);
  expect(seen(await enter('cy'))).toHaveLength(limits.awarenessPerRoom);
  ann.present({}, 2, 9_001);
  await clock.pass(1_000);
  expect([seen(bo), ann.closed]).toEqual([[], null]);
});

test('WI57 who asks for all presence without end is closed and may come back', async () => {
  const ann = await enter('ann');
  // It has asked for the document's state already.
  for (let index = 1; index < limits.stateAsks; index++) ann.say({ type: 'query-awareness' });
  expect(ann.closed).toBeNull();
  ann.say({ type: 'query-awareness' });
  expect(ann.closed).toBe('too-many-requests');
});

test('WI90 a fault in what one says of oneself ends that connection and nothing else', async () => {
  const [ann, bo] = [await enter('ann'), await enter('bo')];
  const broken = {
    get id(): never {
      throw new TypeError('no name');
    },
  };
  Object.defineProperty(bo, 'person', { value: broken });
  bo.present({ cell: '1' }, 1);
  expect([ann.closed, bo.closed]).toEqual([null, 'internal']);
});
