import { asciiDigits } from '@board/shared/upr/digits';
import type { TableField } from '@board/shared/upr/found';
import { plainLetters } from '@board/shared/upr/plain-letters';
import { readLeadInPosition, readPositionWord } from '@board/shared/upr/positions';
import { withoutDash } from './cell-lists.ts';
import type { Row } from './grid.ts';
import { saysStatePosition } from './state-heads.ts';
import { isTickHead } from './tick-heads.ts';

/** Rows that are looked at. */
const sample = 300;
/** Share of a column's filled cells that must be positions, and of the rows that must be filled. */
const most = 0.6;
const filled = 0.2;

/** Heads of what a State has said in the end, beside what its report says. */
const last =
  /\b(?:final|finale|finales|definitiv\w*|addendum|add\.? ?1|revised|updated|latest|adopted|after)\b|نهائي|ចុងក្រោយ/;

/**
 * Where a second column holds what the State says as well: the one whose heading says that it is the last word, with the
 * others only where it is empty, else all of them, so that rows in which they differ are asked about. What others wish, what
 * the State said years ago and what has been done are no positions of the State, whatever words they use.
 */
export function withAllPositions(
  fields: readonly (TableField | null)[],
  headings: readonly string[],
  body: readonly Row[],
): (TableField | null)[] {
  const isOwn = (column: number) => fields[column] === 'position' && !isTickHead(headings[column] ?? '');
  const columns = fields.flatMap((field, column) =>
    isOwn(column) || (field === null && saysStatePosition(headings[column] ?? '') && holdsPositions(column, body))
      ? [column]
      : [],
  );
  if (columns.length < 2 || !columns.some(isOwn)) return [...fields];
  const present = ofLastReview(columns, headings);
  const lasting = present.filter((column) => saysLast(headings[column] ?? ''));
  const isEverywhere = body.every(
    ({ cells }) => isSaid(cells[lasting[0]!]) || present.every((column) => !isSaid(cells[column])),
  );
  const taken = lasting.length === 1 && isEverywhere ? lasting : present;
  return fields.map((field, column) => {
    if (!columns.includes(column)) return field;
    return taken.includes(column) ? 'position' : null;
  });
}

/** Without columns of years long before the others': between two reviews are more than four years, between report and reply one at most. */
function ofLastReview(columns: readonly number[], headings: readonly string[]): number[] {
  const yearOf = (column: number) => Number(/\b(?:19|20)\d\d\b/.exec(asciiDigits(headings[column] ?? ''))?.[0] ?? 0);
  const years = columns.map(yearOf).filter((year) => year > 0);
  const isDated = years.length === columns.length;
  const isPresent = (column: number) =>
    isDated ? yearOf(column) >= Math.max(...years) - 1 : yearOf(column) === 0 || saysLast(headings[column] ?? '');
  return columns.filter(isPresent);
}

/** The column of the last word, where others with what the State said before stand in for its empty cells; -1 where there is none. */
export function lastWordOf(fields: readonly (TableField | null)[], headings: readonly string[]): number {
  const columns = fields.flatMap((field, column) =>
    field === 'position' && !isTickHead(headings[column] ?? '') ? [column] : [],
  );
  const lasting = columns.filter((column) => saysLast(headings[column] ?? ''));
  return columns.length > 1 && lasting.length === 1 ? lasting[0]! : -1;
}

/** Whether a cell says anything: no dash alone, as stands where nothing is to be said. */
export function isSaid(cell: string | undefined): boolean {
  return withoutDash(cell ?? '') !== '';
}

/** Whether a heading says that what stands below it is the State's last word. */
export function saysLast(heading: string): boolean {
  return last.test(plainLetters(heading.replaceAll('_', ' ')));
}

function holdsPositions(column: number, body: readonly Row[]): boolean {
  const rows = body.slice(0, sample);
  const cells = rows.flatMap(({ cells: all }) => ((all[column] ?? '').trim() === '' ? [] : [all[column]!.trim()]));
  const isPosition = (cell: string) =>
    readPositionWord(cell) !== null || (cell.length < 120 && readLeadInPosition(cell) !== null);
  return cells.length >= rows.length * filled && cells.filter(isPosition).length >= cells.length * most;
}
