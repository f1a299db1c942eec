import {
  type Flag,
  type FlagKind,
  type FlagWeight,
  type Found,
  type FoundRecommendation,
  type FoundState,
  flagWeights,
} from '@board/shared/upr/found';
import { numberKey } from '@board/shared/upr/number-key';
import type { PositionOfState } from '@board/shared/upr/positions';
import { codeOfName, namesWritten } from '../written-states.ts';

/** One found recommendation on its way into the catalogue. Everything in it can be changed by hand. */
export interface PreviewLine extends FoundRecommendation {
  key: number;
  included: boolean;
  /** Somebody has said what the State thinks of it: what the list leaves open is so no more. */
  isPositionChosen?: true;
  /** The number that it was given for want of one, by nobody's choice. */
  givenNumber?: string;
  /** Somebody says that it is as many recommendations of the same text, with these numbers. */
  partedBy?: readonly string[];
}

/** A trouble of one line, as it stands now: flags that depend on what was edited are worked out anew. */
export interface Trouble extends Flag {
  kind: FlagKind;
  weight: FlagWeight;
}

/** Flags that say something about the line's present values. All others stay as the reader set them. */
const presentKinds: readonly FlagKind[] = ['number-missing', 'number-twice', 'text-missing', 'state-missing'];

/** What begins left out: what a State has promised of itself, and a line of totals. */
const leftOutKinds: readonly FlagKind[] = ['own-pledge', 'number-without-figures'];

/** What was found, line by line. Lines without text in any language, and those that are probably no recommendations, begin left out. */
export function previewLines(found: Found): PreviewLine[] {
  const isWanted = (one: FoundRecommendation) =>
    hasText(one) && !one.flags.some(({ kind }) => leftOutKinds.includes(kind));
  return found.recommendations.map((one, key) => ({ ...one, key, included: isWanted(one) }));
}

function hasText({ text, translations = {} }: FoundRecommendation): boolean {
  return [text, ...Object.values(translations)].some((words) => words.trim() !== '');
}

/** How often each number stands among the included lines, in whatever way it is written. */
export function countNumbers(lines: readonly PreviewLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { included, number } of lines) {
    const key = numberKey(number);
    if (included) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The line with what somebody says of the State's position. */
export function withPosition(line: PreviewLine, position: PositionOfState): PreviewLine {
  return { ...line, position, isPositionChosen: true };
}

/** A line with several numbers as a line for each; the first one keeps its key. No line has a key above `last`. */
export function partedLines(line: PreviewLine, last: number): PreviewLine[] {
  const { partedBy, ...own } = line;
  if (partedBy === undefined) return [line];
  return partedBy.map((number, at) => ({ ...own, number, key: at === 0 ? line.key : last + at }));
}

/** True when another included line has the same number. */
export function isTwice(line: PreviewLine, numbers: ReadonlyMap<string, number>): boolean {
  return line.included && (numbers.get(numberKey(line.number)) ?? 0) > 1;
}

/** What looks wrong about a line, worst first. `proposed` is the number that it may have been meant to have. */
export function troublesOf(line: PreviewLine, twice: boolean, proposed?: string): Trouble[] {
  const present: Flag[] = [];
  const cure = proposed === undefined ? {} : { cure: proposed };
  if (line.number.trim() === '') present.push({ kind: 'number-missing', detail: '', ...cure });
  else if (twice) present.push({ kind: 'number-twice', detail: line.number, ...cure });
  if (!hasText(line)) present.push({ kind: 'text-missing', detail: '' });
  if (line.states.length === 0) present.push({ kind: 'state-missing', detail: '' });
  const asRead = line.flags.filter((flag) => !presentKinds.includes(flag.kind) && !isMended(line, flag));
  const order: FlagWeight[] = ['wrong', 'look', 'note'];
  return [...present, ...asRead]
    .map((flag): Trouble => ({ ...flag, weight: flagWeights[flag.kind] }))
    .sort((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight));
}

/** What was flagged when the list was read and has been put right by hand since. */
function isMended(line: PreviewLine, flag: Flag): boolean {
  if (flag.kind === 'state-unknown')
    return !line.states.some((one) => one.code === null && one.printed === flag.detail);
  if (flag.kind === 'number-mended' || flag.kind === 'number-rewritten') return line.number === flag.detail;
  if (leavesPositionOpen(flag)) return line.isPositionChosen ?? false;
  if (flag.kind === 'several-numbers') return line.number !== flag.detail;
  if (flag.kind === 'number-shortened') return line.number === flag.cure;
  if (flag.kind === 'number-as-date') return line.number !== flag.detail;
  return (flag.kind === 'number-out-of-order' || flag.kind === 'number-without-figures') && line.number !== flag.detail;
}

/** True for what leaves a recommendation's position to be chosen: words that are not known, or two that differ. */
export function leavesPositionOpen({ kind }: Flag): boolean {
  return kind === 'position-unknown' || kind === 'positions-differ';
}

/** The words for a position that nobody has said the meaning of, neither of the words nor on each of their lines. */
export function openPositions({ unknownPositions = [] }: Found, lines: readonly PreviewLine[]) {
  const open = lines.filter((line) => !line.isPositionChosen).flatMap(({ flags }) => flags);
  const words = new Set(open.filter(({ kind }) => kind === 'position-unknown').map(({ detail }) => detail));
  return unknownPositions.filter(({ value }) => words.has(value));
}

/** True when an included line cannot be taken in as it stands: its number or text is missing, or its number stands twice. */
export function isBlocked(line: PreviewLine, twice: boolean): boolean {
  return line.included && (line.number.trim() === '' || !hasText(line) || twice);
}

/** The lines to look at first: those that something is wrong or doubtful about as they were read. Stays the same while they are mended. */
export function linesToLookAt(lines: readonly PreviewLine[]): ReadonlySet<number> {
  const numbers = countNumbers(lines);
  const doubtful = lines.filter((line) =>
    troublesOf(line, isTwice(line, numbers)).some((one) => one.weight !== 'note'),
  );
  return new Set(doubtful.map((line) => line.key));
}

/** The States that somebody has written. `asRead` are those of the list, whose names may be in any language; `nameOf` gives the page's names. */
export function statesWritten(
  text: string,
  asRead: readonly FoundState[],
  nameOf: (code: string) => string,
): FoundState[] {
  return namesWritten(text).map(
    (printed) => asRead.find((state) => state.printed === printed) ?? { printed, code: codeOfName(printed, nameOf) },
  );
}
