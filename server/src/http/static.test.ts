import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../main.ts';

/** A file as large as the largest of the client. */
const large = Buffer.alloc(2 * 1024 * 1024, ' ');

let folder: string;
let server: RunningServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-static-'));
  const client = join(folder, 'client');
  await mkdir(join(client, 'assets'), { recursive: true });
  await writeFile(join(client, 'index.html'), '<title>Board</title>');
  await writeFile(join(client, 'icon.svg'), '<svg/>');
  await writeFile(join(client, 'assets', 'main-abc123.js'), 'let a = 1;');
  await writeFile(join(client, 'assets', 'main-abc123.js.gz'), gzipSync('let a = 1;'));
  await writeFile(join(client, 'assets', 'main-dddddd.js'), 'let b = 2;');
  await writeFile(join(client, 'assets', 'main-dddddd.js.gz'), gzipSync('let b = 2;'));
  await writeFile(join(client, 'assets', 'large-abc123.js'), large);
  await writeFile(join(folder, 'secret.txt'), 'outside');
  const quiet = () => undefined;
  server = await startServer(
    { host: '127.0.0.1', port: 0, dataDir: join(folder, 'data'), publicUrl: null, createKey: null, metricsKey: null },
    { clientFolder: client, journal: { info: quiet, warn: quiet, error: quiet } },
  );
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test('DO31 The page is never kept by a browser, files with a hash in their name for ever', async () => {
  const cacheOf = async (path: string): Promise<string | null> =>
    (await fetch(server.address + path)).headers.get('cache-control');
  expect(await cacheOf('/')).toBe('no-store');
  expect(await cacheOf('/assets/main-abc123.js')).toBe('public, max-age=31536000, immutable');
  expect(await cacheOf('/icon.svg')).toBe('no-cache');
});

test('DO32 Every address of the board shows the page; a missing file, a command and a path outside do not', async () => {
  for (const path of ['/', '/j/ABC234', '/w/abcdefghjkmn/group/bcdefghjkmnp', '/gallery?dark']) {
    const answer = await fetch(server.address + path);
    expect([answer.status, await answer.text()]).toEqual([200, '<title>Board</title>']);
  }
  for (const path of [
    '/assets/gone.js',
    '/favicon.ico',
    '/api/gone',
    '/api',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
  ]) {
    const answer = await fetch(server.address + path);
    const body = await answer.text();
    expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
    expect(JSON.parse(body)).toHaveProperty('error.code');
    expect(body).not.toContain('outside');
  }
  expect((await fetch(`${server.address}/w/abc`, { method: 'POST' })).status).toBe(404);
});

test('DO33 Packed copies are sent to browsers that take them', async () => {
  const url = `${server.address}/assets/main-abc123.js`;
  const packed = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(packed.headers.get('content-type')).toContain('javascript');
  expect(await packed.text()).toBe(gunzipSync(gzipSync('let a = 1;')).toString());
  expect((await fetch(url, { headers: { 'accept-encoding': 'identity' } })).headers.get('content-encoding')).toBeNull();
});

test('DO73 Files of the client are read when the server starts, and answered alike with the disk gone: whole, or as what the browser has already', async () => {
  const name = 'main-dddddd.js';
  const file = join(folder, 'client', 'assets', name);
  const ask = async (headers: Record<string, string>) => {
    const answer = await fetch(`${server.address}/assets/${name}`, { headers });
    const kept = ['content-type', 'content-encoding', 'cache-control', 'vary', 'etag', 'x-content-type-options'];
    return { status: answer.status, text: await answer.text(), kept: kept.map((one) => answer.headers.get(one)) };
  };
  const packed = { 'accept-encoding': 'gzip, deflate, br' };
  const plain = { 'accept-encoding': 'identity' };
  const first = [await ask(packed), await ask(plain)];
  expect(first.map(({ status, text }) => [status, text])).toEqual([
    [200, 'let b = 2;'],
    [200, 'let b = 2;'],
  ]);
  expect(first.map(({ kept }) => kept[1])).toEqual(['gzip', null]);
  await rm(file);
  await rm(`${file}.gz`);
  expect([await ask(packed), await ask(plain)]).toEqual(first);
  for (const list of ['br, gzip', 'gzip,gzip,br', 'br,,gzip, deflate,deflate, GZIP'])
    expect(await ask({ 'accept-encoding': list })).toEqual(first[0]);
  expect(await ask({ 'accept-encoding': 'gzip;q=0, br;q=0.0' })).toEqual(first[1]);
  expect(await ask({ ...plain, range: 'bytes=0-2' })).toEqual(first[1]);
  const known = await ask({ ...plain, 'if-none-match': `"other", W/${first[1]!.kept[4]}` });
  expect([known.status, known.text]).toEqual([304, '']);
  expect((await ask({ ...plain, 'if-none-match': first[0]!.kept[4]! })).status).toBe(200);
});

test('DO84 A large file that hundreds ask for and do not read is in memory once, opens no file and keeps nobody from it', async () => {
  const { port } = new URL(server.address);
  const request = 'GET /assets/large-abc123.js HTTP/1.1\r\nHost: board.example\r\n\r\n';
  const [before, openBefore] = [process.memoryUsage.rss(), await openFiles()];
  const sockets = Array.from({ length: 300 }, () => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(request.repeat(4)));
    return socket.on('error', () => socket.destroy()).pause();
  });
  await expect.poll(openFiles, { timeout: 60_000 }).toBeGreaterThanOrEqual(openBefore + 2 * sockets.length);
  for (let asked = 0; asked < 5; asked++) {
    const answer = await fetch(`${server.address}/assets/large-abc123.js`);
    expect((await answer.arrayBuffer()).byteLength).toBe(large.byteLength);
  }
  // The two ends of each connection, and some of the readers.
  expect(await openFiles()).toBeLessThan(openBefore + 2 * sockets.length + 50);
  expect(process.memoryUsage.rss() - before).toBeLessThan(0.5 * sockets.length * large.byteLength);
  for (const socket of sockets) socket.destroy();
});

async function openFiles(): Promise<number> {
  return (await readdir('/proc/self/fd')).length;
}
