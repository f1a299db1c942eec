import type { FoundRecommendation } from '@board/shared/upr/found';

/** Whatever a table has a number for. */
export type Numbered = Pick<FoundRecommendation, 'number' | 'flags'>;

interface Place {
  one: Numbered;
  section: string;
  item: number;
}

/**
 * A sheet that holds 110.10 as a number shows 110.1, and 110.100 too. Where a list is in its order the neighbours tell
 * which it was: 110.9, 110.1, 110.11. Puts the zeros back, with a flag that keeps what was printed, section by section,
 * and only where the section then rises throughout and has no more gaps than before; all else is left to be asked about.
 * What is certainly text has lost nothing: only those of `mayBeNumbers` are changed.
 */
export function restoreZeros(list: readonly Numbered[], mayBeNumbers: ReadonlySet<Numbered>): void {
  for (const section of sectionsOf(list)) {
    const items = section.map((place) => place.item);
    const restored = rise(section, mayBeNumbers);
    if (restored === null || gaps(restored) > gaps(items)) continue;
    section.forEach(({ one, section: name, item }, index) => {
      if (restored[index] === item) return;
      one.flags.push({ kind: 'number-mended', detail: one.number, cure: one.number });
      one.number = `${name}.${restored[index]}`;
    });
  }
}

/**
 * Flags the numbers of `asNumbers`, which may have lost a zero, with the number that it would then be:
 * where that one is missing, the list goes beyond it, and it would stand as well between its neighbours, or the list is
 * in no order. To be called behind `restoreZeros`.
 */
export function flagShortened(list: readonly Numbered[], asNumbers: ReadonlySet<Numbered>): void {
  for (const section of sectionsOf(list)) {
    const items = section.map((place) => place.item);
    const given = new Set(items);
    const isRising = items.every((item, index) => index === 0 || item > items[index - 1]!);
    section.forEach(({ one, section: name, item }, index) => {
      const longer = item * 10;
      if (!asNumbers.has(one) || item % 10 === 0 || given.has(longer) || longer > Math.max(...items)) return;
      if (isRising && longer > (items[index + 1] ?? 0)) return;
      if (one.flags.some((flag) => flag.kind === 'number-mended')) return;
      one.flags.push({ kind: 'number-shortened', detail: '', cure: `${name}.${longer}` });
    });
  }
}

/**
 * Those that may have lost a zero: what a sheet holds as a number; and what stands in a file that does not tell numbers from
 * text, where it has no number with a zero at its end, so that a spreadsheet has perhaps taken them all.
 */
export function mayBeShortened(
  list: readonly Numbered[],
  asNumbers: ReadonlySet<Numbered>,
  mayBeNumbers: ReadonlySet<Numbered>,
): ReadonlySet<Numbered> {
  const isMended = ({ flags }: Numbered) => flags.some(({ kind }) => kind === 'number-mended');
  const keepsZeros = list.some((one) => !asNumbers.has(one) && /\.\d{0,2}0$/.test(one.number) && !isMended(one));
  return keepsZeros ? asNumbers : mayBeNumbers;
}

function sectionsOf(list: readonly Numbered[]): Place[][] {
  const places = list.flatMap((one): Place[] => {
    const parts = /^(\d{1,3})\.(\d{1,3})$/.exec(one.number);
    return parts ? [{ one, section: parts[1]!, item: Number(parts[2]) }] : [];
  });
  return [...Map.groupBy(places, (place) => place.section).values()];
}

/** The numbers with zeros put behind them where they would else not rise; null where that does not help. */
function rise(section: readonly Place[], mayBeNumbers: ReadonlySet<Numbered>): number[] | null {
  const risen: number[] = [];
  for (const { one, item } of section) {
    const least = risen.at(-1) ?? 0;
    const fit = (mayBeNumbers.has(one) ? [item, item * 10, item * 100] : [item]).find(
      (number) => number > least && number < 1000,
    );
    if (fit === undefined || (fit !== item && item % 10 === 0)) return null;
    risen.push(fit);
  }
  return risen;
}

function gaps(items: readonly number[]): number {
  return Math.max(...items) - new Set(items).size;
}

/** Where most numbers have figures, a word in the place of one ("Total") is flagged: that row is probably no recommendation. */
export function flagWithoutFigures(recommendations: readonly Numbered[]): void {
  const named = recommendations.filter(({ number }) => /\p{L}/u.test(number) && !/\d/.test(number));
  const counted = recommendations.filter(({ number }) => /\d/.test(number));
  if (counted.length <= named.length) return;
  for (const { number, flags } of named) flags.push({ kind: 'number-without-figures', detail: number });
}
