import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compressClient } from '../../server/scripts/compress.ts';
import { ensureChromium } from './chromium.ts';
import { addCounts, closingLine } from './counts.ts';
import { root, runScript, seconds } from './run.ts';
import { type Played, playSuite, type Suite, suites } from './suites.ts';

/** Runs every suite, or those named on the command line, and closes with one plain line that adds them up. */

const tell = (line: string) => console.log(line);

async function prepare(wanted: readonly Suite[]): Promise<Record<string, string>> {
  if (!wanted.some((suite) => suite.inBrowser)) return {};
  const chromium = await ensureChromium(tell);
  tell(`browser: ${chromium}`);
  const build = await runScript(join(root, 'node_modules/vite/bin/vite.js'), ['build', 'client', '--logLevel', 'warn']);
  tell(`client built in ${seconds(build.took)}`);
  if (build.code !== 0) throw new Error(`The client could not be built.\n${build.output}`);
  await compressClient(join(root, 'client/dist'));
  return { CHROMIUM: chromium };
}

function wantedSuites(names: readonly string[]): readonly Suite[] {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0)
    throw new Error(
      `No such suite: ${unknown.join(', ')}. There are: ${suites.map((suite) => suite.name).join(', ')}.`,
    );
  return names.length === 0 ? suites : suites.filter((suite) => names.includes(suite.name));
}

async function main(): Promise<void> {
  const wanted = wantedSuites(process.argv.slice(2));
  const folder = await mkdtemp(join(tmpdir(), 'board-tests-'));
  const rows: [string, Played][] = [];
  try {
    const env = await prepare(wanted).catch((problem: Error) => {
      tell(problem.message);
      rows.push(['preparation', { counts: { passed: 0, failed: 1, skipped: 0 }, again: [] }]);
      return {};
    });
    for (const suite of wanted) {
      if (suite.inBrowser && !('CHROMIUM' in env)) continue;
      rows.push([suite.name, await playSuite(suite, folder, env)]);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  tell('');
  for (const [name, { counts, again }] of rows) {
    tell(`${name.padEnd(12)} ${closingLine(counts)}`);
    if (again.length > 0) tell(`${' '.repeat(13)}played a second time: ${again.join(' ')}`);
  }
  const total = rows.map(([, { counts }]) => counts).reduce(addCounts);
  tell(`\n${closingLine(total)}`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

await main();
