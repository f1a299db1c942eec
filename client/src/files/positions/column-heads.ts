import { tickMark } from '../tick-marks.ts';
import { type PositionColumn, positionColumnOf, rowOf } from './position-column.ts';
import type { PositionStatement } from './positions-found.ts';
import { findRuns, type Run } from './references.ts';
import type { ReplyText } from './reply-text.ts';
import { type Stance, stanceOf, stanceWord } from './stance.ts';

/** A part of a reply where positions stand side by side as the heads of columns, with what stands below each. */
export interface ColumnPart {
  at: number;
  end: number;
  statements: PositionStatement[];
}

interface Cell {
  at: number;
  words: string;
}

interface Row {
  at: number;
  end: number;
  cells: Cell[];
}

/** No head is longer, and no table of numbers. */
const longestHead = 80;
const longestRow = 400;
const number = /\d{1,3}\s?\.\s?\d{1,4}/;

/** What a row of heads says of the rows below: which columns are positions, or which column holds them. */
type Heads = { stances: readonly (Stance | null)[] } | { column: PositionColumn };

/**
 * Tables whose columns are positions ("Supported | Noted"): numbers below a head have its position; where a column only
 * marks a number that stands beside it, so has that one. What stands below no head, or in a row with other columns, is asked
 * about. And tables with a column for the position: each row has its own.
 */
export function columnParts({ text, lineAt }: Pick<ReplyText, 'text' | 'lineAt'>): ColumnPart[] {
  const parts: ColumnPart[] = [];
  const below: { row: Row; heads: Heads; part: ColumnPart }[] = [];
  let heads: Heads | null = null;
  for (const row of rowsOf(text)) {
    const here = headsIn(row);
    if (here) {
      heads = here;
      parts.push({ at: row.at, end: row.end, statements: [] });
    } else if (heads && endsTable(row, heads, text.slice(row.at, row.end))) heads = null;
    else if (heads) {
      const part = parts.at(-1)!;
      part.end = row.end;
      below.push({ row, heads, part });
    }
  }
  // Beside ticks a cross means that it is not so.
  const isTicked = ({ row, heads: above }: (typeof below)[number]) =>
    'stances' in above && marksIn(row, above.stances).some(({ mark }) => mark === 'check');
  const isCrossMark = !below.some(isTicked);
  for (const { row, heads: above, part } of below)
    part.statements.push(
      ...('stances' in above
        ? statementsOf(row, above.stances, lineAt(row.at), isCrossMark)
        : statementsBeside(row, above.column, lineAt(row.at))),
    );
  return parts.filter(({ statements }) => statements.length > 0);
}

function headsIn({ cells }: Row): Heads | null {
  const words = cells.map((cell) => cell.words);
  const stances = headsOf(words);
  if (stances) return { stances };
  const isHead = (head: string) => head.length <= longestHead && !number.test(head);
  const column = words.length > 1 && words.every(isHead) ? positionColumnOf(words) : null;
  return column && { column };
}

/** Words on one line end a table; where each row has its own position a title between rows does not, unless it is one. */
function endsTable({ cells }: Row, heads: Heads, line: string): boolean {
  if (cells.length > 1 || /^[\s\d.,;–-]*$/.test(line)) return false;
  const isTitle = line.length <= longestHead && !number.test(line) && !/[.:]\s*$/.test(line) && stanceOf(line) === null;
  return 'stances' in heads || !isTitle || stanceWord(line) !== null;
}

/** With a bar between columns that only blanks part, below heads that are positions. Lines stay where they are. */
export function withColumns(input: string): string {
  let isBelow = false;
  const parted = (line: string): string[] => line.trim().split(/ {2,}|\t+/);
  return input.replace(/[^\r\n]+/g, (line) => {
    if (line.length > longestRow || line.includes('|') || !/\S {2}/.test(line)) return line;
    const cells = parted(line);
    isBelow = headsOf(cells) !== null || (isBelow && cells.length > 1);
    return isBelow ? cells.join(' | ') : line;
  });
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    let from = at;
    const cells = line.split('|').map((words): Cell => {
      const cell = { at: from, words };
      from += words.length + 1;
      return cell;
    });
    // A frame around the row is no cell.
    const isFramed = cells.length > 2 && cells[0]!.words.trim() === '' && cells.at(-1)!.words.trim() === '';
    if (line.trim() !== '') rows.push({ at, end: at + line.length, cells: isFramed ? cells.slice(1, -1) : cells });
    at += line.length + 1;
  }
  return rows;
}

/** The positions of a row of heads; null where it is none. */
function headsOf(cells: readonly string[]): (Stance | null)[] | null {
  if (cells.length < 2 || cells.some((words) => words.length > longestHead || number.test(words))) return null;
  const heads = cells.map(headStance);
  return new Set(heads.filter((stance) => stance !== null)).size > 1 ? heads : null;
}

function headStance(words: string): Stance | null {
  const plain = words.replace(/\(?\d+\)?\s*:?\s*$/, '').trim();
  return stanceWord(plain) ?? (/recomm[ae]ndations?\b|recomendaci/i.test(plain) ? stanceOf(plain) : null);
}

/** The marks of a row below positions. */
function marksIn({ cells }: Row, heads: readonly (Stance | null)[]) {
  return cells.flatMap(({ words }, column) => {
    const stance = heads[column] ?? null;
    const mark = cells.length === heads.length && stance !== null ? tickMark(words) : null;
    return mark === null ? [] : [{ stance: stance!, mark }];
  });
}

function statementsOf(
  row: Row,
  heads: readonly (Stance | null)[],
  line: number,
  isCrossMark: boolean,
): PositionStatement[] {
  const { cells } = row;
  const isWhole = cells.length === heads.length;
  const marked = marksIn(row, heads).filter(({ mark }) => mark === 'check' || (mark === 'cross' && isCrossMark));
  const beside = marked.length === 1 ? marked[0]!.stance : null;
  return cells.flatMap((cell, column) =>
    findRuns(cell.words).map((run) =>
      statementOf(row, cell, run, line, { stance: isWhole ? (heads[column] ?? beside) : null, by: 'sentence' }),
    ),
  );
}

/** The position that stands in a row's own cell. */
function statementsBeside(row: Row, column: PositionColumn, line: number): PositionStatement[] {
  const read = rowOf(
    row.cells.map(({ words }) => words),
    column,
  );
  if (read === null) return [];
  const said = { stance: read.stance, by: read.isSaid ? ('sentence' as const) : ('none' as const) };
  return read.runs.map((run) => statementOf(row, row.cells[read.column]!, run, line, said));
}

function statementOf(
  { cells }: Row,
  cell: Cell,
  { references }: Run,
  line: number,
  said: Pick<PositionStatement, 'stance' | 'by'>,
): PositionStatement {
  return {
    references: references.map((one) => ({ ...one, at: one.at + cell.at, end: one.end + cell.at })),
    lines: references.map(() => line),
    ...said,
    except: [],
    words: cells
      .map(({ words }) => words.trim())
      .join(' | ')
      .slice(0, 240),
  };
}
