import type { TableField } from '@board/shared/upr/found';
import { numberAtStart, plainNumber } from '@board/shared/upr/number-starts';
import { readPositionWord } from '@board/shared/upr/positions';
import { readStateList } from '@board/shared/upr/report-brackets';
import { guessLanguage } from '../guess-language.ts';
import type { Row } from './grid.ts';

/** Rows that are looked at. */
const sample = 200;
/** Share of a column's filled cells that must be of a kind. */
const most = 0.6;
/** Words of a recommendation are longer than this on the average; beside numbers of recommendations a few words may be one. */
const shortestWords = 25;
const shortestBesideNumbers = 8;

/** Share of the rows that a column has to be filled in: of one that every recommendation has, and of one that some may not have yet. */
const mostFilled = 0.6;
const someFilled = 0.2;

/** A number that only a recommendation has: of a paragraph and an item. */
const ofRecommendation = /^\d{1,3}\.\d{1,3}\.?$/;

/** What each column of a table without known headings seems to hold, told by its cells; null when none holds recommendations. */
export function guessFields(rows: readonly Row[]): (TableField | null)[] | null {
  return guessByCells(rows) ?? guessBelowHeads(rows);
}

/** Below a row of heads numbers of recommendations tell enough, however few and short the rows: what was guessed is shown. */
function guessBelowHeads([heads, ...rows]: readonly Row[]): (TableField | null)[] | null {
  const isNumber = (cell: string): boolean => ofRecommendation.test(plainNumber(cell));
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

/**
 * What columns whose headings nobody knows hold, beside those that are known: a number, recommending States, a position,
 * or the text in another language. Stricter than where no heading is known, since a table has other columns as well; which
 * of them may hold positions the caller says.
 */
export function guessRest(
  known: readonly (TableField | null)[],
  rows: readonly Row[],
  mayBePosition: (column: number) => boolean,
): (TableField | null)[] {
  const columns = known.map((_, column) => cellsOf(rows, column));
  const text = columns[known.indexOf('text')] ?? [];
  const open = (least: number) =>
    columns.map((cells, column) => (known[column] === null && cells.length >= text.length * least ? cells : []));
  const fields = [...known];
  const missing = (field: TableField) => !known.includes(field);
  const hasOwnNumbers = text.filter((cell) => numberAtStart(cell) !== null).length > text.length / 2;
  if (missing('number') && !hasOwnNumbers)
    give(fields, open(mostFilled), 'number', (cell) => ofRecommendation.test(plainNumber(cell)));
  const answers = open(someFilled).map((cells, column) => (mayBePosition(column) ? cells : []));
  if (missing('position')) give(fields, answers, 'position', (cell) => readPositionWord(cell) !== null);
  // One State in every row is the one under review.
  const several = open(mostFilled).map((cells) => (isOneOnly(cells) ? [] : cells));
  if (missing('state')) give(fields, several, 'state', isState);
  giveTranslations(fields, open(someFilled), text);
  return fields;
}

/** Columns as long as the text, and in another language beyond doubt. */
function giveTranslations(fields: (TableField | null)[], columns: readonly string[][], text: readonly string[]): void {
  const own = guessLanguage(text).language;
  columns.forEach((cells, column) => {
    if (fields[column] !== null || cells.length === 0 || new Set(cells).size < cells.length * most) return;
    const share = lengthOf(cells) / cells.length / (lengthOf(text) / Math.max(text.length, 1));
    const { language, isSure } = guessLanguage(cells);
    if (isSure && language !== own && share > 0.3 && share < 3) fields[column] = 'text';
  });
}

/** The same again and again, below a heading perhaps. */
function isOneOnly(cells: readonly string[]): boolean {
  return cells.length > 2 && cells.slice(1).every((cell) => cell === cells.at(-1));
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
  give(fields, counted, 'number', (cell) => /^\d{1,3}(?:[.,]\d{1,3}){0,2}\.?$/.test(plainNumber(cell)));
  give(fields, columns, 'position', (cell) => readPositionWord(cell) !== null);
  give(fields, columns, 'state', isState);
  // Themes are the same again and again, and notes stand here and there: neither says as much in all.
  const said = columns.map((cells, column) => (fields[column] === null ? lengthOf([...new Set(cells)]) : 0));
  const text = said.indexOf(Math.max(...said));
  const cells = columns[text] ?? [];
  const shortest = fields.includes('number') ? shortestBesideNumbers : shortestWords;
  if (lengthOf(cells) < shortest * Math.max(cells.length, 1)) return null;
  fields[text] = 'text';
  return withoutOthers(fields, columns);
}

/** Texts that begin with their numbers and end with their States have neither beside them: a count of the rows, the State under review. */
function withoutOthers(fields: readonly (TableField | null)[], columns: readonly string[][]): (TableField | null)[] {
  const text = columns[fields.indexOf('text')] ?? [];
  const share = (fits: (cell: string) => boolean) => text.filter(fits).length / Math.max(text.length, 1);
  const hasNumbers = share((cell) => numberAtStart(cell)?.doubtfulSection === null) > most;
  const hasStates = share((cell) => /\)[\s;.,]*$/.test(cell)) > most;
  return fields.map((field, column) => {
    const cells = columns[column]!;
    if (field === 'number' && hasNumbers && cells.every((cell) => !ofRecommendation.test(plainNumber(cell))))
      return null;
    if (field === 'state' && hasStates && isOneOnly(cells)) return null;
    return field;
  });
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
