import { type Goalpost, goalposts, isMonth, type Timeline } from '@board/shared/model/timeline';

/** A month while it is being chosen: `01`–`12` and four digits, '' for what is not chosen. */
export interface MonthDraft {
  month: string;
  year: string;
}

export type GoalpostsDraft = Record<Goalpost, MonthDraft>;

/** Takes the goalposts apart. */
export function draftOfTimeline(timeline: Timeline): GoalpostsDraft {
  const part = (name: Goalpost): MonthDraft => ({ month: timeline[name].slice(5), year: timeline[name].slice(0, 4) });
  return { adoption: part('adoption'), midTerm: part('midTerm'), nextReview: part('nextReview') };
}

/** Puts them together; null while one is only half chosen. */
export function timelineOfDraft(draft: GoalpostsDraft): Timeline | null {
  const timeline: Timeline = { adoption: '', midTerm: '', nextReview: '' };
  for (const name of goalposts) {
    const { month, year } = draft[name];
    if ((month === '') !== (year === '')) return null;
    const whole = month && `${year}-${month}`;
    timeline[name] = isMonth(whole) ? whole : '';
  }
  return timeline;
}

/** Of all goalposts those that are named. */
export function partOf<Value>(all: Record<Goalpost, Value>, names: object): Partial<Record<Goalpost, Value>> {
  return Object.fromEntries(goalposts.filter((name) => name in names).map((name) => [name, all[name]]));
}
