import { crowd } from '../load/loads.ts';
import type { DurabilityResult, KillsResult, LoadResult, Results } from './results.ts';
import { isTrustworthy, lowest, median, medians, peers, shown, yjsServers } from './summary.ts';

/** One line of the main table. Cells are by server. */
export interface Row {
  measure: string;
  cells: ReadonlyMap<string, string>;
  /** Ours as a share of the best Yjs server, and of the best of all with the relay; '' where that means nothing. */
  shareOfYjs: string;
  shareOfAll: string;
  target: string;
  isMet: string;
}

/** What ours is held to: a share of the best peer, or a number of its own. */
type Target = { share: number } | { most: number } | null;

type LoadSection = 'hall' | 'groups' | 'calm';

const costTargets: Record<LoadSection, Target> = { hall: { share: 0.35 }, groups: { share: 0.65 }, calm: null };
/** Milliseconds. */
const latencyTargets: Record<LoadSection, Target> = { hall: { most: 50 }, groups: { most: 40 }, calm: { most: 8 } };
const memoryTarget: Target = { share: 0.5 };

/** The lines of one section, none when it was not measured. */
export function rowsOf(section: keyof Results, results: Results): Row[] {
  switch (section) {
    case 'hall':
    case 'groups':
    case 'calm':
      return loadRows(section, results[section]?.results ?? []);
    case 'memory':
      return memoryRows(results);
    case 'durability':
      return durabilityRows(results.durability?.results ?? []);
    case 'kills':
      return (results.kills?.results ?? []).map(killsRow);
    case 'people':
    case 'files':
      return [];
  }
}

/** Each server's plays of a load as one. */
export function byServer(results: readonly LoadResult[]): Map<string, LoadResult> {
  const servers = [...new Set(results.map(({ server }) => server))];
  return new Map(
    servers.flatMap((server) => {
      const one = medians(results.filter((result) => result.server === server));
      return one ? [[server, one] as const] : [];
    }),
  );
}

/** What servers need with so many people in one room. */
export function byServerAt(people: number, results: readonly LoadResult[]): Map<string, LoadResult> {
  return byServer(results.filter(({ load }) => load === crowd(people).name));
}

function loadRows(section: LoadSection, results: readonly LoadResult[]): Row[] {
  if (results.length === 0) return [];
  const found = byServer(results);
  const read = (of: (result: LoadResult) => number): Map<string, number> =>
    new Map([...found].map(([server, result]) => [server, of(result)]));
  const doubtful = [...found].filter(([, result]) => !isTrustworthy(result)).map(([server]) => server);
  return [
    numberRow(
      `${section}: CPU per delivered edit`,
      read(({ cpuPerEdit }) => cpuPerEdit),
      'µs',
      costTargets[section],
    ),
    numberRow(
      `${section}: p99 from edit to seen`,
      read(({ p99 }) => p99),
      'ms',
      latencyTargets[section],
      doubtful,
    ),
  ];
}

function memoryRows({ memory }: Results): Row[] {
  if (!memory) return [];
  const values = new Map<string, number>();
  for (const { server } of memory.results) {
    const own = memory.results.filter((result) => result.server === server);
    values.set(server, median(own.map(({ bytesPerConnection }) => bytesPerConnection)) / 1024);
  }
  return [numberRow('memory per idle connection', values, 'KB', memoryTarget)];
}

function numberRow(
  measure: string,
  values: ReadonlyMap<string, number>,
  unit: string,
  target: Target,
  doubtful: readonly string[] = [],
): Row {
  const ours = values.get('ours');
  const shareOf = (servers: readonly string[]): number =>
    (ours ?? Number.NaN) / (lowest(values, servers) ?? Number.NaN);
  const isCompared = target === null || 'share' in target;
  const text = (server: string, value: number) => `${shown(value, unit)}${doubtful.includes(server) ? ' (?)' : ''}`;
  return {
    measure,
    cells: new Map([...values].map(([server, value]) => [server, text(server, value)])),
    shareOfYjs: isCompared ? shown(shareOf(yjsServers)) : '',
    shareOfAll: isCompared ? shown(shareOf(peers)) : '',
    target: targetText(target, unit),
    isMet: target === null ? '' : verdict(target, ours ?? Number.NaN, shareOf(yjsServers), shareOf(peers)),
  };
}

function targetText(target: Target, unit: string): string {
  if (target === null) return '';
  return 'share' in target ? `≤ ${target.share} × the best peer` : `≤ ${target.most} ${unit}`;
}

function verdict(target: NonNullable<Target>, ours: number, ofYjs: number, ofAll: number): string {
  if ('most' in target) return ours <= target.most ? 'yes' : 'no';
  if (ofAll <= target.share) return 'yes';
  return ofYjs <= target.share ? 'against the Yjs servers, not the relay' : 'no';
}

function durabilityRows(results: readonly DurabilityResult[]): Row[] {
  if (results.length === 0) return [];
  const text = ({ server, written }: DurabilityResult): string => {
    const own = results.filter((result) => result.server === server);
    const counts = [...new Set(own.map(({ present }) => present))].sort((one, other) => one - other);
    const silent = own[0]!.acknowledges ? '' : ', acknowledges nothing';
    return `${counts.join(' to ')} of ${written}${silent}`;
  };
  const ours = results.filter(({ server }) => server === 'ours');
  return [
    {
      measure: 'kill -9 right after 200 acknowledged edits: edits there after restart',
      cells: new Map(results.map((result) => [result.server, text(result)])),
      shareOfYjs: '',
      shareOfAll: '',
      target: 'all',
      isMet: ours.every(({ written, present }) => present === written) ? 'yes' : 'no',
    },
  ];
}

function killsRow({ server, kills, acknowledged, lost }: KillsResult): Row {
  return {
    measure: `kill -9 at ${kills} random moments: acknowledged edits lost`,
    cells: new Map([[server, `${lost} of ${acknowledged}`]]),
    shareOfYjs: '',
    shareOfAll: '',
    target: '0',
    isMet: lost === 0 ? 'yes' : 'no',
  };
}
