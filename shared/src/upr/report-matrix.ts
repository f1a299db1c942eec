import { type PositionOfState, readPositionWord } from './positions.ts';
import { endsClosed } from './report-brackets.ts';
import type { Line } from './report-lines.ts';
import { readSdgCodes } from './sdg-codes-in-list.ts';

/** A recommendation's lines after what the OHCHR table prints beneath it has been taken off. */
export interface SortedLines {
  /** The words of the recommendation. */
  text: Line[];
  position: PositionOfState | null;
  source: string;
  themes: string[];
  /** Codes of SDG goals and targets. */
  sdgs: string[];
  /** Groups of persons, and SDGs without a known code: understood, but the catalogue has no place for them. */
  notTaken: Line[];
  /** A heading that follows ("Theme: …"). */
  heading: Line | null;
}

const sourceLine = /^sources? of position ?: ?(.*)$/i;
type List = 'themes' | 'sdgs' | 'aside';
const labels: readonly (readonly [List, RegExp])[] = [
  ['sdgs', /^(?:relevant )?sdgs? ?:/i],
  ['aside', /^(?:affected persons|groups of persons|persons affected) ?:/i],
  ['themes', /^(?:full list of )?themes ?:\s*$/i],
];
const themeHeading = /^theme ?: ?\S/i;
const bullet = /^[-–•] ?(.+)$/;

/** True for a line that only a pasted table has: there a position alone on a line is that of the entry above it. */
export function isOfTable(line: string): boolean {
  return sourceLine.test(line) || themeHeading.test(line) || labels.some(([, pattern]) => pattern.test(line));
}

/**
 * Sorts the lines of a pasted table: after the words come "Source of Position: …", the position alone on a line, themes
 * as a dashed list, and labels. Lines of running text come back as they are.
 */
export function sortLines(lines: readonly Line[]): SortedLines {
  const sorted: SortedLines = {
    text: [],
    position: null,
    source: '',
    themes: [],
    sdgs: [],
    notTaken: [],
    heading: null,
  };
  let isTable = false;
  let isClosed = false;
  let list: List = 'themes';
  for (const line of lines) {
    const source = sourceLine.exec(line.text);
    const label = labels.find(([, pattern]) => pattern.test(line.text));
    const word = isClosed || isTable ? readPositionWord(line.text) : null;
    const listed = isTable ? bullet.exec(line.text) : null;
    if (source) {
      sorted.source = source[1]!.trim();
      isTable = true;
    } else if (themeHeading.test(line.text) && (isClosed || isTable)) sorted.heading = line;
    else if (label && (isClosed || isTable)) {
      list = label[0];
      isTable = true;
      if (list === 'aside') sorted.notTaken.push(line);
    } else if (word && sorted.position === null) {
      sorted.position = word;
      isTable = true;
    } else if (listed && list !== 'aside') addListed(sorted, list, line, listed[1]!.trim());
    else if (listed) sorted.notTaken.push(line);
    else {
      sorted.text.push(line);
      isClosed ||= endsClosed(line.text);
    }
  }
  return sorted;
}

function addListed(sorted: SortedLines, list: 'themes' | 'sdgs', line: Line, entry: string): void {
  if (list === 'themes') {
    sorted.themes.push(entry);
    return;
  }
  const { codes, unknown } = readSdgCodes([entry]);
  for (const code of codes) if (!sorted.sdgs.includes(code)) sorted.sdgs.push(code);
  if (unknown.length > 0) sorted.notTaken.push(line);
}
