import { readingLimits } from './reading-limits.ts';
import { Unreadable } from './unreadable.ts';

/** One row of a table, all of it text, as a person sees it: 118.10 stays 118.10. */
export interface Row {
  /** First line (of a sheet: row) in the input, counted from 1. */
  line: number;
  cells: string[];
  /** A quotation mark in it is never closed. */
  open?: true;
  hidden?: true;
  /** Its only cell goes over the whole width: a heading or a note, no entry. */
  spans?: true;
  /** Columns whose cell the sheet holds as a number. */
  numeric?: Set<number>;
  /** Its file does not tell numbers from text: a spreadsheet may have written it. */
  untyped?: true;
}

/** A sheet's rows that hold something, and what had to be done to lay them out. */
export interface Grid {
  rows: Row[];
  merges: readonly Merge[];
}

/** Cells that are one on the page; rows and columns counted from 0, both ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
  /** What the merged cell says; '' for an empty one. */
  words: string;
}

export interface Sheet extends Grid {
  name: string;
  hidden: boolean;
}

/** Gathers a sheet's cells in the order in which a file brings them; empty ones cost nothing, however many there are. */
export interface GridBuilder {
  /** Rows and columns are counted from 0. */
  add(row: number, column: number, text: string, isNumeric?: boolean): void;
  hideRow(row: number): void;
  merge(top: number, left: number, bottom: number, right: number): void;
  build(): Grid;
}

/** Throws `Unreadable` where a sheet holds more than can be read. */
export function gridBuilder(): GridBuilder {
  const rows = new Map<number, Row>();
  const hidden = new Set<number>();
  const merges: Merge[] = [];
  let characters = 0;
  return {
    add(at, column, text, isNumeric = false) {
      if (column >= readingLimits.columns || text.trim() === '') return;
      const row = rows.get(at) ?? { line: at + 1, cells: [] };
      rows.set(at, row);
      while (row.cells.length < column) row.cells.push('');
      row.cells[column] = text;
      if (isNumeric) {
        row.numeric ??= new Set();
        row.numeric.add(column);
      }
      characters += text.length;
      if (characters > readingLimits.keptCharacters) throw new Unreadable('swells');
      if (rows.size > readingLimits.rows) throw new Unreadable('too-many-rows');
    },
    hideRow: (row) => void hidden.add(row),
    merge: (top, left, bottom, right) => void merges.push({ top, left, bottom, right, words: '' }),
    build() {
      const list = [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row);
      for (const row of list) if (hidden.has(row.line - 1)) row.hidden = true;
      for (const merge of merges) if (merge.right > merge.left) markSpan(rows.get(merge.top), merge);
      return { rows: list, merges: spread(rows, merges) };
    },
  };
}

function markSpan(row: Row | undefined, merge: Merge): void {
  if (row?.cells.every((cell, column) => cell.trim() === '' || column === merge.left)) row.spans = true;
}

/**
 * Puts a merged cell's words on every row that it covers, in its first column: a heading over three rows belongs to all
 * three. Rows that hold nothing else do not come into being by it.
 */
function spread(rows: ReadonlyMap<number, Row>, merges: readonly Merge[]): Merge[] {
  let left = readingLimits.mergedCells as number;
  return merges.map((merge) => {
    const words = rows.get(merge.top)?.cells[merge.left] ?? '';
    for (let at = merge.top + 1; at <= merge.bottom && words !== '' && left > 0; at++, left--) {
      const row = rows.get(at);
      if (!row) continue;
      while (row.cells.length <= merge.left) row.cells.push('');
      if (row.cells[merge.left]!.trim() === '') row.cells[merge.left] = words;
    }
    return { ...merge, words };
  });
}
