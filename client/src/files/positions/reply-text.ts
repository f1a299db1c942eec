import { splitLines, takeOutFurniture } from '@board/shared/upr/report-lines';
import { type Stance, stanceOf, stanceWord } from './stance.ts';

/** A reply as one text, with its lines and what parts it. */
export interface ReplyText {
  /** Lines joined by line ends, without page numbers and running heads. */
  text: string;
  /** The line of the input, from 1, that a place of the text came from. */
  lineAt(place: number): number;
  /** True where a line begins that follows an empty one. */
  isAfterEmpty(place: number): boolean;
  /** Where sentences, paragraphs and headings begin. Sorted. */
  starts: readonly number[];
  /** Headings that take a stance, with where they end; null where it is not sure that it is one. Sorted. */
  headings: readonly { end: number; stance: Stance | null }[];
  /** Where those headings end, for finding the one above a place. */
  headingEnds: readonly number[];
}

const paragraphNumber = /^(?:\d{1,3}\.|[a-z]\)|[IVX]{1,5}\.|[•●▪–-])(?:\s|$)/;
const longestHeading = 120;

/** Prepares pasted text for reading. */
export function replyText(input: string): ReplyText {
  const all = splitLines(input.replace(/\t/g, ' | '));
  const { kept } = takeOutFurniture(all);
  const linesAbove = new Map(all.map((line, index) => [line, all[index - 1]]));
  const afterEmpty = new Set<number>();
  const places: number[] = [];
  const starts = new Set<number>([0]);
  const headings: { end: number; stance: Stance }[] = [];
  let text = '';
  kept.forEach((line, index) => {
    const before = kept[index - 1];
    const isApart = before === undefined || line.number - before.number > 1 || /[.:!?]$/.test(before.text);
    const at = text.length;
    places.push(at);
    // Where a page's end was taken out nobody knows.
    if (before && linesAbove.get(line) === before && line.number - before.number > 1) afterEmpty.add(at);
    text += `${line.text}\n`;
    if (
      paragraphNumber.test(line.text) ||
      isNextEntry(before?.text ?? '', line.text) ||
      (isApart && /[.!?]$/.test(before?.text ?? '.'))
    )
      starts.add(at);
    const stance = isApart ? headingStance(line.text) : null;
    if (stance === null) return;
    headings.push({ end: text.length, stance });
    starts.add(at).add(text.length);
  });
  for (const found of text.matchAll(/[.!?;](?=\s+["“«(]?\p{Lu})/gu)) starts.add(found.index + 1);
  // A sentence may begin with a number, unless the one before ends with one: that full stop may stand for a comma.
  for (const found of text.matchAll(/(?<=[\p{L})])(?<!\b(?:excl?|recs?|nos?|paras?))[.!?](?=\s+\d{1,3}\.\d)/giu))
    starts.add(found.index + 1);
  const lineAt = (place: number): number => kept[lastAtMost(places, place)]?.number ?? 1;
  const headingEnds = headings.map(({ end }) => end);
  const isAfterEmpty = (place: number): boolean => afterEmpty.has(place);
  return { text, lineAt, isAfterEmpty, starts: [...starts].sort((a, b) => a - b), headings, headingEnds };
}

/** Two lines that begin with a number, the first of them with words of its own: a table, not a list that was broken in two. */
function isNextEntry(before: string, line: string): boolean {
  const opens = /^\W{0,3}\d{1,3}\.\d/;
  const isList = /[,:;]$|\b(?:and|et|y|to|following|recomm[ae]ndations?|recomendaciones)$/i.test(before);
  return opens.test(line) && opens.test(before) && /\p{L}{3}/u.test(before) && !isList;
}

/** A heading has no full stop and no list in it, and speaks of recommendations or is a position alone. */
function headingStance(line: string): Stance | null {
  if (line.length > longestHeading || /[.;,]$|;/.test(line) || /\d\.\d/.test(line)) return null;
  const words = line.replace(/^[\dA-Z]{1,4}[.)]\s+/, '').replace(/:$/, '');
  const alone = stanceWord(words);
  if (alone !== null) return alone;
  return /recomm[ae]ndations?\b|recomendaci/i.test(words) ? stanceOf(words) : null;
}

/** Where the sentence, paragraph or heading begins that a place is in. */
export function unitStart({ starts }: ReplyText, at: number): number {
  return starts[lastAtMost(starts, at)] ?? 0;
}

/** Where the next one begins. */
export function nextStart({ starts, text }: ReplyText, at: number): number {
  return starts[lastAtMost(starts, at) + 1] ?? text.length;
}

/** The index of the last of sorted numbers that is not above another number; -1 when all are. */
export function lastAtMost(sorted: readonly number[], most: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
