import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkshopCreated } from '@board/shared/commands';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';

const main = new URL('./main.ts', import.meta.url).pathname;
let folder: string;
let running: ChildProcess[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-main-'));
  running = [];
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

interface Process {
  child: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}

function launch(env: Record<string, string> = {}): Process {
  const settings = { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder, ...env };
  const child = spawn(process.execPath, [main], { env: settings });
  running.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, output: () => output, ended };
}

async function addressOf(server: Process): Promise<string> {
  const find = (): string | undefined => /http:\/\/127\.0\.0\.1:\d+/.exec(server.output())?.[0];
  await expect.poll(find, { timeout: 60_000 }).toBeDefined();
  return find()!;
}

const json = { 'content-type': 'application/json' };
async function create(address: string): Promise<WorkshopCreated & { cookie: string }> {
  const body = JSON.stringify({ title: 'T', groups: ['A'] });
  const answer = await fetch(`${address}/api/workshops`, { method: 'POST', headers: json, body });
  return { ...((await answer.json()) as WorkshopCreated), cookie: answer.headers.getSetCookie()[0]!.split(';')[0]! };
}
const me = (address: string, { workshopId, cookie }: { workshopId: string; cookie: string }) =>
  fetch(`${address}/api/workshops/${workshopId}/me`, { headers: { cookie } });

test('LO27 At a signal the server stores everything and ends with 0, with browsers connected and signals repeated', async () => {
  const first = launch();
  const address = await addressOf(first);
  const workshop = await create(address);
  const socket = new WebSocket(`${address.replace('http', 'ws')}/live/${workshop.workshopId}`, {
    headers: { cookie: workshop.cookie },
  });
  await new Promise((resolve) => socket.on('message', resolve));
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  const started = performance.now();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGTERM'] as const) first.child.kill(signal);
  expect(await first.ended).toBe(0);
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(await closed).toBe(4503);
  expect(await readdir(join(folder, 'workshops'))).toEqual([`${workshop.workshopId}.sqlite`]);
  const again = await addressOf(launch());
  expect((await me(again, workshop)).status).toBe(200);
});

test('LO28 Everything that is kept can be read by its owner only', async () => {
  const data = join(folder, 'data');
  const server = launch({ DATA_DIR: data });
  await create(await addressOf(server));
  const entries = await readdir(data, { recursive: true, withFileTypes: true });
  expect(entries.length).toBeGreaterThan(3);
  for (const entry of entries) {
    const { mode } = await stat(join(entry.parentPath, entry.name));
    expect([entry.name, mode & 0o077]).toEqual([entry.name, 0]);
  }
  expect((await stat(data)).mode & 0o077).toBe(0);
});

test('LO29 A damaged workshop file is refused and left alone; other workshops go on', async () => {
  const first = launch();
  const [damaged, sound] = [await create(await addressOf(first)), await create(await addressOf(first))];
  first.child.kill('SIGTERM');
  await first.ended;
  const file = join(folder, 'workshops', `${damaged.workshopId}.sqlite`);
  await truncate(file, 5_000);
  const bytes = await readFile(file);
  const address = await addressOf(launch());
  const answer = await me(address, damaged);
  expect([answer.status, await answer.json()]).toMatchObject([503, { error: { code: 'workshop-damaged' } }]);
  expect((await me(address, sound)).status).toBe(200);
  expect((await readFile(file)).equals(bytes)).toBe(true);
});

test('LO30 A damaged registry is made anew at the start, with every workshop that has a file', async () => {
  const first = launch();
  const workshop = await create(await addressOf(first));
  first.child.kill('SIGTERM');
  await first.ended;
  for (const name of ['registry.json', 'registry.last-good.json']) await writeFile(join(folder, name), '{"work');
  const server = launch();
  const address = await addressOf(server);
  expect((await fetch(`${address}/api/codes/${workshop.joinCode}`)).status).toBe(200);
  expect(server.output()).toContain('registry-damaged');
});

test('LO31 A workshop file that is carried to another machine works there', async () => {
  const first = launch();
  const workshop = await create(await addressOf(first));
  first.child.kill('SIGTERM');
  await first.ended;
  const elsewhere = join(folder, 'elsewhere');
  const name = `${workshop.workshopId}.sqlite`;
  await cp(join(folder, 'workshops', name), join(elsewhere, 'workshops', name), { recursive: true });
  const address = await addressOf(launch({ DATA_DIR: elsewhere }));
  expect((await fetch(`${address}/api/codes/${workshop.joinCode}`)).status).toBe(200);
  expect((await me(address, workshop)).status).toBe(200);
});

test.each([
  ['PORT=x', { PORT: 'x' }, 'PORT must be'],
  ['a folder that is a file', { DATA_DIR: main }, 'cannot be used'],
  ['an address of another machine', { HOST: '192.0.2.77' }, 'Cannot listen on 192.0.2.77'],
])('WO45 A server that cannot start says why in a sentence and ends with 1: %s', async (_what, env, sentence) => {
  const server = launch(env);
  expect(await server.ended).toBe(1);
  expect(server.output()).toContain(sentence);
  expect(server.output()).not.toContain('    at ');
});

test('WO45 A port that is in use, and a registry that cannot be made anew, stop the start with a sentence', async () => {
  const first = launch();
  const port = new URL(await addressOf(first)).port;
  const second = launch({ PORT: port, DATA_DIR: join(folder, 'second') });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`Port ${port} is in use`);
  const broken = await mkdtemp(join(folder, 'broken-'));
  await writeFile(join(broken, 'registry.json'), 'null');
  const third = launch({ DATA_DIR: broken });
  expect(await third.ended).toBe(1);
  expect(third.output()).toContain('is damaged');
  expect(await readFile(join(broken, 'registry.json'), 'utf8')).toBe('null');
});

test('LO35 A second server on the same folder does not start, says why, and the first goes on; after a kill the next one starts', async () => {
  const first = launch();
  const address = await addressOf(first);
  const workshop = await create(address);
  const second = launch();
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`Another server is using the folder ${folder}`);
  expect(second.output()).not.toContain('    at ');
  expect((await me(address, workshop)).status).toBe(200);
  first.child.kill('SIGKILL');
  await first.ended;
  expect((await me(await addressOf(launch()), workshop)).status).toBe(200);
});

test('WO46 A server that strangers can reach says loudly that it has no create key', async () => {
  const open = launch({ PUBLIC_URL: 'https://board.example' });
  await addressOf(open);
  await expect.poll(open.output).toContain('WARNING');
  const guarded = launch({ PUBLIC_URL: 'https://board.example', CREATE_KEY: 'ours', DATA_DIR: join(folder, 'other') });
  await addressOf(guarded);
  await expect.poll(guarded.output).toContain('To stop');
  expect(guarded.output()).toContain('https://board.example');
  expect(guarded.output()).not.toMatch(/WARNING|ours/);
});

test('DO34 What is not HTTP is answered with a refusal, and the server goes on', async () => {
  const address = await addressOf(launch());
  const { hostname, port } = new URL(address);
  for (const noise of [
    'junk\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n',
    '\u0000\u0001\u0002',
  ]) {
    const said = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.write(noise));
      let text = '';
      socket.on('data', (chunk) => (text += String(chunk)));
      socket.on('close', () => resolve(text));
      socket.on('error', () => resolve(text));
    });
    expect(said).toContain('400 Bad Request');
    expect(said).toContain('"code":"bad-request"');
  }
  expect((await fetch(`${address}/health`)).status).toBe(200);
});
