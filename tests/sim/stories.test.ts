import { type GroupId, groupDocument, type PersonId } from '@board/shared/ids';
import { readStrategy } from '@board/shared/model/strategy';
import { addRow, removeRow, setPriority } from '@board/shared/model/strategy-edits';
import type { Role } from '@board/shared/policy';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from './actors.ts';
import { VirtualClock } from './clock.ts';
import { MemoryStorage } from './disk.ts';
import { Projector } from './projector.ts';
import { newSeed, Random } from './random.ts';
import { groups, World } from './world.ts';

/** Short stories that a newcomer can read. Network and disk are as slow as chance makes them; nothing depends on it. */

const health = groups[0] as GroupId;
const strategy = groupDocument(health);
const none = new Set<GroupId>();
let world: World;

beforeEach(async () => {
  const clock = new VirtualClock();
  const random = new Random(newSeed());
  world = new World(new MemoryStorage(clock, random), clock, random);
  await world.start();
});

function enter(id: string, role: Role = 'member', groupId: GroupId | null = health): Actor {
  return world.enter({ id: id as PersonId, role, groupId }, strategy);
}

async function two(): Promise<[Actor, Actor]> {
  const pair: [Actor, Actor] = [enter('sokha'), enter('maly')];
  await world.pass(5_000);
  addRow(pair[0].doc, null);
  await world.pass(5_000);
  return pair;
}

const words = (actor: Actor) => readStrategy(actor.doc).map((row) => row.mechanisms);
const onDisk = () => readStrategy(world.watcher.durable(strategy)).map((row) => row.mechanisms);

test('NE21 two type into one cell at once: both see both words', async () => {
  const [sokha, maly] = await two();
  const [one, other] = [sokha.type(), maly.type()];
  await world.pass(5_000);
  expect(words(sokha).join()).toContain(one);
  expect(words(sokha).join()).toContain(other);
  expect(words(maly)).toEqual(words(sokha));
  expect(onDisk()).toEqual(words(sokha));
});

test('NE21 words typed while the server is away arrive when it is back, and are then told to be stored', async () => {
  const [sokha, maly] = await two();
  world.loseConnection(sokha);
  const word = sokha.type();
  await world.restart();
  expect(onDisk().join()).not.toContain(word);
  await world.pass(10_000);
  expect(onDisk().join()).toContain(word);
  expect(words(maly)).toEqual(words(sokha));
});

test('NE21 words typed offline outlive a reload of the page', async () => {
  const [sokha, maly] = await two();
  world.loseConnection(sokha);
  const word = sokha.type();
  sokha.reload();
  await world.pass(10_000);
  expect(words(maly).join()).toContain(word);
});

test('NE21 one deletes the row in which another types offline: it is gone for both, and both go on', async () => {
  const [sokha, maly] = await two();
  world.loseConnection(sokha);
  const row = readStrategy(maly.doc)[0]!.id;
  removeRow(maly.doc, row);
  setPriority(sokha.doc, row, true);
  await world.pass(10_000);
  expect(readStrategy(sokha.doc)).toEqual([]);
  const word = maly.type();
  await world.pass(10_000);
  expect(words(sokha)).toEqual([word]);
});

test('NE21 words typed offline while the strategy is closed are kept by the writer and arrive when it is opened again', async () => {
  const [sokha, maly] = await two();
  world.loseConnection(sokha);
  const word = sokha.type();
  world.setOpen(none);
  await world.pass(10_000);
  expect(words(sokha).join()).toContain(word);
  expect(onDisk().join()).not.toContain(word);
  world.setOpen(new Set(groups));
  await world.pass(10_000);
  expect(words(maly).join()).toContain(word);
});

test('NE21 while the disk is full nobody is told stored; when there is room again everything is there', async () => {
  const [sokha, maly] = await two();
  world.setDiskRefuses(1);
  const told = sokha.stored;
  const word = sokha.type();
  await world.pass(3_000);
  expect([sokha.stored, sokha.isConnected, maly.isConnected]).toEqual([told, true, true]);
  expect(words(maly).join()).not.toContain(word);
  world.setDiskRefuses(0);
  await world.pass(10_000);
  expect(words(maly).join()).toContain(word);
  expect(world.watcher.faults).toEqual([]);
});

test('LV32 when the clock is put back by an hour, the hall sees what is typed as soon as before', async () => {
  const projector = new Projector(world);
  await world.restart();
  const [sokha] = await two();
  expect(projector.rows(health)).toBe(1);
  world.clock.jump(-3_600_000);
  for (let rows = 2; rows <= 4; rows++) {
    addRow(sokha.doc, null);
    await world.pass(2_000);
    expect(projector.rows(health)).toBe(rows);
  }
});

test('NE21 what an observer sends is seen by nobody', async () => {
  const [sokha] = await two();
  const observer = enter('nosy', 'observer', null);
  await world.pass(5_000);
  const word = observer.type();
  await world.pass(10_000);
  expect(words(sokha).join()).not.toContain(word);
  expect(onDisk().join()).not.toContain(word);
});
