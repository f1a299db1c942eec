import type { RecommendationId, RowId } from '@board/shared/ids';
import { actionCells, referenceCells, type StrategyRow } from '@board/shared/model/strategy';
import { numberKey } from '@board/shared/upr/number-key';
import { foldForSearch } from '../../fold-for-search.ts';
import type { Catalogue } from '../../sync/follow-models.ts';
import { type MatrixColumn, matrixColumns, matrixOf, spotOf } from '../grid/matrix.ts';
import type { PastedCell } from './lines.ts';
import type { Block } from './read-block.ts';

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

/** In characters: nothing longer is the name of a column. */
const longestHeading = 100;

const names: Record<MatrixColumn, RegExp> = {
  number: /^(no\.?|nr\.?|number|n°|numéro|recommendation no\.?)$/i,
  recommendation: /^recommendation/i,
  mechanisms: /mechanism|treaty|corresponding/i,
  sdg: /\bsdgs?\b|target/i,
  text: /^(action|activit)/i,
  indicator: /^indicator/i,
  resources: /^(resource|budget)/i,
  partners: /^(partner|ally|allies)/i,
  timeframe: /^(time|when|deadline)/i,
  risk: /^risks?\b(?!.*response)/i,
  response: /response|mitigation/i,
};

/** What a column is called in the reader's language, for headings that are not English. */
export type ColumnNamer = (column: MatrixColumn) => string;

/** What the first line says about the columns, if it is a line of headings: at least two known ones. */
export function headingsOf(block: Block, nameOf: ColumnNamer): Mapping | null {
  const mapping = (block[0] ?? []).map((cell) => columnNamed(cell.text.slice(0, longestHeading).trim(), nameOf));
  const found = mapping.filter((column) => column !== null);
  return found.length >= 2 && new Set(found).size === found.length ? mapping : null;
}

function columnNamed(heading: string, nameOf: ColumnNamer): MatrixColumn | null {
  const own = foldForSearch(heading);
  return (
    matrixColumns.find((column) => own !== '' && own === foldForSearch(nameOf(column))) ??
    matrixColumns.find((column) => names[column].test(heading)) ??
    null
  );
}

/** Where the columns go when nothing is said of them: from the cell that was pasted into onwards. */
export function mappingFrom(anchor: string, block: Block, rows: readonly StrategyRow[]): Mapping {
  const from = spotOf(matrixOf(rows), anchor)?.column ?? 0;
  const width = Math.max(...block.map((cells) => cells.length));
  return Array.from({ length: width }, (_, index) => matrixColumns[from + index] ?? null);
}

/**
 * Finds a place for every line of the block; a line of headings is none of them. `addsActions`: behind those that a row has
 * already, where rows are found by number.
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
  return mapping.includes('number') ? byNumber(values, rows, catalogue, addsActions) : byPlace(values, anchor, rows);
}

function valuesOf(cells: readonly PastedCell[], mapping: Mapping): PlacedLine['values'] {
  const values: PlacedLine['values'] = {};
  for (const [index, column] of mapping.entries()) {
    const words = cells[index];
    if (column !== null && words && words.text !== '') values[column] = words;
  }
  return values;
}

function byPlace(values: PlacedLine['values'][], anchor: string, rows: readonly StrategyRow[]): PastePlan {
  const matrix = matrixOf(rows);
  const from = spotOf(matrix, anchor)?.line ?? matrix.length;
  const plan: PastePlan = { lines: [], added: [] };
  for (const [index, line] of values.entries()) {
    const there = matrix[from + index];
    if (there) plan.lines.push({ row: there.row, added: 0, ...placed(there.place), values: line });
    else if (Object.keys(line).length > 0)
      plan.lines.push({ row: null, added: plan.added.push(null) - 1, ...placed(0), values: line });
  }
  return plan;
}

/** Lines with the same number are the first, second … action of that recommendation; without one they belong to the line above. */
function byNumber(
  values: PlacedLine['values'][],
  rows: readonly StrategyRow[],
  catalogue: Catalogue | null,
  addsActions: boolean,
): PastePlan {
  const byNumbers = new Map(catalogue?.list.map((one) => [one.number, one.id]));
  const byKeys = new Map(catalogue?.list.map((one) => [numberKey(one.number), one.id]));
  const rowOf = new Map(rows.map((row) => [row.recommendation, row]));
  const plan: PastePlan = { lines: [], added: [] };
  const known = new Map<string, Target>();
  let last: Target | undefined;
  for (const line of values) {
    const number = line.number?.text.trim() ?? '';
    if (number !== '' || !last) {
      const key = numberKey(number);
      const recommendation = byNumbers.get(number) ?? byKeys.get(key) ?? null;
      const name = recommendation ?? (key || number);
      last = number === '' ? undefined : known.get(name);
      if (!last) {
        const row = recommendation === null ? undefined : rowOf.get(recommendation);
        last = row
          ? startIn(row, addsActions)
          : { row: null, added: plan.added.push(recommendation) - 1, ...placed(0) };
        if (number !== '') known.set(name, last);
      }
    }
    plan.lines.push({ ...last, values: line });
    last.place += 1;
    last.riskPlace += 1;
  }
  return plan;
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
