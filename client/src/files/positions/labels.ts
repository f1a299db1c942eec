import { type LoneLabel, loneLabels } from './label-words.ts';
import type { Stance } from './stance.ts';

/** What a list's label says. */
export interface Labelled {
  /** Null: whether it is this list's or its neighbour's cannot be told. */
  stance: Stance | null;
  /** `cell`: behind it in its line; `lead`: ahead of it in its line; the others stand on lines of their own. */
  from: 'cell' | 'lead' | 'heading' | 'below';
  at: number;
  end: number;
}

/** Whether a sentence or a heading says it of the list at an index, in the words between two places around it. */
export type IsSaid = (index: number, from: number, to: number) => boolean;

/** The label of each list, and those that stand as headings; a stance of null where it is not sure that they do. */
export interface Labels {
  labels: readonly (Labelled | null)[];
  headings: readonly { at: number; stance: Stance | null }[];
}

interface Gap {
  /** The label of the list before, of the one behind, and one that may be either's. */
  last: LoneLabel | null;
  next: LoneLabel | null;
  open: LoneLabel | null;
  /** Two that differ stand together, as in the heads of two columns. */
  isTorn: boolean;
  /** So do two ahead of the list behind, below other words. */
  isNextTorn: boolean;
}

/** A list of numbers, or words that are none and part lists. */
interface Place {
  at: number;
  end: number;
}

/** From here on a label and its list stand on different lines. */
const lineLevel = 4;

/**
 * Gives each label that stands alone between lists to one of them: to the nearer one, and where both are as near (a word
 * on its own line), in the way in which all lists around have theirs, told by the first and the last of them. Where that
 * cannot be told the lists have a label without a stance. Takes time as the text is long.
 */
export function labelsOf(
  text: string,
  places: readonly Place[],
  isAfterEmpty: (at: number) => boolean,
  isSaid: IsSaid,
): Labels {
  const gaps = Array.from({ length: places.length + 1 }, (_, index): Gap => {
    const from = places[index - 1]?.end ?? 0;
    const to = places[index]?.at ?? text.length;
    const labels = from < to ? loneLabels(text, from, to, isAfterEmpty) : [];
    return gapOf(labels, index > 0, index < places.length);
  });
  const unsure = new Set<number>();
  gaps.forEach(({ isTorn, isNextTorn }, index) => {
    if (isTorn) unsure.add(index - 1);
    if (isTorn || isNextTorn) unsure.add(index);
  });
  for (const chain of chainsOf(gaps)) for (const place of settleChain(gaps, chain, isSaid)) unsure.add(place);
  const [tail, above] = [gaps.at(-1)!, gaps.at(-2)];
  // Behind other words at the end it is the last list's only where the lists above have theirs so.
  if (tail.last?.touchesLast === false && !above?.open) tail.last = null;
  const labels = places.map((_, index) => labelledBy(gaps[index]!.next, gaps[index + 1]!.last, unsure.has(index)));
  const headings = gaps.flatMap(({ next, last, open }, index) => {
    const label = next ?? (last === open ? null : open);
    return label === null || label.fromNext < lineLevel
      ? []
      : [{ ...label, stance: unsure.has(index) ? null : label.stance }];
  });
  return { labels, headings };
}

/** Gaps with open labels, as far as none between them is settled. */
function chainsOf(gaps: readonly Gap[]): number[][] {
  const chains: number[][] = [[]];
  gaps.forEach(({ last, next, open }, index) => {
    if (open) chains.at(-1)!.push(index);
    else if (last || next) chains.push([]);
  });
  return chains.filter((chain) => chain.length > 0);
}

function gapOf(labels: readonly LoneLabel[], hasLast: boolean, hasNext: boolean): Gap {
  const gap: Gap = { last: null, next: null, open: null, isTorn: false, isNextTorn: false };
  for (const label of labels) {
    const { side, fromLast, fromNext, touchesLast, touchesNext } = label;
    const isNearer = Math.sign(fromNext - fromLast);
    if (!hasLast && !hasNext) continue;
    if (!hasLast) {
      if (touchesNext && side !== 'last') gap.next = label;
    } else if (!hasNext) {
      if (side !== 'next' && (touchesLast || side === null)) gap.last = label;
    } else if (side === 'next' || (side === null && isNearer < 0)) {
      if (touchesNext) gap.next = label;
    } else if (side === 'last' || (isNearer > 0 && touchesLast)) {
      if (touchesLast) gap.last = label;
    } else gap.open = label;
  }
  const [first, second] = labels;
  const isTorn =
    second !== undefined && first!.stance !== second.stance && second.side === null && first!.side === null;
  const isNextTorn = labels.some(({ hasRival }) => hasRival);
  return { ...gap, isTorn: isTorn && gap.last === null, isNextTorn };
}

/** Gives the open labels of gaps to the lists on one side, and returns the places of which that is not sure. */
function settleChain(gaps: Gap[], chain: readonly number[], isSaid: IsSaid): number[] {
  const [start, end] = [chain[0]!, chain.at(-1)!];
  const [first, last] = [gaps[start]!.open!, gaps[end]!.open!];
  const isLed = isLedFrom(gaps, start) || isSaid(start - 1, 0, first.at);
  const isFollowed = gaps[end + 1]!.last !== null || isSaid(end, last.end, Number.POSITIVE_INFINITY);
  const areBelow = chain.every((index) => gaps[index]!.open!.touchesLast && !gaps[index]!.open!.touchesNext);
  const isBehind = isLed === isFollowed ? !isLed && areBelow : isFollowed;
  const isSure = isLed !== isFollowed || isBehind;
  const places = isSure ? [] : [...new Set(chain.flatMap((index) => [index - 1, index]))];
  const ahead = places.map((place) => gaps[place]!.next ?? gaps[place]!.open);
  const behind = places.map((place) => gaps[place + 1]!.last ?? gaps[place + 1]!.open);
  for (const index of chain) {
    const gap = gaps[index]!;
    if (isBehind) gap.last = gap.open;
    else if (leadsOn(gap.open!)) gap.next = gap.open;
  }
  return places.filter((_, at) => ahead[at]?.stance !== behind[at]?.stance);
}

/** Above, the nearest label that is settled is the heading of lists. */
function isLedFrom(gaps: readonly Gap[], start: number): boolean {
  let above = start - 1;
  while (above > 0 && gaps[above]!.next === null && gaps[above]!.last === null) above -= 1;
  const { next, last } = gaps[above]!;
  return next !== null && (above === start - 1 || (last === null && next.fromNext >= lineLevel));
}

/** What stands nearer to the list before is no heading of the one behind, nor is one far above it. */
function leadsOn({ fromLast, fromNext, touchesNext }: LoneLabel): boolean {
  return fromNext <= fromLast && (touchesNext || fromNext <= lineLevel);
}

/** Of two labels the one in the list's own line counts. */
function labelledBy(ahead: LoneLabel | null, behind: LoneLabel | null, isUnsure: boolean): Labelled | null {
  const isRow = (behind?.fromLast ?? lineLevel) < lineLevel;
  const label = behind !== null && (isRow || ahead === null) ? behind : ahead;
  if (label === null) return isUnsure ? { stance: null, from: 'below', at: -1, end: -1 } : null;
  const isInLine = label === behind ? isRow : label.fromNext < lineLevel;
  const from = label === behind ? (isInLine ? 'cell' : 'below') : isInLine ? 'lead' : 'heading';
  const isTwofold = ahead !== null && behind !== null && isInLine === false && ahead.stance !== behind.stance;
  const isContrary = isRow && ahead !== null && ahead.fromNext < lineLevel && ahead.stance !== behind!.stance;
  return { stance: isUnsure || isTwofold || isContrary ? null : label.stance, from, at: label.at, end: label.end };
}
