import type { Span } from '@board/shared/model/rich-text';
import { type Line, linesOf, type PastedCell } from './lines.ts';
import { ownTable } from './own-table.ts';

/** A block of cells for other programs: tab-separated text, and a table for spreadsheets and word processors. */

/** One line per line, cells parted by tabs; a cell with line breaks, tabs or quotes is quoted as spreadsheets do. */
export function asTabbed(block: readonly (readonly PastedCell[])[]): string {
  return block.map((cells) => cells.map(({ text }) => quoted(text)).join('\t')).join('\n');
}

/** The same as an HTML table, with bold, italic and links. Cells that begin like a formula stay text. */
export function asHtml(block: readonly (readonly PastedCell[])[]): string {
  const lines = block.map(
    (cells) =>
      `<tr>${cells.map((cell) => `<td style='mso-number-format:"\\@"'>${htmlOfCell(cell)}</td>`).join('')}</tr>`,
  );
  return `<meta charset="utf-8"><table ${ownTable}><tbody>${lines.join('')}</tbody></table>`;
}

function quoted(cell: string): string {
  return /["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const lineBreak = '<br style="mso-data-placement:same-cell">';

/** Items of lists are named, not written as such: a spreadsheet would give each a line of its own. */
function htmlOfCell(cell: PastedCell): string {
  if (cell.lines === null) return escaped(cell.text);
  const named = ({ list, spans }: Line): string =>
    list
      ? `<span data-list="${list.ordered ? 'number' : 'bullet'} ${list.level}">${spans.map(htmlOfSpan).join('')}</span>`
      : spans.map(htmlOfSpan).join('');
  return linesOf(cell).map(named).join(lineBreak);
}

/** Lines as paragraphs and lists of a page. */
export function pageOfLines(lines: readonly Line[]): string {
  const pages: string[] = [];
  const open: boolean[] = [];
  const closeTo = (level: number): void => {
    while (open.length > level) pages.push(`</li></${open.pop() ? 'ol' : 'ul'}>`);
  };
  for (const { list, spans } of lines) {
    const words = spans.map(htmlOfSpan).join('');
    if (!list) {
      closeTo(0);
      pages.push(`<p>${words}</p>`);
      continue;
    }
    closeTo(list.level);
    if (open.length === list.level && open.at(-1) !== list.ordered) closeTo(list.level - 1);
    if (open.length === list.level) pages.push('</li>');
    else {
      open.push(list.ordered);
      pages.push(list.ordered ? '<ol>' : '<ul>');
    }
    pages.push(`<li><p>${words}</p>`);
  }
  closeTo(0);
  return pages.join('');
}

function htmlOfSpan(span: Span): string {
  if (span.kind === 'break') return lineBreak;
  let html = escaped(span.text);
  if (span.italic) html = `<i>${html}</i>`;
  if (span.bold) html = `<b>${html}</b>`;
  return span.href === null ? html : `<a href="${escaped(span.href)}">${html}</a>`;
}

function escaped(cell: string): string {
  return cell
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', lineBreak);
}
