import { withoutEnds } from '@board/shared/text-ends';
import Papa from 'papaparse';
import { linesIn } from './html-lines.ts';
import { cellOfLines, countWords, hasForm, type PastedCell, plainCell } from './lines.ts';
import { readListText } from './list-text.ts';
import { ownTable } from './own-table.ts';

/** Reads what a spreadsheet or a word processor puts on the clipboard. Whatever it is, reading never throws. */

const most = { lines: 2000, columns: 40, span: 200 };

/** Lines of cells. One line with one cell for plain words. */
export type Block = PastedCell[][];

/** What was read, how many cells with words were too far out to be taken, how many words stand outside of the table, and how many are hidden in it. */
export interface ReadBlock {
  block: Block;
  leftOut: number;
  wordsBeside: number;
  hiddenWords: number;
  /** A table of ours has written it. */
  isOwn: boolean;
}

/** The first table with words in the HTML if there is one, else a list, else tab-separated text, else the words as one cell. Null when there is nothing. */
export function readBlock(html: string, text: string): ReadBlock | null {
  // A document that was only parsed runs nothing and loads nothing.
  const page = html === '' ? null : new DOMParser().parseFromString(html, 'text/html');
  const table = page && tableIn(page);
  const whole = table?.block ?? readWords(page, text);
  const block = whole.slice(0, most.lines).map((cells) => cells.slice(0, most.columns));
  const leftOut = filled(whole) - filled(block);
  const wordsBeside = table ? countWords(cellOfLines(linesIn(page.body)).text) : 0;
  return filled(block) > 0
    ? { block, leftOut, wordsBeside, hiddenWords: table?.hiddenWords ?? 0, isOwn: table?.isOwn ?? false }
    : null;
}

function filled(block: Block): number {
  return block.flat().filter((cell) => cell.text !== '').length;
}

/** Words that are no table of a page: forms are taken from the page, everything else from the plain text, which is nearer to what was typed. */
function readWords(page: Document | null, text: string): Block {
  const lines = page ? linesIn(page.body) : [];
  const listed = lines.some(({ list }) => list !== null) ? lines : readListText(cleaned(text));
  if (listed) return [[cellOfLines(listed)]];
  if (isTabbed(text)) return readTabbed(text).map((cells) => cells.map(plainCell));
  if (lines.some(hasForm) || cleaned(text) === '') return [[cellOfLines(lines)]];
  return [[plainCell(cleaned(text))]];
}

/** Tab-separated lines with quoted cells, as Excel and LibreOffice write them. */
export function readTabbed(text: string): string[][] {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const { data } = Papa.parse<string[]>(plain, { delimiter: '\t', newline: '\n' });
  return data.map((cells) => cells.map(cleaned));
}

function isTabbed(text: string): boolean {
  return text.includes('\t') || /^"[^"]*(?:""[^"]*)*"\r?\n/.test(text);
}

/** Takes the first table that has words out of the page, without the lines and columns that a sheet hides. */
function tableIn(page: Document): { block: Block; hiddenWords: number; isOwn: boolean } | null {
  for (const table of page.querySelectorAll('table')) {
    const placed: Block = [];
    const lines = [...table.rows];
    for (const [at, line] of lines.entries()) placeLine(placed, at, line);
    const all = placed.map((cells) => Array.from(cells, (cell) => cell ?? plainCell('')));
    const hiddenColumns = hiddenColumnsOf(table);
    const block = all
      .filter((_, at) => !(lines[at] && isHidden(lines[at], table)))
      .map((cells) => cells.filter((_, at) => !hiddenColumns.has(at)));
    if (filled(block) === 0) continue;
    for (const line of lines) line.remove();
    // A merged cell may stand in a line that is shown as well.
    const shown = new Set(block.flat());
    const hidden = new Set(all.flat().filter((cell) => !shown.has(cell)));
    const hiddenWords = [...hidden].reduce((sum, { text }) => sum + countWords(text), 0);
    return { block, hiddenWords, isOwn: table.hasAttribute(ownTable) };
  }
  return null;
}

/** Hidden by itself or with its part of the table. */
function isHidden(element: Element, table: Element): boolean {
  for (let at: Element | null = element; at && at !== table; at = at.parentElement) {
    const style = at.getAttribute('style') ?? '';
    if (at.hasAttribute('hidden') || /display:\s*none|visibility:\s*(?:hidden|collapse)|mso-hid/i.test(style))
      return true;
  }
  return false;
}

function hiddenColumnsOf(table: HTMLTableElement): Set<number> {
  const hidden = new Set<number>();
  let at = 0;
  for (const column of table.querySelectorAll('col')) {
    const span = Math.min(Math.max(1, column.span), most.span);
    if (isHidden(column, table)) for (let one = 0; one < span; one++) hidden.add(at + one);
    at += span;
  }
  return hidden;
}

/** A merged cell stands in each of the lines and columns that it covers. */
function placeLine(block: Block, at: number, line: HTMLTableRowElement): void {
  block[at] ??= [];
  let column = 0;
  for (const cell of line.cells) {
    while (block[at]?.[column] !== undefined) column += 1;
    const words = cellOfLines(linesIn(cell));
    const down = Math.min(cell.rowSpan || most.span, most.span, linesFrom(line));
    const across = Math.min(Math.max(1, cell.colSpan), most.columns);
    for (let below = 0; below < down; below++) {
      block[at + below] ??= [];
      const cells = block[at + below];
      for (let beside = 0; cells && beside < across; beside++)
        cells[column + beside] = beside === 0 ? words : plainCell('');
    }
    column += across;
  }
}

/** How many lines its part of the table has from a line on: no merged cell reaches further, whatever it says. */
function linesFrom(line: HTMLTableRowElement): number {
  const part = line.parentElement;
  return part instanceof HTMLTableSectionElement ? part.rows.length - line.sectionRowIndex : 1;
}

/** Line ends of one kind; signs that no document may hold are taken out. Zero-width signs stay: Khmer needs them. */
function cleaned(text: string): string {
  const plain = text
    .replaceAll('\v', '\n')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''));
  return withoutEnds(plain, /\n/, /\n/);
}
