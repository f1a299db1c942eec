import { asciiDigits } from '@board/shared/upr/digits';
import type { TableField } from '@board/shared/upr/found';
import { plainNumber } from '@board/shared/upr/number-starts';
import { severalNumbers } from '@board/shared/upr/several-numbers';
import type { Row } from './grid.ts';

const count = /^\d{1,4}[.)]?$/;
const ofRecommendation = /^\d{1,3}\.\d{1,3}[a-z]?\.?$/;
/** Paragraphs under which a report lists recommendations. */
const mostSections = 6;
/** Share of a list's numbers that no other of it has, as it shows 110.1 and 110.10: targets come again and again. */
const distinct = 0.85;
/** Rows that are looked at. */
const sample = 200;

/** Whether all cells have a paragraph and an item, few paragraphs among them: sums with a fraction have many. */
export function areRealNumbers(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => severalNumbers(cell)?.numbers[0] ?? plainNumber(cell));
  const sections = new Set(numbers.map((number) => number.split('.')[0]));
  const fewSections = numbers.length < 3 || (sections.size <= mostSections && sections.size * 2 <= numbers.length);
  return numbers.length > 0 && fewSections && numbers.every((number) => ofRecommendation.test(number));
}

/** Whether all cells are whole numbers, as those of a column that counts its rows. */
function areCounts(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => count.test(asciiDigits(cell)));
}

/** The numbers stand in the column in which each has its paragraph, though one that counts the rows stands before it. */
export function withRealNumbers(
  fields: readonly (TableField | null)[],
  rows: readonly Row[],
): readonly (TableField | null)[] {
  const counted = fields.indexOf('number');
  const cellsIn = (column: number) =>
    rows.slice(0, sample).flatMap(({ cells }) => ((cells[column] ?? '').trim() === '' ? [] : [cells[column]!.trim()]));
  if (counted < 0 || !areCounts(cellsIn(counted).filter((cell) => /\p{Nd}/u.test(cell)))) return fields;
  const isReal = (column: number) => {
    const cells = cellsIn(column).filter((cell) => /\p{Nd}/u.test(cell));
    return areRealNumbers(cells) && new Set(cells).size >= cells.length * distinct;
  };
  const real = fields.flatMap((field, column) => (field === null && isReal(column) ? [column] : []));
  if (real.length !== 1) return fields;
  return fields.map((field, column) => (column === counted ? null : column === real[0] ? 'number' : field));
}
