import { asciiDigits, asciiNumber } from './digits.ts';
import { endsClosed } from './report-brackets.ts';
import type { Line } from './report-lines.ts';

/** A recommendation's number at the start of words. */
export interface NumberAtStart {
  /** With figures 0–9, a point between its parts and no point behind. */
  number: string;
  printed: string;
  /** How many signs of the words it takes. */
  length: number;
  /**
   * The paragraph, where a dash stands behind it that may mean from … to as well, since no capital letter follows the
   * number; else null.
   */
  doubtfulSection: string | null;
}

const figure = '[\\d\\u0660-\\u0669\\u06f0-\\u06f9\\u17e0-\\u17e9\\uff10-\\uff19]';
const dash = '[-\\u2010-\\u2013]';
/** Words that a sentence or a name begins with, or nothing more: "10-12 years" is no number of a recommendation. */
const opensWords = '\\s*(?:[\\p{Lu}\\p{Lo}“"(\\[]|$)';
const pointed = new RegExp(
  `^[\\s\\u200b-\\u200f\\ufeff]*(${figure}{1,3}(?:\\.${figure}{1,3}){1,2})\\.?(?=\\s|$|\\p{L})`,
  'u',
);
const dashed = new RegExp(
  `^[\\s\\u200b-\\u200f\\ufeff]*(${figure}{2,3}${dash}${figure}{1,3})(?:\\.?(?=${opensWords}))`,
  'u',
);

/**
 * The number that words begin with, in figures of any script and with a point or a dash between its parts; null where there
 * is none. No paragraph is number 0: "0.7 per cent" is an amount.
 */
export function numberAtStart(words: string): NumberAtStart | null {
  const withPoints = pointed.exec(words);
  const found = withPoints ?? dashed.exec(words);
  if (!found) return null;
  const number = withPoint(asciiDigits(found[1]!));
  const section = number.slice(0, number.indexOf('.'));
  if (Number(section) === 0) return null;
  const isSure = withPoints !== null || /^\s*\p{Lu}/u.test(words.slice(found[0].length));
  return { number, printed: found[1]!, length: found[0].length, doubtfulSection: isSure ? null : section };
}

/** The paragraphs of which several texts begin with a number and a dash, so that these are numbers and not from … to. */
export function dashedSections(texts: readonly string[]): ReadonlySet<string> {
  return listedSections(
    texts.flatMap((text) => {
      const start = numberAtStart(text);
      return start?.doubtfulSection ? [{ section: start.doubtfulSection, item: start.number }] : [];
    }),
  );
}

/** `118-1`, as some print it, as `118.1`; everything else as it is. Figures are 0–9. */
export function withPoint(number: string): string {
  return new RegExp(`^\\d{1,3}${dash}\\d{1,3}$`).test(number) ? number.replace(new RegExp(dash), '.') : number;
}

const labelled = new RegExp(
  `^[\\p{L}\\p{M}][\\p{L}\\p{M}\\s.:#°º§]{0,30}?[\\s.:#(\\[-]*(\\d{1,3}(?:(?:\\.|${dash})\\d{1,3}){1,2})[\\s.):\\]]*$`,
  'u',
);

/**
 * A recommendation's number as it stands alone in a cell, with figures 0–9 and points between its parts, and without what
 * is written around it: "Rec. 110.1", "§ 110-1", "(110.1)". Anything else as it is.
 */
export function plainNumber(printed: string): string {
  const number = asciiNumber(printed.trim().slice(0, 60));
  const alone = /^[([#§№]*\s*(.*?)\s*[)\]:]*$/su.exec(number)?.[1] ?? number;
  return withPoint(labelled.exec(alone)?.[1] ?? (/^\d/.test(alone) ? alone : number));
}

/** How a line begins for the rest of the reader. */
export interface PlainStart {
  /** The line with figures 0–9 and points in the number that it begins with. As long as the line, sign by sign. */
  text: string;
  /** That number as it stands in the line; null where nothing was put in. */
  printed: string | null;
}

/** Nothing of a longer number, an amount or a date may follow: ٢٠٣٠ is a year. */
const noMore = `(?!${figure}|[.,/\\u066b]${figure}|${dash}${figure}|%)`;
const otherFigures = new RegExp(
  `^([•▪*-]? ?)((?!\\d)${figure}{1,3}(?:(?:[.,\\u066b]|${dash})${figure}{1,3}){0,2})${noMore}`,
  'u',
);
const dashedStart = new RegExp(`^([•▪*-]? ?)(\\d{1,3})${dash}(\\d{1,3})${noMore}(${opensWords})?`, 'u');
/** Lines that begin with one paragraph's number and a dash, from which on they are a list. */
const fewest = 3;

/**
 * How each line begins, to find those that begin with a number: what a sentence goes on with is to stay as it was printed.
 * A dash between two figures parts a number only where several lines of the same paragraph have one, none of them within
 * a sentence: else it may be from … to, or the years of a child.
 */
export function plainStarts(lines: readonly Line[]): PlainStart[] {
  const inFigures = lines.map(({ text }): PlainStart => {
    const found = otherFigures.exec(text);
    if (!found) return { text, printed: null };
    const [all, lead, number] = found as unknown as [string, string, string];
    return { text: `${lead}${asciiNumber(number)}${text.slice(all.length)}`, printed: number };
  });
  const dashes = inFigures.map(({ text }, at) => {
    const found = dashedStart.exec(text);
    const isFree = found?.[4] !== undefined || at === 0 || endsClosed(lines[at - 1]!.text);
    return found && isFree ? { lead: found[1]!, section: found[2]!, item: found[3]! } : null;
  });
  const listed = listedSections(dashes.filter((one) => one !== null));
  return inFigures.map((start, at) => {
    const found = dashes[at];
    if (!found || !listed.has(found.section)) return start;
    const { lead, section, item } = found;
    const end = lead.length + section.length + 1 + item.length;
    const printed = start.printed ?? start.text.slice(lead.length, end);
    return { text: `${lead}${section}.${item}${start.text.slice(end)}`, printed };
  });
}

function listedSections(dashes: readonly { section: string; item: string }[]): ReadonlySet<string> {
  const bySection = Map.groupBy(dashes, ({ section }) => section);
  const isListed = (some: typeof dashes) => new Set(some.map(({ item }) => item)).size >= fewest;
  return new Set([...bySection].filter(([, some]) => isListed(some)).map(([section]) => section));
}
