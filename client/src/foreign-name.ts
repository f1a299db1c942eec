const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}/u;
const leftToRight = /(?!\p{Script=Arabic}|\p{Script=Hebrew})[\p{L}\p{N}]/u;

/**
 * A name inside of a line of other words (`around`: some of them, in the line's language). One that is read in the other direction
 * is isolated, so that the numbers and signs beside it stay in order; others are left as they are, in files too.
 */
export function nameAmong(name: string, around: string): string {
  const isForeign = rightToLeft.test(around) ? leftToRight.test(name) : rightToLeft.test(name);
  return isForeign ? `\u2068${name}\u2069` : name;
}
