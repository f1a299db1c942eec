import { stateInAnyLanguage } from '@board/shared/upr/state-names-elsewhere';
import { chooseSeparator, readSeparated } from '../import/separated.ts';
import { stanceWord } from './stance.ts';

/** Words of a recommendation in a cell are longer than this. */
const shortestWords = 40;
const longestName = 60;
/** Characters of a table that are looked at. */
const longestTable = 1_000_000;

/** How many lines or cells name who recommends, as lists of recommendations do and replies do not. */
export function recommendersIn(input: string): number {
  const rows = rowsOf(input);
  return statesAtEnds(rows) + rows.split('\n').filter(isEntry).length;
}

/** A table whose cells commas or semicolons part, with tabs between them and each row in one line; any other text as it is. */
function rowsOf(input: string): string {
  const separator = chooseSeparator(input.slice(0, longestTable));
  if (separator !== ',' && separator !== ';') return input;
  return readSeparated(input.slice(0, longestTable), separator)
    .map(({ cells }) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('\t'))
    .join('\n');
}

/** Behind its States an official list has where the position stands. */
const atEnd = /\(([^()\n]{3,60})\)[;.,)]{0,3}(?:"(?=[^\S\t\n]*[|\t]))?[^\S\t\n]*(?=[|\t\n]|$|source of position\b)/gi;

/** Lines and cells that end with a recommending State in brackets. */
function statesAtEnds(input: string): number {
  let count = 0;
  for (const [, inside] of input.matchAll(atEnd)) if (stateInAnyLanguage(inside!.split(/,\s/)[0]!) !== null) count += 1;
  return count;
}

/** A row with a recommendation's words, the State that made it, and only then the position: a reply has its reasons behind it. */
function isEntry(row: string): boolean {
  const cells = row.split(/[|\t]/).map((cell) => cell.trim());
  if (cells.length < 3) return false;
  const position = cells.findIndex((cell) => cell.length <= longestName && stanceWord(cell) !== null);
  const ahead = position < 0 ? cells : cells.slice(0, position);
  const isName = (cell: string) => cell !== '' && cell.length <= longestName && stateInAnyLanguage(cell) !== null;
  return ahead.some(({ length }) => length >= shortestWords) && cells.some(isName);
}
