import type { Flag, FoundState } from './found.ts';
import { findStates, type StatesInText } from './report-brackets.ts';
import type { Line } from './report-lines.ts';

/** The words and States of one recommendation, as far as its lines tell. */
export interface ReadText {
  text: string;
  states: FoundState[];
  flags: Flag[];
  /** Lines behind the end of the recommendation that do not seem to belong to it. */
  leftOut: Line[];
}

/** Characters of a recommendation; the longest seen in a report has under 1,500. */
const longest = 4000;
/** Words per line, at most, of a justified line that a PDF has torn apart. */
const wordsPerTornLine = 2;

/** Joins a recommendation's lines, finds its States, and mends a text whose last line came before the torn rest of its first. */
export function readText(lines: readonly Line[]): ReadText {
  const joined = joinLines(lines);
  const found = findStates(joined.text);
  if (found.tailStart === null) return finish(joined, found, [], []);
  const tailLine = lineBehind(joined.starts, found.statesEnd, found.tailStart);
  const stateLine = joined.starts.findLastIndex((start) => start <= found.bodyEnd);
  if (tailLine < 1)
    return finish(
      joined,
      found,
      [{ kind: 'state-not-at-end', detail: joined.text.slice(found.tailStart, found.tailStart + 200) }],
      [],
    );
  const before = lines.slice(0, stateLine);
  const closing = lines.slice(stateLine, tailLine);
  const after = lines.slice(tailLine);
  if (isTorn(after, found.bodyEnd > 0)) {
    const mended = joinLines([...before, ...after, ...closing]);
    return finish(mended, findStates(mended.text), [{ kind: 'lines-mended', detail: joined.text }], []);
  }
  const kept = joinLines(lines.slice(0, tailLine));
  const detail = joinLines(after).text.slice(0, 500);
  return finish(kept, findStates(kept.text), [{ kind: 'lines-left-out', detail }], after);
}

/** The line that the tail begins, or -1 when it begins inside the line of the States. */
function lineBehind(starts: readonly number[], statesEnd: number, tailStart: number): number {
  const line = starts.findLastIndex((start) => start <= tailStart);
  return starts[line]! >= statesEnd ? line : -1;
}

interface Joined {
  text: string;
  /** Where each line begins in the text. */
  starts: number[];
  /** Words that end a line with a hyphen, joined as they are: "rural-" + "urban". */
  hyphens: string[];
}

/** A hyphen at the end of a line stays (rural-urban); a soft one, made only for the line's end, goes. */
function joinLines(lines: readonly Line[]): Joined {
  const parts: string[] = [];
  const starts: number[] = [];
  const hyphens: string[] = [];
  let length = 0;
  let previous = '';
  for (const { text: printed } of lines) {
    const text = printed.replace(/\u00ad(?!$)/g, '');
    const isGlued = /[\p{L}]-$|\u00ad$/u.test(previous);
    if (isGlued && previous.endsWith('-')) hyphens.push(lastWord(previous) + firstWord(text));
    const glue = previous === '' || isGlued ? '' : ' ';
    if (previous.endsWith('\u00ad')) {
      parts.push(parts.pop()!.slice(0, -1));
      length -= 1;
    }
    starts.push(length + glue.length);
    parts.push(glue + text);
    length += glue.length + text.length;
    previous = text;
  }
  return { text: parts.join(''), starts, hyphens };
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1);
}

function firstWord(text: string): string {
  return text.split(' ', 1)[0]!;
}

/** The rest of a torn first line: single words, or a sentence that goes on in small letters, or all the words there are. */
function isTorn(after: readonly Line[], wordsBefore: boolean): boolean {
  const words = after.reduce((count, line) => count + line.text.split(' ').length, 0);
  const isScattered = after.length > 1 && words <= after.length * wordsPerTornLine;
  return !wordsBefore || isScattered || /^\p{Ll}/u.test(after[0]!.text);
}

function finish(joined: Joined, found: StatesInText, flags: Flag[], leftOut: Line[]): ReadText {
  const hasEnd = found.states.length > 0 && found.tailStart === null;
  const body = hasEnd && !found.severalClauses ? joined.text.slice(0, found.bodyEnd) : joined.text;
  const text = body.replace(/[\s;,]{1,20}$/, '').trim();
  const all = [...flags];
  if (found.severalClauses) all.push({ kind: 'several-clauses', detail: '' });
  if (found.bracketOpen) all.push({ kind: 'bracket-open', detail: joined.text.slice(-80) });
  if (found.states.length === 0) all.push({ kind: 'state-missing', detail: joined.text.slice(-80) });
  for (const state of found.states) if (state.code === null) all.push({ kind: 'state-unknown', detail: state.printed });
  for (const word of joined.hyphens) all.push({ kind: 'hyphen-kept', detail: word });
  return { text, states: found.states, flags: [...all, ...flagWords(text)], leftOut };
}

/** What in the words themselves looks wrong. Shared with tables, whose cells are read without lines. */
export function flagWords(text: string): Flag[] {
  const flags: Flag[] = [];
  if (text === '') flags.push({ kind: 'text-missing', detail: '' });
  if (text.length > longest) flags.push({ kind: 'text-too-long', detail: String(text.length) });
  const damaged = /\S{0,20}(?:\ufffd|â€|Ã[\u0080-\u00bf]|\p{Ll}[ÕÒÓÐªÍ]\p{L}|[ÒÓ]\s)\S{0,20}/u.exec(
    text.slice(0, longest),
  );
  if (damaged) flags.push({ kind: 'letters-damaged', detail: damaged[0] });
  const glued = /\S{0,20}\p{Ll}{3}\d\S{0,20}/u.exec(text.slice(0, longest));
  if (glued) flags.push({ kind: 'words-glued', detail: glued[0] });
  return flags;
}
