import { checkAgreement } from './checks/book.ts';
import { checkOrigins, checkVotePage } from './checks/bundle.ts';
import { checkCycles, checkImportLaw } from './checks/imports.ts';
import type { Check } from './checks/result.ts';
import { checkDeadCode, checkStyle } from './checks/tidy.ts';
import { checkTypes } from './checks/types.ts';
import { seconds } from './run.ts';

/** Runs every check, whatever the others say, and prints one line for each with its measure. */
const checks: Record<string, Check> = {
  types: checkTypes,
  'lint and format': checkStyle,
  'import law': checkImportLaw,
  'import circles': checkCycles,
  'dead code': checkDeadCode,
  'rules and tests': checkAgreement,
  'voting page': checkVotePage,
  'foreign hosts': checkOrigins,
};

const shownFaults = 60;

async function main(): Promise<void> {
  let failures = 0;
  for (const [name, check] of Object.entries(checks)) {
    const started = performance.now();
    const { measure, faults } = await check().catch((problem: Error) => ({
      measure: 'could not be run',
      faults: [problem.message],
    }));
    const took = seconds(performance.now() - started);
    console.log(`${faults.length === 0 ? 'ok    ' : 'NOT OK'} ${name.padEnd(16)} ${measure} (${took})`);
    for (const fault of faults.slice(0, shownFaults)) console.log(`         ${fault}`);
    if (faults.length > shownFaults) console.log(`         … and ${faults.length - shownFaults} lines more`);
    if (faults.length > 0) failures += 1;
  }
  console.log(failures === 0 ? 'All checks passed.' : `${failures} of ${Object.keys(checks).length} checks failed.`);
  process.exitCode = failures === 0 ? 0 : 1;
}

await main();
