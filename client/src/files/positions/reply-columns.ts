import { asciiDigits } from '@board/shared/upr/digits';
import { plainNumber } from '@board/shared/upr/number-starts';
import type { Row } from '../import/grid.ts';
import { isLikeDate } from '../import/number-dates.ts';
import { letterWords, positionLetters } from '../import/position-letters.ts';
import { readHeadings } from '../import/table-headings.ts';
import { type TickColumns, tickColumnsOf, tickWords } from '../import/tick-columns.ts';
import { isTickHead } from '../import/tick-heads.ts';
import { numbersAlone } from './numbers-alone.ts';
import { positionColumnOf } from './position-column.ts';
import { findRuns } from './references.ts';
import { stanceWord } from './stance.ts';

/** Which columns of a table without texts hold what a State has answered. */
export interface ReplyColumns {
  /** Columns of numbers; with more than one each has the position at its head. */
  numbers: readonly number[];
  positions: readonly number[];
  ticks: TickColumns;
  /** The words above each column; '' where there are none. */
  heads: readonly string[];
  body: readonly Row[];
}

/** Rows among which the heads are sought. */
const headRows = 12;
/** Columns that are looked at. */
const mostColumns = 60;
/** Share of the filled cells of a column that must be of a kind. */
const most = 0.6;
/** No list of numbers in one cell is longer. */
const longestNumbers = 4000;
/** Words of a recommendation are longer than this on the average. */
const shortestText = 25;
/** Columns in which a State explains itself. */
const explaining =
  /comment|remark|explan|explic|reason|raison|justif|motif|motiv|observ|not(?:e|es|as)$|clarif|ملاحظ|تعليق|شرح|សម្គាល់|ពន្យល់|ហេតុផល/i;

/**
 * The columns of a reply, by its heads or by what stands in them; null for other tables, and for one that has the texts of
 * recommendations, unless somebody insists that it is a reply.
 */
export function replyColumnsOf(rows: readonly Row[], isInsisted: boolean): ReplyColumns | null {
  const at = rows.slice(0, headRows).findIndex(isHeadRow);
  const widest = rows.slice(0, 1000).reduce((width, { cells }) => Math.max(width, cells.length), 0);
  const width = Math.min(widest, mostColumns);
  const heads = Array.from({ length: width }, (_, column) => (rows[at]?.cells[column] ?? '').trim());
  const body = rows
    .slice(at + 1)
    .filter(({ cells }) => heads.some((head, column) => (cells[column] ?? '').trim() !== head));
  const columns = heads.map((_, column) => cellsIn(body, column));
  const numbers = columns.flatMap((cells, column) =>
    cells.some(isNumbers) && isMostly(cells, (cell) => isNumbers(cell) || isLikeDate(cell)) ? [column] : [],
  );
  const named = namedPositions(heads).filter((column) => !numbers.includes(column));
  const told = columns.flatMap((cells, column) =>
    isMostly(cells, (cell) => stanceWord(cell) !== null) ? [column] : [],
  );
  const known = readHeadings(heads);
  // Recommendations may be short, where the heading says that they are below it.
  const isTexts = (column: number) =>
    !numbers.includes(column) &&
    !named.includes(column) &&
    (isText(columns[column]!) || (known[column] === 'text' && columns[column]!.length > 0)) &&
    !explaining.test(heads[column]!);
  if (numbers.length === 0 || (!isInsisted && columns.some((_, column) => isTexts(column)))) return null;
  const positions = named.length > 0 ? named : told;
  const fields = heads.map((_, column) => (positions.includes(column) ? ('position' as const) : null));
  const below = numbers.filter((column) => stanceWord(heads[column]!) !== null);
  const found = { positions, ticks: tickColumnsOf(fields, heads, body), heads, body };
  if (below.length > 0 && positions.length === 0) return { ...found, numbers: below };
  return { ...found, numbers: numbers.slice(0, 1) };
}

/** True for a table that is headed as a list of recommendations: numbers, and words beside them that are none. */
export function isHeadedList(rows: readonly Row[]): boolean {
  const at = rows.slice(0, headRows).findIndex(isHeadRow);
  const known = readHeadings((rows[at]?.cells ?? []).map((cell) => cell.trim()));
  const text = known.indexOf('text');
  if (text < 0 || !known.includes('number')) return false;
  const cells = cellsIn(rows.slice(at + 1), text);
  return cells.length > 0 && !isMostly(cells, isNumbers);
}

/** What the cells of a row say of the position; what stands below a head that is a position and is no mark is not clear. */
export function answersIn({ cells }: Row, { positions, ticks, heads }: ReplyColumns): string[] {
  return positions.flatMap((column) => {
    const cell = (cells[column] ?? '').trim();
    const words = letterWords(tickWords(cell, column, ticks), positionLetters(heads[column]!));
    if (words === '') return [];
    return [ticks.heads.has(column) && words !== ticks.heads.get(column) ? '?' : words];
  });
}

function isHeadRow({ cells }: Row): boolean {
  const heads = cells.map((cell) => cell.trim());
  if (heads.filter((head) => head !== '').length < 2 || heads.some(isNumbers)) return false;
  return namedPositions(heads).length > 0 || heads.filter((head) => stanceWord(head) !== null).length > 1;
}

/** Columns whose heads say that the position stands below, or are positions themselves. */
function namedPositions(heads: readonly string[]): number[] {
  const known = readHeadings(heads);
  const lasting = positionColumnOf(['No.', ...heads])?.positions.map((column) => column - 1) ?? [];
  const own = heads.flatMap((head, column) =>
    lasting.includes(column) || (known[column] === 'position' && !isTickHead(head)) ? [column] : [],
  );
  if (lasting.length > 0) return lasting;
  return own.length > 0 ? own : heads.flatMap((head, column) => (isTickHead(head) ? [column] : []));
}

function cellsIn(body: readonly Row[], column: number): string[] {
  return body.flatMap(({ cells }) => ((cells[column] ?? '').trim() === '' ? [] : [cells[column]!.trim()]));
}

function isMostly(cells: readonly string[], isOne: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(isOne).length >= cells.length * most;
}

/** Nothing but numbers of recommendations, or one with a word before it. */
function isNumbers(cell: string): boolean {
  if (cell.length <= longestNumbers && numbersAlone(cell) !== null) return true;
  const words = cell.match(/\p{L}{2,}/gu) ?? [];
  return cell.length <= longestNumbers && words.length <= 2 && findRuns(asciiDigits(plainNumber(cell))).length > 0;
}

function isText(cells: readonly string[]): boolean {
  const distinct = [...new Set(cells)];
  return distinct.reduce((sum, cell) => sum + cell.length, 0) >= shortestText * Math.max(cells.length, 1);
}
