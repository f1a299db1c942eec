import * as Y from 'yjs';
import type { CharterItemId } from '../ids.ts';
import { textsIn } from './plain-paragraphs.ts';
import { fragmentText, readText } from './read.ts';

/**
 * Items that were split off from a text. Two people who do that at once copy the same words: each item keeps which signs it was
 * made of, so that these are read once.
 */

/** The name under which an item keeps what it was split off from. */
const splitOff = 'splitOff';

/** Client, first clock and length of signs that were written one after the other. */
type Run = readonly [client: number, clock: number, length: number];

/** What an item was split off from. */
interface Origin {
  /** The text whose end it was. */
  from: CharterItemId;
  /** How long that text was before, and the words that went. */
  before: number;
  words: string;
  /** Which of its signs these were, sorted. */
  signs: readonly Run[];
}

/** An item as far as this file reads it. */
interface Part {
  id: CharterItemId;
  entry: Y.Map<unknown>;
  into: CharterItemId | null;
  text: string;
  isTwin: boolean;
}

/** Runs of signs that are kept; of a text that is made of more, nothing is. */
const mostRuns = 400;
/** Items from one text that each other one is compared with. */
const mostCompared = 50;

/** Looks at a text that is about to lose its end. What it returns is called when that has happened, with the item that has the words now. */
export function watchSplit(
  text: Y.XmlFragment,
  from: CharterItemId,
): (entry: Y.Map<unknown>, copy: Y.XmlFragment) => void {
  const before = fragmentText(text).length;
  const had = livingSigns(text);
  return (entry, copy) => {
    const left = new Set(livingSigns(text).map(nameOf));
    const signs = runsOf(had.filter((sign) => !left.has(nameOf(sign))));
    if (signs.length <= mostRuns) entry.set(splitOff, { from, before, words: fragmentText(copy), signs });
  };
}

/**
 * Of items that were split off from one text, those that nobody has touched belong to one that has all their words, or to the text
 * itself when it has them again, since the other split was taken back.
 */
export function joinSplitTwice(all: readonly Part[]): void {
  const bySource = new Map<CharterItemId, { part: Part; origin: Origin }[]>();
  for (const part of all) {
    const origin = readOrigin(part.entry.get(splitOff));
    if (!origin) continue;
    const known = bySource.get(origin.from);
    if (known) known.push({ part, origin });
    else bySource.set(origin.from, [{ part, origin }]);
  }
  for (const [from, found] of bySource) {
    const source = all.find(({ id }) => id === from);
    const standing: typeof found = [];
    for (const one of found.sort(longestFirst)) {
      const { part, origin } = one;
      const stands =
        source && hasAgain(source.text, origin)
          ? source
          : standing.slice(0, mostCompared).find((other) => hasAll(other.origin, origin))?.part;
      if (isTouched(one) || !stands) standing.push(one);
      else {
        part.isTwin = true;
        part.into = stands.id;
      }
    }
  }
}

function isTouched({ part, origin }: { part: Part; origin: Origin }): boolean {
  return part.into !== null || part.isTwin || part.text !== origin.words;
}

function longestFirst(a: { part: Part; origin: Origin }, b: { part: Part; origin: Origin }): number {
  const longer = sizeOf(b.origin) - sizeOf(a.origin);
  if (longer !== 0) return longer;
  return Number(isTouched(b)) - Number(isTouched(a)) || (a.part.id < b.part.id ? -1 : 1);
}

function sizeOf({ signs }: Origin): number {
  return signs.reduce((sum, [, , length]) => sum + length, 0);
}

function hasAgain(text: string, { before, words }: Origin): boolean {
  return text.length === before && text.endsWith(words);
}

/** Both are sorted. */
function hasAll({ signs: all }: Origin, { signs }: Origin): boolean {
  let at = 0;
  return signs.every((run) => {
    for (let one = all[at]; one && !isIn(run, one); one = all[at]) at += 1;
    return at < all.length;
  });
}

function isIn([client, clock, length]: Run, [other, first, most]: Run): boolean {
  return other === client && first <= clock && clock + length <= first + most;
}

function livingSigns(fragment: Y.XmlFragment): Y.ID[] {
  const signs: Y.ID[] = [];
  for (const text of textsIn(fragment))
    for (let item = text._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
      for (let at = 0; at < item.length; at++) signs.push(Y.createID(item.id.client, item.id.clock + at));
    }
  return signs;
}

function nameOf({ client, clock }: Y.ID): string {
  return `${client}.${clock}`;
}

function runsOf(signs: readonly Y.ID[]): Run[] {
  const runs: [number, number, number][] = [];
  for (const { client, clock } of [...signs].sort((a, b) => a.client - b.client || a.clock - b.clock)) {
    const last = runs.at(-1);
    if (last && last[0] === client && last[1] + last[2] === clock) last[2] += 1;
    else runs.push([client, clock, 1]);
  }
  return runs;
}

/** Null for what is not of our shape. */
function readOrigin(value: unknown): Origin | null {
  if (value === null || typeof value !== 'object') return null;
  const { from, before, words, signs } = value as Record<string, unknown>;
  const isRun = (run: unknown): boolean => Array.isArray(run) && run.length === 3 && run.every(Number.isSafeInteger);
  if (typeof before !== 'number' || typeof words !== 'string' || !Array.isArray(signs)) return null;
  if (before <= words.length) return null;
  if (signs.length === 0 || signs.length > mostRuns || !signs.every(isRun)) return null;
  return { from: readText(from, 40) as CharterItemId, before, words, signs: signs as Run[] };
}
