import { asciiDigits } from './digits.ts';

/** Several numbers of recommendations that stand together in the place of one. */
export interface SeveralNumbers {
  printed: string;
  /** Each of them, in their order; empty where that cannot be told. */
  numbers: string[];
  /** How many signs of the words they take. */
  length: number;
}

/** More in one range is a part of a list, and no recommendation. */
const longestRange = 50;
const label = /^[\p{L}\p{M}\s.:#°º§([]{0,30}(?=\d)/u;
const first = /^(\d{1,3})\.(\d{1,3})(?![\d.]*\d)([a-z]?)(?![\p{L}\d])/u;
const next = new RegExp(
  '^(?:(\\s*(?:[-\\u2010-\\u2015\\u2212]|(?<=\\s)(?:to|through|à|au|al?|hasta|إلى|الى|ដល់)(?=[\\s\\d]))\\s*)' +
    '|\\s*(?:[,;،؛/&+]|(?<=\\s)(?:and|et|y|e|or|ou|o|و|និង)(?=[\\s\\d]))\\s*(?:(?:and|et|y|e|&|و|និង)\\s*)?|\\s+(?=\\d{1,3}\\.\\d))' +
    '(?:(\\d{1,3})\\.|\\.)?(\\d{1,3})(?!\\d|\\.\\d)([a-z]?)(?![\\p{L}\\d])',
  'u',
);

/** Several numbers that are all that stands in a cell ("7.1-7.2", "7.3 and 7.4"); null for one, and for anything else. */
export function severalNumbers(cell: string): SeveralNumbers | null {
  const printed = cell.trim();
  const before = label.exec(plain(printed))?.[0] ?? '';
  const found = readSeveral(plain(printed).slice(before.length));
  const isAll = found !== null && /^[\s.,;:)\]]*$/.test(printed.slice(before.length + found.length));
  return isAll ? { ...found, printed } : null;
}

/** Several numbers that words begin with, before a sentence of its own; null where there is none or one. */
export function severalAtStart(words: string): SeveralNumbers | null {
  const blanks = /^[\s\u200b-\u200f\ufeff]*/u.exec(words)![0].length;
  const found = readSeveral(plain(words.slice(blanks, blanks + 400)));
  if (found === null) return null;
  const end = blanks + found.length;
  const behind = /^[.:)]?\s+(?=[\p{Lu}\p{Lo}“"(])/u.exec(words.slice(end));
  return behind && { ...found, printed: words.slice(blanks, end), length: end + behind[0].length };
}

function plain(words: string): string {
  return asciiDigits(words).replaceAll('\u066b', '.');
}

function readSeveral(words: string): SeveralNumbers | null {
  const start = first.exec(words);
  if (!start) return null;
  const [, section, item, letter] = start as unknown as [string, string, string, string];
  const numbers = [`${section}.${item}${letter}`];
  let before = { section, item: Number(item) };
  let length = start[0].length;
  let isClear = true;
  for (let found = next.exec(words.slice(length)); found !== null; found = next.exec(words.slice(length))) {
    const own = { section: found[2] ?? before.section, item: Number(found[3]) };
    const isRange = found[1] !== undefined;
    const isNext = own.section === before.section && own.item > before.item;
    const span = isRange ? own.item - before.item : 1;
    if ((isRange || found[2] === undefined) && (!isNext || span > longestRange)) isClear = false;
    else
      for (let at = own.item - span + 1; at <= own.item; at++)
        numbers.push(`${own.section}.${at === own.item ? `${found[3]}${found[4]}` : at}`);
    before = own;
    length += found[0].length;
  }
  if (length === start[0].length) return null;
  return { printed: words.slice(0, length), numbers: isClear ? [...new Set(numbers)] : [], length };
}
