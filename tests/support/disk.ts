import { spawnSync } from 'node:child_process';
import { DatabaseSync } from 'node:sqlite';

/** Part of util-linux: sets the limits of a process that runs. */
const program = 'prlimit';

/** This machine can take the room on the disk away from a running process. */
export const canFillDisk = process.platform === 'linux' && spawnSync(program, ['--version']).status === 0;

/** From now on a process can make no file longer than one page: for its databases the disk is full. */
export function fillDisk(pid: number): void {
  limitFiles(pid, '4096');
}

/** There is room again. */
export function emptyDisk(pid: number): void {
  limitFiles(pid, 'unlimited');
}

function limitFiles(pid: number, bytes: string): void {
  const { status, stderr } = spawnSync(program, ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
}

/** Has every write to a database refused at once (`database is locked`), until the answer is called. Reading goes on. */
export function refuseWrites(path: string): () => void {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  database.exec('BEGIN IMMEDIATE');
  return () => {
    database.exec('ROLLBACK');
    database.close();
  };
}

/**
 * Keeps whoever opens a database waiting until the answer is called, for five seconds at most: a server's only disk thread
 * is stuck meanwhile, and with it every commit and every reading of every workshop, as when the disk itself is slow.
 */
export function stickOpening(path: string): () => void {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  return () => {
    database.exec('ROLLBACK');
    database.close();
  };
}
