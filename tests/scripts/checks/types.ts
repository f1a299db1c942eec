import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, runScript } from '../run.ts';
import type { CheckResult } from './result.ts';

const always = ['shared', 'server', 'client', 'tests'];
/** A package that only `bench` installs, and checks then; here it is checked as soon as it is there. */
const peers = 'tests/bench/peers';

/** TypeScript in strict mode, one workspace after the other. */
export async function checkTypes(): Promise<CheckResult> {
  const faults: string[] = [];
  const workspaces = existsSync(join(root, peers, 'node_modules')) ? [...always, peers] : always;
  for (const workspace of workspaces) {
    // What did not change since the last check is not checked again.
    const known = join(root, 'node_modules/.cache/types', `${workspace.replaceAll('/', '-')}.tsbuildinfo`);
    const ran = await runScript(join(root, 'node_modules/typescript/lib/tsc.js'), [
      ...['-p', workspace, '--pretty', 'false'],
      ...['--incremental', '--tsBuildInfoFile', known],
    ]);
    if (ran.code !== 0) faults.push(...ran.output.trim().split('\n'));
  }
  return { measure: `${workspaces.length} workspaces`, faults };
}
