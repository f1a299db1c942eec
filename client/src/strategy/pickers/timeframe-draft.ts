import type { Timeframe } from '@board/shared/model/strategy';
import { fail, ok, type Result } from '@board/shared/result';

/** A timeframe while it is being chosen: months as `01`–`12`, years as four digits, '' for what is not chosen. */
export interface Draft {
  fromMonth: string;
  fromYear: string;
  toMonth: string;
  toYear: string;
  term: Timeframe['term'];
}

/** Takes a timeframe apart. */
export function draftOf({ from, to, term }: Timeframe): Draft {
  return {
    fromMonth: from.slice(5),
    fromYear: from.slice(0, 4),
    toMonth: to.slice(5),
    toYear: to.slice(0, 4),
    term,
  };
}

/**
 * A draft with what a person has chosen, above what the others have set by now. A month and its year are one choice: who
 * has changed either has the other as it was seen.
 */
export function withChosen(now: Timeframe, chosen: Partial<Draft>): Draft {
  return { ...draftOf(now), ...chosen };
}

/** What is chosen after one more part of the draft was. */
export function choose(seen: Draft, chosen: Partial<Draft>, part: Partial<Draft>): Partial<Draft> {
  const isFrom = part.fromMonth !== undefined || part.fromYear !== undefined;
  const isTo = part.toMonth !== undefined || part.toYear !== undefined;
  return {
    ...chosen,
    ...(isFrom && { fromMonth: seen.fromMonth, fromYear: seen.fromYear }),
    ...(isTo && { toMonth: seen.toMonth, toYear: seen.toYear }),
    ...part,
  };
}

/** Puts a timeframe together. `half`: a month without a year or the other way round; `reversed`: it ends before it begins. */
export function timeframeOf(draft: Draft): Result<Timeframe, 'half' | 'reversed'> {
  const isHalf = (month: string, year: string): boolean => (month === '') !== (year === '');
  if (isHalf(draft.fromMonth, draft.fromYear) || isHalf(draft.toMonth, draft.toYear)) return fail('half');
  const from = draft.fromYear && `${draft.fromYear}-${draft.fromMonth}`;
  const to = draft.toYear && `${draft.toYear}-${draft.toMonth}`;
  if (from && to && to < from) return fail('reversed');
  return ok({ from, to, term: draft.term });
}

/** The month that a quarter (`1`–`4`) begins or ends with; '' stays ''. */
export function monthOfQuarter(quarter: string, end: 'from' | 'to'): string {
  if (quarter === '') return '';
  return String(Number(quarter) * 3 - (end === 'from' ? 2 : 0)).padStart(2, '0');
}

/** The quarter that a month lies in; '' stays ''. */
export function quarterOfMonth(month: string): string {
  return month === '' ? '' : String(Math.ceil(Number(month) / 3));
}

/** True where a timeframe that is chosen consists of whole quarters, so that it can be shown as such. */
export function isInQuarters({ from, to }: Timeframe): boolean {
  if (from === '' && to === '') return false;
  const begins = from === '' || monthOfQuarter(quarterOfMonth(from.slice(5)), 'from') === from.slice(5);
  const ends = to === '' || monthOfQuarter(quarterOfMonth(to.slice(5)), 'to') === to.slice(5);
  return begins && ends;
}
