import type { PositionStatement } from './positions-found.ts';
import { findRuns } from './references.ts';
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
const mark = /^(?:x|✓|✔|✗|✘|•|●|yes|oui|sí|si|نعم|បាទ|1)$/i;

/**
 * Tables whose columns are positions ("Supported | Noted"): numbers below a head have its position; where a column only
 * marks a number that stands beside it, so has that one. What stands below no head, or in a row with other columns, is asked about.
 */
export function columnParts({ text, lineAt }: Pick<ReplyText, 'text' | 'lineAt'>): ColumnPart[] {
  const parts: ColumnPart[] = [];
  let heads: (Stance | null)[] | null = null;
  for (const row of rowsOf(text)) {
    const here = headsOf(row.cells.map(({ words }) => words));
    if (here) {
      heads = here;
      parts.push({ at: row.at, end: row.end, statements: [] });
    } else if (row.cells.length < 2 && !/^[\s\d.,;–-]*$/.test(text.slice(row.at, row.end))) heads = null;
    else if (heads) {
      const part = parts.at(-1)!;
      part.end = row.end;
      part.statements.push(...statementsOf(row, heads, lineAt(row.at)));
    }
  }
  return parts.filter(({ statements }) => statements.length > 0);
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

function statementsOf({ cells }: Row, heads: readonly (Stance | null)[], line: number): PositionStatement[] {
  const isWhole = cells.length === heads.length;
  const marked = cells.flatMap(({ words }, column) => {
    const stance = heads[column] ?? null;
    return isWhole && stance !== null && mark.test(words.trim()) ? [stance] : [];
  });
  const beside = marked.length === 1 ? marked[0]! : null;
  const words = cells
    .map((cell) => cell.words.trim())
    .join(' | ')
    .slice(0, 240);
  return cells.flatMap((cell, column) =>
    findRuns(cell.words).map(({ references }) => ({
      references: references.map((one) => ({ ...one, at: one.at + cell.at, end: one.end + cell.at })),
      lines: references.map(() => line),
      stance: isWhole ? (heads[column] ?? beside) : null,
      by: 'sentence' as const,
      except: [],
      words,
    })),
  );
}
