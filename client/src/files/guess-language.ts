/** Languages that a list may be in: those of the United Nations and of the board. */
export const textLanguages = ['en', 'fr', 'es', 'ar', 'km', 'ru', 'zh'] as const;
export type TextLanguage = (typeof textLanguages)[number];

/** What a text's script and words say about its language. */
export interface LanguageGuess {
  language: TextLanguage;
  /** Whether the words leave little doubt. */
  isSure: boolean;
}

const scripts: readonly (readonly [TextLanguage, RegExp])[] = [
  ['km', /\p{Script=Khmer}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['zh', /\p{Script=Han}/gu],
];

/** Small words that stand in nearly every recommendation; those that two of the languages share are left out. */
const smallWords: readonly (readonly [TextLanguage, ReadonlySet<string>])[] = [
  ['en', new Set('the of and to that with for in on by its their all from which into'.split(' '))],
  ['fr', new Set('le les des du et aux dans pour sur avec une est au par qui ses leurs afin'.split(' '))],
  ['es', new Set('el los las del y para con una por que su sus al todos como sobre'.split(' '))],
];

/** Letters that are looked at: some forty recommendations tell. */
const sampleLength = 8000;

/** The language that most of the texts are likely in: by their script, and among Latin letters by their small words. English where nothing tells. */
export function guessLanguage(texts: Iterable<string>): LanguageGuess {
  const sample = sampleOf(texts);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, script] of scripts) {
    const count = sample.match(script)?.length ?? 0;
    // A Khmer list names States and conventions in Latin letters.
    if (count * 3 > letters) return { language, isSure: count * 2 > letters };
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = smallWords
    .map(([language, known]) => ({ language, count: words.filter((word) => known.has(word)).length }))
    .sort((a, b) => b.count - a.count);
  const [best, second] = [counts[0]!, counts[1]!];
  if (best.count === 0) return { language: 'en', isSure: false };
  return { language: best.language, isSure: best.count >= 8 && best.count >= second.count * 2 };
}

function sampleOf(texts: Iterable<string>): string {
  let sample = '';
  for (const text of texts) {
    if (sample.length >= sampleLength) break;
    sample += `${text.slice(0, 600)}\n`;
  }
  return sample;
}
