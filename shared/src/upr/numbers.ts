/**
 * Recommendation numbers such as 110.34 are text with parts, never fractions: 110.10 follows 110.9 and is not 110.1.
 */

/** Compares part by part: 110.2 before 110.10. Parts that are not digits come after those that are. */
export function compareNumbers(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const byPart = comparePart(left[index], right[index]);
    if (byPart !== 0) return byPart;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

function comparePart(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  const isNumberA = /^\d+$/.test(a);
  const isNumberB = /^\d+$/.test(b);
  if (isNumberA && isNumberB) return Number(a) - Number(b);
  if (isNumberA !== isNumberB) return isNumberA ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
