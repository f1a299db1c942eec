import { asciiNumber } from '@board/shared/upr/digits';
import type { TableField } from '@board/shared/upr/found';
import { withPoint } from '@board/shared/upr/number-starts';
import { readPositionWord } from '@board/shared/upr/positions';
import { readStateList } from '@board/shared/upr/report-brackets';
import type { Row } from './grid.ts';

/** Rows that are looked at. */
const sample = 200;
/** Share of a column's filled cells that must be of a kind. */
const most = 0.6;
/** Words of a recommendation are longer than this on the average; beside numbers of recommendations a few words may be one. */
const shortestWords = 25;
const shortestBesideNumbers = 8;

/** A number that only a recommendation has: of a paragraph and an item. */
const ofRecommendation = /^\d{1,3}\.\d{1,3}\.?$/;

/** What each column of a table without known headings seems to hold, told by its cells; null when none holds recommendations. */
export function guessFields(rows: readonly Row[]): (TableField | null)[] | null {
  return guessByCells(rows) ?? guessBelowHeads(rows);
}

/** Below a row of heads numbers of recommendations tell enough, however few and short the rows: what was guessed is shown. */
function guessBelowHeads([heads, ...rows]: readonly Row[]): (TableField | null)[] | null {
  const isNumber = (cell: string): boolean => ofRecommendation.test(withPoint(asciiNumber(cell.trim())));
  if (!heads || rows.length === 0 || heads.cells.some((cell) => isNumber(cell))) return null;
  const columns = Array.from({ length: heads.cells.length }, (_, column) => cellsOf(rows, column));
  const fields: (TableField | null)[] = columns.map((cells) =>
    cells.length > 0 && cells.every(isNumber) ? 'number' : null,
  );
  if (fields.filter((field) => field !== null).length !== 1) return null;
  give(fields, columns, 'position', (cell) => readPositionWord(cell) !== null);
  give(fields, columns, 'state', isState);
  const lengths = columns.map((cells, column) => (fields[column] === null ? lengthOf(cells) : 0));
  const text = lengths.indexOf(Math.max(...lengths));
  if (fields[text] !== null || !columns[text]!.some((cell) => /\p{L}/u.test(cell))) return null;
  fields[text] = 'text';
  return fields;
}

function isState(cell: string): boolean {
  return readStateList(cell)?.every(({ code }) => code !== null) ?? false;
}

function guessByCells(rows: readonly Row[]): (TableField | null)[] | null {
  const width = rows.slice(0, sample).reduce((widest, row) => Math.max(widest, row.cells.length), 0);
  const columns = Array.from({ length: width }, (_, column) => cellsOf(rows, column));
  const fields: (TableField | null)[] = columns.map(() => null);
  // A column of numbers that come again and again holds sessions or years.
  const counted = columns.map((cells) => (new Set(cells).size > cells.length * most ? cells : []));
  give(fields, counted, 'number', (cell) => /^\d{1,3}(?:[.,]\d{1,3}){0,2}\.?$/.test(withPoint(asciiNumber(cell))));
  give(fields, columns, 'position', (cell) => readPositionWord(cell) !== null);
  give(fields, columns, 'state', isState);
  // Themes are the same again and again, and notes stand here and there: neither says as much in all.
  const said = columns.map((cells, column) => (fields[column] === null ? lengthOf([...new Set(cells)]) : 0));
  const text = said.indexOf(Math.max(...said));
  const cells = columns[text] ?? [];
  const shortest = fields.includes('number') ? shortestBesideNumbers : shortestWords;
  if (lengthOf(cells) < shortest * Math.max(cells.length, 1)) return null;
  fields[text] = 'text';
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

function lengthOf(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.length, 0);
}
