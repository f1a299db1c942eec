import { existsSync, statSync } from 'node:fs';
import { copyFile, open, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isId, type WorkshopId } from '@board/shared/ids';
import { fail, ok, type Result } from '@board/shared/result';
import { makeFolder, syncFolder } from './durable-file.ts';
import { checkFile } from './sqlite-check.ts';
import { copyWithoutSheets } from './sqlite-copy.ts';
import { fileSuffix, workshopsFolder, workshopsIn } from './workshop-files.ts';

/** How the names of the files end that one workshop's file may consist of. */
const fileEnds = ['', '-wal'];

/** A file that holds a workshop, by its name. */
export interface FoundFile {
  id: WorkshopId;
  path: string;
}

/** The workshop files of a backup, or the one file that is named. The problem is a sentence. */
export async function findFiles(from: string): Promise<Result<FoundFile[], string>> {
  if (!existsSync(from)) return fail(`There is no ${from}.`);
  if (!statSync(from).isDirectory()) {
    const [id] = basename(from).split('.');
    if (!isId<WorkshopId>(id) || !from.endsWith(fileSuffix)) return fail(notNamed(from));
    return ok([{ id, path: from }]);
  }
  const folder = [workshopsFolder(from), from].find((one) => existsSync(one)) ?? from;
  const found = (await workshopsIn(folder)).map((id) => ({ id, path: join(folder, `${id}${fileSuffix}`) }));
  return found.length > 0 ? ok(found) : fail(`There is no workshop in ${from}.`);
}

/** Copies a file into a folder, without the sheets of votes. The problem is a sentence; the file itself stays as it is. */
export function takeCopy({ id, path }: FoundFile, folder: string): Result<null, string> {
  if (checkFile(path) !== 'sound') return fail(`${path} is damaged, or is not a workshop's file.`);
  copyWithoutSheets(path, join(folder, `${id}${fileSuffix}`));
  return ok(null);
}

/** An empty folder for copies that are being prepared, below a data folder that this process holds. */
export async function emptyDraftFolder(dataDir: string): Promise<string> {
  await removeDrafts(dataDir);
  const folder = draftFolderOf(dataDir);
  await makeFolder(folder);
  return folder;
}

/** Removes copies that are being prepared, also those that a restore has left which did not come to its end. This process must hold the data folder. */
export async function removeDrafts(dataDir: string): Promise<void> {
  await rm(draftFolderOf(dataDir), { recursive: true, force: true });
}

function draftFolderOf(dataDir: string): string {
  return join(dataDir, '.restoring');
}

/**
 * Copies a workshop's present file to a name that is no workshop's, without the sheets of votes. A file that is damaged is
 * copied as it is, with the write-ahead log beside it. Null when there is none.
 */
export async function keepAside(dataDir: string, id: WorkshopId, now: number): Promise<string | null> {
  const path = join(workshopsFolder(dataDir), `${id}${fileSuffix}`);
  if (!existsSync(path)) return null;
  let at = now;
  while (existsSync(asidePath(dataDir, id, at))) at += 1;
  const aside = asidePath(dataDir, id, at);
  try {
    if (checkFile(path) === 'sound') copyWithoutSheets(path, aside);
    else
      for (const end of fileEnds) if (existsSync(`${path}${end}`)) await copyDurably(`${path}${end}`, `${aside}${end}`);
  } catch (problem) {
    await dropAside(aside);
    throw problem;
  }
  await syncFolder(workshopsFolder(dataDir));
  return aside;
}

function asidePath(dataDir: string, id: WorkshopId, at: number): string {
  const time = new Date(at).toISOString().replaceAll(':', '-');
  return join(workshopsFolder(dataDir), `${id}.replaced-${time}${fileSuffix}`);
}

/** Takes back what was kept aside, because nothing is going to be replaced. */
export async function dropAside(aside: string): Promise<void> {
  for (const end of fileEnds) await rm(`${aside}${end}`, { force: true });
}

/** Puts a prepared copy in a workshop's place, in one piece. What was there must have been kept aside. */
export async function putInPlace(draftFolder: string, dataDir: string, id: WorkshopId): Promise<void> {
  const path = join(workshopsFolder(dataDir), `${id}${fileSuffix}`);
  // A write-ahead log belongs to the one file that it was written beside.
  for (const end of ['-wal', '-shm']) await rm(`${path}${end}`, { force: true });
  await rename(join(draftFolder, `${id}${fileSuffix}`), path);
  await syncFolder(workshopsFolder(dataDir));
}

async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const file = await open(to, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function notNamed(path: string): string {
  return `${path} is not named like a workshop's file: its name must begin with the workshop's id and end with ${fileSuffix}.`;
}
