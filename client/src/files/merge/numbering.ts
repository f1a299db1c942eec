import type { Recommendation } from '@board/shared/model/catalogue';
import type { Found } from '@board/shared/upr/found';
import { numberKey } from '@board/shared/upr/number-key';
import type { PreviewLine } from '../import/preview.ts';
import { soughtOf } from './incoming.ts';
import { freeNumbers } from './match.ts';
import { finderByWords } from './same-words.ts';

/**
 * Gives the included lines without a number the one that the catalogue has for the same words, and the others the free
 * numbers 1, 2, 3 … in their order. Exports without numbers can then be taken in, and taken in again.
 */
export function numberTheRest(
  lines: readonly PreviewLine[],
  found: Found,
  catalogue: readonly Recommendation[],
): PreviewLine[] {
  const inList = new Set(lines.map((line) => numberKey(line.number)));
  const used = new Set(inList);
  const nextFree = freeNumbers(new Set([...inList, ...catalogue.map((one) => numberKey(one.number))]));
  const find = finderByWords(catalogue);
  return lines.map((line) => {
    if (!line.included || line.number !== '') return line;
    const isFree = (one: Recommendation) => numberKey(one.number) !== '' && !used.has(numberKey(one.number));
    const there = find(soughtOf(line, found.recommendations[line.key]), isFree);
    const number = there === null || there === 'found-before' ? nextFree() : there.number;
    used.add(numberKey(number));
    return { ...line, number, givenNumber: number };
  });
}
