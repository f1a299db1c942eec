import type { Recommendation } from '@board/shared/model/catalogue';
import { isStateCode } from '@board/shared/upr/states';
import { foldForSearch } from '../../fold-for-search.ts';

/** What is the same in all ways of printing the same words: blanks, quotation marks, dashes, case and the sign at the end differ. For comparing only. */
export function wordsKey(text: string): string {
  return foldForSearch(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** One of a list that is looked for by what it says. */
export interface Sought {
  /** Its text in any language, and as it was before somebody mended it. */
  words: readonly string[];
  /** Codes, or names as printed. */
  states: readonly string[];
}

/** What is in the catalogue in the same words: a recommendation, or only such ones as have been found before; null: nothing. */
export type FoundByWords = Recommendation | 'found-before' | null;

/**
 * Finds recommendations by their words, each once; `isFree` tells of each whether it may still be found. Of several with
 * the same words one that a same State has made goes before; where both sides name known States and share none, they are two
 * recommendations.
 */
export function finderByWords(catalogue: readonly Recommendation[]) {
  let index: Map<string, Recommendation[]> | null = null;
  return ({ words, states }: Sought, isFree: (one: Recommendation) => boolean): FoundByWords => {
    index ??= indexOf(catalogue);
    for (const key of new Set(words.map(wordsKey))) {
      const alike = (index.get(key) ?? []).filter((one) => mayBeOf(one.states, states));
      if (alike.length === 0) continue;
      const free = alike.filter(isFree);
      return free.find((one) => shareOne(one.states, states)) ?? free[0] ?? 'found-before';
    }
    return null;
  };
}

function indexOf(catalogue: readonly Recommendation[]): Map<string, Recommendation[]> {
  const index = new Map<string, Recommendation[]>();
  for (const one of catalogue)
    for (const key of new Set(Object.values(one.text).map(wordsKey))) {
      const known = index.get(key);
      if (key === '') continue;
      if (known) known.push(one);
      else index.set(key, [one]);
    }
  return index;
}

/** False where both sides name known States and share none: two recommendations. */
export function mayBeOf(known: readonly string[], states: readonly string[]): boolean {
  return shareOne(known, states) || !known.some(isStateCode) || !states.some(isStateCode);
}

function shareOne(one: readonly string[], other: readonly string[]): boolean {
  return one.some((state) => other.includes(state));
}
