/**
 * How much fits on the projector. The unit is a hundredth of the screen's height, so that everything can be read from
 * the same distance on any screen; nothing is smaller than `smallest`, a fortieth of the height. Room is reserved by
 * counting lines, so that nobody's typing moves what others read.
 */
export const smallest = 2.5;
/** Height of a line in relation to its letters. */
export const leading = 1.3;
/** Height of the sheet between running head and foot. */
export const sheetHeight = 84;

export interface WallFit {
  columns: number;
  rows: number;
  /** Size of a tile's text. */
  size: number;
  /** Lines that a group's name may take. */
  nameLines: number;
  /** Lines left for the group's actions; 0: only counts are shown. */
  textLines: number;
}

const walls: readonly { upTo: number; columns: number; size: number; nameLines: number }[] = [
  { upTo: 1, columns: 1, size: 4, nameLines: 2 },
  { upTo: 4, columns: 2, size: 3.4, nameLines: 2 },
  { upTo: 6, columns: 3, size: 3.2, nameLines: 2 },
  { upTo: 9, columns: 3, size: 2.7, nameLines: 2 },
  { upTo: 12, columns: 4, size: 2.6, nameLines: 2 },
  { upTo: 16, columns: 4, size: 2.5, nameLines: 1 },
  { upTo: 20, columns: 5, size: 2.5, nameLines: 1 },
  { upTo: 40, columns: 5, size: 2.5, nameLines: 1 },
];

/** Padding, rules and gaps inside one tile. */
const tileEdges = 3;

/** The wall of tiles for so many groups. `countLines`: lines taken by figures below the name. */
export function fitWall(groups: number, countLines: number): WallFit {
  const { columns, size, nameLines } = walls.find((wall) => groups <= wall.upTo) ?? walls.at(-1)!;
  const rows = Math.max(1, Math.ceil(groups / columns));
  const line = size * leading;
  const free = sheetHeight / rows - tileEdges - line * (nameLines * 1.1 + countLines);
  return { columns, rows, size, nameLines, textLines: Math.max(0, Math.floor(free / line)) };
}

export interface ListFit {
  columns: number;
  rows: number;
  size: number;
  /** Lines of one item's words. */
  lines: number;
  /** Items that stand on one page. */
  perPage: number;
}

/** The list of charter items in a given height: fewer columns and larger letters as long as each item has two lines. */
export function fitItems(items: number, height: number): ListFit {
  const sizes: readonly [columns: number, size: number][] = [
    [1, 3.4],
    [2, 3],
    [2, 2.5],
    [3, 2.5],
  ];
  for (const [columns, size] of sizes) {
    const rows = Math.max(1, Math.ceil(items / columns));
    const lines = Math.floor((height / rows - itemEdges) / (size * leading));
    if (lines >= 2) return { columns, rows, size, lines: Math.min(lines, 6), perPage: columns * rows };
  }
  const rows = Math.floor(height / (2 * smallest * leading + itemEdges));
  return { columns: 3, rows, size: smallest, lines: 2, perPage: 3 * rows };
}

const itemEdges = 0.8;

/** The size for words that are read aloud from the screen: large when short, never under what can be read. */
export function sizeOfWords(length: number): number {
  if (length <= 120) return 6;
  if (length <= 240) return 5;
  if (length <= 420) return 4.2;
  return length <= 700 ? 3.4 : 3;
}

/** Lines that each action of a presented row may take, when so many share a column of the given height. */
export function linesPerAction(actions: number, height: number, size: number): number {
  const line = size * leading;
  return Math.max(1, Math.floor((height / Math.max(1, actions) - 2 * smallest * leading - 2) / line));
}
