import Papa from 'papaparse';

/** Reads what a spreadsheet or a word processor puts on the clipboard. Whatever it is, reading never throws. */

const most = { lines: 2000, columns: 40, span: 200 };

/** Lines of cells. One line with one cell for plain words. */
export type Block = string[][];

/** The table in the HTML if there is one, else tab-separated text, else the text as one cell. Null when there is nothing. */
export function readBlock(html: string, text: string): Block | null {
  const table = html === '' ? null : tableIn(html);
  const block = table ?? (isTabbed(text) ? readTabbed(text) : [[cleaned(text)]]);
  const lines = block.slice(0, most.lines).map((cells) => cells.slice(0, most.columns));
  return lines.some((cells) => cells.some((cell) => cell !== '')) ? lines : null;
}

/** Tab-separated lines with quoted cells, as Excel and LibreOffice write them. */
export function readTabbed(text: string): Block {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const { data } = Papa.parse<string[]>(plain, { delimiter: '\t', newline: '\n' });
  return data.map((cells) => cells.map(cleaned));
}

function isTabbed(text: string): boolean {
  return text.includes('\t') || /^"[^"]*(?:""[^"]*)*"\r?\n/.test(text);
}

function tableIn(html: string): Block | null {
  // A document that was only parsed runs nothing and loads nothing.
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return null;
  const block: Block = [];
  for (const [at, line] of [...table.rows].slice(0, most.lines).entries()) placeLine(block, at, line);
  return block.map((cells) => Array.from(cells, (cell) => cell ?? ''));
}

/** A merged cell stands in each of the lines and columns that it covers. */
function placeLine(block: Block, at: number, line: HTMLTableRowElement): void {
  block[at] ??= [];
  let column = 0;
  for (const cell of line.cells) {
    while (block[at]?.[column] !== undefined) column += 1;
    const words = wordsIn(cell);
    const down = Math.min(Math.max(1, cell.rowSpan), most.span, line.parentElement?.children.length ?? 1);
    const across = Math.min(Math.max(1, cell.colSpan), most.columns);
    for (let below = 0; below < down; below++) {
      block[at + below] ??= [];
      const cells = block[at + below];
      for (let beside = 0; cells && beside < across; beside++) cells[column + beside] = beside === 0 ? words : '';
    }
    column += across;
  }
}

const blocks = new Set(['P', 'DIV', 'LI', 'TR', 'UL', 'OL']);
const skipped = new Set(['STYLE', 'SCRIPT', 'TEMPLATE', 'NOSCRIPT']);

function wordsIn(cell: Element): string {
  const parts: string[] = [];
  const collect = (node: Node, depth: number): void => {
    for (const child of depth > 40 ? [] : node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) parts.push((child.textContent ?? '').replace(/[ \t\r\n\u00a0]+/g, ' '));
      else if (child instanceof Element && !skipped.has(child.tagName)) {
        if (child.tagName === 'BR' || blocks.has(child.tagName)) parts.push('\n');
        collect(child, depth + 1);
        if (blocks.has(child.tagName)) parts.push('\n');
      }
    }
  };
  collect(cell, 0);
  const lines = parts.join('').split('\n');
  return cleaned(
    lines
      .map((words) => words.replace(/^[ ]+|[ ]+$/g, ''))
      .filter((words, index) => words !== '' || (index > 0 && index < lines.length - 1 && lines[index - 1] !== ''))
      .join('\n'),
  );
}

/** Line ends of one kind; signs that no document may hold are taken out. Zero-width signs stay: Khmer needs them. */
function cleaned(text: string): string {
  return text
    .replaceAll('\v', '\n')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .replace(/^\n+|\n+$/g, '');
}
