import { existsSync, statSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '@board/shared/result';
import { faultOf } from '../fault.ts';
import { makeFolder, readIfThere, syncFolder, writeDurably } from './durable-file.ts';
import { lockFolder, lockName } from './folder-lock.ts';
import { checkFile } from './sqlite-check.ts';
import { copyWithoutSheets } from './sqlite-copy.ts';
import { fileSuffix, workshopsFolder, workshopsIn } from './workshop-files.ts';

/** The folder below all backups in which the next one is made. */
const draftsName = '.unfinished';

/** How one workshop's copy came out: its size in bytes, or why there is none. */
export type Copied = { id: string; bytes: number } | { id: string; why: string };

export interface Backup {
  /** Where it is. It has the shape of a data folder. */
  folder: string;
  workshops: Copied[];
}

/**
 * Copies every workshop and the registry into a new folder below `into`, named by the time, while a server may be running.
 * The folder appears when it is whole; what an earlier backup has left there that did not come to its end is removed. A
 * workshop that cannot be read is reported, and the others are copied. The problem is a sentence: then there is no backup at all.
 */
export async function backUp(dataDir: string, into: string, now: number): Promise<Result<Backup, string>> {
  const source = workshopsFolder(dataDir);
  if (!existsSync(source)) return fail(`There is nothing to back up: ${dataDir} holds no workshops. Set DATA_DIR.`);
  try {
    const drafts = await takeDrafts(into);
    if (!drafts) return fail(`Another backup is being made in ${into}. Wait until it is there.`);
    const name = new Date(now).toISOString().replaceAll(':', '-');
    const [draft, folder] = [join(drafts.folder, name), join(into, name)];
    try {
      const workshops = await copyAll(dataDir, draft);
      await rename(draft, folder);
      await syncFolder(into);
      return ok({ folder, workshops });
    } finally {
      await rm(draft, { recursive: true, force: true }).catch(() => undefined);
      drafts.release();
    }
  } catch (problem) {
    return fail(`The backup could not be written: ${faultOf(problem)}`);
  }
}

/** Where a data folder's backups go, unless another place is named. */
export function backupsFolder(dataDir: string): string {
  return join(dataDir, 'backups');
}

/** Removes what backups have left in a folder that did not come to their end; not while one is being made there. */
export async function removeUnfinished(into: string): Promise<void> {
  if (existsSync(join(into, draftsName))) (await takeDrafts(into))?.release();
}

/** Where backups are made that are not whole yet, taken for this process and empty. Null when another process is making one there. */
async function takeDrafts(into: string): Promise<{ folder: string; release(): void } | null> {
  const folder = join(into, draftsName);
  await makeFolder(folder);
  const lock = lockFolder(folder);
  if (!lock) return null;
  try {
    for (const name of await readdir(folder))
      if (!name.startsWith(lockName)) await rm(join(folder, name), { recursive: true, force: true });
  } catch (problem) {
    lock.release();
    throw problem;
  }
  return { folder, release: () => lock.release() };
}

async function copyAll(dataDir: string, draft: string): Promise<Copied[]> {
  const [source, target] = [workshopsFolder(dataDir), workshopsFolder(draft)];
  await makeFolder(target);
  const workshops: Copied[] = [];
  for (const id of await workshopsIn(source)) {
    const name = `${id}${fileSuffix}`;
    workshops.push({ id, ...(await copyOne(join(source, name), join(target, name))) });
  }
  const registry = await readIfThere(join(dataDir, 'registry.json'));
  if (registry !== null) await writeDurably(join(draft, 'registry.json'), registry);
  await syncFolder(target);
  await syncFolder(draft);
  return workshops;
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
