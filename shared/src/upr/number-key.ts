import { asciiNumber } from './digits.ts';

/** Words and signs that people write before a number. */
const before = /^(?:[§#]|(?:paragraphe?s?|paras?|recommendations?|recommandations?|recs?|no|nr|n°)\.?:?)+(?=\d)/;

/**
 * What is the same in all ways of writing one number: `110.10`, ` 110. 10.`, `§110.10`, `Rec. 110.10`, `១១០.១០`; and
 * `110.10 (a)`, `110.10.A`, `110.10a`. Parts stay as they are: 110.10 is not 110.1, and 118.09, which may be a misprint
 * of 118.109, is not 118.9. '' where there is no number. For comparing only; what is shown is what was printed.
 */
export function numberKey(printed: string): string {
  return asciiNumber(printed.slice(0, 80).normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, '')
    .replace(before, '')
    .replace(/[()[\]]/g, '')
    .replace(/[.:;]+$/, '')
    .replace(/\.(?=[a-z]$)/, '');
}
