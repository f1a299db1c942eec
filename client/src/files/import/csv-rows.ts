import type { TableField } from '@board/shared/upr/found';
import Papa from 'papaparse';
import { type Separator, separators } from './encodings.ts';
import { readHeadings } from './table-headings.ts';

/** A table's rows as text, never typed: 118.10 stays 118.10. */
export interface Rows {
  separator: Separator;
  headings: string[];
  fields: (TableField | null)[];
  /** Behind the heading row, blank rows left out. */
  body: Row[];
  /** Rows above the headings. */
  above: Row[];
  /** The first row in which a quotation mark is opened and never closed, so that all behind it may have become one cell. */
  open: Row | null;
}

export interface Row {
  /** First line in the input, counted from 1. */
  line: number;
  cells: string[];
  /** A quotation mark in it is never closed. */
  open: boolean;
}

/** Characters that are looked at to choose the separator, and rows among which the headings are sought. */
const sampleSize = 64 * 1024;
const headingRows = 12;
const recommendationStart = /^\s*\d{1,3}(?:\.\d{1,3}){1,2}\.?(?:\s|$)/;

/** Reads a text as a table, or null when it does not look like one: no known headings, and no column of numbers beside words. */
export function readRows(text: string, asked: Separator | null = null): Rows | null {
  const plain = text.replace(/^\ufeff/, '');
  const separator = asked ?? chooseSeparator(plain);
  return separator === null ? null : layOut(parse(plain, separator), separator, asked === null ? 2 : 1);
}

/** The separator under which the headings make most sense; without known headings, tabs or semicolons that stand in most lines. */
function chooseSeparator(text: string): Separator | null {
  const said = /^sep=([,;\t|])[\r\n]/i.exec(text)?.[1];
  if (said) return said as Separator;
  const sample = text.slice(0, sampleSize);
  const tries = separators.map((separator) => ({ separator, ...judge(parse(sample, separator)) }));
  tries.sort((a, b) => b.known - a.known || b.steady - a.steady);
  const best = tries[0]!;
  return best.known >= 2 || best.steady > 0.5 ? best.separator : null;
}

/** How many headings are known, and (without) in what share of rows a number stands beside words. */
function judge(rows: readonly Row[]): { known: number; steady: number } {
  const at = headingRow(rows, 2);
  if (at >= 0) return { known: readHeadings(rows[at]!.cells).filter((field) => field !== null).length, steady: 0 };
  return { known: 0, steady: rows.filter(isBareRow).length / Math.max(rows.length, 1) };
}

function isBareRow({ cells }: Row): boolean {
  return (
    cells.length >= 2 &&
    recommendationStart.test(cells[0]!) &&
    cells[0]!.trim().length < 16 &&
    /\p{L}{2}/u.test(cells[1]!)
  );
}

/** The first row with so many known headings, words among them; -1 when there is none. */
function headingRow(rows: readonly Row[], least: number): number {
  return rows.slice(0, headingRows).findIndex(({ cells }) => {
    const fields = readHeadings(cells);
    return fields.includes('text') && fields.filter((field) => field !== null).length >= least;
  });
}

function layOut(rows: readonly Row[], separator: Separator, least: number): Rows | null {
  const at = headingRow(rows, least);
  const open = rows.find((row) => row.open) ?? null;
  if (at >= 0) {
    const headings = rows[at]!.cells.map((cell) => cell.trim());
    return {
      separator,
      headings,
      fields: readHeadings(headings),
      body: rows.slice(at + 1),
      above: rows.slice(0, at),
      open,
    };
  }
  if (!rows.some(isBareRow)) return null;
  const width = Math.max(...rows.slice(0, 1000).map((row) => row.cells.length));
  const fields: (TableField | null)[] = ['number', 'text', ...Array<null>(Math.max(width - 2, 0)).fill(null)];
  return { separator, headings: fields.map(() => ''), fields, body: rows.slice(), above: [], open };
}

/** Line ends of every kind, mixed ones too, become one kind first: a table from an old Mac has only carriage returns. */
function parse(text: string, separator: Separator): Row[] {
  const plain = text.replace(/\r\n?/g, '\n').replace(/^sep=[,;\t|]\n/i, '\n');
  const { data, errors } = Papa.parse<string[]>(plain, { delimiter: separator, newline: '\n' });
  const open = new Set(errors.filter((error) => error.code === 'MissingQuotes').map((error) => error.row));
  const rows: Row[] = [];
  let line = 1;
  data.forEach((cells, index) => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells, open: open.has(index) });
    line += 1 + cells.reduce((count, cell) => count + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
  });
  return rows;
}
