import type { RecommendationId, RowId } from '@board/shared/ids';
import { actionCells, referenceCells, type StrategyRow } from '@board/shared/model/strategy';
import { numberKey } from '@board/shared/upr/number-key';
import type { Catalogue } from '../../sync/follow-models.ts';
import { type MatrixColumn, matrixColumns, matrixOf, spotOf } from '../grid/matrix.ts';
import { cellOfLines, linesOf, type PastedCell } from './lines.ts';
import type { Block } from './read-block.ts';
import { type Finder, finderIn, leadingNumber } from './recommendation-named.ts';

/** Where each column of a pasted block goes; null: nowhere. */
export type Mapping = (MatrixColumn | null)[];

/** Where one line of the block goes: a line of a row that is there, or of one that the paste adds. */
export interface PlacedLine {
  row: RowId | null;
  /** Which of the added rows, when `row` is null. */
  added: number;
  /** The line within the row, from 0. */
  place: number;
  /** The same among the row's risks. */
  riskPlace: number;
  /** The same among its cells of references, where that is not the line; the last one for lines beyond them. */
  reference?: number;
  /** Which line of the block it is. */
  line?: number;
  values: Partial<Record<MatrixColumn, PastedCell>>;
}

export interface PastePlan {
  lines: PlacedLine[];
  /** The rows to add, in order, by their recommendations. */
  added: (RecommendationId | null)[];
}

/** The cell of references that a line goes to, among those of its row: two rows that were put together have two. */
export function referenceAt({ place, reference = place }: PlacedLine, row: StrategyRow): Reference {
  const cells = referenceCells(row);
  return cells[Math.min(reference, cells.length - 1)] ?? { address: { row: row.id, cell: 'mechanisms' }, text: '' };
}

type Reference = ReturnType<typeof referenceCells>[number];

/**
 * Finds a place for every line of the block; a line of headings is none of them. `addsActions`: behind those that a row has
 * already, where rows are found by their recommendation.
 */
export function planPaste(
  lines: Block,
  mapping: Mapping,
  anchor: string,
  rows: readonly StrategyRow[],
  catalogue: Catalogue | null,
  addsActions = false,
): PastePlan {
  const values = lines.map((cells) => valuesOf(cells, mapping));
  return isByName(lines, mapping, catalogue)
    ? byName(values, rows, catalogue, addsActions, mapping.includes('number'))
    : byPlace(values, anchor, rows);
}

/** Whether rows are found by what the lines say of their recommendation: by a number, or by words that the catalogue knows. */
export function isByName(lines: Block, mapping: Mapping, catalogue: Catalogue | null): boolean {
  if (mapping.includes('number')) return true;
  const finder = finderIn(catalogue);
  const all = new Set(catalogue?.byId.keys());
  return mapping.some(
    (column, index) =>
      column === 'recommendation' &&
      lines.some((cells) => {
        const words = cells[index]?.text ?? '';
        return finder.ofWords(words, all) !== null || leadingNumber(words) !== '';
      }),
  );
}

function valuesOf(cells: readonly PastedCell[], mapping: Mapping): PlacedLine['values'] {
  const values: PlacedLine['values'] = {};
  for (const [index, column] of mapping.entries()) {
    const words = cells[index];
    if (column === null || !words || words.text === '') continue;
    const before = values[column];
    // Two columns with one aim: neither takes the place of the other.
    values[column] = before ? cellOfLines([...linesOf(before), ...linesOf(words)]) : words;
  }
  return values;
}

function byPlace(values: PlacedLine['values'][], anchor: string, rows: readonly StrategyRow[]): PastePlan {
  const matrix = matrixOf(rows);
  const from = spotOf(matrix, anchor)?.line ?? matrix.length;
  const plan: PastePlan = { lines: [], added: [] };
  for (const [index, line] of values.entries()) {
    const there = matrix[from + index];
    const own = { values: line, line: index };
    if (there) plan.lines.push({ row: there.row, added: 0, ...placed(there.place), ...own });
    else if (Object.keys(line).length > 0)
      plan.lines.push({ row: null, added: plan.added.push(null) - 1, ...placed(0), ...own });
  }
  return plan;
}

/** Lines on the same recommendation are its first, second … action; those that name none belong to the line above. */
function byName(
  values: PlacedLine['values'][],
  rows: readonly StrategyRow[],
  catalogue: Catalogue | null,
  addsActions: boolean,
  hasNumbers: boolean,
): PastePlan {
  // A row may name one that was merged into another.
  const rowOf = new Map(
    rows.map((row) => [row.recommendation && (catalogue?.byId.get(row.recommendation)?.id ?? row.recommendation), row]),
  );
  const taken = new Set(rowOf.keys());
  const plan: PastePlan = { lines: [], added: [] };
  const known = new Map<string, Target>();
  let last: Target | undefined;
  for (const [index, line] of values.entries()) {
    const { name, recommendation } = namedBy(line, finderIn(catalogue), taken, hasNumbers);
    if (name !== '' || !last) {
      last = name === '' ? undefined : known.get(name);
      if (!last) {
        const row = recommendation === null ? undefined : rowOf.get(recommendation);
        last = row
          ? startIn(row, addsActions)
          : { row: null, added: plan.added.push(recommendation) - 1, ...placed(0) };
        if (name !== '') known.set(name, last);
      }
    }
    plan.lines.push({ ...last, values: line, line: index });
    last.place += 1;
    last.riskPlace += 1;
  }
  return plan;
}

/** What a line is about: a recommendation, or the same for lines that name one that nobody knows. */
function namedBy(
  line: PlacedLine['values'],
  finder: Finder,
  taken: ReadonlySet<RecommendationId | null>,
  hasNumbers: boolean,
): { name: string; recommendation: RecommendationId | null } {
  const number = line.number?.text.trim() ?? '';
  const words = line.recommendation?.text.trim() ?? '';
  const recommendation = finder.ofNumber(number) ?? finder.ofWords(words, taken) ?? finder.ofWords(number, taken);
  if (recommendation !== null) return { name: recommendation, recommendation };
  const other = leadingNumber(words) || (hasNumbers ? '' : words);
  return { name: number === '' ? other : numberKey(number) || number, recommendation: null };
}

type Target = Omit<PlacedLine, 'values'>;

function placed(place: number): Pick<Target, 'place' | 'riskPlace'> {
  return { place, riskPlace: place };
}

/** Empty actions at the end are there to be written in. */
function startIn(row: StrategyRow, addsActions: boolean): Target {
  const used = row.actions.findLastIndex((one) => actionCells.some((cell) => one[cell] !== '')) + 1;
  return { row: row.id, added: 0, place: addsActions ? used : 0, riskPlace: addsActions ? row.risks.length : 0 };
}

/** One value for every one of these cells. What holds no words of its own (a number, a recommendation) is passed over. */
export function planFill(cell: PastedCell, keys: readonly string[], rows: readonly StrategyRow[]): PastePlan {
  const chosen = new Set(keys);
  const plan: PastePlan = { lines: [], added: [] };
  for (const line of matrixOf(rows)) {
    const values: PlacedLine['values'] = {};
    for (const [index, key] of line.cells.entries()) {
      const column = matrixColumns[index];
      if (key === null || !column || column === 'number' || column === 'recommendation' || !chosen.has(key)) continue;
      values[column] = cell;
    }
    if (Object.keys(values).length > 0) plan.lines.push({ row: line.row, added: 0, ...placed(line.place), values });
  }
  return plan;
}
