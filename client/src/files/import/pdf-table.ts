import type { Row } from './grid.ts';
import { intoLines, join, type PageLine, type PagePiece } from './pdf-lines.ts';
import { readHeadings } from './table-headings.ts';

/** A heading of a table: its words, and where they stand on the page, in points. */
interface Head {
  words: string;
  from: number;
  to: number;
}

/** Where a table's headings were found, and the lines that they stand on. */
interface Found {
  page: number;
  at: number;
  lines: number;
  heads: Head[];
}

/** Gap between two cells: parts of the letters' height. Words are nearer to each other. */
const cellGap = 0.8;
/** Pages on which the headings are looked for, and lines that they may go over. */
const headPages = 3;
const headLines = 3;
/** Share of lines that may go over more than one column, such as headings of themes; of a report nearly all do. */
const mostAcross = 0.2;
/** Points that a page may be wide. */
const widest = 14_400;
/** What stands this much above the line of a row's number belongs to the row: parts of the letters' height. */
const aboveNumber = 0.8;

const numberAhead = /^\s*\p{Nd}{1,3}\s?[.\u2010-\u2013-]\s?\p{Nd}{1,4}(?!\p{Nd})/u;
const themeRow = /^(?:themes?|thèmes?|temas?)\s?:/iu;
const pageNumber = /^\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|sur|de|\/)\s*\d{1,4})?\W*$/i;
/** Lines that begin something new in their cell; all others go on with the line above, which a column has broken. */
const newLine =
  /^(?:[-•–▪]\s|source of position\b|(?:relevant )?(?:sdgs?|odd|ods)\s?:|(?:affected persons|groups of persons|persons affected|personnes concernées|personas afectadas)\s?:)/i;

/**
 * The rows of a table that goes through a PDF, the headings first; null where there is none with headings that are known
 * and rows that begin with numbers. Columns are told by the space between them.
 */
export function tableIn(pages: readonly (readonly PagePiece[])[]): Row[] | null {
  const laidOut = pages.map((pieces) => intoLines(pieces.filter(isOnPage)));
  const found = findHeads(laidOut);
  if (!found) return null;
  const { heads } = found;
  const body = bodies(laidOut, found);
  const bounds = boundsOf(heads, body.flat());
  if (body.flat().filter((line) => isAcross(line, bounds)).length > body.flat().length * mostAcross) return null;
  const fields = readHeadings(heads.map(({ words }) => words));
  const numbers = fields.indexOf('number');
  const first = numbers < 0 ? fields.indexOf('text') : numbers;
  const rows: Row[] = [{ line: 1, cells: heads.map(({ words }) => words) }];
  for (const lines of body) addRows(rows, lines, { bounds, first, isNumbered: numbers >= 0 });
  return rows.length > 2 ? rows : null;
}

/** Words that go on from one column into the next. */
function isAcross(line: PageLine, bounds: readonly number[]): boolean {
  return cellsOn(line).some(({ from, to }) => bounds.some((bound) => from < bound - 1 && to > bound + 1));
}

function isOnPage({ text, x, width, height }: PagePiece): boolean {
  return text.trim() !== '' && height > 0 && width >= 0 && x >= 0 && x + width <= widest;
}

function findHeads(pages: readonly (readonly PageLine[])[]): Found | null {
  for (const [page, lines] of pages.slice(0, headPages).entries()) {
    for (const at of lines.keys()) {
      for (let count = 1; count <= headLines; count++) {
        const heads = headsOn(lines.slice(at, at + count));
        const fields = readHeadings(heads.map(({ words }) => words));
        const known = fields.filter((field) => field !== null).length;
        if (fields.includes('text') && known >= 2 && known * 2 >= heads.length)
          return { page, at, lines: count, heads };
      }
    }
  }
  return null;
}

/** The cells of the first line, with what stands below each on the others. */
function headsOn(lines: readonly PageLine[]): Head[] {
  const [first, ...rest] = lines.map(cellsOn);
  const heads = [...(first ?? [])];
  for (const cell of rest.flat()) {
    const above = heads.findIndex(({ from, to }) => cell.from < to && from < cell.to);
    const head = heads[above];
    if (!head) return [];
    heads[above] = {
      words: `${head.words} ${cell.words}`,
      from: Math.min(head.from, cell.from),
      to: Math.max(head.to, cell.to),
    };
  }
  return heads;
}

function cellsOn(line: PageLine): Head[] {
  const cells: PagePiece[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of line.pieces.toSorted((a, b) => a.x - b.x)) {
    if (piece.x - end > cellGap * line.height) cells.push([]);
    cells.at(-1)!.push(piece);
    end = Math.max(end, piece.x + piece.width);
  }
  return cells.map((pieces) => ({
    words: join({ ...line, pieces }).trim(),
    from: pieces[0]!.x,
    to: Math.max(...pieces.map(({ x, width }) => x + width)),
  }));
}

/** The lines of each page that are of the table: below its headings, which may stand on each page, without running heads and page numbers. */
function bodies(pages: readonly (readonly PageLine[])[], { page, at, lines, heads }: Found): PageLine[][] {
  const folded = (line: PageLine) => join(line).replace(/\d+/g, '#').trim();
  const above = new Set(pages[page]!.slice(0, at).map(folded));
  const head = heads.map(({ words }) => words).join('\n');
  return pages.slice(page).map((all) => {
    const own = all.findIndex((_, from) => {
      const again = headsOn(all.slice(from, from + lines)).map(({ words }) => words);
      return again.join('\n') === head;
    });
    const below = own < 0 ? all : all.slice(own + lines);
    return below.filter((line) => !above.has(folded(line)) && !pageNumber.test(join(line)));
  });
}

/** Where one column ends and the next begins: between their headings, where the fewest words stand. */
function boundsOf(heads: readonly Head[], lines: readonly PageLine[]): number[] {
  const counts: number[] = [];
  const words = lines.flatMap(({ pieces }) => pieces.map(({ x, width }) => ({ from: x, to: x + width })));
  // A column that only marks its rows may have its marks at either side of its head.
  for (const { from, to } of [...words, ...heads])
    for (let point = Math.max(0, Math.floor(from)); point <= to; point++) counts[point] = (counts[point] ?? 0) + 1;
  const middle = ({ from, to }: Head): number => Math.round((from + to) / 2);
  return heads.slice(1).map((head, before) => {
    const from = middle(heads[before]!);
    const points = Array.from({ length: Math.max(1, middle(head) - from) }, (_, step) => from + step);
    const least = Math.min(...points.map((point) => counts[point] ?? 0));
    // The last such place: words begin at the left of a column and seldom reach its right.
    return points.findLast((point) => (counts[point] ?? 0) === least)!;
  });
}

interface Columns {
  bounds: readonly number[];
  /** The column in which numbers stand. */
  first: number;
  /** It holds nothing else. */
  isNumbered: boolean;
}

/** A page's lines as rows: each begins with a number, or goes on from the page before. */
function addRows(rows: Row[], lines: readonly PageLine[], { bounds, first, isNumbered }: Columns): void {
  const cut = lines.map((line) => ({ line, cells: cellsBetween(line, bounds) }));
  const starts = cut.filter(({ cells }) => {
    const words = cells[first] ?? '';
    return numberAhead.test(words) || themeRow.test(cells.join(' ').trim()) || (isNumbered && /\p{Nd}/u.test(words));
  });
  let next = 0;
  for (const { line, cells } of cut) {
    const start = starts[next];
    if (start && line.y <= start.line.y + aboveNumber * start.line.height) {
      const heading = start.cells.join(' ').trim();
      const isTheme = themeRow.test(heading);
      rows.push({ line: rows.length + 1, cells: cells.map(() => ''), ...(isTheme && { spans: true as const }) });
      next += 1;
    }
    const row = rows.at(-1)!;
    if (rows.length === 1) continue;
    cells.forEach((words, column) => {
      row.cells[column] = joined(row.cells[column] ?? '', words);
    });
  }
}

function cellsBetween(line: PageLine, bounds: readonly number[]): string[] {
  const columns: PagePiece[][] = Array.from({ length: bounds.length + 1 }, () => []);
  for (const piece of line.pieces) columns[bounds.filter((bound) => bound < piece.x + 1).length]!.push(piece);
  return columns.map((pieces) => join({ ...line, pieces }).trim());
}

function joined(above: string, words: string): string {
  if (above === '' || words === '') return above + words;
  if (newLine.test(words)) return `${above}\n${words}`;
  return /\p{L}-$/u.test(above) ? above + words : `${above} ${words}`;
}
