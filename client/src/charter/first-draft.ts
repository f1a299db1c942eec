import type { LiveView } from '@board/shared/live-view';
import type { TFunction } from 'i18next';
import type { Format } from '../format.ts';
import { monthWords } from '../strategy/months.ts';
import { datesOf } from './workshop-dates.ts';

/** What is known of the workshop, in words; what is not stands in brackets, to be filled in. */
export function factsOf(
  view: LiveView,
  format: Format,
  language: string,
  t: TFunction<'drafting'>,
): Record<string, string> {
  const { country, cycle, recommendations, states, timeline } = view.workshop;
  const number = (count: number): string => (count > 0 ? format.number(count) : t('draft.number'));
  const month = (one: string): string => (one === '' ? t('draft.month') : monthWords(one, language));
  return {
    country: country || t('draft.country'),
    cycle: cycle || t('draft.cycle'),
    dates:
      datesOf(
        Object.values(view.agenda).map(({ day }) => day),
        language,
      ) || t('draft.dates'),
    groups: number(Object.keys(view.groups).length),
    recommendations: number(recommendations),
    states: number(states),
    midTerm: month(timeline.midTerm),
    nextReview: month(timeline.nextReview),
  };
}

/** True while something that the first draft left open stands in the words. */
export function hasBrackets(...texts: string[]): boolean {
  return texts.some((text) => /\[[^[\]\n]{1,60}\]/u.test(text));
}
