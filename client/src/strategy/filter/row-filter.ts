import type { Recommendation } from '@board/shared/model/catalogue';
import type { Cluster } from '@board/shared/model/clusters';
import { hasTimeframe } from '@board/shared/model/completeness';
import type { StrategyRow } from '@board/shared/model/strategy';
import { asciiDigits, asciiNumber } from '@board/shared/upr/digits';
import { goalOf } from '@board/shared/upr/sdg';
import type { StateNamer } from '@board/shared/upr/state-names';
import { foldForSearch } from '../../fold-for-search.ts';

/** What a row may lack. */
export const gaps = ['action', 'indicator', 'timeframe', 'resources', 'partners', 'response', 'sdg'] as const;
export type Gap = (typeof gaps)[number];

/** Which rows are shown; '' means any. */
export interface RowFilter {
  text: string;
  state: string;
  theme: string;
  position: string;
  /** A cluster's id, or `noCluster`. */
  cluster: string;
  /** A goal's number. */
  goal: string;
  missing: Gap | '';
}

/** Chosen as a cluster: rows that are in none. */
export const noCluster = 'none';

export const anyRow: RowFilter = { text: '', state: '', theme: '', position: '', cluster: '', goal: '', missing: '' };

/** Whether anything is filtered out at all. */
export function isFiltering(filter: RowFilter): boolean {
  return Object.values(filter).some((value) => value !== '');
}

/** What a filter has to know beside the rows. */
export interface FilterFacts {
  /** All names that a State is found by. */
  nameOf: StateNamer;
  /** Those that there are: what was in one that was removed is in none. */
  clusters: readonly Pick<Cluster, 'id'>[];
}

/** Whether a row is to be shown. Every word of the text must stand somewhere in the row or its recommendation. */
export function matchesFilter(
  row: StrategyRow,
  recommendation: Recommendation | undefined,
  filter: RowFilter,
  { nameOf, clusters }: FilterFacts,
): boolean {
  const { state, theme, position, cluster, goal, missing } = filter;
  return (
    (state === '' || recommendation?.states.includes(state) === true) &&
    (theme === '' || recommendation?.themes.includes(theme) === true) &&
    (position === '' || recommendation?.position === position) &&
    (cluster === '' || (clusters.find(({ id }) => id === row.cluster)?.id ?? noCluster) === cluster) &&
    (goal === '' || row.sdgTargets.some((code) => String(goalOf(code)) === goal)) &&
    (missing === '' || lacks(row, missing)) &&
    hasWords(row, recommendation, filter.text, nameOf)
  );
}

function lacks(row: StrategyRow, gap: Gap): boolean {
  const actions = row.actions.filter(({ text }) => text !== '');
  switch (gap) {
    case 'action':
      return actions.length === 0;
    case 'timeframe':
      return actions.some((action) => !hasTimeframe(action));
    case 'response':
      return row.risks.some(({ risk, response }) => risk !== '' && response === '');
    case 'sdg':
      return row.sdgTargets.length === 0;
    default:
      return actions.some((action) => action[gap] === '');
  }
}

function hasWords(row: StrategyRow, recommendation: Recommendation | undefined, text: string, nameOf: StateNamer) {
  const words = foldForSearch(asciiNumber(text)).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const parts = [
    row.mechanisms,
    ...row.sdgTargets,
    ...row.actions.flatMap((action) => [action.text, action.indicator, action.resources, action.partners]),
    ...row.risks.flatMap(({ risk, response }) => [risk, response]),
    ...(recommendation
      ? [
          recommendation.number,
          ...Object.values(recommendation.text),
          ...recommendation.states.map(nameOf),
          ...recommendation.themes,
        ]
      : []),
  ];
  const folded = foldForSearch(asciiDigits(parts.join('\n')));
  return words.every((word) => folded.includes(word));
}
