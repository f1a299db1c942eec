import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isBusy } from './sqlite-check.ts';

/** The file in a folder that the lock is on; the names of files that are there while it is being taken begin like it. */
export const lockName = '.lock';

/** A folder that this process alone may write in. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes a folder for this process, or answers null when another process holds it. The lock is SQLite's, on an empty file:
 * the system itself lets go of it when the process ends, in whatever way. Throws when the file cannot be made.
 */
export function lockFolder(folder: string): FolderLock | null {
  const database = new DatabaseSync(join(folder, lockName));
  try {
    database.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (problem) {
    database.close();
    if (isBusy(problem)) return null;
    throw problem;
  }
  return { release: () => database.close() };
}
