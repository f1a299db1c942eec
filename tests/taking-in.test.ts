import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import type { PersonJoined } from '@board/shared/commands';
import { groupDocument } from '@board/shared/ids';
import { type NewRecommendation, readCatalogue } from '@board/shared/model/catalogue';
import { carryOut, readOrders, takeBack } from '@board/shared/model/catalogue-changes';
import { readStrategy } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import { limits } from '@board/shared/protocol/limits';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Incoming } from '../client/src/files/merge/incoming.ts';
import { orderOf } from '../client/src/files/merge/order.ts';
import { planMerge } from '../client/src/files/merge/plan.ts';
import { findTwins, mergeTwins } from '../client/src/files/merge/twins.ts';
import { type RunningServer, startServer } from '../server/src/main.ts';
import { Caller } from './support/caller.ts';
import { createWorkshop, facilitatorOf, type Joined, join, type Workshop } from './support/people.ts';
import { until } from './support/until.ts';
import { readWorkshopFile, writtenBy } from './support/workshop-file.ts';
import { Writer } from './support/writer.ts';

/** Two facilitators take recommendations in, over real sockets to a real server. */
let folder: string;
let server: RunningServer;
let workshop: Workshop;
let ann: Joined;
let bo: Joined;
const writers: Writer[] = [];

beforeEach(async () => {
  folder = await mkdtemp(joinPath(tmpdir(), 'board-taking-in-'));
  server = await startServer(
    { host: '127.0.0.1', port: 0, dataDir: folder, publicUrl: null, createKey: null, metricsKey: null },
    { journal: { info: () => {}, warn: () => {}, error: () => {} }, clientFolder: null },
  );
  workshop = await createWorkshop(server.address, 'A workshop', ['Labour', 'Health']);
  ann = await facilitatorOf(workshop);
  const caller = new Caller(server.address);
  const at = `/api/workshops/${workshop.workshopId}/people`;
  const joined = await caller.must<PersonJoined>('POST', at, { key: workshop.facilitatorKey, name: 'Bo' });
  bo = { caller, id: joined.personId, workshopId: workshop.workshopId };
});
afterEach(async () => {
  for (const writer of writers.splice(0)) writer.close();
  await server.close();
  await rm(folder, { recursive: true, maxRetries: 5 });
});

async function open(who: Joined): Promise<Writer> {
  const writer = new Writer(who, 'catalogue', 1);
  writers.push(writer);
  return writer.synced();
}

const base = { themes: [], sdgs: [], source: '', byHand: [], isNumberGiven: false, sought: { words: [], states: [] } };

/** A list as it comes out of the preview. */
function listOf(most: number, change: Partial<Incoming> = {}): Incoming[] {
  return Array.from({ length: most }, (_, key): Incoming => {
    const text = {
      en: `Recommendation number ${key + 1} in some twenty words, as they stand in reports of working groups`,
    };
    return { ...base, key, number: `110.${key + 1}`, text, states: ['URY', 'GHA'], position: 'pending', ...change };
  });
}

/** What a press on "take in" does. */
function take(writer: Writer, who: Joined, list: Incoming[], at: number): void {
  writer.write(`list ${at}`, (doc) => {
    const contents = orderOf(planMerge(readCatalogue(doc), list), new Map());
    carryOut(doc, { kind: 'list', by: who.id, at, ...contents });
  });
}

test('ME5 a list of the largest catalogue, and again with all positions changed, is one entry of the log each', async () => {
  const writer = await open(ann);
  take(writer, ann, listOf(limits.recommendations), 1);
  await writer.allStored();
  take(writer, ann, listOf(limits.recommendations, { position: 'noted' }), 2);
  await writer.allStored();
  const file = await readWorkshopFile(folder, workshop.workshopId);
  expect(writtenBy(file, ann.id, 'catalogue').length).toBe(2);
  const stored = readCatalogue(file.documents.get('catalogue')!);
  expect([stored.length, stored.every(({ position, was }) => position === 'noted' && was === 'pending')]).toEqual([
    limits.recommendations,
    true,
  ]);
});

test('ME6 one takes back what the other has gone on from: only what nobody has changed goes, for both and on the disk', async () => {
  const [first, second] = [await open(ann), await open(bo)];
  take(first, ann, listOf(20), 1);
  await until('Bo has it', () => readCatalogue(second.doc).length === 20);
  const noted = readCatalogue(second.doc)[4]!;
  second.write('by hand', (doc) => {
    const changes = [{ id: noted.id, field: 'text:en', value: 'In other words', byHand: true } as const];
    carryOut(doc, { kind: 'edit', by: bo.id, at: 2, added: [], changes });
  });
  await until('Ann has that', () => readCatalogue(first.doc)[4]?.text['en'] === 'In other words');
  const order = readOrders(first.doc).find(({ by }) => by === ann.id)!;
  first.write('back', (doc) => expect(takeBack(doc, order.id, () => false)).toEqual({ undone: 19, kept: 1 }));
  await first.allStored();
  await until('Bo sees it', () => readCatalogue(second.doc).length === 1);
  const { documents } = await readWorkshopFile(folder, workshop.workshopId);
  expect(readCatalogue(documents.get('catalogue')!)).toEqual(readCatalogue(first.doc));
  expect(readCatalogue(first.doc)).toMatchObject([{ number: '110.5', byHand: ['text:en'] }]);
  expect(readOrders(first.doc).map(({ by }) => by)).toEqual([bo.id]);
});

test('ME15 two take in the same list in the same moment: numbers that stand twice are found and merged, and the groups’ rows stay', async () => {
  const [first, second] = [await open(ann), await open(bo)];
  for (const { provider } of [first, second]) provider.disconnect();
  take(first, ann, listOf(12), 1);
  take(second, bo, listOf(12, { position: 'noted' }), 2);
  for (const { provider } of [first, second]) provider.connect();
  await until('both have both', () => [first, second].every(({ doc }) => readCatalogue(doc).length === 24));
  const group = workshop.groups[0]!.id;
  const table = new Writer(await join(workshop, 'Cy', { groupId: group }), groupDocument(group), 1);
  writers.push(await table.synced());
  const every = readCatalogue(first.doc).slice(0, 4);
  table.write('rows', (doc) => {
    for (const { id } of every) addRow(doc, id);
  });
  await table.allStored();

  const merge = (writer: Writer, who: Joined, at: number): void =>
    writer.write('merge', (doc) => {
      const changes = findTwins(readCatalogue(doc), () => 0).flatMap((twins) => mergeTwins(twins, 'first'));
      carryOut(doc, { kind: 'twins', by: who.id, at, added: [], changes });
    });
  for (const { provider } of [first, second]) provider.disconnect();
  merge(first, ann, 3);
  merge(second, bo, 4);
  for (const { provider } of [first, second]) provider.connect();
  const seen = (writer: Writer): unknown => readCatalogue(writer.doc).map(({ number, position }) => [number, position]);
  await until('both see each number once', () =>
    [first, second].every(({ doc }) => readCatalogue(doc).length === 12 && readOrders(doc).length === 4),
  );
  expect(seen(first)).toEqual(seen(second));
  expect(readCatalogue(first.doc).every(({ position, aliases }) => position === 'noted' && aliases?.length === 1)).toBe(
    true,
  );
  const ids = new Set(readCatalogue(first.doc).flatMap(({ id, aliases }) => [id, ...(aliases ?? [])]));
  expect(readStrategy(table.doc).every(({ recommendation }) => ids.has(recommendation!))).toBe(true);
});

test('ME5 of two lists that are taken in at once each is there as a whole, whichever comes first', async () => {
  const [first, second] = [await open(ann), await open(bo)];
  take(first, ann, listOf(50), 1);
  await until('Bo has it', () => readCatalogue(second.doc).length === 50);
  take(first, ann, listOf(50, { position: 'supported' }), 2);
  take(second, bo, listOf(50, { text: { km: 'អនុសាសន៍' } }), 3);
  await Promise.all([first.allStored(), second.allStored()]);
  const whole = ({ doc }: Writer): boolean =>
    readCatalogue(doc).every(({ position, text }) => position === 'supported' && text['km'] && text['en']);
  await until('both have both', () => [first, second].every(whole));
  expect(readCatalogue(first.doc)).toEqual(readCatalogue(second.doc));
  const plain: NewRecommendation = { number: '', text: {}, states: [], position: 'pending', themes: [], source: '' };
  expect(Object.keys(plain).every((key) => key in readCatalogue(first.doc)[0]!)).toBe(true);
});
