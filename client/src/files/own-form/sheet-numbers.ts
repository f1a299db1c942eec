import { numberKey } from '@board/shared/upr/number-key';
import { flagShortened, type Numbered, restoreZeros } from '../import/number-zeros.ts';

/** A number in a line of a sheet. */
export interface PrintedNumber {
  line: number;
  printed: string;
  /** The sheet holds it as a number, so that 110.10 shows as 110.1. */
  isNumeric: boolean;
}

/**
 * The numbers of lines as they are meant, where a sheet has taken the zero from some: put back where the lines beside tell
 * it. Where they do not, and a line may be either, both stand there, so that it is nobody's and is asked about.
 */
export function meantNumbers(numbers: readonly PrintedNumber[]): ReadonlyMap<number, string> {
  const groups: { one: Numbered; lines: number[]; isNumeric: boolean }[] = [];
  for (const { line, printed, isNumeric } of numbers) {
    const number = numberKey(printed) || printed;
    const last = groups.at(-1);
    // Several actions on one recommendation stand below each other.
    if (last?.one.number === number) {
      last.lines.push(line);
      last.isNumeric &&= isNumeric;
    } else groups.push({ one: { number, flags: [] }, lines: [line], isNumeric });
  }
  const list = groups.map(({ one }) => one);
  const numeric = new Set(groups.filter(({ isNumeric }) => isNumeric).map(({ one }) => one));
  restoreZeros(list, numeric);
  flagShortened(list, numeric);
  const keepsZeros = numbers.some(({ printed }) => /\.\d{0,2}0\.?$/.test(printed));
  const meant = groups.flatMap(({ one, lines }, at): [number, string][] => {
    if (!numeric.has(one)) return [];
    const mended = one.flags.find(({ kind }) => kind === 'number-mended');
    const isSure = mended !== undefined && isBesideNext(one, [list[at - 1], list[at + 1]]);
    const longer = one.flags.find(({ kind }) => kind === 'number-shortened')?.cure;
    const other = keepsZeros ? longer : (longer ?? fallen(one, list[at - 1]));
    const both = mended ? `${mended.detail} / ${one.number}` : other && `${one.number} / ${other}`;
    const words = isSure ? one.number : both;
    return words === undefined ? [] : lines.map((line): [number, string] => [line, words]);
  });
  return new Map(meant);
}

/** A group's table has but some of the numbers, in any order: only the next lower or higher one beside it tells. */
function isBesideNext({ number }: Numbered, beside: readonly (Numbered | undefined)[]): boolean {
  const [section, item] = number.split('.');
  const next = [Number(item) - 1, Number(item) + 1].map((other) => `${section}.${other}`);
  return beside.some((one) => one !== undefined && next.includes(one.number));
}

/** With its zero it would be higher than the one before, and is lower without. */
function fallen({ number }: Numbered, before: Numbered | undefined): string | undefined {
  const own = /^(\d{1,3})\.(\d{1,2})$/.exec(number);
  const other = /^(\d{1,3})\.(\d{1,3})$/.exec(before?.number ?? '');
  if (!own || !other || own[1] !== other[1]) return undefined;
  const [item, above] = [Number(own[2]), Number(other[2])];
  return item % 10 !== 0 && item < above && item * 10 > above ? `${number}0` : undefined;
}
