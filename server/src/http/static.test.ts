import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../main.ts';

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
