import type { Recommendation } from '@board/shared/model/catalogue';
import { asciiNumber } from '@board/shared/upr/digits';
import { foldForSearch } from '../../fold-for-search.ts';
import { wordsIn } from '../../strategy/recommendation-search.ts';

/** A recommendation's words in a language, else in English, else in the first there is. */
export function textIn(one: Recommendation, language: string): string {
  return wordsIn(one.text, language).words;
}

/** True when every word of the query is in the number, a text, a State's name, a theme. A query of digits means the number's beginning. */
export function matches(one: Recommendation, query: string, nameOf: (state: string) => string): boolean {
  const words = foldForSearch(asciiNumber(query)).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = foldForSearch([...Object.values(one.text), ...one.states.map(nameOf), ...one.themes].join(' '));
  return words.every((word) => (/^[\d.]+$/.test(word) ? one.number.startsWith(word) : text.includes(word)));
}
