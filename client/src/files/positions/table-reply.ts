import { asciiDigits } from '@board/shared/upr/digits';
import type { Row } from '../import/grid.ts';
import { layOut } from '../import/table-layout.ts';
import { answerOf } from './position-column.ts';
import type { PositionStatement, PositionsFound } from './positions-found.ts';
import { findRuns, type Reference } from './references.ts';
import { answersIn, type ReplyColumns, replyColumnsOf } from './reply-columns.ts';
import { type NumberCell, restoredNumbers } from './restored-numbers.ts';
import { type Stance, stanceOf, stanceWord } from './stance.ts';

/** No title is longer. */
const longestTitle = 120;

/**
 * A State's reply as a table of numbers and positions, without texts: positions in words, as marks below heads, as heads
 * with numbers below them, or as titles over numbers. Each sheet is read by itself. What a spreadsheet has taken from a
 * number and the others do not tell, and a hidden row, is asked about. Null for tables of other kinds.
 */
export function readReplyTables(sheets: readonly (readonly Row[])[], isInsisted: boolean): PositionsFound | null {
  const isList = (rows: readonly Row[]) => replyColumnsOf(rows, false) === null && layOut(rows, null, 2) !== null;
  if (!isInsisted && sheets.some(isList)) return null;
  let from = 0;
  const statements = sheets.flatMap((rows) => {
    const columns = replyColumnsOf(rows, isInsisted);
    const found = columns ? statementsIn(columns) : [];
    const moved = found.map((one) => ({ ...one, references: one.references.map((each) => movedBy(each, from)) }));
    from = Math.max(from, ...moved.flatMap(({ references }) => references.map(({ end }) => end + 1)));
    return moved;
  });
  const said = statements.filter(({ stance }) => stance !== null).length;
  if (said === 0) return null;
  return { confidence: said / statements.length, statements, all: [] };
}

function statementsIn(columns: ReplyColumns): PositionStatement[] {
  const { body, numbers, positions, heads } = columns;
  const titles = positions.length === 0 ? titleAbove(body) : new Map<Row, Stance>();
  let at = 0;
  return restoredNumbers(body, numbers).flatMap((cell): PositionStatement[] => {
    const answers = answersIn(cell.row, columns);
    const beside =
      positions.length > 0 ? answerOf(answers) : (stanceWord(heads[cell.column]!) ?? titles.get(cell.row) ?? null);
    const isSaid = positions.length > 0 ? answers.length > 0 : beside !== null;
    const references = referencesOf(cell, at);
    at = Math.max(at, ...references.map(({ end }) => end)) + 1;
    if (references.length === 0) return [];
    const stance = cell.isDoubtful || cell.row.hidden ? null : beside;
    const words = cell.row.cells
      .map((each) => each.trim())
      .filter(Boolean)
      .join(' | ')
      .slice(0, 240);
    const lines = references.map(() => cell.row.line);
    return [{ references, lines, stance, by: isSaid ? 'sentence' : 'none', except: [], words }];
  });
}

/** What a cell of numbers names, from `at` on. */
function referencesOf({ words, mended, mayBe }: NumberCell, at: number): Reference[] {
  const found = findRuns(asciiDigits(words)).flatMap(({ references }) => references);
  return found.map((one) => ({
    ...movedBy(one, at),
    ...(mended && { misprint: mended.kind, printed: mended.printed }),
    ...(mayBe.length > 0 && { mayBe }),
  }));
}

/** The position that a title gives to the rows below it. */
function titleAbove(body: readonly Row[]): ReadonlyMap<Row, Stance> {
  const above = new Map<Row, Stance>();
  let title: Stance | null = null;
  for (const row of body) {
    const filled = row.cells.map((cell) => cell.trim()).filter(Boolean);
    const isTitle = filled.length === 1 && filled[0]!.length <= longestTitle && findRuns(filled[0]!).length === 0;
    if (isTitle) title = stanceWord(filled[0]!) ?? stanceOf(filled[0]!);
    else if (title !== null) above.set(row, title);
  }
  return above;
}

function movedBy(one: Reference, by: number): Reference {
  return { ...one, at: one.at + by, end: one.end + by };
}
