import type { TableField } from '@board/shared/upr/found';
import { plainLetters } from '@board/shared/upr/plain-letters';
import { isHalfSupport, readPositionWord } from '@board/shared/upr/positions';
import { tickMark } from '../tick-marks.ts';
import type { Row } from './grid.ts';

/** Columns of a table that only mark which rows have the position at their head ("Supported | Noted"). */
export interface TickColumns {
  /** The heads, by column. */
  heads: ReadonlyMap<number, string>;
  /** A cross marks a row; it does not where others are ticked. */
  isCrossMark: boolean;
  /** Columns that mark their rows with the letter that their head begins with: N below "Noted" is no “no”. */
  byLetter: ReadonlySet<number>;
}

const longestHead = 60;
/** Share of the filled cells below such heads that must be marks. */
const most = 0.5;
/** How many of them there are stands behind a head. */
const count = /[\s:]*\(?\b\d{1,3}\)?\s*$/;

/** Whether a heading is a position, so that the column below may mark the rows that have it. */
export function isTickHead(heading: string): boolean {
  return heading.length <= longestHead && (readPositionWord(plainHead(heading)) !== null || isHalfSupport(heading));
}

function plainHead(heading: string): string {
  return heading
    .replace(count, '')
    .replace(/\?\s*$/, '')
    .trim();
}

/** Columns of positions that are columns of marks. */
export function tickColumnsOf(
  fields: readonly (TableField | null)[],
  headings: readonly string[],
  body: readonly Row[],
): TickColumns {
  const columns = fields.flatMap((field, column) =>
    field === 'position' && isTickHead(headings[column] ?? '') ? [column] : [],
  );
  const cells = columns.flatMap((column) => filledIn(column, body));
  const byLetter = new Set(columns.filter((column) => isByLetter(column, columns, headings, body)));
  const marks = columns.flatMap((column) =>
    filledIn(column, body).flatMap((cell) => (byLetter.has(column) ? 'check' : (tickMark(cell) ?? []))),
  );
  if (marks.length === 0 || marks.length < cells.length * most)
    return { heads: new Map(), isCrossMark: false, byLetter };
  return {
    heads: new Map(columns.map((column) => [column, plainHead(headings[column]!)])),
    isCrossMark: !marks.includes('check'),
    byLetter,
  };
}

/** Whether all marks below a head are its own first letter, in rows that have no mark below another. */
function isByLetter(
  column: number,
  columns: readonly number[],
  headings: readonly string[],
  body: readonly Row[],
): boolean {
  const letter = plainLetters(headings[column] ?? '').trim()[0];
  const rows = body.filter(({ cells }) => (cells[column] ?? '').trim() !== '');
  const isAlone = ({ cells }: Row) => columns.every((one) => one === column || (cells[one] ?? '').trim() === '');
  const isLetter = ({ cells }: Row) => plainLetters(cells[column]!).replace(/[\s.()[\]]+/g, '') === letter;
  return columns.length > 1 && rows.length > 0 && rows.every((row) => isAlone(row) && isLetter(row));
}

/** The fields without the columns below positions that mark nothing, and where another column tells the position in words without all of them. */
export function withTicks(
  fields: readonly (TableField | null)[],
  headings: readonly string[],
  body: readonly Row[],
): (TableField | null)[] {
  const { heads } = tickColumnsOf(fields, headings, body);
  const isTold = fields.some(
    (field, column) => field === 'position' && !isTickHead(headings[column] ?? '') && filledIn(column, body).length > 0,
  );
  return fields.map((field, column) => {
    if (field !== 'position') return field;
    if (isTickHead(headings[column] ?? '')) return heads.has(column) && !isTold ? field : null;
    return heads.size > 0 && !isTold ? null : field;
  });
}

/** What a cell below such a head says of its row: the head, nothing, or the head with what stands in the cell, to be asked about. */
export function tickWords(cell: string, column: number, { heads, isCrossMark, byLetter }: TickColumns): string {
  const head = heads.get(column);
  if (head === undefined || cell === '') return cell;
  const mark = tickMark(cell);
  if (byLetter.has(column) || mark === 'check' || (mark === 'cross' && isCrossMark)) return head;
  return mark !== null && heads.size > 1 ? '' : `${head}: ${cell}`;
}

function filledIn(column: number, body: readonly Row[]): string[] {
  return body.flatMap(({ cells }) => ((cells[column] ?? '').trim() === '' ? [] : [cells[column]!.trim()]));
}
