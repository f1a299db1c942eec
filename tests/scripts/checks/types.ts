import { join } from 'node:path';
import { root, runScript } from '../run.ts';
import type { CheckResult } from './result.ts';

const workspaces = ['shared', 'server', 'client', 'tests'];

/** TypeScript in strict mode, one workspace after the other. */
export async function checkTypes(): Promise<CheckResult> {
  const faults: string[] = [];
  for (const workspace of workspaces) {
    const ran = await runScript(join(root, 'node_modules/typescript/lib/tsc.js'), [
      '-p',
      workspace,
      '--pretty',
      'false',
    ]);
    if (ran.code !== 0) faults.push(...ran.output.trim().split('\n'));
  }
  return { measure: `${workspaces.length} workspaces`, faults };
}
