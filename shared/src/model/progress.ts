import { type Completeness, groupCompleteness, hasTimeframe } from './completeness.ts';
import type { StrategyRow } from './strategy.ts';

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
  /** The group's ring: how many of the steps towards being ready are made. */
  steps: Completeness;
  /** Two priorities, two contributions, and every action with an indicator and a timeframe: all steps are made. */
  ready: boolean;
}

/** Counts a strategy. An action without words does not count: an empty row is not progress. */
export function progressOf(rows: readonly StrategyRow[]): Progress {
  const actions = rows.flatMap((row) => row.actions).filter((action) => action.text !== '');
  const steps = groupCompleteness(rows);
  return {
    rows: rows.length,
    actions: actions.length,
    risks: rows.flatMap((row) => row.risks).filter((risk) => risk.risk !== '').length,
    priorities: rows.filter((row) => row.priority).length,
    contributions: actions.filter((action) => action.contribution).length,
    withoutIndicator: actions.filter((action) => action.indicator === '').length,
    withoutTimeframe: actions.filter((action) => !hasTimeframe(action)).length,
    steps,
    ready: steps.done === steps.wanted,
  };
}
