/** A block of cells for other programs: tab-separated text, and a table for spreadsheets and word processors. */

/** One line per line, cells parted by tabs; a cell with line breaks, tabs or quotes is quoted as spreadsheets do. */
export function asTabbed(block: readonly (readonly string[])[]): string {
  return block.map((cells) => cells.map(quoted).join('\t')).join('\n');
}

/** The same as an HTML table. Cells that begin like a formula stay text. */
export function asHtml(block: readonly (readonly string[])[]): string {
  const lines = block.map(
    (cells) => `<tr>${cells.map((cell) => `<td style='mso-number-format:"\\@"'>${escaped(cell)}</td>`).join('')}</tr>`,
  );
  return `<meta charset="utf-8"><table><tbody>${lines.join('')}</tbody></table>`;
}

function quoted(cell: string): string {
  return /["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function escaped(cell: string): string {
  return cell
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br style="mso-data-placement:same-cell">');
}
