/**
 * How much fits on the projector. The unit is a hundredth of the screen's height, so that everything can be read from
 * the same distance on any screen; nothing is smaller than `smallest`, a fortieth of the height. Room is reserved by
 * counting lines, so that nobody's typing moves what others read.
 */
export const smallest = 2.5;
/** Height of the sheet between running head and foot. */
export const sheetHeight = 84.6;

/** Height of a line in relation to its letters: as much as the tallest script among the words needs. */
export function leadingFor(language: string, words: string): number {
  if (language === 'km' || /\p{Script=Khmer}/u.test(words)) return 1.75;
  return language === 'ar' || /\p{Script=Arabic}/u.test(words) ? 1.5 : 1.25;
}

export interface WallFit {
  columns: number;
  rows: number;
  /** Size of a tile's text. */
  size: number;
  leading: number;
  /** Lines that a group's name may take. */
  nameLines: number;
  /** Lines of figures below the name. */
  countLines: number;
  /** Lines left for the group's actions; 0: only counts are shown. */
  textLines: number;
}

/** From so many columns on a wide screen, tiles are narrow and show one figure on a line. */
const narrowFrom = 5;
/** A 4:3 projector has room for one column less where there are many, but not for more rows than this. */
const crowdedFrom = 4;
const mostRows = 8;

const walls: readonly { upTo: number; columns: number; size: number; nameLines: number }[] = [
  { upTo: 2, columns: 2, size: 5, nameLines: 2 },
  { upTo: 4, columns: 2, size: 4.2, nameLines: 2 },
  { upTo: 6, columns: 3, size: 3.4, nameLines: 2 },
  { upTo: 9, columns: 3, size: 2.7, nameLines: 2 },
  { upTo: 12, columns: 4, size: 2.55, nameLines: 2 },
  { upTo: 16, columns: 4, size: 2.5, nameLines: 1 },
  { upTo: 40, columns: 5, size: 2.5, nameLines: 1 },
];

/** Padding, rules and gaps inside one tile. */
const tileEdges = 1.9;

/** The wall of tiles for so many groups. `wantedLines`: lines of figures; wide tiles need two at most, a crowded wall has room for one. */
export function fitWall(groups: number, wantedLines: number, leading: number, isWide = true): WallFit {
  const { columns: wide, size, nameLines } = walls.find((wall) => groups <= wall.upTo) ?? walls.at(-1)!;
  const canNarrow = !isWide && wide >= crowdedFrom && groups <= (wide - 1) * mostRows;
  const columns = canNarrow ? wide - 1 : wide;
  const rows = Math.max(1, Math.ceil(groups / columns));
  const lines = Math.floor((sheetHeight / rows - tileEdges) / (size * leading) - nameLines * 0.05);
  const mostCounts = Math.min(wantedLines, wide >= narrowFrom ? 3 : 2);
  const countLines = Math.max(1, Math.min(mostCounts, lines - nameLines));
  const textLines = Math.max(0, lines - nameLines - countLines);
  return { columns, rows, size, leading, nameLines, countLines, textLines };
}

export interface ListFit {
  columns: number;
  rows: number;
  size: number;
  leading: number;
  /** Lines of one item's words. */
  lines: number;
  /** Items that stand on one page. */
  perPage: number;
}

const itemEdges = 0.8;
const mostLines = 12;
/**
 * What is tried first stands first: letters that fill the screen where there are few items and still a long one has room,
 * large letters, then more columns, then one line for each item. It hangs on the number of items only: no letter that is
 * typed may change the size of all.
 */
const lists: readonly { columns: number; size: number; leastLines: number }[] = [
  { columns: 1, size: 5.6, leastLines: 10 },
  { columns: 1, size: 4.2, leastLines: 7 },
  { columns: 1, size: 3.4, leastLines: 2 },
  { columns: 2, size: 3, leastLines: 2 },
  { columns: 2, size: smallest, leastLines: 2 },
  { columns: 3, size: smallest, leastLines: 2 },
  { columns: 2, size: smallest, leastLines: 1 },
  { columns: 3, size: smallest, leastLines: 1 },
];

/** The list of charter items in a given height: on one page as long as each item has a line that can be read. */
export function fitItems(items: number, height: number, leading: number): ListFit {
  for (const { columns, size, leastLines } of lists) {
    const rows = Math.max(1, Math.ceil(items / columns));
    const lines = Math.floor((height / rows - itemEdges) / (size * leading));
    if (lines >= leastLines)
      return { columns, rows, size, leading, lines: Math.min(lines, mostLines), perPage: columns * rows };
  }
  const rows = Math.max(1, Math.floor(height / (smallest * leading + itemEdges)));
  return { columns: 3, rows, size: smallest, leading, lines: 1, perPage: 3 * rows };
}

/** Lines of one item's words in letters that need another height of line than the list was arranged for. */
export function linesIn({ rows, size }: ListFit, height: number, leading: number): number {
  return Math.min(mostLines, Math.floor((height / rows - itemEdges) / (size * leading)));
}

/**
 * The list of these words in a given height, arranged for the language of the page: the first letter of a taller script must not
 * change the size of all. Only where such a script has no room for one line is the list arranged for it.
 */
export function fitTexts(texts: readonly string[], height: number, language: string): ListFit {
  const fit = fitItems(texts.length, height, leadingFor(language, ''));
  const tallest = leadingFor(language, texts.join(' '));
  return linesIn(fit, height, tallest) > 0 ? fit : fitItems(texts.length, height, tallest);
}

/** The size for words that are read aloud from the screen: large when short, never under what can be read. */
export function sizeOfWords(length: number): number {
  if (length <= 120) return 6;
  if (length <= 240) return 5;
  if (length <= 420) return 4.2;
  return length <= 700 ? 3.4 : 3;
}

/** How an adopted charter of so many letters stands on the screen: one column of large letters when it is short. It changes no more. */
export function fitAdopted(length: number): { columns: 1 | 2; size: number } {
  if (length <= 280) return { columns: 1, size: 4.8 };
  if (length <= 600) return { columns: 1, size: 3.8 };
  return length <= 1_400 ? { columns: 2, size: 3.1 } : { columns: 2, size: 2.7 };
}
