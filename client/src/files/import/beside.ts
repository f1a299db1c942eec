import type { Row } from './grid.ts';

/** Headings that have to come again for a second table. */
const fewest = 2;

/**
 * Tables that stand beside each other under one row of headings, as one below the other, each with what stands above it;
 * null where the headings do not come again.
 */
export function besideAsBelow(rows: readonly Row[], at: number, text: number): { rows: Row[]; tables: number } | null {
  const heads = rows[at]!.cells.map((cell) => cell.trim());
  const first = heads.findIndex((head) => head !== '');
  const width = widthOfOne(heads, first, text);
  if (width === null) return null;
  const places: number[] = [];
  for (let start = first; isAgain(heads, first, start, text - first); start += width) places.push(start);
  const parts = places.map((start, index) => {
    // What stands before the first or behind the last table belongs to it.
    const from = index === 0 ? 0 : start;
    const to = index === places.length - 1 ? Number.POSITIVE_INFINITY : start + width;
    return rows.flatMap((row) => cutOut(row, from, to, index === 0 ? 0 : first));
  });
  return { rows: parts.flat(), tables: places.length };
}

function widthOfOne(heads: readonly string[], first: number, text: number): number | null {
  for (let start = text + 1; start < heads.length; start++)
    if (isAgain(heads, first, start, text - first)) return start - first;
  return null;
}

/** Whether the headings from `first` on, that of the text among them, stand at `start` again. */
function isAgain(heads: readonly string[], first: number, start: number, text: number): boolean {
  const isSame = (offset: number) => {
    const head = heads[first + offset] ?? '';
    return head !== '' && heads[start + offset] === head;
  };
  return Array.from({ length: Math.max(text + 1, fewest) }, (_, offset) => offset).every(
    (offset) => isSame(offset) || (heads[first + offset] === '' && (heads[start + offset] ?? '') === ''),
  );
}

/** The cells of a row from one column to another, the first `before` of them empty. */
function cutOut(row: Row, from: number, to: number, before: number): Row[] {
  const cells = row.cells.slice(from, to);
  if (cells.every((cell) => cell.trim() === '')) return [];
  const moved = [...(row.numeric ?? [])]
    .filter((column) => column >= from && column < to)
    .map((column) => column - from + before);
  const { numeric: _, ...others } = row;
  const own = { ...others, cells: [...Array<string>(before).fill(''), ...cells] };
  return [moved.length > 0 ? { ...own, numeric: new Set(moved) } : own];
}
