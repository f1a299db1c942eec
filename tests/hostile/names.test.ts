import { readdir } from 'node:fs/promises';
import { groupDocument } from '@board/shared/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BareSocket, browserHeaders } from '../support/bare-socket.ts';
import { createWorkshop, type Joined, join, type Workshop } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';

let server: ServerProcess;
let own: Workshop;
let foreign: Workshop;
let member: Joined;

beforeAll(async () => {
  server = await ServerProcess.start();
  own = await createWorkshop(server.address, 'The own workshop', ['Health']);
  foreign = await createWorkshop(server.address, 'Somebody else’s', ['Land']);
  member = await join(own, 'Mallory', { groupId: own.groups[0]!.id });
});
afterAll(() => server?.remove());

const filesNow = async (): Promise<string[]> => (await readdir(server.dataFolder, { recursive: true })).sort();

/** How a request for an upgrade, sent exactly as it is written here, comes out: its status, or the reason of its close. */
async function outcome(path: string): Promise<number | string> {
  const socket = new BareSocket(server.address, path, browserHeaders(member.caller));
  const status = await socket.answered();
  const closed = status === 101 ? await socket.whenClosed() : null;
  socket.end();
  return closed?.reason ?? status;
}

const documents = [
  '',
  '../data',
  '..%2f..%2fx',
  '..%5c..%5cx',
  'a%00b',
  '%00',
  '__proto__',
  'constructor',
  'x'.repeat(300),
  'x'.repeat(10_000),
  '%ff%fe',
  '%E0%A4%A',
  'board/',
  'board/../charter',
  'board%00',
  'board%2f',
  'BOARD',
  'group/',
  'group/..',
  'group/../board',
  'group/__proto__',
  'group%2f..%2fboard',
  'group/ffffffffffff',
  '~/board',
  'file:///etc/hostname',
];

test('CA8 (O08) a name that is no document of one’s own workshop is refused before a room or a file is made', async () => {
  const [files, rooms] = [await filesNow(), await server.number('board_rooms')];
  for (const name of documents) {
    expect(await outcome(`/sync/${own.workshopId}/${name}`), name).toBe('unknown-document');
  }
  expect(await outcome(`/sync/${own.workshopId}/${groupDocument(foreign.groups[0]!.id)}`)).toBe('unknown-document');
  expect(await outcome(`/sync/${foreign.workshopId}/${groupDocument(foreign.groups[0]!.id)}`)).toBe('not-joined');
  expect(await outcome(`/sync/${foreign.workshopId}/board`)).toBe('not-joined');
  expect(await outcome(`/live/${foreign.workshopId}`)).toBe('not-joined');
  expect([await filesNow(), await server.number('board_rooms')]).toEqual([files, rooms]);
});

test('CA8 (O08) a name that is no workshop is refused before a file is made, whatever tricks are in it', async () => {
  const files = await filesNow();
  const workshops = ['', '..', '../..', '..%2f..', '%2e%2e%2fregistry', 'registry.json', '__proto__', 'constructor'];
  workshops.push('a%00b', '%00', 'x'.repeat(300), 'ffffffffffff', `${own.workshopId}%00`, `${own.workshopId}.sqlite`);
  workshops.push(own.workshopId.toUpperCase(), `%20${own.workshopId}`, '%ff', '*');
  for (const name of workshops) {
    expect(await outcome(`/sync/${name}/board`), name).toMatch(/^unknown-/);
    expect(String(await outcome(`/live/${name}`)), name).toMatch(/^(unknown-workshop|404)$/);
  }
  const routes = ['/', '/sync', '/edit', '/sync/../sync/x/board', '//sync/x/board', `/live/${own.workshopId}/edit`];
  routes.push(
    '\\sync\\x\\board',
    `/LIVE/${own.workshopId}`,
    'http://example.invalid/sync/x/board',
    '*',
    'sync/x/board',
  );
  for (const route of routes) expect(String(await outcome(route)), route).toMatch(/^(unknown-workshop|404|400)$/);
  for (const path of [
    '/live/../../registry.json',
    '/..%2f..%2fregistry.json',
    '/workshops/x.sqlite',
    '/registry.json',
  ]) {
    const answer = await member.caller.call('GET', path);
    expect([200, 404], path).toContain(answer.status);
    expect(JSON.stringify(answer.body), path).not.toContain(own.joinCode);
  }
  expect(await filesNow()).toEqual(files);
});

test('CA8 (O08) a request in the name of a foreign page, or without any session, opens no socket', async () => {
  const path = `/sync/${own.workshopId}/board`;
  for (const origin of ['http://example.invalid', 'null', `${server.address}.example.invalid`, `${server.address}@x`]) {
    const socket = new BareSocket(server.address, path, { ...browserHeaders(member.caller), Origin: origin });
    expect(await socket.answered(), origin).toBe(403);
  }
  const nobody = new BareSocket(server.address, path, { Origin: server.address });
  expect(await nobody.whenClosed()).toEqual({ code: 4401, reason: 'not-joined' });
});
