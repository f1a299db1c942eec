import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startWorker } from './worker-client.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-worker-'));
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

test('LO71 when the thread that stores has ended the server is told once, and nothing waits for it for ever', async () => {
  const script = join(folder, 'worker.mjs');
  await writeFile(
    script,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', () => { throw new RangeError('it falls'); });`,
  );
  const falls: string[] = [];
  const worker = startWorker({ mostFileBytes: 1 }, () => void falls.push('fell'), pathToFileURL(script));
  const calls = [worker.call('discard', 'a', 'b' as never), worker.call('discard', 'a', 'b' as never)];
  const ends = await Promise.allSettled(calls);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(worker.call('discard', 'a', 'b' as never)).rejects.toThrow();
  await worker.stop();
  expect(falls).toEqual(['fell']);
});

test('LO71 a thread that is stopped has not fallen', async () => {
  const falls: string[] = [];
  const worker = startWorker({ mostFileBytes: 1_000_000 }, () => void falls.push('fell'));
  await worker.stop();
  expect(falls).toEqual([]);
});
