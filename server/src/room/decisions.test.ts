import { beforeEach, expect, test } from 'vitest';
import type { RoomDirectory } from '../ports.ts';
import type { Decision } from '../workshop/decisions.ts';
import { freshRooms, group, Hand, type ManualClock, type ManualLog, settled } from './room.fixture.ts';

let clock: ManualClock;
let log: ManualLog;
let rooms: RoomDirectory;

beforeEach(async () => {
  ({ clock, log, rooms } = await freshRooms());
});

const decision: Decision = { type: 'stage-set', stage: 'plenary' };
const enter = (name: string): Promise<Hand> => new Hand(name).sync(rooms);

test('WI60 a decision is made on all that was accepted before it, and what is written meanwhile comes under the rights of after', async () => {
  const [ann, cy] = [await enter('ann'), await enter('cy')];
  log.isHeld = true;
  ann.write('before ');
  const seen: string[] = [];
  let decide = (): void => {};
  const decided = new Promise<void>((resolve) => {
    decide = resolve;
  });
  const deciding = rooms.still(group, async (doc) => {
    seen.push(doc.getText('text').toString());
    await decided;
    return 'decision';
  });
  await settled();
  ann.write('meanwhile ');
  cy.write('allowed ');
  expect(seen).toEqual([]);
  await log.commit();
  await log.commit();
  expect([seen, log.entries.length]).toEqual([['before '], 3]);
  ann.refusal = { allowed: false, why: 'strategy-closed' };
  decide();
  expect(await deciding).toEqual({ ok: true, value: 'decision' });
  await log.commit();
  expect([log.words().replace('before ', ''), ann.take('denied').length]).toEqual(['allowed ', 1]);
});

test('WI60 a decision on words that the disk does not take is not made', async () => {
  const ann = await enter('ann');
  log.isFull = true;
  ann.write('word');
  await clock.pass(50);
  let runs = 0;
  const decision = await rooms.still(group, async () => {
    runs += 1;
  });
  expect([decision, runs]).toEqual([{ ok: false, problem: 'not-stored' }, 0]);
});

test('WI84 a decision does not wait for a document that is still being opened, and whoever comes into it then comes under the decision', async () => {
  const ann = await enter('ann');
  const reading = Promise.withResolvers<void>();
  const works = log.readUpdates.bind(log);
  log.readUpdates = async (...which) => {
    await reading.promise;
    return await works(...which);
  };
  const bo = new Hand('bo');
  const joining = bo.sync(rooms, 'board');
  await settled();
  const made = Promise.withResolvers<void>();
  const seen: string[] = [];
  const deciding = rooms.allStill(null, async () => {
    seen.push('deciding');
    await made.promise;
    bo.refusal = { allowed: false, why: 'strategy-closed' };
  });
  await settled();
  reading.resolve();
  await settled();
  expect([seen, bo.seat]).toEqual([['deciding'], undefined]);
  made.resolve();
  expect((await deciding).ok).toBe(true);
  await joining;
  bo.write('too late');
  await settled();
  expect([bo.take('denied').length, ann.closed]).toEqual([1, null]);
});

test('DO70 what was written under the old rights is stored before the decision that takes them away, in all rooms', async () => {
  const [ann, bo] = [await enter('ann'), await new Hand('bo').sync(rooms, 'board')];
  log.isHeld = true;
  for (let index = 0; index < 40; index++) (index % 2 ? ann : bo).write('x');
  const deciding = rooms.allStill(null, async () => {
    const decided = log.append([{ author: null, body: { kind: 'decision', decision } }]);
    ann.write('too late');
    await log.commit();
    await decided;
    ann.refusal = { allowed: false, why: 'strategy-closed' };
  });
  const cy = new Hand('cy');
  const joining = cy.sync(rooms);
  for (let turn = 0; turn < 5; turn++) {
    await log.commit();
    await clock.pass(40);
  }
  expect((await deciding).ok).toBe(true);
  await joining;
  await clock.pass(100);
  const last = log.entries.at(-1);
  expect([last?.body.kind, log.words().length, log.words('board').length]).toEqual(['decision', 20, 20]);
  expect([ann.take('denied').length, cy.words.length]).toEqual([1, 20]);
});

test('DO70 a decision is not made while the disk does not take what was accepted before it', async () => {
  const ann = await enter('ann');
  log.isFull = true;
  ann.write('word');
  await clock.pass(50);
  let runs = 0;
  const decided = rooms.allStill(null, async () => {
    runs += 1;
  });
  expect([await decided, runs]).toEqual([{ ok: false, problem: 'not-stored' }, 0]);
  log.isFull = false;
  await clock.pass(6_000);
  expect([log.words(), (await rooms.allStill(null, async () => 'made')).ok]).toEqual(['word', true]);
});

test('DO70 a decision about one person keeps nobody waiting who sits elsewhere', async () => {
  const [ann, bo] = [await enter('ann'), await new Hand('bo').sync(rooms, 'board')];
  log.isHeld = true;
  bo.write('on its way');
  ann.write('before');
  let decide = (): void => {};
  const decided = new Promise<void>((resolve) => {
    decide = resolve;
  });
  const deciding = rooms.allStill(ann.person.id, () => decided);
  await log.commit();
  bo.write(' and on');
  ann.write(' held');
  await clock.pass(50);
  await log.commit();
  await clock.pass(50);
  await log.commit();
  expect([log.words('board'), log.words()]).toEqual(['on its way and on', 'before']);
  decide();
  await deciding;
  await log.commit();
  expect(log.words()).toBe('before held');
});
