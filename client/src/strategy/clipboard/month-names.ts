import { foldForSearch } from '../../fold-for-search.ts';

/** Arabic has three sets of month names, by country. What a browser does not know is left out. */
const locales = ['en', 'en-GB', 'fr', 'ar', 'ar-SY', 'ar-DZ', 'ar-TN', 'ar-MA', 'km'];

let numbers: ReadonlyMap<string, number> | null = null;

/** Which month a name means, from 1, in any of the page's languages, whole or shortened; null for what is none, or several. */
export function monthNumbered(name: string): number | null {
  numbers ??= readNames();
  return numbers.get(comparable(name)) ?? null;
}

function readNames(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const torn = new Set<string>();
  for (const locale of Intl.DateTimeFormat.supportedLocalesOf(locales)) {
    for (const style of ['long', 'short'] as const) {
      for (const withYear of [false, true]) {
        // The calendar is said: some locales count by another one.
        const options = { month: style, timeZone: 'UTC', calendar: 'gregory' } as const;
        const format = new Intl.DateTimeFormat(locale, withYear ? { ...options, year: 'numeric' } : options);
        for (let month = 1; month <= 12; month++) {
          const part = format.formatToParts(Date.UTC(2027, month - 1, 15)).find(({ type }) => type === 'month');
          const name = comparable(part?.value ?? '');
          if (name === '' || /^\d+$/.test(name)) continue;
          if ((found.get(name) ?? month) !== month) torn.add(name);
          found.set(name, month);
        }
      }
    }
  }
  for (const [name, month] of [...found]) if (!found.has(shortOf(name))) found.set(shortOf(name), month);
  for (const name of torn) found.delete(name);
  return found;
}

/** English and French are shortened to three or four letters in many ways; only what no other month can be is taken. */
function shortOf(name: string): string {
  const isOneOfOurs = /^[a-z]{4,}$/.test(name) && !/^(?:jui|mar|ma)/.test(name);
  return isOneOfOurs ? name.slice(0, 3) : name;
}

function comparable(name: string): string {
  return foldForSearch(name)
    .replace(/[أإآ]/g, 'ا')
    .replace(/[.\s]+/g, '')
    .trim();
}
