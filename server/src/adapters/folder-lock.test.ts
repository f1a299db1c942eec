import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('LO35 a folder has one holder at a time, in this process too', async () => {
  const first = lockFolder(folder);
  expect(first).not.toBeNull();
  expect(lockFolder(folder)).toBeNull();
  first?.release();
  const second = lockFolder(folder);
  expect(second).not.toBeNull();
  second?.release();
  expect(await readdir(folder)).toEqual(['.lock']);
  expect((await stat(join(folder, '.lock'))).size).toBe(0);
});

test('LO35 a holder that is killed holds nothing any more', async () => {
  const script = `
    import { lockFolder } from ${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)};
    globalThis.held = lockFolder(${JSON.stringify(folder)});
    console.log(globalThis.held === null ? 'refused' : 'held');
    setInterval(() => {}, 60_000);
  `;
  const holder = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => holder.on('close', resolve));
  const said = await new Promise((resolve) => holder.stdout.once('data', (chunk) => resolve(String(chunk).trim())));
  expect(said).toBe('held');
  expect(lockFolder(folder)).toBeNull();
  holder.kill('SIGKILL');
  await ended;
  const mine = lockFolder(folder);
  expect(mine).not.toBeNull();
  mine?.release();
});

test('LO35 a folder that is not there cannot be taken', () => {
  expect(() => lockFolder(join(folder, 'none'))).toThrow();
});
