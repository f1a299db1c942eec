import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compressClient } from '../../server/scripts/compress.ts';
import { ensureChromium } from './chromium.ts';
import { addCounts, type Counts, closingLine, countReport } from './counts.ts';
import { root, runScript, seconds } from './run.ts';

/** Runs every suite, or those named on the command line, and closes with one plain line that adds them up. */

interface Suite {
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

const suites: Suite[] = [
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
  { name: 'browser', args: ['--config', 'vitest.browser.config.ts'], inBrowser: true },
];

const tell = (line: string) => console.log(line);
const clock = () => new Date().toISOString().slice(11, 19);

async function runSuite(suite: Suite, folder: string, env: Record<string, string>): Promise<Counts> {
  tell(`\n[${clock()}] ${suite.name}`);
  const report = join(folder, `${suite.name}.json`);
  const ran = await runScript(
    join(root, 'node_modules/vitest/vitest.mjs'),
    ['run', ...suite.args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { show: true, env },
  );
  const text = await readFile(report, 'utf8').catch(() => '');
  const counts = countReport(text, ran.code);
  tell(`[${clock()}] ${suite.name}: ${closingLine(counts)} in ${seconds(ran.took)}`);
  return counts;
}

async function prepare(wanted: readonly Suite[]): Promise<Record<string, string>> {
  if (!wanted.some((suite) => suite.inBrowser)) return {};
  const chromium = await ensureChromium(tell);
  tell(`[${clock()}] browser: ${chromium}`);
  const build = await runScript(join(root, 'node_modules/vite/bin/vite.js'), ['build', 'client', '--logLevel', 'warn']);
  tell(`[${clock()}] client built in ${seconds(build.took)}`);
  if (build.code !== 0) throw new Error(`The client could not be built.\n${build.output}`);
  await compressClient(join(root, 'client/dist'));
  return { CHROMIUM: chromium };
}

async function main(): Promise<void> {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0)
    throw new Error(
      `No such suite: ${unknown.join(', ')}. There are: ${suites.map((suite) => suite.name).join(', ')}.`,
    );
  const wanted = names.length === 0 ? suites : suites.filter((suite) => names.includes(suite.name));
  const folder = await mkdtemp(join(tmpdir(), 'board-tests-'));
  const rows: [string, Counts][] = [];
  try {
    const env = await prepare(wanted).catch((problem: Error) => {
      tell(problem.message);
      rows.push(['preparation', { passed: 0, failed: 1, skipped: 0 }]);
      return {};
    });
    for (const suite of wanted) {
      if (suite.inBrowser && !('CHROMIUM' in env)) continue;
      rows.push([suite.name, await runSuite(suite, folder, env)]);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  tell('');
  for (const [name, counts] of rows) tell(`${name.padEnd(12)} ${closingLine(counts)}`);
  const total = rows.map(([, counts]) => counts).reduce(addCounts);
  tell(`\n${closingLine(total)}`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

await main();
