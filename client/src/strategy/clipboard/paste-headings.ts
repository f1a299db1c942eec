import type { StrategyRow } from '@board/shared/model/strategy';
import { asciiDigits } from '@board/shared/upr/digits';
import { readMechanisms } from '@board/shared/upr/mechanisms';
import { numberKey } from '@board/shared/upr/number-key';
import { foldForSearch } from '../../fold-for-search.ts';
import type { Catalogue } from '../../sync/follow-models.ts';
import { type MatrixColumn, matrixColumns, matrixOf, spotOf } from '../grid/matrix.ts';
import { isNameOf } from './heading-words.ts';
import type { Mapping } from './paste-plan.ts';
import type { Block } from './read-block.ts';
import { finderIn } from './recommendation-named.ts';
import { readTargets } from './sdg-text.ts';
import { readTimeframeText } from './timeframe-words.ts';

/** In characters: nothing longer is the name of a column. */
const longestHeading = 100;

/** What a column is called in the reader's language, for headings that are not English. */
export type ColumnNamer = (column: MatrixColumn) => string;

/** What a block says about its columns, or what they are taken for. */
export interface Guess {
  mapping: Mapping;
  hasHeadings: boolean;
}

/** What the first line says about the columns, if it is a line of headings: at least two known ones, and no fewer than others. */
export function headingsOf(block: Block, nameOf: ColumnNamer, alsoOf: ColumnNamer = nameOf): Mapping | null {
  const mapping = columnsNamed(block, nameOf, alsoOf);
  const found = mapping.filter((column) => column !== null);
  const filled = (block[0] ?? []).filter(({ text }) => text.trim() !== '').length;
  return found.length >= 2 && found.length * 2 >= filled && new Set(found).size === found.length ? mapping : null;
}

/**
 * Where the columns of a block go, until somebody says otherwise: by its headings, which may be those of the table (`alsoOf`); also where only a column of numbers
 * shows that its first line is one of headings; else from the cell that was pasted into onwards.
 */
export function guessOf(
  block: Block,
  anchor: string,
  rows: readonly StrategyRow[],
  catalogue: Catalogue | null,
  nameOf: ColumnNamer,
  alsoOf: ColumnNamer,
): Guess {
  const width = widthOf(block);
  const wide = (mapping: Mapping): Mapping => Array.from({ length: width }, (_, index) => mapping[index] ?? null);
  const named = headingsOf(block, nameOf, alsoOf);
  if (named) return { mapping: wide(named), hasHeadings: true };
  const numbered = Array.from({ length: width }, (_, index) => index).find((index) =>
    isHeadOfNumbers(block, index, catalogue),
  );
  if (numbered === undefined) return { mapping: mappingFrom(anchor, block, rows, catalogue), hasHeadings: false };
  return { mapping: wide(aroundNumbers(wide(columnsNamed(block, nameOf, alsoOf)), numbered)), hasHeadings: true };
}

/** The same of a block that this table has written: it has no line of headings, and its columns stand as they do here. */
export function guessOwn(block: Block, anchor: string, rows: readonly StrategyRow[]): Guess {
  return { mapping: inOrder(columnsFrom(anchor, rows), block), hasHeadings: false };
}

function columnsNamed(block: Block, nameOf: ColumnNamer, alsoOf: ColumnNamer): Mapping {
  return (block[0] ?? []).map((cell) => columnNamed(cell.text.slice(0, longestHeading).trim(), nameOf, alsoOf));
}

function columnNamed(heading: string, nameOf: ColumnNamer, alsoOf: ColumnNamer): MatrixColumn | null {
  const own = asOneLine(heading);
  const isNamed = (column: MatrixColumn): boolean => [nameOf(column), alsoOf(column)].map(asOneLine).includes(own);
  return (
    matrixColumns.find((column) => own !== '' && isNamed(column)) ??
    matrixColumns.find((column) => isNameOf(column, heading)) ??
    null
  );
}

function asOneLine(heading: string): string {
  return foldForSearch(heading).replace(/\s+/g, ' ').trim();
}

/** A word over nothing but numbers of recommendations: shares of a hundred look like them, but are not in the catalogue. */
function isHeadOfNumbers(block: Block, index: number, catalogue: Catalogue | null): boolean {
  const [head = '', ...below] = block.map((cells) => cells[index]?.text.trim() ?? '');
  const filled = below.filter((text) => text !== '');
  if (head === '' || /\d/.test(asciiDigits(head)) || filled.length === 0 || !filled.every(isNumber)) return false;
  const { ofNumber } = finderIn(catalogue);
  const isNamed = isNameOf('number', head) || isNameOf('recommendation', head);
  return isNamed || filled.filter((text) => ofNumber(text) !== null).length * 2 >= filled.length;
}

function isNumber(text: string): boolean {
  return /^\d{1,3}(?:[.-]\d{1,3}){1,2}[a-z]?$/.test(numberKey(text));
}

/** Each column once; the first one that nothing is known of, behind the numbers, is the action where none is called so. */
function aroundNumbers(named: Mapping, numbered: number): Mapping {
  const mapping = named.map((column, index) => (column !== null && named.indexOf(column) < index ? null : column));
  if (mapping[numbered] !== 'recommendation' && !mapping.includes('number')) mapping[numbered] = 'number';
  const behind = mapping.findIndex((column, index) => index > numbered && column === null);
  if (behind >= 0 && !mapping.includes('text')) mapping[behind] = 'text';
  return mapping;
}

/**
 * Where the columns go when nothing is said of them: from the cell that was pasted into onwards. Behind a recommendation go actions, but for
 * columns that read like what stands before these in the table.
 */
function mappingFrom(anchor: string, block: Block, rows: readonly StrategyRow[], catalogue: Catalogue | null): Mapping {
  const onwards = columnsFrom(anchor, rows);
  const lead = leadOf(onwards, block, catalogue);
  const isShort = lead.length > 0 && widthOf(block) - lead.length <= actionColumns.length;
  return inOrder(isShort ? [...lead, ...behind(lead, block)] : onwards, block);
}

function columnsFrom(anchor: string, rows: readonly StrategyRow[]): readonly MatrixColumn[] {
  return matrixColumns.slice(spotOf(matrixOf(rows), anchor)?.column ?? 0);
}

function inOrder(columns: readonly MatrixColumn[], block: Block): Mapping {
  return Array.from({ length: widthOf(block) }, (_, index) => columns[index] ?? null);
}

function widthOf(block: Block): number {
  return Math.max(...block.map((cells) => cells.length));
}

/** What belongs to an action or risk. */
const actionColumns = matrixColumns.slice(matrixColumns.indexOf('text'));

/** The columns that say which recommendation it is; none where the block was pasted behind these. */
function leadOf(onwards: readonly MatrixColumn[], block: Block, catalogue: Catalogue | null): readonly MatrixColumn[] {
  if (onwards[0] === 'recommendation') return ['recommendation'];
  if (onwards[0] !== 'number') return [];
  return hasNoWords(block, catalogue) ? ['number'] : ['number', 'recommendation'];
}

/** What stands behind the recommendation: references and targets by what is in them and further on, then the action and what belongs to it. */
function behind(lead: readonly MatrixColumn[], block: Block): MatrixColumn[] {
  const at = lead.length;
  const isAllThere = reads(block, at + actionColumns.indexOf('timeframe') + 2, isTime);
  if (isAllThere) return ['mechanisms', 'sdg', ...actionColumns];
  const hasReferences = reads(block, at, isReference) || reads(block, at + 1, isTargets);
  const before: MatrixColumn[] = hasReferences ? ['mechanisms'] : [];
  if (reads(block, at + before.length, isTargets)) before.push('sdg');
  return [...before, ...actionColumns];
}

/** Whether a column has words, and at least half of its cells that have some read like that. */
function reads(block: Block, index: number, isLike: (text: string) => boolean): boolean {
  const filled = block.flatMap((cells) => cells[index]?.text.trim() || []);
  return filled.length > 0 && filled.filter(isLike).length * 2 >= filled.length;
}

/** Nothing but a document's symbol, or one and few words: an action may name one, too. */
function isReference(text: string): boolean {
  const found = readMechanisms(text);
  const length = found.reduce((sum, { from, to }) => sum + to - from, 0);
  return found.length > 0 && length * 2 >= text.length;
}

function isTargets(text: string): boolean {
  const { codes, unknown } = readTargets(text);
  return codes.length > 0 && unknown.length === 0;
}

function isTime(text: string): boolean {
  return readTimeframeText(text) !== null;
}

/** Whether numbers of the catalogue stand first and behind none of them its words. */
function hasNoWords(block: Block, catalogue: Catalogue | null): boolean {
  const finder = finderIn(catalogue);
  const columnAt = (index: number): string[] => block.flatMap((cells) => cells[index]?.text.trim() || []);
  const numbers = columnAt(0);
  const known = numbers.filter((text) => finder.ofNumber(text) !== null);
  const all = new Set(catalogue?.byId.keys());
  return known.length * 2 > numbers.length && columnAt(1).every((text) => finder.ofWords(text, all) === null);
}
