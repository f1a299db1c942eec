import { runDurability } from './cases/durability-case.ts';
import { runKills } from './cases/kills-case.ts';
import { runLoad } from './cases/load-case.ts';
import { runMemory } from './cases/memory-case.ts';
import { runFiles } from './files/files-case.ts';
import type { Kind } from './kinds/kind.ts';
import { kindOf } from './kinds/kinds.ts';
import { calm, crowd, groups, hall, type Load } from './load/loads.ts';
import { cores, pinSelf } from './machine/pinned.ts';

/**
 * One measurement in a process of its own, so that none finds the memory of another: `measure.ts <what> <server> [number]`.
 * Prints the result as one line of JSON.
 */

const loads: readonly Load[] = [hall, groups, calm];

function measure(what: string, kind: Kind, number: number): Promise<unknown> {
  const load = loads.find(({ name }) => name === what);
  if (load) return runLoad(kind, load);
  if (what === 'people') return runLoad(kind, crowd(number));
  if (what === 'memory') return runMemory(kind);
  if (what === 'durability') return runDurability(kind);
  if (what === 'files') return runFiles();
  if (what === 'kills') return runKills(kind, number);
  throw new Error(`nothing to measure by the name of ${what}`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const [what, server, number] = process.argv.slice(2);
// A browser and its server take what cores there are, as on a laptop.
if (what !== 'files') pinSelf(cores.generator);
console.log(JSON.stringify(await measure(what ?? '', kindOf(server ?? ''), Number(number))));
process.exit();
