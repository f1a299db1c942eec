import type * as Y from 'yjs';
import { readText } from './read.ts';

/** The months that actions are planned towards: the review's adoption, the mid-term report, the next review. */
export const goalposts = ['adoption', 'midTerm', 'nextReview'] as const;
export type Goalpost = (typeof goalposts)[number];

/** Each a month (`2027-03`), or '' while nobody has set it. */
export type Timeline = Record<Goalpost, string>;

export const noTimeline: Timeline = { adoption: '', midTerm: '', nextReview: '' };

/** True for a month as documents write it. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** Reads the goalposts from the board document; what is missing or malformed is ''. */
export function readTimeline(doc: Y.Doc): Timeline {
  const map = doc.getMap('timeline');
  const month = (name: Goalpost): string => {
    const text = readText(map.get(name), 7);
    return isMonth(text) ? text : '';
  };
  return { adoption: month('adoption'), midTerm: month('midTerm'), nextReview: month('nextReview') };
}

/** Sets goalposts, as one transaction; '' takes one away, what is no month changes nothing. */
export function setTimeline(doc: Y.Doc, timeline: Partial<Timeline>): void {
  const before = readTimeline(doc);
  doc.transact(() => {
    for (const name of goalposts) {
      const month = timeline[name];
      if (month === undefined || month === before[name] || (month !== '' && !isMonth(month))) continue;
      if (month === '') doc.getMap('timeline').delete(name);
      else doc.getMap('timeline').set(name, month);
    }
  });
}

/** Months from the adoption: a mid-term report is due about two and a half years later, the next review four and a half. */
const untilMidTerm = 30;
const untilNextReview = 54;

/**
 * What the goalposts would usually be, to be shown and checked, never to be set in silence: counted from the adoption
 * where it is known, else from the session that the cycle names (`4th cycle, 46th session`). What is set already stays.
 */
export function proposeTimeline(known: Timeline, cycle: string): Timeline {
  const adoption = known.adoption || adoptionAfter(cycle);
  if (adoption === '') return known;
  return {
    adoption,
    midTerm: known.midTerm || monthsLater(adoption, untilMidTerm),
    nextReview: known.nextReview || monthsLater(adoption, untilNextReview),
  };
}

/** The month that lies `months` after another. */
export function monthsLater(month: string, months: number): string {
  const whole = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(whole / 12)).padStart(4, '0')}-${String((whole % 12) + 1).padStart(2, '0')}`;
}

/** The first session of the fourth cycle that was held in a January, and its year; three sessions a year follow. */
const firstSession = 42;
const firstYear = 2023;
const lastSession = 53;

/** The Council adopts in June what was reviewed in January, in September what was reviewed in spring, in March what was reviewed in November. */
function adoptionAfter(cycle: string): string {
  const session = Number(
    /\b(\d{2})(?:st|nd|rd|th|e|ème)?\s+session|session\s+(\d{2})\b/i.exec(cycle)?.slice(1).find(Boolean),
  );
  if (!(session >= firstSession && session <= lastSession)) return '';
  const year = firstYear + Math.floor((session - firstSession) / 3);
  return [`${year}-06`, `${year}-09`, `${year + 1}-03`][(session - firstSession) % 3]!;
}
