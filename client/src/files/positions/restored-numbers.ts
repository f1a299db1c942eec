import { plainNumber } from '@board/shared/upr/number-starts';
import type { Row } from '../import/grid.ts';
import { restoreDates } from '../import/number-dates.ts';
import { mayBeShortened, type Numbered, restoreZeros } from '../import/number-zeros.ts';
import type { Misprint } from './references.ts';

/** In characters: what is longer is no single number. */
const longestNumber = 40;

/** The number in one cell of a reply's table. */
export interface NumberCell {
  row: Row;
  column: number;
  /** The cell as it is to be read: where it is one number with its zeros, and as one that was made a date. */
  words: string;
  /** It was printed otherwise than it is read. */
  mended: { kind: Misprint; printed: string } | null;
  /** What else it may be, as far as its neighbours tell. */
  mayBe: readonly string[];
  /** It was made of a date that may be another one as well. */
  isDoubtful: boolean;
}

/**
 * The numbers of columns with what a spreadsheet has taken from them, as far as the others tell it: a zero only where the
 * number stands there without one as well, and the one before it in the list is the next lower one. Replies go by position.
 */
export function restoredNumbers(rows: readonly Row[], columns: readonly number[]): NumberCell[] {
  const places = columns.flatMap((column) =>
    rows.flatMap((row) => {
      const printed = (row.cells[column] ?? '').trim();
      return printed === ''
        ? []
        : [{ row, column, printed, one: { number: numberIn(printed), flags: [] } as Numbered }];
    }),
  );
  const list = places.map(({ one }) => one);
  const numeric = new Set(places.filter(({ row, column }) => row.numeric?.has(column)).map(({ one }) => one));
  const untyped = places.filter(({ row }) => row.untyped).map(({ one }) => one);
  const mayBeNumbers = new Set([...numeric, ...untyped]);
  restoreDates(list, numeric);
  const dated = list.map(({ number }) => number);
  restoreZeros(list, mayBeNumbers);
  const counts = countOf(dated);
  const restored = list.map(({ number }) => number);
  const isSure = list.map((_, at) => counts.get(dated[at]!)! > 1 && isBehindNext(restored, at));
  list.forEach((one, at) => {
    if (!isSure[at]) one.number = dated[at]!;
  });
  const longerOf = longerNumbers(list, mayBeShortened(list, numeric, mayBeNumbers));
  return places.map(({ row, column, printed, one }, at): NumberCell => {
    const [before, longer] = [dated[at]!, restored[at]!];
    const date = one.flags.find(({ kind }) => kind === 'number-as-date');
    const cell = { row, column, words: one.number, mended: null, mayBe: [], isDoubtful: false };
    if (date) return { ...cell, words: date.cure ?? '', isDoubtful: true };
    if (before !== longer && isSure[at]) return { ...cell, mended: { kind: 'zero-lost', printed } };
    const other = before !== longer ? longer : longerOf.get(one);
    if (other !== undefined) return { ...cell, mayBe: [other] };
    return { ...cell, mended: before === numberIn(printed) ? null : { kind: 'made-date', printed } };
  });
}

/** One number without what is written around it; a list of several as it is, whatever its length. */
function numberIn(printed: string): string {
  return printed.length > longestNumber ? printed : plainNumber(printed);
}

/** With one zero more, those of `shortened` that are no other's number, unless a list in its order shows that they have none. */
function longerNumbers(list: readonly Numbered[], shortened: ReadonlySet<Numbered>): ReadonlyMap<Numbered, string> {
  const given = new Set(list.map(({ number }) => number));
  const items = list.map(({ number }) => {
    const parts = /^(\d{1,3})\.(\d{1,3})$/.exec(number);
    return parts && { section: parts[1]!, item: Number(parts[2]) };
  });
  const isRising = items.every((one, at) => {
    const before = items[at - 1];
    return !one || !before || before.section !== one.section || before.item < one.item;
  });
  return new Map(
    list.flatMap((one, at): [Numbered, string][] => {
      const [own, next] = [items[at], items[at + 1]];
      if (!own || !shortened.has(one) || own.item % 10 === 0 || own.item > 99) return [];
      const isShown = isRising && next?.section === own.section && next.item < own.item * 10;
      const longer = `${own.section}.${own.item * 10}`;
      return isShown || given.has(longer) ? [] : [[one, longer]];
    }),
  );
}

function countOf(numbers: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

/** Whether the number before is the next lower one by its figures. */
function isBehindNext(numbers: readonly string[], at: number): boolean {
  const [section, item] = numbers[at]!.split('.');
  return numbers[at - 1] === `${section}.${Number(item) - 1}`;
}
