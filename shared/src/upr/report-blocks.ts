import { plainStarts } from './number-starts.ts';
import type { PositionOfState } from './positions.ts';
import { endsClosed } from './report-brackets.ts';
import type { Line } from './report-lines.ts';
import { classifyParagraph } from './report-paragraphs.ts';

/** A stretch of lines that belong together, in the order of the input. */
export interface Block {
  kind: 'recommendation' | 'lead-in' | 'stop' | 'other';
  /** 118.1 for a recommendation, 118 for a paragraph, '' where there is none. */
  number: string;
  line: number;
  /** The number as it is printed, where it is read otherwise. */
  printed: string | null;
  /** What stands behind the number, one entry per line. */
  lines: Line[];
  /** Lines inside that look like a number of their own but were taken for text. */
  doubtful: string[];
  /** A line has ended as recommendations end: what follows may be something else. */
  done: boolean;
  /** Numbered 1. 2. 3. under its paragraph, as reports of the first cycle are. */
  isCycleOne: boolean;
  /** For a lead-in that is a position alone on its line: that position; null where it is open what it belongs to. */
  heading?: PositionOfState | null;
}

/** The numbers that open lines, and what we know of the whole input before we walk through it. */
interface Survey {
  /** First parts (118 of 118.1) that are section numbers here, not decimals in a sentence. */
  sections: ReadonlySet<string>;
  /** Most recommendations end with a bracket, so an open one tells that a sentence goes on. */
  closes: boolean;
}

const itemStart = /^[•▪*-]? ?(\d{1,3}(?:\.\d{1,3}){1,2})(?:[.:])?(?=[\s\p{L}“"(]|$) ?(.*)$/u;
const paragraphStart = /^(\d{1,3})\.(?: (.*))?$/;
const bareStart = /^(\d{1,3}) (\p{Lu}.*)$/u;
/** How many lines of a paragraph are looked at to tell what it is. */
const lookAhead = 6;

/** Cuts the lines into recommendations, lead-ins, the closing paragraph and the rest. Their words are those that are printed. */
export function cutBlocks(printed: readonly Line[]): Block[] {
  const starts = plainStarts(printed);
  const lines = printed.map(({ number }, index): Line => ({ number, text: starts[index]!.text }));
  const survey = surveyLines(lines);
  const blocks: Block[] = [];
  let cycleOne = 0;
  lines.forEach((line, index) => {
    const open = blocks.at(-1) ?? null;
    const item = itemStart.exec(line.text);
    if (item && survey.sections.has(sectionOf(item[1]!)) && !isInSentence(item, open, survey)) {
      cycleOne = 0;
      blocks.push({ ...newBlock('recommendation', item[1]!, line, item[2]!), printed: starts[index]!.printed });
      return;
    }
    const started = startOfParagraph(lines, index, open, cycleOne);
    if (started) {
      cycleOne = started.kind === 'recommendation' ? Number(started.number.split('.')[1]) : 0;
      const { number } = started;
      blocks.push(
        number === ''
          ? newBlock(started.kind, '', line, printed[index]!.text)
          : { ...started, printed: starts[index]!.printed },
      );
      return;
    }
    const own = printed[index]!;
    if (open) {
      open.lines.push(own);
      open.done ||= endsClosed(own.text);
      if (item || paragraphStart.test(line.text))
        open.doubtful.push((item ? (starts[index]!.printed ?? item[1]!) : own.text).slice(0, 40));
    } else blocks.push(newBlock('other', '', own, own.text));
  });
  return blocks;
}

/** 118 of 118.1 and of 118.1.2. */
export function sectionOf(number: string): string {
  return number.slice(0, number.indexOf('.'));
}

function newBlock(kind: Block['kind'], number: string, line: Line, rest: string): Block {
  const lines = rest === '' ? [] : [{ number: line.number, text: rest }];
  return {
    kind,
    number,
    line: line.number,
    printed: null,
    lines,
    doubtful: [],
    done: endsClosed(rest),
    isCycleOne: false,
  };
}

/**
 * A number that does not go on from the open recommendation, while that one has not ended, is a decimal or a mention
 * ("the target of / 0.7 per cent"). Alone on its line it is a number all the same.
 */
function isInSentence(item: RegExpExecArray, open: Block | null, survey: Survey): boolean {
  if (!survey.closes || open?.kind !== 'recommendation' || item[2] === '') return false;
  if (open.lines.length === 0 || open.done) return false;
  const isForward =
    sectionOf(item[1]!) === sectionOf(open.number)
      ? Number(item[1]!.split('.')[1]) > Number(open.number.split('.')[1])
      : Number(sectionOf(item[1]!)) > Number(sectionOf(open.number));
  return !isForward;
}

/** A numbered paragraph, an item of the first cycle (1. 2. 3. under 82), a lead-in without number, or a heading that ends the list. */
function startOfParagraph(lines: readonly Line[], index: number, open: Block | null, cycleOne: number): Block | null {
  const line = lines[index]!;
  const isFree = open === null || open.kind !== 'recommendation' || open.done;
  const numbered = paragraphStart.exec(line.text);
  const bare = numbered ? null : cycleOne > 0 && isFree ? bareStart.exec(line.text) : null;
  if (!numbered && !bare) {
    return isFree ? startWithoutNumber(lines, index, open) : null;
  }
  const [, number, rest = ''] = (numbered ?? bare)!;
  const kind = classifyParagraph(rest, ahead(lines, index, rest), true);
  if (kind !== 'other' && numbered) return newBlock(kind, number!, line, rest);
  const lead = leadOf(open, cycleOne);
  const isNext = lead !== '' && Number(number) === cycleOne + 1;
  if (isNext || (numbered && lead !== '' && isFree && Number(number) > cycleOne && Number(number) <= cycleOne + 3))
    return { ...newBlock('recommendation', `${lead}.${number}`, line, rest), isCycleOne: true };
  if (!numbered || open?.kind === 'lead-in') return null;
  if (open?.kind === 'recommendation' && !(isFree && isNear(number!, open.number))) return null;
  return newBlock('other', number!, line, rest);
}

/** Words of which one stands in the first two lines of every lead-in and closing paragraph. */
const telling = /recom|conclusion|annex|anexo|composition/i;

function startWithoutNumber(lines: readonly Line[], index: number, open: Block | null): Block | null {
  const line = lines[index]!;
  if (!telling.test(line.text) && !telling.test(lines[index + 1]?.text ?? '')) return null;
  // A lead-in whose number stood alone on its line goes on here.
  if (open?.kind === 'lead-in' && !open.lines.at(-1)?.text.endsWith(':')) return null;
  const kind = classifyParagraph(line.text, ahead(lines, index, line.text), false);
  if (kind === 'other' || (kind === open?.kind && open.lines.length === 0)) return null;
  return newBlock(kind, '', line, line.text);
}

/** The paragraph that plain items 1. 2. 3. stand under, or '' where none may stand. */
function leadOf(open: Block | null, cycleOne: number): string {
  if (open?.kind === 'lead-in') return open.number;
  return open?.kind === 'recommendation' && cycleOne > 0 ? sectionOf(open.number) : '';
}

/** A paragraph after the recommendations bears one of the next numbers. */
function isNear(paragraph: string, recommendation: string): boolean {
  const step = Number(paragraph) - Number(sectionOf(recommendation));
  return step > 0 && step <= 20;
}

function ahead(lines: readonly Line[], index: number, first: string): string {
  let words = first;
  for (let next = index + 1; next < index + lookAhead && next < lines.length && words.length < 600; next++) {
    if (itemStart.test(lines[next]!.text) || paragraphStart.test(lines[next]!.text)) break;
    words += ` ${lines[next]!.text}`;
  }
  return words.slice(0, 600);
}

function announcesList(lines: readonly Line[], index: number, rest: string): boolean {
  return classifyParagraph(rest, ahead(lines, index, rest), true) === 'lead-in';
}

function surveyLines(lines: readonly Line[]): Survey {
  const minors = new Map<string, Set<string>>();
  const leads = new Set<string>();
  let items = 0;
  let closed = 0;
  lines.forEach((line, index) => {
    const item = itemStart.exec(line.text);
    if (item) {
      const section = sectionOf(item[1]!);
      minors.set(section, (minors.get(section) ?? new Set()).add(item[1]!.split('.')[1]!));
      items += 1;
      if (index > 0 && endsClosed(lines[index - 1]!.text)) closed += 1;
    }
    const paragraph = item ? null : paragraphStart.exec(line.text);
    if (paragraph && announcesList(lines, index, paragraph[2] ?? '')) leads.add(paragraph[1]!);
  });
  return { sections: chooseSections(minors, leads), closes: closed * 2 > items };
}

/** The first part with most numbers is a section, and so are those near it that begin with .1 or have three numbers, and those that a lead-in announces. */
function chooseSections(
  minors: ReadonlyMap<string, ReadonlySet<string>>,
  leads: ReadonlySet<string>,
): ReadonlySet<string> {
  let main: string | null = null;
  for (const [section, numbers] of minors) {
    if (Number(section) === 0) continue;
    const size = main === null ? 0 : minors.get(main)!.size;
    if (numbers.size > size || (numbers.size === size && Number(section) > Number(main))) main = section;
  }
  const sections = new Set(leads);
  for (const [section, numbers] of minors) {
    if (Number(section) === 0 || main === null) continue;
    const isNearMain = Math.abs(Number(section) - Number(main)) <= 40;
    if (section === main || (isNearMain && (numbers.has('1') || numbers.size >= 3))) sections.add(section);
  }
  return sections;
}
