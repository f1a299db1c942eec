import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { type GroupId, groupDocument } from '@board/shared/ids';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../server/src/main.ts';
import type { Journal } from '../server/src/ports.ts';
import { createWorkshop, type Joined, join, type Workshop } from './support/people.ts';
import { until } from './support/until.ts';
import { Writer } from './support/writer.ts';

const quiet: Journal = { info: () => {}, warn: () => {}, error: () => {} };

let folder: string;
let server: RunningServer;
let workshop: Workshop;
let [ann, bo]: Joined[] = [];
let [own, other]: GroupId[] = [];
const writers: Writer[] = [];

beforeEach(async () => {
  folder = await mkdtemp(joinPath(tmpdir(), 'board-sync-'));
  server = await start(0);
  workshop = await createWorkshop(server.address, 'A workshop', ['Labour', 'Health']);
  [own, other] = workshop.groups.map((group) => group.id);
  ann = await join(workshop, 'Ann', { groupId: own! });
  bo = await join(workshop, 'Bo', { groupId: own! });
});

afterEach(async () => {
  for (const writer of writers.splice(0)) writer.close();
  await server.close();
  await rm(folder, { recursive: true, maxRetries: 5 });
});

const start = (port: number): Promise<RunningServer> =>
  startServer(
    { host: '127.0.0.1', port, dataDir: folder, publicUrl: null, createKey: null, metricsKey: null },
    { journal: quiet, clientFolder: null },
  );

function opened(who: Joined, group: GroupId = own!): Writer {
  const writer = new Writer(who, groupDocument(group), 1);
  writers.push(writer);
  return writer;
}

const type = (writer: Writer, words: string): void =>
  writer.write(words, (doc) => doc.getText('text').insert(doc.getText('text').length, words));
const words = (writer: Writer): string => writer.doc.getText('text').toString();

test('WI53 unmodified y-websocket clients write together, and see who is there as the server knows them', async () => {
  const [first, second] = [await opened(ann!).synced(), await opened(bo!).synced()];
  first.provider.awareness.setLocalStateField('user', { name: 'Somebody else', color: 'red' });
  type(first, 'one ');
  await until('the other sees it', () => words(second) === 'one ');
  type(second, 'two ');
  await Promise.all([first.allStored(), second.allStored()]);
  await until('both agree', () => words(first) === 'one two ');
  const seen = () => second.provider.awareness.getStates().get(first.doc.clientID)?.['user'];
  await until('presence arrives', () => seen()?.id !== undefined);
  expect(seen()).toMatchObject({ id: ann!.id, name: 'Ann' });
  first.close();
  await until('the one who left is gone', () => !second.provider.awareness.getStates().has(first.doc.clientID));
});

test('WI53 many y-websocket clients who repeat each other’s presence keep their connections', async () => {
  const people = await Promise.all(['Cy', 'Di', 'Eva', 'Fay'].map((name) => join(workshop, name, { groupId: own! })));
  const all = await Promise.all([ann!, bo!, ...people].map((who) => opened(who).synced()));
  let drops = 0;
  for (const { provider } of all) provider.on('connection-close', () => drops++);
  for (let turn = 0; turn < 40; turn++) {
    for (const [index, writer] of all.entries()) {
      writer.provider.awareness.setLocalStateField('cell', turn);
      type(writer, `${index}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await until('all agree', () =>
    all.every((writer) => words(writer).length === 240 && words(writer) === words(all[0]!)),
  );
  const ids = all.map((writer) => writer.doc.clientID).sort();
  const present = (writer: Writer) => [...writer.provider.awareness.getStates().keys()].sort();
  await until('all see all', () => all.every((writer) => present(writer).join() === ids.join()));
  expect(drops).toBe(0);
});

test('WI54 what was typed while the server was away arrives when it is back, and presence too', async () => {
  const [first, second] = [await opened(ann!).synced(), await opened(bo!).synced()];
  type(first, 'before ');
  await first.allStored();
  first.provider.awareness.setLocalStateField('cell', 'c1');
  await until('presence', () => second.provider.awareness.getStates().has(first.doc.clientID));
  const { port } = new URL(server.address);
  await server.close();
  await until('both are offline', () => !first.provider.wsconnected && !second.provider.wsconnected);
  type(first, 'meanwhile ');
  type(second, 'elsewhere ');
  server = await start(Number(port));
  await until('both agree', () => words(first).length === 27 && words(first) === words(second));
  await until('presence is back', () => second.provider.awareness.getStates().has(first.doc.clientID));
});

test('WI55 y-websocket stops at a close that is final, and comes back by itself after one that is not', async () => {
  const writer = await opened(ann!).synced();
  const closes: number[] = [];
  writer.provider.on('connection-close', (event) => closes.push(event?.code ?? 0));
  await workshop.facilitator.must('PATCH', `/api/workshops/${workshop.workshopId}/groups/${own}`, { open: false });
  await until('it came back', () => closes.length === 1 && writer.provider.synced);
  await workshop.facilitator.must('DELETE', `/api/workshops/${workshop.workshopId}/people/${ann!.id}`);
  await until('it stopped', () => !writer.provider.shouldConnect);
  expect(closes).toEqual([4510, 4402]);
});

test('DO10 a y-websocket client without the right to write reads on while its own edits are refused', async () => {
  const [reader, writer] = [await opened(ann!, other).synced(), await opened(bo!).synced()];
  const late = await opened(ann!).synced();
  type(reader, 'not mine ');
  type(writer, 'mine ');
  await writer.allStored();
  await until('the reader of the own group sees it', () => words(late) === 'mine ');
  expect([reader.provider.wsconnected, reader.stored]).toEqual([true, []]);
  expect(words(await opened(bo!, other).synced())).toBe('');
});
