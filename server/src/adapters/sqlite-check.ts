import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

/** Rises when the tables change shape. A file with another number is not touched. */
export const schemaVersion = '1';

const magic = 'SQLite format 3\0';
const headerBytes = 100;
/** The primary code; extended ones carry it in their lowest byte. */
const busyCode = 5;
/** Milliseconds to wait for another process that is just opening or closing the same file. */
export const patience = 5_000;

/**
 * Looks at a workshop's file without changing a byte of it: 'unknown' when there is none, 'damaged' when it is not a
 * whole SQLite file of our schema. Throws when another process keeps the file from being read.
 */
export function checkFile(path: string): 'sound' | 'unknown' | 'damaged' {
  if (!existsSync(path)) return 'unknown';
  try {
    if (!hasHeader(path)) return 'damaged';
    return hasUnwrittenLog(path) ? checkBesideLog(path) : checkAlone(path);
  } catch (error) {
    if (isBusy(error)) throw error;
    return 'damaged';
  }
}

function hasHeader(path: string): boolean {
  const header = Buffer.alloc(headerBytes);
  const file = openSync(path, 'r');
  try {
    return readSync(file, header) === headerBytes && header.toString('latin1', 0, magic.length) === magic;
  } finally {
    closeSync(file);
  }
}

/** True when part of what was stored is not in the file itself yet, but in the write-ahead log beside it. */
export function hasUnwrittenLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** `immutable` keeps SQLite from making any file beside the one that it reads. */
function checkAlone(path: string): 'sound' | 'damaged' {
  const address = pathToFileURL(path);
  address.searchParams.set('immutable', '1');
  return inspect(new DatabaseSync(address, { readOnly: true }));
}

/** After a crash part of the file is still in the write-ahead log, so that only both together can be judged. */
function checkBesideLog(path: string): 'sound' | 'damaged' {
  const index = `${path}-shm`;
  const wasThere = existsSync(index);
  try {
    const found = inspect(new DatabaseSync(path, { readOnly: true, timeout: patience }));
    if (found === 'damaged') throw new RangeError('not a file of ours');
    return found;
  } catch (error) {
    // Of a file that is going to be opened the index stays: a backup that reads meanwhile may be using it.
    if (!wasThere && !isBusy(error)) rmSync(index, { force: true });
    throw error;
  }
}

function inspect(database: DatabaseSync): 'sound' | 'damaged' {
  try {
    const version = database.prepare(`SELECT value FROM meta WHERE key = 'schema'`).get();
    if (version?.['value'] !== schemaVersion) return 'damaged';
    const answers = database.prepare('PRAGMA quick_check(1)').all();
    return answers.length === 1 && answers[0]?.['quick_check'] === 'ok' ? 'sound' : 'damaged';
  } finally {
    database.close();
  }
}

/** True for SQLite's answer that somebody else has the file just now. */
export function isBusy(error: unknown): boolean {
  const code: unknown = error instanceof Error && 'errcode' in error ? error.errcode : null;
  return typeof code === 'number' && (code & 0xff) === busyCode;
}
