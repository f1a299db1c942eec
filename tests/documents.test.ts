import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { type GroupId, groupDocument, type WorkshopId } from '@board/shared/ids';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import WebSocketOfNode from 'ws';
import type * as Y from 'yjs';
import { DocumentConnection } from '../client/src/sync/document-connection.ts';
import { DocumentSession, type RightsHere } from '../client/src/sync/document-session.ts';
import type { DocumentStatus } from '../client/src/sync/document-status.ts';
import type { LiveConnection } from '../client/src/sync/live.ts';
import { type RunningServer, startServer } from '../server/src/main.ts';
import { createWorkshop, type Joined, join, type Workshop } from './support/people.ts';
import { until } from './support/until.ts';

/** The client's own documents on real sockets to a real server; only the browser around them is missing. */
let folder: string;
let server: RunningServer;
let workshop: Workshop;
let group: GroupId;
let ann: Joined;
const toClose: { close(): unknown }[] = [];
const browser = { WebSocket: globalThis.WebSocket, location: globalThis.location };

const start = (port: number): Promise<RunningServer> =>
  startServer(
    { host: '127.0.0.1', port, dataDir: folder, publicUrl: null, createKey: null, metricsKey: null },
    { journal: { info: () => {}, warn: () => {}, error: () => {} }, clientFolder: null },
  );

beforeEach(async () => {
  folder = await mkdtemp(joinPath(tmpdir(), 'board-documents-'));
  server = await start(0);
  workshop = await createWorkshop(server.address, 'A workshop', ['Labour', 'Health']);
  group = workshop.groups[0]!.id;
  ann = await join(workshop, 'Ann', { groupId: group });
});

afterEach(async () => {
  for (const one of toClose.splice(0)) await one.close();
  await server.close();
  await rm(folder, { recursive: true, maxRetries: 5 });
});

afterAll(() => Object.assign(globalThis, browser));

/** Makes the browser's globals those of one person; what is built then keeps them. */
function asPerson(person: Joined): void {
  const { host, protocol } = new URL(server.address);
  class PersonsSocket extends WebSocketOfNode {
    constructor(url: string | URL) {
      super(url, { headers: { cookie: person.caller.cookie, origin: server.address } });
    }
  }
  Object.assign(globalThis, { WebSocket: PersonsSocket, location: { host, protocol } });
}

interface Opened {
  connection: DocumentConnection;
  /** Every status that was told, in order. */
  told: DocumentStatus[];
}

function open(person: Joined, generation = 1): Opened {
  asPerson(person);
  const told: DocumentStatus[] = [];
  const connection = new DocumentConnection({
    address: `${server.address.replace('http', 'ws')}/sync/${workshop.workshopId}`,
    document: groupDocument(group),
    generation,
    copy: 'none',
    onStatus: (status) => told.push(status),
    onClosed: () => {},
    onDenied: () => {},
  });
  toClose.push(connection);
  return { connection, told };
}

const isSaved = ({ connection }: Opened): boolean => connection.status.state === 'saved';

function write(doc: Y.Doc, words: string): void {
  const row = addRow(doc, null);
  const action = readStrategy(doc).find((one) => one.id === row)?.actions[0];
  const fragment = action && cellFragment(doc, { row, action: action.id, cell: 'text' });
  if (fragment) fillFragment(fragment, words);
}

const texts = (doc: Y.Doc): string[] => readStrategy(doc).flatMap((row) => row.actions.map(({ text }) => text));

test('NE5 edits made while the server is away are counted, sent when it is back, and then no longer wait', async () => {
  const a = open(ann);
  await until('Ann has the document', () => isSaved(a));
  write(a.connection.doc, 'written together');
  await until('that is stored', () => isSaved(a));

  const { port } = new URL(server.address);
  await server.close();
  await until('Ann knows', () => a.connection.status.state === 'connecting');
  write(a.connection.doc, 'written alone');
  expect(a.connection.status).toMatchObject({ state: 'waiting', edits: 2, connected: false, kept: false });

  server = await start(Number(port));
  await until('all is stored', () => isSaved(a), 40_000);
  expect(a.connection.waiting).toBe(0);
  const later = open(await join(workshop, 'Bo', { groupId: group }));
  await until('somebody else has the document', () => isSaved(later));
  expect(texts(later.connection.doc)).toEqual(['written together', 'written alone']);
});

test('NE6 between an edit and the word that it is stored the page never says saved', async () => {
  const a = open(ann);
  await until('Ann has the document', () => isSaved(a));
  for (let round = 0; round < 20; round++) {
    write(a.connection.doc, `words ${round}`);
    expect(a.connection.status).toMatchObject({ state: 'waiting', connected: true });
    await until('that is stored', () => isSaved(a));
  }
  expect(a.told.filter(({ state }) => state === 'saved').length).toBe(21);
});

test('NE2 a document of another generation is refused for good, with its reason', async () => {
  const a = open(ann, 7);
  await until('Ann is refused', () => a.connection.status.state === 'refused');
  expect(a.connection.status).toEqual({ state: 'refused', why: 'generation-moved', edits: 0 });
});

/** A live view that says only which generation the group's document has. */
function liveWith(generation: number): { live: LiveConnection; move: (to: number) => void } {
  let listener = (): void => {};
  let documents = { [groupDocument(group)]: generation };
  const live = {
    getSnapshot: () => ({ status: { state: 'live' }, view: { documents }, openings: 1 }),
    subscribe: (added: () => void) => {
      listener = added;
      return () => {};
    },
  } as unknown as LiveConnection;
  const move = (to: number): void => {
    documents = { [groupDocument(group)]: to };
    listener();
  };
  return { live, move };
}

const rights: RightsHere = { now: () => null, subscribe: () => () => {}, askAgain: () => {} };

function openSession(person: Joined, live: LiveConnection): DocumentSession {
  asPerson(person);
  const id: WorkshopId = workshop.workshopId;
  const session = new DocumentSession({ workshop: id, document: groupDocument(group), live, rights });
  toClose.push(session);
  return session;
}

test('NE7 words that come too late for a closed strategy are set aside and offered back', async () => {
  const session = openSession(ann, liveWith(1).live);
  const now = () => session.getSnapshot();
  await until('Ann has the document', () => now().status.state === 'saved');
  const first = now().doc!;
  const path = `/api/workshops/${workshop.workshopId}/groups/${group}`;
  await workshop.facilitator.call('PATCH', path, { open: false });
  write(first, 'too late');
  await until('the words are set aside', () => now().asides.length === 1);
  const [aside] = now().asides;
  expect(now().doc).not.toBe(first);
  expect(aside).toMatchObject({ why: 'read-only', edits: 2 });
  expect(await aside!.readWords(now().doc!)).toEqual(['too late']);
  expect(texts(now().doc!)).toEqual([]);
  session.discard(aside!.name);
  expect(now().asides).toEqual([]);
});

test('NE7 when the generation moves, unsent words are set aside and the page starts from the new document', async () => {
  const { live, move } = liveWith(7);
  const session = openSession(ann, live);
  const now = () => session.getSnapshot();
  await until('the old generation is refused', () => now().status.state === 'refused');
  write(now().doc!, 'of another history');
  move(1);
  await until('the new one is there', () => now().status.state === 'saved');
  expect(now().asides.map(({ why, edits }) => ({ why, edits }))).toEqual([{ why: 'generation-moved', edits: 2 }]);
  expect(await now().asides[0]!.readWords(now().doc!)).toEqual(['of another history']);
  expect(texts(now().doc!)).toEqual([]);
});
