import type { StrategyAction, StrategyRow } from './strategy.ts';

/** What every group brings to the plenary: the workshop's own contract. */
export const wanted = { priorities: 2, contributions: 2 } as const;

/** So many of so many steps. `wanted` is never 0. */
export interface Completeness {
  done: number;
  wanted: number;
}

/** Whether an action says when it happens: a month or a term is enough. */
export function hasTimeframe({ timeframe }: StrategyAction): boolean {
  return timeframe.from !== '' || timeframe.to !== '' || timeframe.term !== '';
}

/** A row's steps: an indicator and a timeframe for each action with words. A row without any has its first action before it. */
export function rowCompleteness(row: StrategyRow): Completeness {
  const actions = row.actions.filter((action) => action.text !== '');
  if (actions.length === 0) return { done: 0, wanted: 2 };
  return { done: stepsDone(actions), wanted: 2 * actions.length };
}

/** A group's steps: two priorities, two contributions, an indicator and a timeframe for each action with words. */
export function groupCompleteness(rows: readonly StrategyRow[]): Completeness {
  const actions = rows.flatMap((row) => row.actions).filter((action) => action.text !== '');
  const priorities = rows.filter((row) => row.priority).length;
  const contributions = actions.filter((action) => action.contribution).length;
  return {
    done: Math.min(priorities, wanted.priorities) + Math.min(contributions, wanted.contributions) + stepsDone(actions),
    wanted: wanted.priorities + wanted.contributions + 2 * actions.length,
  };
}

function stepsDone(actions: readonly StrategyAction[]): number {
  return actions.filter((one) => one.indicator !== '').length + actions.filter(hasTimeframe).length;
}
