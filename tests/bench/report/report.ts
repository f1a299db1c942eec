import { readFile, writeFile } from 'node:fs/promises';
import { root } from '../../scripts/run.ts';
import { kinds } from '../kinds/kinds.ts';
import { calm, groups, hall } from '../load/loads.ts';
import { allSections } from '../sections.ts';
import { filesTable } from './files-table.ts';
import { method } from './method.ts';
import { plotOf } from './plot.ts';
import type { About, Results } from './results.ts';
import { rowsOf } from './rows.ts';
import { crowdTable, detailsOf, mainTable } from './tables.ts';

const page = `${root}docs/benchmarks.md`;
const plot = `${root}docs/bench-people.svg`;
const openMark = '<!-- written by hand: begin (this part is kept as it is) -->';
const closeMark = '<!-- written by hand: end -->';

/** Writes docs/benchmarks.md and its plot from what was measured last, and leaves alone what people wrote into it. */
export async function writeReport(results: Results): Promise<void> {
  const before = await readFile(page, 'utf8').catch(() => '');
  if (results.people) await writeFile(plot, plotOf(results.people.results));
  await writeFile(page, reportOf(results, handWritten(before)));
}

/** The part between the marks; empty when there is none yet. */
function handWritten(text: string): string {
  const [, behind = ''] = text.split(openMark);
  return behind.split(closeMark)[0]!.trim();
}

function reportOf(results: Results, byHand: string): string {
  const measured = allSections.filter((section) => results[section]);
  const [first] = measured.flatMap((section) => results[section]?.about ?? []);
  if (!first) return '';
  const rows = measured.flatMap((section) => rowsOf(section, results));
  return [
    '# Benchmarks',
    'The sync server beside its peers: the same play on each, one after the other, each alone on one core of the same machine.',
    'Run it with `npx -y pnpm@12 bench` (about 30 minutes), a part of it with `npx -y pnpm@12 bench hall` and the like.',
    '## Results',
    mainTable(rows, first),
    [
      `- **hall**: ${hall.words}`,
      `- **groups**: ${groups.words}`,
      `- **calm**: ${calm.words}: fewer than 10 edits/s in each room`,
      '- (?): latencies not to be trusted: the load generator used over 90 % of its core, or other processes over 10 % of one',
    ].join('\n'),
    ...failures(results),
    whenAndWhere(results),
    ...people(results),
    ...files(results),
    ...details(results),
    method,
    '## Other measurements',
    openMark,
    ...(byHand === '' ? [] : [byHand]),
    `${closeMark}\n`,
  ].join('\n\n');
}

function people({ people: found }: Results): string[] {
  if (!found) return [];
  return [
    '## Cost per edit against people per room',
    '![Server CPU per delivered edit, by people in the room](bench-people.svg)',
    'One room, 10 people in it write 4 edits/s and 1 awareness/s, all others read.',
    crowdTable(found.results, found.about),
  ];
}

function files({ files: found }: Results): string[] {
  if (!found) return [];
  return [
    '## Files in and out',
    'In Chromium, through the page: from the choice of a file to the first paint of its preview (median of three), with the reader of that kind ' +
      'fetched and compiled in that time; and from the press to the file, for eleven groups with twenty rows each. A pause of the page is met up to 200 ms.',
    filesTable(found.results),
  ];
}

function details(results: Results): string[] {
  const loads = (['hall', 'groups', 'calm'] as const).filter((name) => results[name]);
  if (loads.length === 0) return [];
  return [
    '## Details',
    ...loads.flatMap((name) => [`**${name}** (median of ${playsOf(results, name)})`, detailsOf(name, results)]),
  ];
}

function playsOf(results: Results, name: 'hall' | 'groups' | 'calm'): string {
  const plays = results[name]?.results.filter(({ server }) => server === 'ours').length ?? 0;
  return plays === 1 ? 'one play' : `${plays} plays`;
}

/** A server that did not get through is told, not left out. */
function failures(results: Results): string[] {
  const failed = allSections.flatMap((section) => results[section]?.failed.map((name) => `${section} (${name})`) ?? []);
  return failed.length === 0 ? [] : [`Not got through, or not everything arrived: ${failed.join(', ')}.`];
}

/** Parts may have been measured on different days; what is the same is said once. */
function whenAndWhere(results: Results): string {
  const byMachine = Map.groupBy(
    allSections.filter((section) => results[section]),
    (section) => machineOf(results[section]!.about),
  );
  return [...[...byMachine].map(([machine, sections]) => `${sections.join(', ')}: ${machine}`), ...disks(results)].join(
    '\n\n',
  );
}

/** Only ours waits for the disk before it shows an edit, so that a slow one is seen in its p99. */
function disks(results: Results): string[] {
  const known = allSections.flatMap((section) => {
    const disk = results[section]?.about.disk;
    if (!disk) return [];
    const { usual, oneInHundred, longest, flushes } = disk;
    return `${section} ${usual.toFixed(2)} ms (one in a hundred ${oneInHundred.toFixed(1)} ms, the longest of ${flushes} ${Math.round(longest)} ms)`;
  });
  return known.length === 0 ? [] : [`Until 4 KB were safe on the disk, when this was measured: ${known.join(', ')}.`];
}

function machineOf({ date, processor, cores, kernel, node, isPinned, versions }: About): string {
  const pinning = isPinned
    ? 'server on core 0, load generator on core 1'
    : 'without taskset: server and load generator share all cores';
  const servers = kinds.map(({ id, title }) => `${title} ${versions[id] ?? ''}`.trim()).join(', ');
  return `${date}, ${processor}, ${cores} cores, ${kernel}, Node ${node} for all, ${pinning}; ${servers}.`;
}
