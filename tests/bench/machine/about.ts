import { readFile } from 'node:fs/promises';
import { cpus, release } from 'node:os';
import { kinds } from '../kinds/kinds.ts';
import type { About } from '../report/results.ts';
import { measureDisk } from './disk.ts';
import { canPin } from './pinned.ts';

/** What is measured now, and on what. */
export async function about(): Promise<About> {
  const versions: Record<string, string> = {};
  for (const { id, versionFrom } of kinds) {
    versions[id] = (JSON.parse(await readFile(versionFrom, 'utf8')) as { version: string }).version;
  }
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    kernel: `Linux ${release()}`,
    node: process.version,
    isPinned: canPin,
    disk: await measureDisk(),
    versions,
  };
}
