import { setTimeout as pause } from 'node:timers/promises';

/** Waits until something holds; throws with its words after `limit` milliseconds. Asks often, so that fast machines are fast. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, limit = 60_000): Promise<void> {
  const deadline = performance.now() + limit;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`waited ${limit} ms in vain until ${what}`);
    await pause(10);
  }
}
