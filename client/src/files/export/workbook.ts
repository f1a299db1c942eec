import type { Cell, NamedRange, RichTextRun, RowDef, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { escapeSigns } from '../sheet-signs.ts';
import { type FormCell, plainCellOf, type TextRun, textOf } from './form-lines.ts';
import { mendedWorkbook } from './mended-workbook.ts';
import { rowHeight } from './row-heights.ts';
import { SheetNames } from './sheet-names.ts';
import type { Words } from './words.ts';

/** A table on a sheet: words only, so that nothing is ever a formula or a number that loses its last zero. */
export interface SheetTable {
  /** The sheet's name is made of it; it stands above the table in full. */
  title: string;
  facts: readonly string[];
  columns: readonly { name: string; width: number }[];
  lines: readonly (readonly FormCell[])[];
}

/** What Excel takes in one cell, in UTF-16 units and in lines. */
const cellLimit = 32_767;
const lineLimit = 250;

const families: Readonly<Record<string, string>> = { km: 'Noto Sans Khmer', ar: 'Noto Sans Arabic' };

/**
 * A workbook of such tables. Each sheet has its heading in view, filters, and paper across. A cell that is longer than Excel
 * allows is cut where it says so, and stands in full on a sheet of its own, in pieces under a key.
 */
export async function workbookBytes(tables: readonly SheetTable[], words: Words): Promise<Uint8Array<ArrayBuffer>> {
  const names = new SheetNames();
  const placed = tables.map((table) => ({ table, name: names.next(table.title, words.t('takehome:column.group')) }));
  const long = new LongCells(names.next(words.t('takehome:doc.inFull'), 'In full'), words);
  const sheets = placed.map(({ table, name }) => sheetOf(table, name, long, words));
  const inFull = long.table();
  if (inFull) sheets.push(sheetOf(inFull, long.sheet, null, words));
  const made = await writeXlsx({
    sheets,
    namedRanges: sheets.map(printTitles),
    defaultFont: fontOf(words),
    stringMode: 'inline',
    properties: { creator: '', lastModifiedBy: '' },
  });
  return mendedWorkbook(made);
}

/** Which heads are said again on each page. The library's own way does not quote the sheet's name, so that Excel takes the workbook for damaged. */
function printTitles({ name, freezePane }: WriteSheet): NamedRange {
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const row = freezePane?.rows ?? 1;
  return { name: '_xlnm.Print_Titles', range: `${sheet}!$A:$A,${sheet}!$${row}:$${row}`, scope: name };
}

function sheetOf(table: SheetTable, name: string, long: LongCells | null, words: Words): WriteSheet {
  const { title, facts, columns, lines } = table;
  const cells = new Map<string, Partial<Cell>>();
  const rows: string[][] = [];
  const isRtl = words.direction === 'rtl';
  const look = looksOf(words);
  const put = (content: FormCell, at: number, style: Cell['style']): string => {
    const fitting = long && isTooLong(content) ? long.take(content, `${name}!${reference(rows.length, at)}`) : content;
    const text = textOf(fitting);
    const hasForm = fitting.some(({ bold, italic, isLink }) => bold || italic || isLink);
    cells.set(`${rows.length},${at}`, {
      value: escapeSigns(text),
      type: hasForm ? 'richText' : 'string',
      ...(hasForm ? { richText: fitting.map((run) => richRun(run, words)) } : {}),
      ...(style ? { style } : {}),
    } as Partial<Cell>);
    return text;
  };
  rows.push([put(plainCellOf(title), 0, look.title)]);
  for (const fact of facts) rows.push([put(plainCellOf(fact), 0, look.fact)]);
  rows.push([]);
  const head = rows.length;
  rows.push(columns.map((column, at) => put(plainCellOf(column.name), at, look.head)));
  for (const line of lines) rows.push(line.map((cell, at) => put(cell, at, look.cell)));
  const last = reference(Math.max(head, rows.length - 1), columns.length - 1);
  return {
    name,
    rows,
    cells,
    columns: columns.map(({ width }) => ({ width })),
    rowDefs: heightsOf(rows, head, columns),
    freezePane: { rows: head + 1 },
    autoFilter: { range: `${reference(head, 0)}:${last}` },
    view: { rightToLeft: isRtl, showGridLines: true },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: pagesAcross(columns),
      fitToHeight: 0,
    },
  };
}

/** The title and the facts run over the columns beside them; the heads are bold, and so wider. */
function heightsOf(rows: readonly string[][], head: number, columns: SheetTable['columns']): Map<number, RowDef> {
  const widths = columns.map(({ width }) => width);
  const headWidths = widths.map((width) => width * boldShare);
  const widthsAt = (at: number) => (at < head ? [Number.MAX_SAFE_INTEGER] : at === head ? headWidths : widths);
  return new Map(rows.map((cells, at) => [at, { height: at === 0 ? titleHeight : rowHeight(cells, widthsAt(at)) }]));
}

/** Points. */
const titleHeight = 26;
/** Bold letters in the place of others. */
const boldShare = 0.75;

/** Letters of ten points that are still read on a page across when they are made smaller. */
const lettersAcross = 210;

/** Printed on one page across, the columns of a strategy would be too small to be read: so they go over as many as they need. */
function pagesAcross(columns: SheetTable['columns']): number {
  return Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / lettersAcross);
}

/** Excel takes what a style or a run does not say from elsewhere than from the workbook's own font: so each says all of it. */
function fontOf({ language }: Words) {
  return { name: families[language] ?? 'Noto Sans', size: 10 };
}

function looksOf(words: Words): Record<'title' | 'fact' | 'head' | 'cell', NonNullable<Cell['style']>> {
  const font = fontOf(words);
  const start = { vertical: 'top', horizontal: words.direction === 'rtl' ? 'right' : 'left' } as const;
  const alignment = { vertical: 'top', wrapText: true, readingOrder: 'context' } as const;
  return {
    title: { font: { ...font, bold: true, size: 14 }, alignment: start },
    fact: { font: { ...font, color: { rgb: '59626B' } }, alignment: start },
    head: {
      font: { ...font, bold: true },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E9EDF1' } },
      alignment: { ...alignment, ...start },
      numFmt: '@',
      border: { bottom: { style: 'thin', color: { rgb: 'AEB6BE' } } },
    },
    cell: { font, alignment, numFmt: '@' },
  };
}

function richRun({ text, bold, italic, isLink }: TextRun, words: Words): RichTextRun {
  const form = {
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(isLink ? { underline: true, color: { rgb: '1F5C7A' } } : {}),
  };
  return { text: escapeSigns(text), font: { ...fontOf(words), ...form } };
}

function isTooLong(cell: FormCell): boolean {
  const text = textOf(cell);
  return text.length > cellLimit || text.split('\n').length > lineLimit;
}

/** Gathers cells that are too long, and says in their place where they are. */
class LongCells {
  readonly sheet: string;
  readonly #words: Words;
  readonly #lines: FormCell[][] = [];

  constructor(sheet: string, words: Words) {
    this.sheet = sheet;
    this.#words = words;
  }

  /** What stands in the cell instead: its beginning, and the key under which it goes on. */
  take(cell: FormCell, key: string): FormCell {
    for (const [at, piece] of pieces(cell, cellLimit, lineLimit).entries())
      this.#lines.push([plainCellOf(key), plainCellOf(String(at + 1)), piece]);
    const note = this.#words.t('takehome:doc.continues', { sheet: this.sheet, key });
    const [beginning = []] = pieces(cell, cellLimit - note.length - 1, lineLimit - 2);
    return [...beginning, { text: `\n${note}`, bold: false, italic: false, isLink: false }];
  }

  table(): SheetTable | null {
    if (this.#lines.length === 0) return null;
    const { t } = this.#words;
    const columns = [
      { name: t('takehome:column.cell'), width: 24 },
      { name: t('takehome:column.part'), width: 8 },
      { name: t('takehome:column.text'), width: 120 },
    ];
    return { title: t('takehome:doc.inFull'), facts: [], columns, lines: this.#lines };
  }
}

/** A cell in pieces that Excel takes, in order; put together again they are the cell. No pair of units is torn. */
function pieces(cell: FormCell, most: number, mostLines: number): TextRun[][] {
  const all: TextRun[][] = [[]];
  let length = 0;
  let lines = 1;
  for (const run of cell) {
    let rest = run.text;
    while (rest !== '') {
      const part = beginning(rest, most - length, mostLines - lines);
      if (part === '') {
        all.push([]);
        length = 0;
        lines = 1;
        continue;
      }
      all.at(-1)?.push({ ...run, text: part });
      length += part.length;
      lines += part.split('\n').length - 1;
      rest = rest.slice(part.length);
    }
  }
  return all;
}

function beginning(text: string, units: number, lines: number): string {
  let end = Math.min(text.length, Math.max(0, units));
  if (end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end -= 1;
  let breaks = 0;
  for (let at = 0; at < end; at++) {
    if (text.charAt(at) !== '\n') continue;
    breaks += 1;
    if (breaks > lines) return text.slice(0, at);
  }
  return text.slice(0, end);
}

/** `B12`, from places that are counted from 0. */
function reference(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
