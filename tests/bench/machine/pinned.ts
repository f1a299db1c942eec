import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** The core of the server that is measured, and that of everything else. */
export const cores = { server: 0, generator: 1 } as const;

/** Whether processes can be kept to one core each here. */
export const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-p', String(process.pid)]).status === 0;

/** A command line that runs on one core only, where the machine can do that. */
export function pinned(core: number, command: string, args: readonly string[]): [string, string[]] {
  return canPin ? ['taskset', ['-c', String(core), command, ...args]] : [command, [...args]];
}

/** Keeps this process with all its threads to one core. */
export function pinSelf(core: number): void {
  if (canPin) spawnSync('taskset', ['-a', '-cp', String(core), String(process.pid)]);
}
