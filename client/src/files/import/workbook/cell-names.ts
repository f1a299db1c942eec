/** Row and column of `B12`, counted from 0; null for what is no cell's name. */
export function readCellName(name: string): { row: number; column: number } | null {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name);
  if (!parts) return null;
  let column = 0;
  for (const letter of parts[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(parts[2]) - 1, column: column - 1 };
}

/** Both corners of `A2:A4`, or of one cell. */
export function readCellRange(range: string): [top: number, left: number, bottom: number, right: number] | null {
  const [first = '', last = first] = range.split(':');
  const [from, to] = [readCellName(first), readCellName(last)];
  return from && to && [from.row, from.column, to.row, to.column];
}
