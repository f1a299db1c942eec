import { asciiDigits } from '@board/shared/upr/digits';
import type { TableField } from '@board/shared/upr/found';
import { numberAtStart } from '@board/shared/upr/number-starts';
import { guessLanguage } from '../guess-language.ts';
import { besideAsBelow } from './beside.ts';
import type { Row } from './grid.ts';
import { guessFields, guessRest } from './guess-columns.ts';
import { lastWordOf, withAllPositions } from './position-columns.ts';
import { type PositionLetters, positionLetters } from './position-letters.ts';
import { withRealNumbers } from './real-numbers.ts';
import { maySayPosition } from './state-heads.ts';
import { isDoubtfulHeading, isTranslation, languageInHeading, readHeadings } from './table-headings.ts';
import { type TickColumns, tickColumnsOf, withDoubtfulTicks, withTicks } from './tick-columns.ts';
import { isTickHead } from './tick-heads.ts';

/** A table's rows, told apart, with what each column stands for. */
export interface Layout {
  headings: string[];
  fields: (TableField | null)[];
  /** Behind the heading row. */
  body: Row[];
  /** Rows above the headings. */
  above: Row[];
  /** The first row in which a quotation mark is opened and never closed, so that all behind it may have become one cell. */
  open: Row | null;
  /** Columns were told by what stands in them. */
  isGuessed: boolean;
  /** Those of them whose headings are not known, where others are. */
  guessed: readonly number[];
  /** Tables that stood beside each other; 1 for an ordinary one. */
  tables: number;
  /** Columns with the same text in other languages, and which. */
  translations: ReadonlyMap<number, string>;
  /** The language of the column of text, where its heading names it. */
  language: string | null;
  /** Columns that mark which rows have the position at their head. */
  ticks: TickColumns;
  /** What single letters in columns of positions mean, where their headings say so. */
  letters: ReadonlyMap<number, PositionLetters>;
  /** The column of positions that counts before the others wherever it says anything; -1 where all count alike. */
  lastWord: number;
}

export type Fields = readonly (TableField | null)[];

/** Rows among which the headings are sought. */
const headingRows = 12;

/** True for a row of a table without headings: a number beside words. */
export function isBareRow({ cells }: Row): boolean {
  return (
    cells.length >= 2 &&
    numberAtStart(cells[0]!) !== null &&
    cells[0]!.trim().length < 16 &&
    /\p{L}{2}/u.test(cells[1]!)
  );
}

/** How many headings of the best heading row are known; 0 when there is none. */
export function knownFields(rows: readonly Row[]): number {
  const at = headingRow(rows, 2);
  return at < 0 ? 0 : readHeadings(rows[at]!.cells).filter((field) => field !== null).length;
}

/**
 * Tells headings from entries. `asked` is what a person says the columns are. Without it as many headings as `least` must
 * be known, the one of the words among them, or a column of numbers must stand beside words; null for other rows.
 */
export function layOut(rows: readonly Row[], asked: Fields | null, least: number): Layout | null {
  const at = headingRow(rows, least);
  if (at >= 0) return withTables(rows, at, asked);
  if (asked) return layOutAs(rows, asked);
  const single = headingRow(rows, 1);
  const layout = single < 0 ? null : withTables(rows, single, null);
  // The one heading that is known stands over texts beside which something else was told.
  if (layout && layout.guessed.length > 0) return layout;
  const guess = guessFields(rows);
  if (guess)
    return {
      ...layOutAs(
        rows,
        withTickHeads(
          guessRest(withRealNumbers(guess, rows), rows, () => true),
          rows,
        ),
      ),
      isGuessed: true,
    };
  if (!rows.some(isBareRow)) return null;
  return withoutHeadings(rows, ['number', 'text', ...Array<null>(Math.max(widthOf(rows) - 2, 0)).fill(null)]);
}

/** Columns told by their cells, and those of marks below positions. */
function withTickHeads(fields: Fields, rows: readonly Row[]): Fields {
  const first = firstFilled(rows);
  const heads = first < 0 || isEntry(rows[first], fields) ? [] : rows[first]!.cells;
  if (fields.includes('position')) return withAllPositions(fields, heads, rows.slice(first + 1));
  const withHeads = fields.map(
    (field, column) => field ?? (isTickHead((heads[column] ?? '').trim()) ? 'position' : null),
  );
  return withTicks(withHeads, heads, rows.slice(first + 1));
}

function firstFilled(rows: readonly Row[]): number {
  return rows.findIndex((row) => row.cells.filter((cell) => cell.trim() !== '').length > 1);
}

/** The first row with more than one filled cell is one of headings, unless it looks like an entry. */
function layOutAs(rows: readonly Row[], fields: Fields): Layout {
  const first = firstFilled(rows);
  return first < 0 || isEntry(rows[first], fields) ? withoutHeadings(rows, fields) : withHeadings(rows, first, fields);
}

/** The table below a row of headings, or all that stand beside each other there. */
function withTables(rows: readonly Row[], at: number, asked: Fields | null): Layout {
  const several = besideAsBelow(rows, at, readHeadings(rows[at]!.cells).indexOf('text'));
  if (!several) return withHeadings(rows, at, asked);
  const heads = several.rows.findIndex(({ line }) => line === rows[at]!.line);
  return { ...withHeadings(several.rows, heads, asked), tables: several.tables };
}

function withHeadings(rows: readonly Row[], at: number, asked: Fields | null): Layout {
  const first = rows[at]!.cells.map((cell) => cell.trim());
  const width = Math.max(widthOf(rows), first.length);
  while (first.length < width) first.push('');
  const below = headsBelow(first, rows[at + 1]);
  const headings = below ? first.map((head, column) => below[column] || head) : first;
  // A list of several tables repeats its headings.
  const heads = below ? [first, below] : [first];
  const body = rows.slice(at + 1).filter(({ cells }) => !heads.some((one) => isSame(cells, one)));
  const known = asked ? null : withRealNumbers(believed(readHeadings(headings), headings, body), body);
  const fields = known
    ? withAllPositions(
        guessRest(known, body, (column) => mayGuess(headings[column]!)),
        headings,
        body,
      )
    : headings.map((_, column) => asked![column] ?? null);
  return {
    headings,
    ...settleTexts(fields, headings, body),
    ticks: tickColumnsOf(fields, headings, body),
    letters: lettersOf(fields, headings),
    lastWord: lastWordOf(fields, headings),
    body,
    above: rows.slice(0, at),
    open: rows.find((row) => row.open) ?? null,
    isGuessed: false,
    guessed: fields.flatMap((field, column) => (known && field !== known[column] ? [column] : [])),
    tables: 1,
  };
}

/** Beside known headings a column of positions is the State's only where its own says so, or says nothing. */
function mayGuess(heading: string): boolean {
  return heading === '' || maySayPosition(heading);
}

/** A second row of headings, as far as the table is wide: positions below one that goes over several columns. Null where there is none. */
function headsBelow(headings: readonly string[], row: Row | undefined): string[] | null {
  const cells = headings.map((_, column) => (row?.cells[column] ?? '').trim());
  const isBelow = (cell: string, column: number) => cell === '' || cell === headings[column] || isTickHead(cell);
  const heads = cells.filter((cell, column) => cell !== headings[column] && isTickHead(cell));
  return heads.length > 1 && cells.every(isBelow) ? cells : null;
}

/** Cells of this length and less may be a position. */
const shortCell = 60;

/**
 * Headings as far as the cells bear them out: what may stand over a position as well as over something else is one where
 * the cells are short; and a column that only counts the rows has no numbers where the texts begin with their own.
 */
function believed(fields: Fields, headings: readonly string[], body: readonly Row[]): Fields {
  const cellsIn = (column: number) =>
    body.slice(0, telling).flatMap(({ cells }) => ((cells[column] ?? '').trim() === '' ? [] : [cells[column]!.trim()]));
  const isShort = (cell: string) => cell.length <= shortCell;
  const texts = cellsIn(fields.indexOf('text'));
  const hasOwn = texts.length > 0 && texts.every((cell) => numberAtStart(cell)?.doubtfulSection === null);
  return withTicks(withDoubtfulTicks(fields, headings, body), headings, body).map((field, column) => {
    if (field === 'position' && isDoubtfulHeading(headings[column]!) && !cellsIn(column).every(isShort)) return null;
    if (field === 'position' && countsRows(headings[column]!, cellsIn(column))) return null;
    if (field === 'number' && hasOwn && cellsIn(column).every((cell) => /^\d{1,3}[.)]?$/.test(asciiDigits(cell))))
      return null;
    return field;
  });
}

function withoutHeadings(rows: readonly Row[], fields: Fields): Layout {
  const open = rows.find((row) => row.open) ?? null;
  const headings = fields.map(() => '');
  const ticks = tickColumnsOf(fields, headings, rows);
  const rest = {
    body: [...rows],
    above: [],
    open,
    isGuessed: false,
    guessed: [],
    tables: 1,
    ticks,
    letters: new Map(),
    lastWord: -1,
  };
  return { headings, ...settleTexts(fields, headings, rows), ...rest };
}

/** Below "S/N" serial numbers may stand as well. */
function countsRows(heading: string, cells: readonly string[]): boolean {
  return cells.length > 0 && positionLetters(heading) !== null && cells.every((cell) => !/\p{L}/u.test(cell));
}

function lettersOf(fields: Fields, headings: readonly string[]): ReadonlyMap<number, PositionLetters> {
  const columns = headings.flatMap((heading, column): [number, PositionLetters][] => {
    const letters = fields[column] === 'position' ? positionLetters(heading) : null;
    return letters ? [[column, letters]] : [];
  });
  return new Map(columns);
}

/** Rows whose words tell a column's language. */
const telling = 60;

/**
 * Of several columns of text the first is the text; the others are translations if they are in other languages, and else
 * nothing. A heading that names the language is believed: a column that is filled only here and there tells little.
 */
function settleTexts(
  fields: Fields,
  headings: readonly string[],
  body: readonly Row[],
): Pick<Layout, 'fields' | 'translations' | 'language'> {
  const translations = new Map<number, string>();
  const first = fields.findIndex((field, column) => field === 'text' && !isTranslation(headings[column]!));
  const main = first < 0 ? fields.indexOf('text') : first;
  const language = languageInHeading(headings[main] ?? '');
  if (fields.filter((field) => field === 'text').length < 2) return { fields: [...fields], translations, language };
  const languageIn = (column: number): string =>
    languageInHeading(headings[column] ?? '') ??
    guessLanguage(body.slice(0, telling).map((row) => row.cells[column] ?? '')).language;
  const taken = new Set([languageIn(main)]);
  const settled = fields.map((field, column) => {
    if (field !== 'text' || column === main) return field;
    const own = languageIn(column);
    if (taken.has(own)) return null;
    taken.add(own);
    translations.set(column, own);
    return field;
  });
  return { fields: settled, translations, language };
}

/** The first row with so many known headings, words among them; -1 when there is none. */
function headingRow(rows: readonly Row[], least: number): number {
  return rows.slice(0, headingRows).findIndex(({ cells }) => {
    const fields = readHeadings(cells);
    return fields.includes('text') && fields.filter((field) => field !== null).length >= least;
  });
}

/** Long words in the column of words, or a number in the column of numbers: no headings. */
function isEntry(row: Row | undefined, fields: Fields): boolean {
  const words = row?.cells[fields.indexOf('text')] ?? '';
  const number = row?.cells[fields.indexOf('number')] ?? '';
  return words.length > 40 || /^\s*\d/.test(asciiDigits(number)) || numberAtStart(words) !== null;
}

function isSame(cells: readonly string[], headings: readonly string[]): boolean {
  return headings.every((heading, column) => (cells[column] ?? '').trim() === heading);
}

function widthOf(rows: readonly Row[]): number {
  return rows.slice(0, 1000).reduce((width, row) => Math.max(width, row.cells.length), 0);
}
