const smallWords = new Set([
  'a',
  'and',
  'for',
  'in',
  'of',
  'on',
  'the',
  'to',
  'with',
  'et',
  'de',
  'des',
  'du',
  'la',
  'le',
  'les',
  'و',
  'في',
  'من',
]);

/** “The”, alone or after a one-letter “and”, “for”, “with”: nearly every Arabic word would begin with it. */
const arabicArticle = /^[وبلف]?ال(?=\p{L}{2})/u;

/**
 * At most two signs that stand for a name: the first of its first two telling words ("Land and natural resources": LN),
 * or the first two of a single Latin word. A sign is what a reader counts as one, so that a Khmer cluster is not torn.
 */
export function initialsOf(name: string): string {
  const known = initials.get(name) ?? makeInitials(name);
  initials.set(name, known);
  return known;
}

/** Kept, since they are asked for whenever somebody’s caret moves, and cutting a word into signs is slow. */
const initials = new Map<string, string>();

function makeInitials(name: string): string {
  const words = name
    .split(/[\s/,;:()–—&-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !smallWords.has(word.toLowerCase()));
  const [first, second] = words.map((word) => signsOf(word.replace(arabicArticle, '')));
  if (!first) return '·';
  if (second) return upper(`${first[0]}${second[0]}`);
  return /^\p{Script=Latin}/u.test(first[0] ?? '') ? upper(`${first[0]}${first[1] ?? ''}`) : (first[0] ?? '');
}

function upper(text: string): string {
  return text.toLocaleUpperCase('en');
}

function signsOf(word: string): string[] {
  return Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word), ({ segment }) => segment);
}
