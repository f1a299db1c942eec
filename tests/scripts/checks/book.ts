import { readFile } from 'node:fs/promises';
import { root, run } from '../run.ts';
import { disagreements, rulesOf, type TestFile } from './agreement.ts';
import type { CheckResult } from './result.ts';

/** SPEC.md and the tests of this tree. */
export async function readBook(): Promise<{ spec: string; files: TestFile[] }> {
  const listed = await run('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '*.test.ts',
    '*.test.tsx',
  ]);
  const paths = [...new Set(listed.output.split('\n').filter((path) => path !== ''))];
  const files: TestFile[] = [];
  for (const path of paths) {
    const text = await readFile(`${root}${path}`, 'utf8').catch(() => null);
    if (text !== null) files.push({ path, text });
  }
  return { spec: await readFile(`${root}SPEC.md`, 'utf8'), files };
}

/** The book of rules and the tests that name them. */
export async function checkAgreement(): Promise<CheckResult> {
  const { spec, files } = await readBook();
  return {
    measure: `${rulesOf(spec).length} rules, ${files.length} files of tests`,
    faults: disagreements(spec, files),
  };
}
