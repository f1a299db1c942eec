import type { RecommendationId } from '@board/shared/ids';
import type { Recommendation } from '@board/shared/model/catalogue';
import { asciiDigits } from '@board/shared/upr/digits';
import { numberKey } from '@board/shared/upr/number-key';
import { withPoint } from '@board/shared/upr/number-starts';
import { foldForSearch } from '../../fold-for-search.ts';
import type { Catalogue } from '../../sync/follow-models.ts';

/** Which recommendation of the catalogue is meant by what stands in a sheet. */
export interface Finder {
  /** By a number that stands alone. */
  ofNumber(printed: string): RecommendationId | null;
  /** By a number, alone or before the words, or by the words; of several with the same words the one that is taken alone. */
  ofWords(text: string, taken: ReadonlySet<RecommendationId | null>): RecommendationId | null;
}

/** A number at the beginning of words, with what people write before it, and the letter of a part behind it. */
const leading =
  /^[\s\u200b-\u200f\ufeff]*((?:\p{L}[\p{L}.°]{0,17}\s{0,2}){0,2}[§#]?\s?\d{1,3}(?:\s?[.,]\s?\d{1,3}|[-\u2010-\u2013]\d{1,3}){1,2})([.:;]?\s?)(\(\s?[a-z]\s?\)|[a-z](?!\p{L}))?/iu;

/** Longer is no number with what stands around it. */
const longestNumber = 80;

const finders = new WeakMap<Catalogue, Finder>();

/** Finds recommendations in a catalogue; made once for each. */
export function finderIn(catalogue: Catalogue | null): Finder {
  const known = catalogue && finders.get(catalogue);
  if (known) return known;
  const made = newFinder(catalogue?.list ?? []);
  if (catalogue) finders.set(catalogue, made);
  return made;
}

/** The number that words begin with, as it is compared; '' where there is none. No paragraph is number 0: that is an amount. */
export function leadingNumber(text: string): string {
  const { number } = startOf(text);
  return /^[1-9]/.test(number) ? number : '';
}

/** The number at the beginning of words, with its part where that belongs to it or may do so, and how many signs it takes. */
function startOf(text: string): { number: string; withPart: string; isPartSure: boolean; length: number } {
  const [all = '', number = '', gap = '', part = ''] = leading.exec(asciiDigits(text.slice(0, longestNumber))) ?? [];
  const isPartSure = part.startsWith('(') || (part !== '' && gap === '');
  return { number: pointed(number), withPart: numberKey(`${pointed(number)}${part}`), isPartSure, length: all.length };
}

/** Words as they are compared: without case, accents, signs, and without the States in brackets behind them. */
function compared(text: string): string {
  return foldForSearch(asciiDigits(text))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function withoutStates(text: string): string {
  const end = text.trimEnd().replace(/[;.]+$/, '');
  const open = end.endsWith(')') ? end.lastIndexOf('(') : -1;
  return open > 0 ? end.slice(0, open) : end;
}

function pointed(number: string): string {
  return numberKey(withPoint(numberKey(number)));
}

function newFinder(list: readonly Recommendation[]): Finder {
  const byNumbers = new Map(list.map((one) => [one.number, one.id]));
  const byKeys = new Map(list.map((one) => [numberKey(one.number), one.id]));
  const byWords = new Map<string, Set<RecommendationId>>();
  for (const { id, text } of list)
    for (const words of Object.values(text).flatMap((one) => [one, withoutStates(one)])) {
      const key = compared(words);
      if (key !== '') byWords.set(key, (byWords.get(key) ?? new Set()).add(id));
    }
  const ofNumber = (printed: string): RecommendationId | null => {
    const key = numberKey(printed);
    return byNumbers.get(printed.trim()) ?? byKeys.get(key) ?? byKeys.get(numberKey(withPoint(key))) ?? null;
  };
  const atStart = (text: string): RecommendationId | null => {
    const { number, withPart, isPartSure } = startOf(text);
    return byKeys.get(withPart) ?? (isPartSure ? null : (byKeys.get(number) ?? null));
  };
  const ofWords = (text: string, taken: ReadonlySet<RecommendationId | null>): RecommendationId | null => {
    for (const words of waysOf(text)) {
      const ids = [...(byWords.get(compared(words)) ?? [])];
      const here = ids.length > 1 ? ids.filter((id) => taken.has(id)) : ids;
      if (here[0] !== undefined && here.length === 1) return here[0];
    }
    return ofNumber(text) ?? atStart(text);
  };
  return { ofNumber, ofWords };
}

/** Where the words may stand in a cell: all of it, its first line, without the States. */
function waysOf(text: string): string[] {
  const [first = ''] = text.trim().split('\n');
  return [text, first].flatMap((words) => [words, withoutStates(words)]);
}

/** The lines of a cell that say more than the recommendation does, whatever order its number, words and States stand in. */
export function unsaidIn(text: string, { number, text: texts, states, themes }: Recommendation, more: string): string {
  const said = new Set(compared([number, ...Object.values(texts), ...states, ...themes, more].join('\n')).split(' '));
  const isSaid = (line: string): boolean => {
    const { withPart, number: bare, length } = startOf(line);
    const words = [withPart, bare].includes(numberKey(number)) ? line.slice(length) : line;
    return compared(words)
      .split(' ')
      .every((word) => word === '' || said.has(word));
  };
  return text
    .split('\n')
    .filter((line) => !isSaid(line))
    .join('\n');
}
