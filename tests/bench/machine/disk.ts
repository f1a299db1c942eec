import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Disk } from '../report/results.ts';

const flushes = 1_000;
/** A page of the log. */
const bytes = new Uint8Array(4096);

/**
 * How long the disk takes, in milliseconds, until something small is safe: an edit that is shown only when it is stored can
 * be no quicker. Slow moments of a disk are rare and long, so that the longest one matters as much as the usual one.
 */
export async function measureDisk(): Promise<Disk> {
  const folder = await mkdtemp(join(tmpdir(), 'board-disk-'));
  try {
    const file = await open(join(folder, 'flushed'), 'w');
    const times: number[] = [];
    for (let count = 0; count < flushes; count++) {
      const began = performance.now();
      await file.write(bytes);
      await file.datasync();
      times.push(performance.now() - began);
      await pause(5);
    }
    await file.close();
    times.sort((a, b) => a - b);
    return { usual: times[flushes / 2]!, oneInHundred: times[flushes * 0.99]!, longest: times.at(-1)!, flushes };
  } finally {
    await rm(folder, { recursive: true });
  }
}
