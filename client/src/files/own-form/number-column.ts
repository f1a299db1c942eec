import { isNameOf } from '../../strategy/clipboard/heading-words.ts';
import { areRealNumbers } from '../import/real-numbers.ts';

/** Heads that may stand over numbers of recommendations, as the cells tell. */
const mayBeNumbers =
  /^(?:(?:upr|epu)\s*)?(?:rec(?:s|omm[ae]ndations?|omendaci(?:ón|ones))?\.?\s*)?(?:refs?|r[eé]f[eé]rences?|referencias?|no|nos|nr|number|num[eé]ro|n[°º]|#|id)?[.\s]*(?:no|number|#)?\.?$|^(?:ល\.?\s?រ\.?|លេខរៀង|លេខយោង|المرجع|الرقم المرجعي|الرقم التسلسلي)$/iu;

/**
 * Heads with one of numbers: where several are called so, or one that may be, that in which each number has its paragraph;
 * the others lose their names. `below` is what stands under them, `name` what the table calls its own.
 */
export function withOneNumber(
  heads: readonly string[],
  below: readonly (readonly string[])[],
  name: string,
): readonly string[] {
  const called = heads.flatMap((head, column) => (isNumber(head, name) ? [column] : []));
  const isReal = (column: number) =>
    areRealNumbers(below.map((cells) => (cells[column] ?? '').trim()).filter((cell) => /\p{Nd}/u.test(cell)));
  const may = heads.flatMap((head, column) => (head !== '' && mayBeNumbers.test(head) ? [column] : []));
  const chosen = called.find(isReal) ?? may.find(isReal) ?? called[0];
  if (chosen === undefined) return heads;
  return heads.map((head, column) => (column === chosen ? name : called.includes(column) ? '' : head));
}

function isNumber(head: string, name: string): boolean {
  return head !== '' && (head === name || isNameOf('number', head));
}
