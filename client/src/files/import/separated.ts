import Papa from 'papaparse';
import { type Separator, separators } from './encodings.ts';
import type { Row } from './grid.ts';
import { readingLimits } from './reading-limits.ts';
import { isBareRow, knownFields } from './table-layout.ts';
import { Unreadable } from './unreadable.ts';

/** Characters that are looked at to choose the separator. */
const sampleSize = 64 * 1024;

/** The separator under which the headings make most sense; without known headings, one that stands in most lines. Null for running text. */
export function chooseSeparator(input: string): Separator | null {
  const text = withoutMark(input);
  const said = /^sep=([,;\t|])[\r\n]/i.exec(text)?.[1];
  if (said) return said as Separator;
  const sample = text.slice(0, sampleSize);
  const tries = separators.map((separator) => ({ separator, ...judge(parse(sample, separator)) }));
  tries.sort((a, b) => b.known - a.known || b.steady - a.steady);
  const best = tries[0]!;
  return best.known >= 2 || best.steady > 0.5 ? best.separator : null;
}

/** Cuts a text into rows and cells, all of it text and nothing typed. Blank rows are left out. */
export function readSeparated(input: string, separator: Separator): Row[] {
  return parse(withoutMark(input), separator);
}

/** The separator that gives nearly every line the same number of cells: two or more, three where there are two lines only. For tables without known headings. */
export function steadySeparator(input: string): Separator | null {
  const sample = withoutMark(input).slice(0, sampleSize);
  const tries = separators.map((separator) => {
    const widths = parse(sample, separator).map((row) => row.cells.length);
    const counts = Map.groupBy(widths, (width) => width);
    const [width, same] = [...counts].sort((a, b) => b[1].length - a[1].length)[0] ?? [0, []];
    return { separator, width, share: same.length / Math.max(widths.length, 1), rows: widths.length };
  });
  const fit = tries.filter(({ width, share, rows }) => share > 0.8 && (rows > 2 ? width > 1 : rows === 2 && width > 2));
  return fit.sort((a, b) => b.width - a.width)[0]?.separator ?? null;
}

function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}

/** How many headings are known, and (without) in what share of rows a number stands beside words. */
function judge(rows: readonly Row[]): { known: number; steady: number } {
  const known = knownFields(rows);
  return { known, steady: known > 0 ? 0 : rows.filter(isBareRow).length / Math.max(rows.length, 1) };
}

/**
 * Line ends of every kind, mixed ones too, become one kind first: a table from an old Mac has only carriage returns. Rows
 * are taken one by one, since sheets leave a million lines of nothing but separators behind. Throws `Unreadable` where
 * too many rows hold something.
 */
function parse(text: string, separator: Separator): Row[] {
  const plain = text.replace(/\r\n?/g, '\n').replace(/^sep=[,;\t|]\n/i, '\n');
  refuseEndlessLines(plain, separator);
  const rows: Row[] = [];
  let line = 1;
  Papa.parse<string[]>(plain, {
    delimiter: separator,
    newline: '\n',
    step({ data: cells, errors }, parser) {
      const isOpen = errors.some((error) => error.code === 'MissingQuotes');
      if (cells.some((cell) => cell.trim() !== ''))
        rows.push({ line, cells, untyped: true, ...(isOpen && { open: true }) });
      line += 1 + cells.reduce((count, cell) => count + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
      if (rows.length > readingLimits.rows) parser.abort();
    },
  });
  if (rows.length > readingLimits.rows) throw new Unreadable('too-many-rows');
  return rows;
}

/** A line of millions of separators is no table's, and each would become a cell. */
function refuseEndlessLines(text: string, separator: Separator): void {
  let cells = 0;
  let end = text.indexOf('\n');
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) {
    if (end >= 0 && at > end) {
      cells = 0;
      end = text.indexOf('\n', at);
    }
    cells += 1;
    if (cells > readingLimits.cellsOfLine) throw new Unreadable('damaged');
  }
}
