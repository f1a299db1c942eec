import { plainLetters } from '@board/shared/upr/plain-letters';
import { type PositionOfState, readPositionWord } from '@board/shared/upr/positions';

/** What letters below a heading mean, as far as it says so: "S/N", "Supported or noted", "Acceptée (A) / Notée (N)". */
export type PositionLetters = ReadonlyMap<string, PositionOfState>;

const longestHead = 80;
/** Letters that stand for a position where a heading has nothing else: supported, accepted, noted, rejected; and in Khmer. */
const known = new Map<string, PositionOfState>([
  ['s', 'supported'],
  ['a', 'supported'],
  ['n', 'noted'],
  ['r', 'noted'],
  ['គ', 'supported'],
  ['ក', 'noted'],
]);
const between = /\s*[/|,;]\s*|\s+(?:or|and|ou|et|o|y|أو|ឬ)\s+/u;

/** The letters that a heading gives a meaning to; null where it does not name both what is supported and what is noted. */
export function positionLetters(heading: string): PositionLetters | null {
  const bracketed = /\(([^()]+)\)\s*$/.exec(heading)?.[1];
  if (heading.length > longestHead) return null;
  return lettersIn(heading) ?? (bracketed === undefined ? null : lettersIn(bracketed));
}

function lettersIn(legend: string): PositionLetters | null {
  const meant = legend
    .split(between)
    .filter((part) => part.trim() !== '')
    .map(meaningOfPart);
  const all = meant.filter((one) => one !== null);
  const named = new Set(all.map(({ position }) => position));
  if (all.length < meant.length || !named.has('supported') || !named.has('noted')) return null;
  // "N/A" says that there is none.
  if (all.every(({ isLetter }) => isLetter) && all[0]!.position !== 'supported') return null;
  const byLetter = Map.groupBy(all, ({ letter }) => letter);
  // A letter that stands for two says nothing.
  const sure = [...byLetter].filter(([, some]) => new Set(some.map(({ position }) => position)).size === 1);
  return new Map(sure.map(([letter, [one]]) => [letter, one!.position]));
}

interface Meaning {
  letter: string;
  position: PositionOfState;
  /** There is nothing but the letter. */
  isLetter: boolean;
}

/** "S", "Supported", "Supported (S)", "S = supported". */
function meaningOfPart(part: string): Meaning | null {
  const plain = plainLetters(part).trim();
  const behind = /^(.+?)\s*[([=:]\s*(\p{L})\p{M}*[)\]]?$/u.exec(plain);
  const ahead = /^(\p{L})\p{M}*\s*[=:(]\s*(.+?)\)?$/u.exec(plain);
  const words = behind?.[1] ?? ahead?.[2] ?? plain;
  const letter = behind?.[2] ?? ahead?.[1] ?? firstLetter(plain);
  const isLetter = words.length === 1;
  const position = readPositionWord(words) ?? (isLetter ? known.get(words) : undefined);
  return position === undefined || letter === '' ? null : { letter, position, isLetter };
}

function firstLetter(words: string): string {
  return /^\p{L}/u.exec(words)?.[0] ?? '';
}

/** What a cell below such a heading says: the position that its letter stands for, else the cell. */
export function letterWords(cell: string, letters: PositionLetters | null): string {
  const letter = plainLetters(cell).replace(/[\s.*()[\]]+/g, '');
  return letters?.get(letter) ?? cell;
}
