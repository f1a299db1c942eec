/** What was printed otherwise than it is read. */
export type Misprint =
  /** 122.6266 for 122.62-66: a hyphen was lost at a line's end. */
  | 'run-together'
  /** A full stop in the place of the comma between two numbers. */
  | 'stop-for-comma'
  /** 122,5 for 122.5. */
  | 'comma-for-point'
  /** 121.63 among those of paragraph 122. */
  | 'paragraph'
  /** 118.09 between 118.108 and 118.110. */
  | 'digit-lost'
  /** 110.1 between 110.9 and 110.11, as a spreadsheet shows 110.10. */
  | 'zero-lost'
  /** 6-Jan for 6.1, as a spreadsheet writes it. */
  | 'made-date'
  /** A range that ends before it begins, or is longer than any list. */
  | 'range';

/** One number or range in a list. */
export interface Reference {
  at: number;
  end: number;
  /** As it stands in the text. */
  printed: string;
  section: string;
  /** First and last number within the section; the same for one number. */
  from: number;
  to: number;
  /** A letter behind the number, as in 110.5a. */
  letter: string;
  misprint: Misprint | null;
  /** It begins with a zero, as in 118.09, and its neighbours do not tell what it is: no number. */
  hasOpenZero: boolean;
  /** Numbers that it may be as well: where the catalogue has one, both are asked about. */
  mayBe?: readonly string[];
}

/** References that stand together as one list. */
export interface Run {
  at: number;
  end: number;
  references: Reference[];
}

const dash = '[-\\u2010-\\u2015\\u2212]';
const full = /(\d{1,3})[ \t]?\.[ \t]?(\d{1,7})(?:([a-z])(?![\p{L}\d])|[ \t]?\(([a-z])\))?/uy;
const fullAnywhere = /(?<![\d./,\p{L}])\d{1,3}[ \t]?\.[ \t]?\d{1,7}(?![\d/%])/gu;
const rangeEnd = new RegExp(
  `\\s?(?:${dash}|\\s(?:to|through|until|à|au|al?|hasta|إلى|الى|حتى)\\s|\\s?ដល់)\\s*(?:(\\d{1,3})\\s?\\.\\s?|\\.)?(\\d{1,4})(?![\\d.]\\d|\\d)`,
  'uy',
);
const separator =
  /\s*(?:[,;،؛]\s*(?:and|et|y|e|&|or|ou|o|و|និង)?|(?:and|et|y|&|or|as well as|ainsi que)(?=\s|\.)|(?:و|និង)(?=\s?\d))\s*/uy;
const stopSeparator = /\.[ \t]+(?=\d{1,3}\.\d)/uy;
const lineSeparator = /[^\S\n]*\n\s*(?=\d{1,3}\.\d)/uy;
const shortOne =
  /\.?(\d{1,4})(?=\s*(?:[,;،؛.)\n]|$|[-\u2010-\u2015]\s?\d|\s(?:(?:and|et|y|&|are|is|to|à)(?![\p{L}\d])|و|إلى|الى|حتى)|\s?(?:និង|ដល់)))(?!\.\d)/uy;
const commaOne = /(\d{2,3}),(\d{1,3})(?![\d.])/uy;
/** Numbers of the longest list in one range. */
const longestRange = 400;

/** All lists of numbers in a text. Numbers whose paragraph is named only once in a long text are amounts and are left out. */
export function findRuns(text: string): Run[] {
  const sections = knownSections(text);
  const runs: Run[] = [];
  let from = 0;
  for (const found of text.matchAll(fullAnywhere)) {
    if (found.index < from) continue;
    const run = readRun(text, found.index, sections);
    if (run === null) continue;
    from = run.end;
    if (run.references.some(({ section }) => sections.has(section))) runs.push(run);
  }
  for (const run of runs) mendRun(run, sections);
  return runs;
}

function knownSections(text: string): Set<string> {
  const counts = new Map<string, number>();
  for (const [printed] of text.matchAll(fullAnywhere)) {
    const section = printed.split('.')[0]!.trim();
    counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return new Set([...counts].filter(([, count]) => all <= 4 || count >= Math.max(2, all * 0.05)).map(([name]) => name));
}

function readRun(text: string, start: number, sections: ReadonlySet<string>): Run | null {
  const references: Reference[] = [];
  let at = start;
  let isAfterStop = false;
  for (;;) {
    const one = readFull(text, at) ?? readShort(text, at, references.at(-1), sections);
    if (one === null) break;
    if (isAfterStop && one.misprint === null) {
      one.misprint = 'stop-for-comma';
      one.printed = text.slice(references.at(-1)?.at ?? one.at, one.end).replace(/\s+/g, ' ');
    }
    references.push(one);
    const stop = match(stopSeparator, text, one.end);
    isAfterStop = stop !== null && isSameSection(text, one, stop.end);
    const next = match(separator, text, one.end) ?? (isAfterStop ? stop : null) ?? match(lineSeparator, text, one.end);
    if (next === null) break;
    at = next.end;
  }
  const last = references.at(-1);
  return last ? { at: start, end: last.end, references } : null;
}

/** "122.35. 122.36" is one list; "… are supported by 12.5. 122.36 is noted" is not. */
function isSameSection(text: string, one: Reference, at: number): boolean {
  return text.startsWith(`${one.section}.`, at);
}

function readFull(text: string, at: number): Reference | null {
  const found = match(full, text, at);
  if (!found) return null;
  const [, section, item, letter, inBrackets] = found.groups;
  return withRange(text, {
    at,
    end: found.end,
    section: section!,
    from: Number(item),
    to: Number(item),
    letter: letter ?? inBrackets ?? '',
    printed: '',
    ...zeroIn(item!),
  });
}

/** What a zero before a number tells of it: 118.09 may be 118.9, or have lost a digit. */
export function zeroIn(item: string): Pick<Reference, 'misprint' | 'hasOpenZero'> {
  const hasOpenZero = item.startsWith('0');
  return { misprint: hasOpenZero ? 'digit-lost' : null, hasOpenZero };
}

/** ".7" and "9" behind "110.5", and "122,5" where 122 is a paragraph. */
function readShort(
  text: string,
  at: number,
  before: Reference | undefined,
  sections: ReadonlySet<string>,
): Reference | null {
  const comma = match(commaOne, text, at);
  if (comma && sections.has(comma.groups[1]!)) {
    const item = Number(comma.groups[2]);
    const one = { at, end: comma.end, section: comma.groups[1]!, from: item, to: item, letter: '', printed: '' };
    return withRange(text, { ...one, ...zeroIn(comma.groups[2]!), misprint: 'comma-for-point' });
  }
  const short = before && match(shortOne, text, at);
  if (!short || Number(short.groups[1]) <= before.to) return null;
  const item = Number(short.groups[1]);
  const one = { at, end: short.end, section: before.section, from: item, to: item, letter: '', printed: '' };
  return withRange(text, { ...one, ...zeroIn(short.groups[1]!) });
}

function withRange(text: string, one: Reference): Reference {
  const range = match(rangeEnd, text, one.end);
  if (range && (range.groups[1] === undefined || range.groups[1] === one.section)) {
    one.end = range.end;
    one.to = Number(range.groups[2]);
    const isLong = one.to - one.from > longestRange;
    if (one.to < one.from || isLong || range.groups[2]!.startsWith('0')) one.misprint = 'range';
  }
  one.printed = text.slice(one.at, one.end).replace(/\s+/g, ' ');
  return one;
}

/** Looks at each one between its neighbours: what breaks their order and can be read in one way only is read so, and says so. */
function mendRun({ references }: Run, sections: ReadonlySet<string>): void {
  references.forEach((one, index) => {
    const before = references[index - 1];
    const after = references[index + 1];
    if (one.from === one.to && one.from > 999) splitRunTogether(one, before, after);
    const section = before?.section ?? after?.section;
    const isBetween = section !== undefined && (!before || !after || before.section === after.section);
    if (isBetween && one.section !== section && !sections.has(one.section)) {
      one.section = section;
      one.misprint = 'paragraph';
    }
    const missing = before && after && before.to + 2 === after.from ? before.to + 1 : null;
    if (missing !== null && one.from === one.to && one.section === before!.section) fillIn(one, missing);
  });
}

/** A number that can only be the one that is missing between its neighbours, with a digit lost or a zero before it. */
function fillIn(one: Reference, missing: number): void {
  if (one.from === missing) one.hasOpenZero = false;
  // A missing number lies between its neighbours, so that any other one is out of their order or beside it.
  else if (Math.abs(one.from - missing) > 1 && isPartOf(String(one.from), String(missing))) {
    one.from = missing;
    one.to = missing;
    one.misprint = 'digit-lost';
    one.hasOpenZero = false;
  }
}

/** A digit may have been lost when what is printed has the others in their order. */
export function isPartOf(printed: string, whole: string): boolean {
  let at = 0;
  for (const digit of whole) if (digit === printed[at]) at += 1;
  return at === printed.length;
}

/** 6266 between 60 and 68 can only be 62–66. */
function splitRunTogether(one: Reference, before: Reference | undefined, after: Reference | undefined): void {
  const digits = String(one.from);
  const least = before && before.section === one.section ? before.to : 0;
  const most = after && after.section === one.section ? after.from : 1000;
  const ways: (readonly [number, number])[] = [];
  for (let cut = 1; cut < digits.length; cut++) {
    const [from, to] = [Number(digits.slice(0, cut)), Number(digits.slice(cut))];
    if (digits[cut] !== '0' && least < from && from < to && to < most) ways.push([from, to]);
  }
  one.misprint = 'run-together';
  if (ways.length === 1) [one.from, one.to] = ways[0]!;
}

/** A sticky match, or null. */
function match(pattern: RegExp, text: string, at: number): { end: number; groups: (string | undefined)[] } | null {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found ? { end: pattern.lastIndex, groups: [...found] } : null;
}
