import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import type { StrategyContent } from './strategy-content.ts';
import type { Words } from './words.ts';

/** What stands around a strategy: above its title, below it, and at the foot of each page. */
export interface StrategyFacts {
  above: string;
  facts: string[];
  foot: string;
}

/** The facts of the workshop around a strategy; lines that would be empty are ''. */
export function strategyFacts(file: WorkshopFile, words: Words, { missing }: StrategyContent): StrategyFacts {
  const { title, dates, place, organisers } = file.workshop;
  const { t, format } = words;
  return {
    above: title,
    facts: [
      reviewOf(file, words),
      [dates, place].filter(Boolean).join(' · '),
      organisers && t('takehome:doc.organisers', { organisers }),
      t('takehome:doc.asOf', { moment: format.moment(Date.parse(file.writtenAt)) }),
      missing.length > 0 ? t('takehome:doc.missing', { groups: format.list(missing) }) : '',
    ],
    foot: title,
  };
}

/** The country and the cycle of its review; '' where the country is not known. */
export function reviewOf({ workshop: { country, cycle } }: WorkshopFile, { t }: Words): string {
  if (country === '') return '';
  return cycle === '' ? t('charter:print.country', { country }) : t('charter:print.review', { country, cycle });
}
