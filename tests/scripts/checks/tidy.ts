import { join } from 'node:path';
import { root, run, runScript } from '../run.ts';
import type { CheckResult } from './result.ts';

/** Lint and format, read only. */
export async function checkStyle(): Promise<CheckResult> {
  const ran = await run(join(root, 'node_modules/.bin/biome'), [
    'check',
    '--colors=off',
    '--error-on-warnings',
    '--max-diagnostics=50',
    '.',
  ]);
  const files = ran.output.match(/Checked (\d+) files/)?.[1] ?? '0';
  return { measure: `${files} files`, faults: ran.code === 0 ? [] : ran.output.trim().split('\n') };
}

/** Dead files, dead exports, dependencies that are missing or not used. */
export async function checkDeadCode(): Promise<CheckResult> {
  const ran = await runScript(join(root, 'node_modules/knip/bin/knip.js'), ['--no-progress', '--no-config-hints']);
  return { measure: 'files, exports, dependencies', faults: ran.code === 0 ? [] : ran.output.trim().split('\n') };
}
