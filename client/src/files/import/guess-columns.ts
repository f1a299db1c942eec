import type { TableField } from '@board/shared/upr/found';
import { readPositionWord } from '@board/shared/upr/positions';
import { readStateList } from '@board/shared/upr/report-brackets';
import type { Row } from './grid.ts';

/** Rows that are looked at. */
const sample = 200;
/** Share of a column's filled cells that must be of a kind. */
const most = 0.6;
/** Words of a recommendation are longer than this on the average. */
const shortestWords = 25;

/** What each column of a table without known headings seems to hold, told by its cells; null when none holds recommendations. */
export function guessFields(rows: readonly Row[]): (TableField | null)[] | null {
  const width = rows.slice(0, sample).reduce((widest, row) => Math.max(widest, row.cells.length), 0);
  const columns = Array.from({ length: width }, (_, column) => cellsOf(rows, column));
  const fields: (TableField | null)[] = columns.map(() => null);
  // A column of numbers that come again and again holds sessions or years.
  const counted = columns.map((cells) => (new Set(cells).size > cells.length * most ? cells : []));
  give(fields, counted, 'number', (cell) => /^\d{1,3}(?:[.,]\d{1,3}){0,2}\.?$/.test(cell));
  give(fields, columns, 'position', (cell) => readPositionWord(cell) !== null);
  give(fields, columns, 'state', (cell) => readStateList(cell)?.every(({ code }) => code !== null) ?? false);
  const lengths = columns.map((cells, column) => (fields[column] === null ? averageLength(cells) : 0));
  const longest = Math.max(...lengths);
  if (longest < shortestWords) return null;
  fields[lengths.indexOf(longest)] = 'text';
  return fields;
}

function cellsOf(rows: readonly Row[], column: number): string[] {
  return rows
    .slice(0, sample)
    .map((row) => (row.cells[column] ?? '').trim())
    .filter((cell) => cell !== '');
}

/** Gives a field to the column that it fits best, if it fits most of its cells. */
function give(
  fields: (TableField | null)[],
  columns: readonly string[][],
  field: TableField,
  fits: (cell: string) => boolean,
): void {
  const shares = columns.map((cells, column) =>
    fields[column] !== null || cells.length === 0 ? 0 : cells.filter(fits).length / cells.length,
  );
  const best = Math.max(...shares);
  if (best >= most) fields[shares.indexOf(best)] = field;
}

function averageLength(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(cells.length, 1);
}
