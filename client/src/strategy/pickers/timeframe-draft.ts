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

/** Puts a timeframe together. `half`: a month without a year or the other way round; `reversed`: it ends before it begins. */
export function timeframeOf(draft: Draft): Result<Timeframe, 'half' | 'reversed'> {
  const isHalf = (month: string, year: string): boolean => (month === '') !== (year === '');
  if (isHalf(draft.fromMonth, draft.fromYear) || isHalf(draft.toMonth, draft.toYear)) return fail('half');
  const from = draft.fromYear && `${draft.fromYear}-${draft.fromMonth}`;
  const to = draft.toYear && `${draft.toYear}-${draft.toMonth}`;
  if (from && to && to < from) return fail('reversed');
  return ok({ from, to, term: draft.term });
}
