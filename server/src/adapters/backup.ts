import { existsSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '@board/shared/result';
import { faultOf } from '../fault.ts';
import { makeFolder, readIfThere, syncFolder, writeDurably } from './durable-file.ts';
import { checkFile } from './sqlite-check.ts';
import { copyWithoutSheets } from './sqlite-copy.ts';
import { fileSuffix, workshopsFolder, workshopsIn } from './workshop-files.ts';

/** How one workshop's copy came out: its size in bytes, or why there is none. */
export type Copied = { id: string; bytes: number } | { id: string; why: string };

export interface Backup {
  /** Where it is. It has the shape of a data folder. */
  folder: string;
  workshops: Copied[];
}

/**
 * Copies every workshop and the registry into a new folder below `into`, named by the time, while a server may be running.
 * The folder appears when it is whole. A workshop that cannot be read is reported, and the others are copied. The problem is
 * a sentence: then there is no backup at all.
 */
export async function backUp(dataDir: string, into: string, now: number): Promise<Result<Backup, string>> {
  const source = workshopsFolder(dataDir);
  if (!existsSync(source)) return fail(`There is nothing to back up: ${dataDir} holds no workshops. Set DATA_DIR.`);
  const folder = join(into, new Date(now).toISOString().replaceAll(':', '-'));
  const draft = `${folder}.unfinished`;
  try {
    await makeFolder(workshopsFolder(draft));
    const workshops: Copied[] = [];
    for (const id of await workshopsIn(source)) {
      const name = `${id}${fileSuffix}`;
      workshops.push({ id, ...(await copyOne(join(source, name), join(workshopsFolder(draft), name))) });
    }
    const registry = await readIfThere(join(dataDir, 'registry.json'));
    if (registry !== null) await writeDurably(join(draft, 'registry.json'), registry);
    await syncFolder(workshopsFolder(draft));
    await syncFolder(draft);
    await rename(draft, folder);
    await syncFolder(into);
    return ok({ folder, workshops });
  } catch (problem) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    return fail(`The backup could not be written: ${faultOf(problem)}`);
  }
}

async function copyOne(from: string, to: string): Promise<{ bytes: number } | { why: string }> {
  try {
    copyWithoutSheets(from, to);
    if (checkFile(to) !== 'sound') throw new RangeError('a damaged copy');
    return { bytes: statSync(to).size };
  } catch (problem) {
    if (isDiskFull(problem)) throw problem;
    await rm(to, { force: true });
    return { why: problem instanceof RangeError ? problem.message : faultOf(problem) };
  }
}

const fullCode = 13;

function isDiskFull(problem: unknown): boolean {
  return problem instanceof Error && 'errcode' in problem && problem.errcode === fullCode;
}
