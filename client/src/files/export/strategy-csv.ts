import { formColumns } from '../form-columns.ts';
import { csvBytes } from './csv-text.ts';
import { cellOf, columnName, formLines, textOf } from './form-lines.ts';
import type { StrategyContent } from './strategy-content.ts';
import type { Words } from './words.ts';

/** A strategy as one table of words, a line for each action. */
export function strategyCsv({ sections }: StrategyContent, words: Words): Uint8Array<ArrayBuffer> {
  const head = formColumns.map((column) => columnName(column, words));
  const lines = sections.flatMap(({ rows }) => rows.flatMap((row) => formLines(row, words, cellOf)));
  return csvBytes([head, ...lines.map((line) => formColumns.map((column) => textOf(line[column])))], words.language);
}
