import { foldForSearch } from '../../fold-for-search.ts';

/**
 * Below this share of words in common, of all that both have, two texts are two recommendations. Of unrelated ones of two
 * real reports nineteen in twenty are below it; a recommendation that was cut to a third of its words is not.
 */
const leastShared = 0.25;

/** So many different words two texts must have together, or they say too little to be told apart. */
const leastWords = 4;

/** Words of fewer letters, such as “the” and “of”, stand in every text. */
const longWord = 4;

/** Whether two texts of one language share hardly any words. */
export function areOtherWords(before: string, after: string): boolean {
  const [one, other] = [tellingWords(before), tellingWords(after)];
  const shared = [...one].filter((word) => other.has(word)).length;
  if (one.size + other.size - shared < leastWords) return false;
  return (2 * shared) / (one.size + other.size) < leastShared;
}

/** Scripts that write words without spaces between them. */
const unspaced = /[\p{Script=Khmer}\p{Script=Lao}\p{Script=Thai}\p{Script=Myanmar}\p{Script=Han}]/u;

/** Words are not looked for in those scripts, which takes a second for a whole catalogue: runs of so many letters tell as much. */
const runLength = 3;

/** The words by which texts are told apart, each once. */
export function tellingWords(text: string): Set<string> {
  const words = foldForSearch(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const parts = words.flatMap((word) => (unspaced.test(word) ? runsOf(word) : word));
  const long = parts.filter((part) => part.length >= longWord || unspaced.test(part));
  return new Set(long.length > 0 ? long : parts);
}

function runsOf(word: string): string[] {
  const count = Math.max(1, word.length - runLength + 1);
  return Array.from({ length: count }, (_, at) => word.slice(at, at + runLength));
}
