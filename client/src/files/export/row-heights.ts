/** Points that a row may have at most. */
const highest = 409;
/** Points of a line of ten points, by the script in it: signs stand above and below one another. */
const lineHeights: readonly (readonly [RegExp, number])[] = [
  [/\p{Script=Khmer}/u, 19],
  [/\p{Script=Arabic}/u, 17],
];
const usualLine = 14.5;
/** Above and below the words. */
const edges = 3;
/** Share of a column's letters that a line holds: words are not broken. */
const filled = 0.88;

/** How high a row is whose cells say this in columns of so many letters: an estimate, for programs that do not find out by themselves. */
export function rowHeight(cells: readonly string[], widths: readonly number[]): number {
  const heights = cells.map((text, column) => {
    const line = lineHeights.find(([script]) => script.test(text))?.[1] ?? usualLine;
    return linesOf(text, (widths[column] ?? 10) * filled) * line;
  });
  return Math.min(highest, Math.max(usualLine, ...heights) + edges);
}

function linesOf(text: string, letters: number): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.replace(/\p{M}|\p{Cf}/gu, '').length / letters)), 0);
}
