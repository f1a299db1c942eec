import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { addCounts, type Counts, closingLine, countReport, faultsOf } from './counts.ts';
import { root, runScript, seconds } from './run.ts';

export interface Suite {
  name: string;
  args: string[];
  /** It drives a real browser against the built client. */
  inBrowser?: true;
}

/** Every test that crosses packages, so that a new one cannot be forgotten; the house's own runs by itself. */
function acrossPackages(): string[] {
  const names = readdirSync(join(root, 'tests')).filter((name) => name.endsWith('.test.ts'));
  return names.filter((name) => name !== 'agreement.test.ts').map((name) => `tests/${name}`);
}

const browserConfig = ['--config', 'vitest.browser.config.ts'];

export const suites: Suite[] = [
  {
    name: 'unit',
    args: ['shared/src', 'server/src', 'client/src', 'tests/scripts', 'tests/support', '--maxWorkers=2'],
  },
  { name: 'house', args: ['tests/agreement.test.ts'] },
  { name: 'across', args: acrossPackages() },
  { name: 'simulation', args: ['tests/sim'] },
  // They mostly wait: for servers that start, for networks that are slow.
  { name: 'crash', args: ['tests/crash', 'tests/cases', '--maxWorkers=2'] },
  // They look at how long a server does nothing else, and so have the machine to themselves.
  { name: 'hostile', args: ['tests/hostile', '--maxWorkers=1'] },
  { name: 'soak', args: ['tests/soak'] },
  { name: 'browser', args: browserConfig, inBrowser: true },
];

/** What came of a suite; `again` are the files that failed at first, by their path from the root. */
export interface Played {
  counts: Counts;
  again: string[];
}

const tell = (line: string) => console.log(line);
const clock = () => new Date().toISOString().slice(11, 19);

/**
 * Plays a suite; files that fail are played once more from their beginning, one by one, with nothing beside them. What
 * that second play says counts: a machine that was busy for a moment fails once, a fault of ours fails twice.
 */
export async function playSuite(suite: Suite, folder: string, env: Record<string, string>): Promise<Played> {
  const first = await play(suite, suite.args, join(folder, `${suite.name}.json`), env);
  if (first.counts.failed === 0) return { counts: first.counts, again: [] };
  const { files, others } = faultsOf(first.text);
  const again = files.length > 0 ? files.map((file) => relative(root, file)) : suite.args;
  tell(`\n[${clock()}] ${suite.name}: once more ${again.join(' ')}`);
  const args = [...(suite.inBrowser ? browserConfig : []), ...again, '--maxWorkers=1'];
  const second = await play(suite, args, join(folder, `${suite.name}-again.json`), env);
  return { counts: files.length > 0 ? addCounts(others, second.counts) : second.counts, again };
}

async function play(
  suite: Suite,
  args: readonly string[],
  report: string,
  env: Record<string, string>,
): Promise<{ counts: Counts; text: string }> {
  tell(`\n[${clock()}] ${suite.name}`);
  const ran = await runScript(
    join(root, 'node_modules/vitest/vitest.mjs'),
    ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { show: true, env },
  );
  const text = await readFile(report, 'utf8').catch(() => '');
  const counts = countReport(text, ran.code);
  tell(`[${clock()}] ${suite.name}: ${closingLine(counts)} in ${seconds(ran.took)}`);
  return { counts, text };
}
