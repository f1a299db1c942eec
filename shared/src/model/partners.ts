import { withoutEnds } from '../text-ends.ts';
import type { StrategyRow } from './strategy.ts';

/** How many names one group's summary holds, and how long one may be, in UTF-16 units: it travels to every phone. */
export const mostPartners = 24;
const longestName = 60;
const shortestName = 3;

/** How much is looked at, in UTF-16 units of a cell and in names of a group: many times what the longest strategy has. */
const longestCell = 10_000;
const mostNames = 2_000;

/** Forms of address, mail addresses, telephone numbers: whoever is named so is a person and is not passed on. */
const personForm =
  /@|\d[\d\s-]{5,}\d|^(?:mr|mrs|ms|miss|dr|prof|m|mme|mlle)\.?\s|^(?:السيد|السيدة|الدكتور|لوك)|^(?:លោក|អ្នកស្រី|កញ្ញា)/iu;

/**
 * The organisations that a group names as partners, as it writes them, most named first: what stands between commas,
 * semicolons and line ends. Names that differ in case, accents or spaces only are one, written as at first. What looks
 * like a person or is no name (too short, too long) is left out.
 */
export function partnersOf(rows: readonly StrategyRow[]): string[] {
  const names = new Map<string, { name: string; count: number }>();
  let looked = 0;
  for (const { partners } of rows.flatMap((row) => row.actions)) {
    for (const name of partnerNames(partners)) {
      if (++looked > mostNames) break;
      const folded = foldName(name);
      const known = names.get(folded);
      if (known) known.count += 1;
      else names.set(folded, { name, count: 1 });
    }
  }
  // Sorting is stable: of names that are named as often, the one that stands first in the strategy comes first.
  return [...names.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, mostPartners)
    .map(({ name }) => name);
}

/** The names in one cell. */
export function partnerNames(text: string): string[] {
  return text
    .slice(0, longestCell)
    .split(/[,;\n،؛•៖]/)
    .map((part) => withoutEnds(part.replace(/\s+/g, ' '), /[\s\p{Pd}*]/u, /[\s.]/))
    .filter((name) => name.length >= shortestName && name.length <= longestName && !personForm.test(name));
}

/** A name as it is compared: without case, accents and Arabic vowel marks. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0640\u200b-\u200d]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
