import type { Finding, FoundRecommendation } from './found.ts';
import { compareNumbers } from './numbers.ts';

/** Above this share of numbers out of order the list was sorted by something else, such as themes. */
const sortedOtherwise = 0.15;

/**
 * Looks at the numbers in the order of the input. One that breaks the order between two that keep it gets the number
 * that is missing there (118.108, 118.09, 118.110: the middle one becomes 118.109) and a flag with what was printed.
 * Doubles and gaps are named and never filled.
 */
export function checkSequence(list: FoundRecommendation[]): Finding[] {
  const numbered = list.filter((one) => one.number !== '');
  const inOrder = longestRise(numbered.map((one) => one.number));
  if (numbered.length - inOrder.size <= Math.max(3, numbered.length * sortedOtherwise)) mend(numbered, inOrder);
  for (const one of list) if (one.number === '') one.flags.push({ kind: 'number-missing', detail: '' });
  return findDoubles(numbered);
}

function mend(list: FoundRecommendation[], inOrder: ReadonlySet<number>): void {
  for (let index = 0; index < list.length; ) {
    if (inOrder.has(index)) {
      index += 1;
      continue;
    }
    let next = index;
    while (next < list.length && !inOrder.has(next)) next += 1;
    const cures = numbersBetween(list[index - 1]?.number, list[next]?.number, next - index);
    for (let at = index; at < next; at++) {
      const one = list[at]!;
      const cure = cures?.[at - index];
      if (cure === undefined || !isLikely(one.number, cure))
        one.flags.push({ kind: 'number-out-of-order', detail: one.number });
      else {
        one.flags.push({ kind: 'number-mended', detail: one.number, cure: one.number });
        one.number = cure;
      }
    }
    index = next;
  }
}

/** A misprint keeps one of the two parts: 118.09 for 118.109, 119.5 for 118.5. */
function isLikely(printed: string, cure: string): boolean {
  const [a, b] = [parts(printed), parts(cure)];
  return a !== null && (a.section === b!.section || a.item === b!.item);
}

/** The numbers between two neighbours, when exactly as many are missing as are wanted; behind the last one, those that follow it. */
function numbersBetween(before: string | undefined, after: string | undefined, wanted: number): string[] | null {
  const from = parts(before);
  if (!from) return null;
  const to = parts(after);
  const isLast = after === undefined || to?.section !== from.section;
  if (!isLast && to!.item - from.item - 1 !== wanted) return null;
  if (isLast && after !== undefined && !(to && to.item === 1)) return null;
  return Array.from({ length: wanted }, (_, index) => `${from.section}.${from.item + 1 + index}`);
}

function parts(number: string | undefined): { section: string; item: number } | null {
  const found = /^(\d{1,3})\.(\d{1,4})$/.exec(number ?? '');
  return found ? { section: found[1]!, item: Number(found[2]) } : null;
}

/** Indices of the longest strictly rising run of numbers, whole sections included; of equal ones the first counts. */
function longestRise(numbers: readonly string[]): Set<number> {
  const ends: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareNumbers(plain(numbers[ends[middle]!]!), plain(number)) < 0) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? ends[low - 1]! : -1;
    if (low === ends.length || plain(numbers[ends[low]!]!) !== plain(number)) ends[low] = index;
  });
  const rise = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index]!) rise.add(index);
  return rise;
}

/** 118.09 and 118.9 are the same place in the order. */
function plain(number: string): string {
  return number.replace(/(^|\.)0+(?=\d)/g, '$1');
}

function findDoubles(list: readonly FoundRecommendation[]): Finding[] {
  const byNumber = Map.groupBy(list, (one) => plain(one.number));
  const findings: Finding[] = [];
  for (const [, same] of byNumber) {
    if (same.length < 2) continue;
    for (const one of same) one.flags.push({ kind: 'number-twice', detail: one.number });
    findings.push({ kind: 'twice', line: same[0]!.line, count: same.length, words: same[0]!.number });
  }
  return findings;
}
