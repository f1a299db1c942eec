import type { TableField } from '@board/shared/upr/found';
import { plainLetters } from '@board/shared/upr/plain-letters';
import { readLeadInPosition, readPositionWord } from '@board/shared/upr/positions';
import type { Row } from './grid.ts';
import { isTickHead } from './tick-columns.ts';

/** Rows that are looked at. */
const sample = 300;
/** Share of a column's filled cells that must be positions, and of the rows that must be filled. */
const most = 0.6;
const filled = 0.2;

/** Heads of what a State has said in the end, beside what its report says. */
const last =
  /\b(?:final|finale|finales|definitiv\w*|addendum|add\.? ?1|revised|updated|latest|adopted|after)\b|نهائي|ចុងក្រោយ/;

/**
 * Where a second column holds positions as well: the one whose heading says that it is the last word, else all of them, so
 * that rows in which they differ are asked about.
 */
export function withAllPositions(
  fields: readonly (TableField | null)[],
  headings: readonly string[],
  body: readonly Row[],
): (TableField | null)[] {
  const isOwn = (column: number) => fields[column] === 'position' && !isTickHead(headings[column] ?? '');
  const columns = fields.flatMap((field, column) =>
    isOwn(column) || (field === null && holdsPositions(column, body)) ? [column] : [],
  );
  if (columns.length < 2 || !columns.some(isOwn)) return [...fields];
  const lasting = columns.filter((column) => saysLast(headings[column] ?? ''));
  const taken = lasting.length === 1 ? lasting : columns;
  return fields.map((field, column) => {
    if (!columns.includes(column)) return field;
    return taken.includes(column) ? 'position' : null;
  });
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
