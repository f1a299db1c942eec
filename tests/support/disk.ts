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

/** Keeps every write to a database waiting, as a slow disk does, until the answer is called. Reading goes on. */
export function holdWrites(path: string): () => void {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  database.exec('BEGIN IMMEDIATE');
  return () => {
    database.exec('ROLLBACK');
    database.close();
  };
}
