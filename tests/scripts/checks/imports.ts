import { cycles } from './cycles.ts';
import { breaches } from './import-law.ts';
import type { CheckResult } from './result.ts';
import { readSources } from './sources.ts';

/** The way imports run, and who may touch the world outside. */
export async function checkImportLaw(): Promise<CheckResult> {
  const sources = await readSources();
  const imports = sources.reduce((sum, source) => sum + source.ours.length, 0);
  return { measure: `${sources.length} files, ${imports} imports of ours`, faults: breaches(sources) };
}

/** No circle of imports, types included. */
export async function checkCycles(): Promise<CheckResult> {
  const circles = cycles(await readSources());
  return { measure: `${circles.length} circles`, faults: circles.map((circle) => circle.join(' ↔ ')) };
}
