import { readFileSync } from 'node:fs';
import { canPin, cores } from './pinned.ts';

/** Nanoseconds of one tick of /proc/stat. */
const tick = 10_000_000;
/** The lines that count: the two cores in use, or all of them together where nothing could be kept to one. */
const lines = canPin ? [`cpu${cores.server}`, `cpu${cores.generator}`] : ['cpu'];

/** Nanoseconds that anybody has spent on the cores in use since the machine started: what is not ours of it is disturbance. */
export function coresTime(): number {
  const rows = readFileSync('/proc/stat', 'utf8').split('\n');
  const busy = lines.map((name) => {
    const fields =
      rows
        .find((row) => row.startsWith(`${name} `))
        ?.split(/\s+/)
        .slice(1)
        .map(Number) ?? [];
    const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = fields;
    return user + nice + system + irq + softirq + steal;
  });
  return busy.reduce((sum, ticks) => sum + ticks, 0) * tick;
}
