import { parseArgs } from 'node:util';
import { root, run, runScript } from '../scripts/run.ts';
import { kindOf } from './kinds/kinds.ts';
import { about } from './machine/about.ts';
import { canPin } from './machine/pinned.ts';
import { writeReport } from './report/report.ts';
import { type Results, readResults, writeResults } from './report/results.ts';
import { tableOf } from './report/tables.ts';
import { allSections, measurementsOf, type SectionName, usualSections } from './sections.ts';

/**
 * `pnpm bench [section …] [--plays 3] [--only server,server] [--try]`: measures this server and its peers side by side, prints
 * tables and writes docs/benchmarks.md. `--try` writes nothing, `--only` implies it.
 * With `BENCH_SERVER=<another copy>/server/src/main.ts` that copy is measured in this server's place: for before and after.
 */

const peers = `${root}tests/bench/peers`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      plays: { type: 'string', default: '3' },
      try: { type: 'boolean', default: false },
    },
  });
  const sections = positionals.length === 0 ? usualSections : positionals.map(sectionOf);
  const only = values.only?.split(',').map((id) => kindOf(id).id);
  await installPeers();
  if (!canPin) console.log('This machine has no taskset or only one core: servers and load generator share it.');
  const isKept = !values.try && only === undefined;
  const results = isKept ? await readResults() : {};
  for (const section of sections) {
    await measureSection(section, results, Number(values.plays), only);
    console.log(`\n${tableOf(section, results)}\n`);
    if (!isKept) continue;
    await writeResults(results);
    await writeReport(results);
  }
  if (sections.some((section) => (results[section]?.failed.length ?? 0) > 0)) process.exitCode = 1;
}

/** What cannot be measured is told, and does not keep the rest from being measured. */
async function measureSection(
  section: SectionName,
  results: Results,
  plays: number,
  only: string[] | undefined,
): Promise<void> {
  const wanted = measurementsOf(section, plays).filter(({ server }) => only?.includes(server) ?? true);
  const found: unknown[] = [];
  const failed: string[] = [];
  for (const [place, one] of wanted.entries()) {
    const name = `${one.server}${one.number === null ? '' : ` ${one.number}`}`;
    console.log(`${section} ${place + 1} of ${wanted.length}: ${name}`);
    const ran = await runScript(`${root}tests/bench/measure.ts`, [section, one.server, String(one.number ?? '')]);
    if (ran.code === 0) found.push(...[JSON.parse(ran.output.trim().split('\n').at(-1) ?? '')].flat());
    else {
      console.log(`${name} could not be measured:\n${ran.output}`);
      failed.push(name);
    }
  }
  Object.assign(results, { [section]: { about: await about(), results: found, failed } });
}

async function installPeers(): Promise<void> {
  const installed = await run('npx', ['-y', 'pnpm@12', 'install', '--frozen-lockfile', '--dir', peers]);
  if (installed.code !== 0) throw new Error(`The peers could not be installed.\n${installed.output}`);
  const checked = await runScript(`${root}node_modules/typescript/lib/tsc.js`, ['-p', peers]);
  if (checked.code !== 0) throw new Error(`The peers' types do not hold.\n${checked.output}`);
}

function sectionOf(name: string): SectionName {
  const section = allSections.find((one) => one === name);
  if (!section) throw new Error(`No such section: ${name}. There are: ${allSections.join(', ')}.`);
  return section;
}

await main();
