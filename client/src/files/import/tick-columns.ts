import type { TableField } from '@board/shared/upr/found';
import { plainLetters } from '@board/shared/upr/plain-letters';
import { isHeavyCross, tickMark } from '../tick-marks.ts';
import type { Row } from './grid.ts';
import { isTickHead, plainHead } from './tick-heads.ts';

/** Columns of a table that only mark which rows have the position at their head ("Supported | Noted"). */
export interface TickColumns {
  /** The heads, by column. */
  heads: ReadonlyMap<number, string>;
  /** A cross marks a row; it does not where others are ticked. */
  isCrossMark: boolean;
  /** Columns that mark their rows with the letter that their head begins with: N below "Noted" is no “no”. */
  byLetter: ReadonlySet<number>;
}

/** Share of the filled cells below such heads that must be marks. */
const most = 0.5;
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

/** The fields, with columns of marks beside others below heads that are words for something else as well ("Support | Note"). */
export function withDoubtfulTicks(
  fields: readonly (TableField | null)[],
  headings: readonly string[],
  body: readonly Row[],
): (TableField | null)[] {
  const isMarks = (column: number) => {
    const cells = filledIn(column, body);
    return cells.length > 0 && cells.every((cell) => tickMark(cell) !== null);
  };
  const isHead = (column: number) => isTickHead(headings[column] ?? '');
  const isBeside = fields.some((field, column) => field === 'position' && isHead(column) && isMarks(column));
  return fields.map((field, column) =>
    isBeside && field === 'comment' && isHead(column) && isMarks(column) ? 'position' : field,
  );
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
  // Below a single head nothing tells whether "✗" is how somebody marks or what somebody denies.
  const isMark =
    byLetter.has(column) ||
    mark === 'check' ||
    (mark === 'cross' && isCrossMark && (heads.size > 1 || !isHeavyCross(cell)));
  if (isMark) return head;
  return mark !== null && heads.size > 1 ? '' : `${head}: ${cell}`;
}

function filledIn(column: number, body: readonly Row[]): string[] {
  return body.flatMap(({ cells }) => ((cells[column] ?? '').trim() === '' ? [] : [cells[column]!.trim()]));
}
