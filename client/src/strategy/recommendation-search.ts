import type { RecommendationId } from '@board/shared/ids';
import type { Recommendation } from '@board/shared/model/catalogue';
import { asciiDigits, asciiNumber } from '@board/shared/upr/digits';
import type { StateNamer } from '@board/shared/upr/state-names';
import { foldForSearch } from '../fold-for-search.ts';

/** A recommendation with everything that is searched in it, folded once. */
export interface Searchable {
  recommendation: Recommendation;
  folded: string;
}

/** Prepares a catalogue for searching by number, words in any language, State and theme. */
export function searchable(list: readonly Recommendation[], nameOf: StateNamer): Searchable[] {
  return list.map((recommendation) => {
    const { number, text, states, themes } = recommendation;
    const parts = [number, ...Object.values(text), ...states, ...states.map(nameOf), ...themes];
    return { recommendation, folded: foldForSearch(asciiDigits(parts.join('\n'))) };
  });
}

/** Those in which every word of the query stands; figures may be Khmer or Arabic. A number finds itself first: `110.1` before `110.10`. */
export function searchRecommendations(list: readonly Searchable[], query: string): Recommendation[] {
  const plain = asciiNumber(query);
  const words = foldForSearch(plain).split(/\s+/).filter(Boolean);
  const found = list.filter(({ folded }) => words.every((word) => folded.includes(word)));
  const result = found.map(({ recommendation }) => recommendation);
  const exact = result.findIndex(({ number }) => number === plain.trim());
  if (exact > 0) result.unshift(...result.splice(exact, 1));
  return result;
}

/** The words of a recommendation in the reader's language, else in English, else in whichever there is. */
export function wordsIn(text: Readonly<Record<string, string>>, language: string): { language: string; words: string } {
  const base = language.split('-')[0] ?? '';
  const code = [language, base, 'en', ...Object.keys(text)].find((one) => text[one]) ?? 'en';
  return { language: code, words: text[code] ?? '' };
}

/** True when words are shown in another language than the reader's, for want of them in that one. */
export function isOtherLanguage(shown: { language: string; words: string }, language: string): boolean {
  return shown.words !== '' && shown.language.split('-')[0] !== language.split('-')[0];
}

/** Those that no group has taken. */
export function untakenOf(
  list: readonly Recommendation[],
  taken: Readonly<Record<RecommendationId, readonly unknown[]>>,
): Recommendation[] {
  return list.filter(({ id }) => (taken[id] ?? []).length === 0);
}
