import { markerOf } from '../strategy/clipboard/list-text.ts';

/** What stands before items in a sheet's cell, by their level. */
export const bullets = ['•', '◦', '▪', '●', '○', '■'] as const;

/** A line break within a paragraph, which a sheet knows no sign for: two spaces before the end of the line, as in plain text elsewhere. */
export const breakMark = '  \n';

/** Items as our own sheets write them: two blanks for each level, a sign or a number, and a gap. */
export const ownItem = new RegExp(`^((?: {2})*)(?:([${bullets.join('')}]) |(\\d{1,4})\\. {2})`);

/**
 * A sign that nobody sees, before a line that is no item and would be read as one, such as a paragraph that begins with a
 * dot. A line that has such signs already gets one more, so that each reading takes off what one writing has put on.
 */
const guard = '\u2060';

/** What has to stand before a line of a cell that is no item, so that it is read as it is; mostly nothing. */
export function guardFor(line: string): string {
  const words = line.replace(/^\u2060+/, '');
  return ownItem.test(words) || markerOf(words) !== null ? guard : '';
}

/** How many signs at the start of a line have been put there by `guardFor`. */
export function guardLength(line: string): number {
  return line.startsWith(guard) ? guardFor(line).length : 0;
}

/** Two blanks at the end of a line are a line break within a paragraph; with such signs behind them they are blanks. */
const blanksAtEnd = / {2}\u2060*$/;

/** What has to stand behind a line of a cell whose last signs are blanks, so that it is read as it is; mostly nothing. */
export function endGuardFor(line: string): string {
  return blanksAtEnd.test(line) ? guard : '';
}

/** How many signs at the end of a line have been put there by `endGuardFor`. */
export function endGuardLength(line: string): number {
  return line.endsWith(guard) && blanksAtEnd.test(line) ? guard.length : 0;
}
