import { readFileSync } from 'node:fs';

/** Milliseconds between two looks. */
const lookMs = 1_000;
/** Processes between this one and npm, at most. */
const mostBetween = 8;

/** A process and the one that it was started by. */
type Link = [pid: number, parent: number];

/**
 * Calls `gone` once when one of the processes is gone through which npm has started this one: at a signal `npx` ends its own
 * shell only, and nobody tells what runs below it. Nothing is watched where npm has no part in it, so that what is left to
 * run behind a shell that ends goes on, nor where the system does not show its processes as Linux does.
 */
export function onStarterGone(gone: () => void): void {
  const links = linksToNpm();
  if (links.length === 0) return;
  const timer = setInterval(() => {
    if (links.every(([pid, parent]) => parentOf(pid) === parent)) return;
    clearInterval(timer);
    gone();
  }, lookMs);
  timer.unref();
}

function linksToNpm(): Link[] {
  const links: Link[] = [];
  let pid = process.pid;
  while (links.length < mostBetween) {
    const parent = parentOf(pid);
    if (parent === null || parent <= 1) return [];
    links.push([pid, parent]);
    if (isNpm(parent)) return links;
    pid = parent;
  }
  return [];
}

/** Null when there is no such process, or it is not shown. */
function parentOf(pid: number): number | null {
  const status = read(`/proc/${pid}/stat`);
  // The name stands in brackets and may hold any sign.
  const parent = /^\s*\S+\s+(\d+)/.exec(status.slice(status.lastIndexOf(')') + 1))?.[1];
  return parent === undefined ? null : Number(parent);
}

/** npm names itself by its command. */
function isNpm(pid: number): boolean {
  return /^np[mx]\b/.test(read(`/proc/${pid}/cmdline`));
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
