import type { NewRecommendation, Recommendation } from '@board/shared/model/catalogue';
import {
  type Flag,
  type FlagKind,
  type FlagWeight,
  type Found,
  type FoundRecommendation,
  flagWeights,
} from '@board/shared/upr/found';

/** What taking a line in would do to the catalogue. */
export type Fate = 'new' | 'changed' | 'same';

/** One found recommendation on its way into the catalogue. Everything in it can be changed by hand. */
export interface PreviewLine extends FoundRecommendation {
  key: number;
  included: boolean;
}

/** A trouble of one line, as it stands now: flags that depend on what was edited are worked out anew. */
export interface Trouble extends Flag {
  kind: FlagKind;
  weight: FlagWeight;
}

/** Flags that say something about the line's present values. All others stay as the reader set them. */
const presentKinds: readonly FlagKind[] = ['number-missing', 'number-twice', 'text-missing', 'state-missing'];

/** What was found, line by line. Lines without text, and what a State has promised of itself, begin left out. */
export function previewLines(found: Found): PreviewLine[] {
  const isWanted = ({ text, flags }: FoundRecommendation) =>
    text !== '' && !flags.some((flag) => flag.kind === 'own-pledge');
  return found.recommendations.map((one, key) => ({ ...one, key, included: isWanted(one) }));
}

/** How often each number stands among the included lines. */
export function countNumbers(lines: readonly PreviewLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) if (line.included) counts.set(line.number, (counts.get(line.number) ?? 0) + 1);
  return counts;
}

/** True when another included line has the same number. */
export function isTwice(line: PreviewLine, numbers: ReadonlyMap<string, number>): boolean {
  return line.included && (numbers.get(line.number) ?? 0) > 1;
}

/** What looks wrong about a line, worst first. `proposed` is the number that it may have been meant to have. */
export function troublesOf(line: PreviewLine, twice: boolean, proposed?: string): Trouble[] {
  const present: Flag[] = [];
  const cure = proposed === undefined ? {} : { cure: proposed };
  if (line.number.trim() === '') present.push({ kind: 'number-missing', detail: '', ...cure });
  else if (twice) present.push({ kind: 'number-twice', detail: line.number, ...cure });
  if (line.text.trim() === '') present.push({ kind: 'text-missing', detail: '' });
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
  if (flag.kind === 'number-mended') return line.number === flag.detail;
  if (flag.kind === 'number-shortened') return line.number === flag.cure;
  return flag.kind === 'number-out-of-order' && line.number !== flag.detail;
}

/** True when an included line cannot be taken in as it stands: its number or text is missing, or its number stands twice. */
export function isBlocked(line: PreviewLine, twice: boolean): boolean {
  return line.included && (line.number.trim() === '' || line.text.trim() === '' || twice);
}

/** The lines to look at first: those that something is wrong or doubtful about as they were read. Stays the same while they are mended. */
export function linesToLookAt(lines: readonly PreviewLine[]): ReadonlySet<number> {
  const numbers = countNumbers(lines);
  const doubtful = lines.filter((line) =>
    troublesOf(line, isTwice(line, numbers)).some((one) => one.weight !== 'note'),
  );
  return new Set(doubtful.map((line) => line.key));
}

/** Gives the included lines without a number the free numbers 1, 2, 3 … in their order. Exports without numbers can then be taken in. */
export function numberTheRest(lines: readonly PreviewLine[]): PreviewLine[] {
  const given = new Set(lines.map((line) => line.number));
  let next = 1;
  return lines.map((line) => {
    if (!line.included || line.number !== '') return line;
    while (given.has(String(next))) next += 1;
    given.add(String(next));
    return { ...line, number: String(next) };
  });
}

/** What the catalogue holds under each number. */
export function byNumber(catalogue: readonly Recommendation[]): ReadonlyMap<string, Recommendation> {
  return new Map(catalogue.map((one) => [one.number, one]));
}

/** What taking a line in would do. `known` is what the catalogue holds under its number. */
export function fateOf(line: PreviewLine, language: string, known: Recommendation | undefined): Fate {
  if (!known) return 'new';
  const next = toRecommendation(line, language, known);
  const isSame =
    known.text[language] === next.text[language] &&
    known.position === next.position &&
    JSON.stringify(known.states) === JSON.stringify(next.states) &&
    JSON.stringify(known.themes) === JSON.stringify(next.themes);
  return isSame ? 'same' : 'changed';
}

/** The included lines as the catalogue takes them in. `language` is the one that their text is in. */
export function toCatalogue(
  lines: readonly PreviewLine[],
  language: string,
  known: ReadonlyMap<string, Recommendation>,
): NewRecommendation[] {
  return lines
    .filter((line) => line.included)
    .map((line) => toRecommendation(line, language, known.get(line.number.trim())));
}

/** What a list does not say leaves what is known: a second language brings words and perhaps no States. */
function toRecommendation(line: PreviewLine, language: string, known: Recommendation | undefined): NewRecommendation {
  const states = line.states.map((state) => state.code ?? state.printed);
  return {
    number: line.number.trim(),
    text: { ...line.translations, [language]: line.text.trim() },
    states: states.length > 0 ? states : (known?.states ?? []),
    position: line.position,
    themes: line.themes.length > 0 ? line.themes : (known?.themes ?? []),
    source: line.source || (known?.source ?? ''),
  };
}
