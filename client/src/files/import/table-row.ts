import type { Flag, FoundRecommendation, FoundState, TableField } from '@board/shared/upr/found';
import { type NumberAtStart, numberAtStart, plainNumber } from '@board/shared/upr/number-starts';
import {
  meaningOf,
  type PositionOfState,
  type PositionWords,
  readLeadInPosition,
  readPositionWord,
} from '@board/shared/upr/positions';
import { readStateList } from '@board/shared/upr/report-brackets';
import { cleanLine, splitLines } from '@board/shared/upr/report-lines';
import { sortLines } from '@board/shared/upr/report-matrix';
import { readText } from '@board/shared/upr/report-text';
import { severalAtStart, severalNumbers } from '@board/shared/upr/several-numbers';
import { stateInAnyLanguage } from '@board/shared/upr/state-names-elsewhere';
import { isStateCode } from '@board/shared/upr/states';
import { isTurned } from '../tick-marks.ts';
import { readSdgs, readThemes, withoutDash } from './cell-lists.ts';
import type { Row } from './grid.ts';

/** A row's cell for a field; null where the table has no such column. */
export type Cells = (field: TableField) => string | null;

/** The words of a cell that repeats the text of recommendation `number` in another language: without that number and recommending States. */
export function translatedText(cell: string, number: string): string {
  return readText(sortLines(splitLines(withoutNumber(cell, numberAtStart(cell), number))).text).text;
}

/**
 * One row as a recommendation, with flags for what looks wrong; null when it holds neither number nor words. `dashed` are
 * the paragraphs whose numbers this table writes with a dash.
 */
export function readRow(
  row: Row,
  cells: Cells,
  positions: PositionWords,
  dashed: ReadonlySet<string>,
): FoundRecommendation | null {
  const printed = cells('text') ?? '';
  const inText = numberAtStart(printed);
  const isSure = inText !== null && (inText.doubtfulSection === null || dashed.has(inText.doubtfulSection));
  const several = cells('number') ? null : severalAtStart(printed);
  const { number, flag } = readNumber(cells('number') || (several?.printed ?? (isSure ? inText.printed : '')));
  const words = several ? printed.slice(several.length) : withoutNumber(printed, inText, number);
  if (number === '' && words.trim() === '') return null;
  const sorted = sortLines(splitLines(words));
  const read = readText(sorted.text);
  const listed = betterStates(readStates(cells('state')), read.states);
  const states = listed.length > 0 ? listed : read.states;
  const themes = readThemes(cells('themes') ?? '');
  const sdgs = readSdgs(cells('sdgs') ?? '', themes.sdgs);
  const position = positionOf(cells('position'), sorted.position, positions);
  const codes = [...new Set([...sdgs.codes, ...sorted.sdgs])];
  return {
    number,
    text: read.text,
    states,
    position: position.value ?? 'pending',
    themes: [...new Set([...themes.themes, ...sorted.themes])],
    ...(codes.length > 0 && { sdgs: codes }),
    source: withoutDash(cells('source') ?? '') || sorted.source,
    line: row.line,
    flags: [
      ...(flag ? [flag] : []),
      ...textFlags(read.flags, listed),
      ...stateFlags(cells('state'), listed, states, read.flags),
      ...pledgeFlags(cells('reviewed'), states, position.unknown),
      ...(position.differ === undefined ? [] : [{ kind: 'positions-differ' as const, detail: position.differ }]),
      ...(row.hidden ? [{ kind: 'row-hidden' as const, detail: '' }] : []),
      ...sdgs.unknown.map((detail): Flag => ({ kind: 'sdg-unknown', detail })),
    ],
  };
}

/** Words that begin with the number of their own row, without it. Any other figures belong to the words. */
function withoutNumber(words: string, inText: NumberAtStart | null, number: string): string {
  return inText?.number === number ? words.slice(inText.length) : words;
}

/** A number is text. Only a comma or a dash between its parts, as some write it, becomes a point, and figures of other scripts 0–9; words around it go. */
function readNumber(printed: string): { number: string; flag: Flag | null } {
  const number = cleanLine(printed).replace(/\.$/, '').slice(0, 40);
  const several = severalNumbers(number);
  if (several) return { number, flag: severalFlag(number, several.numbers) };
  const plain = plainNumber(number);
  if (plain === number) return { number, flag: null };
  if (/^\d{1,3},\d{1,3}$/.test(number)) return { number: plain, flag: { kind: 'number-mended', detail: number } };
  return { number: plain, flag: { kind: 'number-rewritten', detail: number, cure: number } };
}

/** Several numbers in the place of one: each may be a recommendation of the same text, which somebody has to say. */
function severalFlag(detail: string, numbers: readonly string[]): Flag {
  return { kind: 'several-numbers', detail, ...(numbers.length > 0 && { cure: numbers.join(', ') }) };
}

interface PositionInCell {
  value: PositionOfState | null;
  /** Words that nobody knows. */
  unknown: string;
  /** Two positions that differ. */
  differ?: string;
}

function positionOf(cell: string | null, inText: PositionOfState | null, positions: PositionWords): PositionInCell {
  const lines = splitLines(cell ?? '')
    .map(({ text }) => withoutDash(text))
    .filter((line) => line !== '' && !sourceLine.test(line));
  const word = withoutDash(lines.join('\n'));
  if (word === '') return { value: inText, unknown: '' };
  // A word, or the sentence of a report ("enjoys the support of …"), without a sign that takes it back.
  const known = (printed: string) =>
    meaningOf(printed, positions) ??
    (isTurned(printed) ? null : (readPositionWord(printed) ?? readLeadInPosition(printed)));
  const said = meaningOf(word, positions) ?? (lines.length > 1 ? null : known(word));
  const each = new Set(said === null ? lines.map(known) : [said]);
  if (each.has(null)) {
    const value = known(word);
    return { value, unknown: value === null ? word : '' };
  }
  // What is pending in one column has been answered in the other.
  if (each.size > 1) each.delete('pending');
  if (each.size > 1) return { value: null, unknown: '', differ: [...new Set(lines)].join(' · ') };
  return { value: [...each][0]!, unknown: '' };
}

/** Where a position was found stands below it in some lists. */
const sourceLine = /^(?:source of position\b|par(?:a|as|agraphs?)\b)/i;

const pledge = /\bvoluntary pledge|\bengagement volontaire|\bcompromiso voluntario/i;

/** Databases keep what a State has promised of itself among the recommendations that others made to it. */
function pledgeFlags(reviewed: string | null, states: readonly FoundState[], unknownPosition: string): Flag[] {
  const own = reviewed === null ? null : stateInAnyLanguage(withoutDash(reviewed));
  const isOwn = own !== null && states.length > 0 && states.every((state) => state.code === own);
  if (isOwn || pledge.test(unknownPosition)) return [{ kind: 'own-pledge', detail: unknownPosition }];
  return unknownPosition === '' ? [] : [{ kind: 'position-unknown', detail: unknownPosition }];
}

function stateFlags(
  cell: string | null,
  listed: readonly FoundState[],
  states: readonly FoundState[],
  inText: readonly Flag[],
): Flag[] {
  const flags: Flag[] = [];
  if (cell !== null && states.length === 0 && !inText.some((one) => one.kind === 'state-missing'))
    flags.push({ kind: 'state-missing', detail: cell });
  for (const state of listed) if (state.code === null) flags.push({ kind: 'state-unknown', detail: state.printed });
  return flags;
}

/** With a column of States the brackets in the text need not name any. */
function textFlags(flags: readonly Flag[], listed: readonly FoundState[]): Flag[] {
  if (listed.length === 0) return [...flags];
  return flags.filter(
    ({ kind }) => kind !== 'state-missing' && kind !== 'state-unknown' && kind !== 'state-not-at-end',
  );
}

/** Exports lose States of recommendations in several parts, and take "(No. 189)" for one: then the brackets in the text know better. */
function betterStates(listed: FoundState[], inText: readonly FoundState[]): FoundState[] {
  const codes = inText.map((state) => state.code);
  const isBetter =
    codes.length > 0 && !codes.includes(null) && listed.every(({ code }) => code === null || codes.includes(code));
  return listed.length > 0 && isBetter ? [...inText] : listed;
}

function readStates(cell: string | null): FoundState[] {
  return splitLines(cell ?? '').flatMap(({ text }) => {
    const plain = withoutDash(text);
    if (/^\(?(?:unknown|n\/?a|-)?\)?$/i.test(plain)) return [];
    const codes = plain.split(/[\s,;|/]+/);
    if (codes.every(isStateCode)) return codes.map((code) => ({ printed: code, code }));
    return readStateList(plain) ?? [{ printed: plain, code: null }];
  });
}
