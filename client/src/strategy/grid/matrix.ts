import type { RowId } from '@board/shared/ids';
import { cellKey, referenceCells, type StrategyRow } from '@board/shared/model/strategy';
import { rowOfKey, specialKey } from '../table-model.ts';

/**
 * The table as a spreadsheet sees it: lines and columns. A row has as many lines as its longest list of actions or risks;
 * what stands once in a row (its number, its goals) stands on its first line.
 */
export const matrixColumns = [
  'number',
  'recommendation',
  'mechanisms',
  'sdg',
  'text',
  'indicator',
  'resources',
  'partners',
  'timeframe',
  'risk',
  'response',
] as const;

export type MatrixColumn = (typeof matrixColumns)[number];

/** One line: the key of the cell in each column, null where there is none. */
export interface MatrixLine {
  row: RowId;
  /** The line's place within its row, from 0. */
  place: number;
  cells: readonly (string | null)[];
}

export interface Spot {
  line: number;
  column: number;
}

/** All lines of the table, in order. */
export function matrixOf(rows: readonly StrategyRow[]): MatrixLine[] {
  return rows.flatMap((row) =>
    Array.from({ length: linesOf(row) }, (_, place) => ({
      row: row.id,
      place,
      cells: cellsOn(row, place),
    })),
  );
}

/** Where a cell stands, or null when it is not in the table (any more). */
export function spotOf(matrix: readonly MatrixLine[], key: string): Spot | null {
  const row = rowOfKey(key);
  for (const [line, { row: here, cells }] of matrix.entries()) {
    const column = here === row ? cells.indexOf(key) : -1;
    if (column >= 0) return { line, column };
  }
  return null;
}

/** The smallest block of lines and columns that holds both cells, as keys. Empty when one of them is gone. */
export function blockBetween(matrix: readonly MatrixLine[], a: string, b: string): (string | null)[][] {
  const from = spotOf(matrix, a);
  const to = spotOf(matrix, b);
  if (!from || !to) return [];
  const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
  return matrix
    .slice(Math.min(from.line, to.line), Math.max(from.line, to.line) + 1)
    .map(({ cells }) => cells.slice(left, right + 1));
}

function linesOf(row: StrategyRow): number {
  return Math.max(row.actions.length, row.risks.length, referenceCells(row).length);
}

function cellsOn(row: StrategyRow, place: number): (string | null)[] {
  const { id } = row;
  const action = row.actions[place];
  const risk = row.risks[place];
  const isFirst = place === 0;
  const references = referenceCells(row)[place]?.address;
  const ofAction = (cell: 'text' | 'indicator' | 'resources' | 'partners') =>
    action ? cellKey({ row: id, action: action.id, cell }) : null;
  return [
    isFirst ? specialKey(id, 'number') : null,
    isFirst ? specialKey(id, 'recommendation') : null,
    references ? cellKey(references) : null,
    isFirst ? specialKey(id, 'sdg') : null,
    ofAction('text'),
    ofAction('indicator'),
    ofAction('resources'),
    ofAction('partners'),
    action ? specialKey(id, 'timeframe', action.id) : null,
    risk ? cellKey({ row: id, risk: risk.id, cell: 'risk' }) : isFirst ? specialKey(id, 'risks') : null,
    risk ? cellKey({ row: id, risk: risk.id, cell: 'response' }) : null,
  ];
}
