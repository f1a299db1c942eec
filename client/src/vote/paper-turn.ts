/** Milliseconds between two papers: the server needs two for a stamp, on a slow machine four, and does other things beside. */
const perPaper = 12;
/** Nobody is kept waiting longer, in milliseconds. */
const longest = 6_000;

/**
 * When a phone asks for its ballot paper after it has seen a vote, in milliseconds: all phones of a hall see it in the same
 * moment, and a server that is asked five hundred times at once would keep everybody waiting. `random` is from 0 to 1.
 * Who has chosen already asks at once.
 */
export function paperTurn(rollSize: number, random: number): number {
  return Math.round(random * Math.min(longest, rollSize * perPaper));
}
