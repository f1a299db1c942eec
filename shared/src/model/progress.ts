import type { StrategyRow } from './strategy.ts';

/** What every group brings to the plenary: the workshop's own contract. */
export const wanted = { priorities: 2, contributions: 2 } as const;

/** A group's progress in counts only, so that it can be shown before the group presents. */
export interface Progress {
  rows: number;
  actions: number;
  risks: number;
  priorities: number;
  contributions: number;
  /** Actions with words that lack an indicator, or a timeframe. */
  withoutIndicator: number;
  withoutTimeframe: number;
  /** Two priorities, two contributions, and every action with an indicator and a timeframe. */
  ready: boolean;
}

/** Counts a strategy. An action without words does not count: an empty row is not progress. */
export function progressOf(rows: readonly StrategyRow[]): Progress {
  const actions = rows.flatMap((row) => row.actions).filter((action) => action.text !== '');
  const counts = {
    rows: rows.length,
    actions: actions.length,
    risks: rows.flatMap((row) => row.risks).filter((risk) => risk.risk !== '').length,
    priorities: rows.filter((row) => row.priority).length,
    contributions: actions.filter((action) => action.contribution).length,
    withoutIndicator: actions.filter((action) => action.indicator === '').length,
    withoutTimeframe: actions.filter(({ timeframe }) => !timeframe.from && !timeframe.to && !timeframe.term).length,
  };
  const isComplete = counts.withoutIndicator === 0 && counts.withoutTimeframe === 0;
  return {
    ...counts,
    ready: counts.priorities >= wanted.priorities && counts.contributions >= wanted.contributions && isComplete,
  };
}
