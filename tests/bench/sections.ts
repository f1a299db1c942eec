import { kinds } from './kinds/kinds.ts';
import { crowdSizes } from './load/loads.ts';
import type { Results } from './report/results.ts';

export type SectionName = keyof Results;

/** One call of measure.ts. */
export interface Measurement {
  server: string;
  /** People or kills; null where there is nothing to count. */
  number: number | null;
}

const everybody = kinds.map(({ id }) => id);
const withDocument = kinds.filter((kind) => kind.hasDocument).map(({ id }) => id);

const kills = 1_000;

/** What belongs to a section. Loads are played several times, in rounds, so that a quiet minute of the machine is shared fairly. */
export function measurementsOf(section: SectionName, plays: number): Measurement[] {
  if (section === 'people') return crowdSizes.flatMap((number) => everybody.map((server) => ({ server, number })));
  if (section === 'durability') return withDocument.map((server) => ({ server, number: null }));
  if (section === 'files') return [{ server: 'ours', number: null }];
  if (section === 'kills') return [{ server: 'ours', number: kills }];
  const round = everybody.map((server) => ({ server, number: null }));
  return Array.from({ length: plays }, () => round).flat();
}

/** What `pnpm bench` runs; the kills take a quarter of an hour and are asked for by name. */
export const usualSections: readonly SectionName[] = [
  'hall',
  'groups',
  'calm',
  'memory',
  'durability',
  'people',
  'files',
];
export const allSections: readonly SectionName[] = [...usualSections, 'kills'];
