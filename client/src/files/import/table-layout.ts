import { asciiDigits } from '@board/shared/upr/digits';
import type { TableField } from '@board/shared/upr/found';
import { numberAtStart } from '@board/shared/upr/number-starts';
import { guessLanguage } from '../guess-language.ts';
import type { Row } from './grid.ts';
import { guessFields } from './guess-columns.ts';
import { languageInHeading, readHeadings } from './table-headings.ts';

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
  /** Columns with the same text in other languages, and which. */
  translations: ReadonlyMap<number, string>;
  /** The language of the column of text, where its heading names it. */
  language: string | null;
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
  if (at >= 0) return withHeadings(rows, at, asked);
  if (asked) return layOutAs(rows, asked);
  const guess = guessFields(rows);
  if (guess) return { ...layOutAs(rows, guess), isGuessed: true };
  if (!rows.some(isBareRow)) return null;
  return withoutHeadings(rows, ['number', 'text', ...Array<null>(Math.max(widthOf(rows) - 2, 0)).fill(null)]);
}

/** The first row with more than one filled cell is one of headings, unless it looks like an entry. */
function layOutAs(rows: readonly Row[], fields: Fields): Layout {
  const first = rows.findIndex((row) => row.cells.filter((cell) => cell.trim() !== '').length > 1);
  return first < 0 || isEntry(rows[first], fields) ? withoutHeadings(rows, fields) : withHeadings(rows, first, fields);
}

function withHeadings(rows: readonly Row[], at: number, asked: Fields | null): Layout {
  const headings = rows[at]!.cells.map((cell) => cell.trim());
  const width = Math.max(widthOf(rows), headings.length);
  while (headings.length < width) headings.push('');
  const known = readHeadings(headings);
  const fields = headings.map((_, column) => (asked ? (asked[column] ?? null) : known[column]!));
  // A list of several tables repeats its headings.
  const body = rows.slice(at + 1).filter((row) => !isSame(row.cells, headings));
  return {
    headings,
    ...settleTexts(fields, headings, body),
    body,
    above: rows.slice(0, at),
    open: rows.find((row) => row.open) ?? null,
    isGuessed: false,
  };
}

function withoutHeadings(rows: readonly Row[], fields: Fields): Layout {
  const open = rows.find((row) => row.open) ?? null;
  const headings = fields.map(() => '');
  return { headings, ...settleTexts(fields, headings, rows), body: [...rows], above: [], open, isGuessed: false };
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
  const main = fields.indexOf('text');
  const language = languageInHeading(headings[main] ?? '');
  if (main === fields.lastIndexOf('text')) return { fields: [...fields], translations, language };
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
