import { asciiDigits } from '@board/shared/upr/digits';
import { allStatements, exceptionIn } from './all-statements.ts';
import { columnParts, withColumns } from './column-heads.ts';
import { withPoints } from './dashed-numbers.ts';
import { isAboutThese, isLeftOut, leavesOut } from './exceptions.ts';
import { isListName } from './label-words.ts';
import type { Labelled } from './labels.ts';
import type { AllStatement, PositionStatement, PositionsFound } from './positions-found.ts';
import { type QuotedEntry, quotedEntries, withoutQuoted } from './quoted-entries.ts';
import { recommendersIn } from './recommenders.ts';
import { findRuns, type Reference, type Run } from './references.ts';
import { labelsIn } from './reply-labels.ts';
import { lastAtMost, nextStart, type ReplyText, replyText, unitStart } from './reply-text.ts';
import { type Stance, stanceBehind, stanceOf, stanceOfThis } from './stance.ts';
import { isTwofold, isUnsure, onlyJoins, onlyPoints } from './unsure.ts';

/** Characters that are read: thirty times the longest reply that we know. */
export const longestReply = 600_000;
/** Below it a text is something else. */
const leastConfidence = 0.15;

interface Reading {
  statement: PositionStatement;
  /** Where its stance was found. */
  from: 'before' | 'behind' | 'cell' | 'heading' | 'quoted' | 'exception' | 'nowhere';
  /** A list, or a number with its position beside it; not a number with prose behind it. */
  isListed: boolean;
}

/**
 * Reads the positions in a State's reply (`…/Add.1`), or in any list of numbers with their positions. Null when it is
 * neither, or longer than `longestReply`; who insists that it is one gets whatever positions there are. Pure; never throws; its time grows with the
 * text's length.
 */
export function readPositions(input: string, isInsisted = false): PositionsFound | null {
  if (input.length > longestReply) return null;
  const printed = replyText(withColumns(withPoints(asciiDigits(input))));
  const columns = columnParts(printed);
  const whole = columns.length === 0 ? printed : withoutParts(printed, columns);
  const quoted = quotedEntries(whole);
  const unlabelled = { ...whole, text: withoutQuoted(whole.text, quoted) };
  const runs = findRuns(unlabelled.text);
  const { reply, labels } = labelsIn(unlabelled, runs, quoted);
  const all: AllStatement[] = allStatements(reply);
  const readings: Reading[] = [];
  runs.forEach((run, index) => {
    const [before, after] = [runs[index - 1], runs[index + 1]];
    const label = labels.get(run) ?? null;
    const beside = { labelBefore: before && labels.get(before), labelAfter: after && labels.get(after) };
    const neighbours = { before, after, reading: readings.at(-1), label, ...beside };
    const ahead = beforeRun(reply, run, before);
    const behind = behindRun(reply, run, after);
    const exception = exceptionIn(ahead, behind);
    if (exception?.stance) {
      const { stance, section } = exception;
      const at = { line: reply.lineAt(run.at), words: wordsAround(reply, run) };
      all.push({ stance, section, which: 'all', except: [...run.references], ...at });
    }
    if (exception) readings.push(exceptOf(reply, run, exception.ofThese));
    else if (isLeftOut(ahead, behind) || goesOnLeavingOut(reply, run, neighbours))
      readings.push(exceptOf(reply, run, isAboutThese(behind) ? sureBehind(behind) : null));
    else readings.push(readRunIn(reply, run, neighbours));
  });
  takeOutExceptions(reply, runs, readings);
  readings.push(...quoted.map((entry) => readQuoted(whole, entry)));
  for (const statement of columns.flatMap((part) => part.statements))
    readings.push({ statement, from: 'cell', isListed: true });
  const confidence = confidenceOf(input, readings, all);
  const statements = readings.map(({ statement }) => statement);
  const saysAny = all.length > 0 || statements.some(({ by }) => by !== 'none');
  return (isInsisted ? saysAny : confidence >= leastConfidence) ? { confidence, statements, all } : null;
}

/** The reply without tables that were read by themselves, and without the headings in them. */
function withoutParts(reply: ReplyText, parts: readonly { at: number; end: number }[]): ReplyText {
  const headings = reply.headings.filter(({ end }) => !parts.some((part) => end > part.at && end <= part.end + 1));
  const headingEnds = headings.map(({ end }) => end);
  return { ...reply, text: withoutQuoted(reply.text, parts), headings, headingEnds };
}

function readQuoted(reply: ReplyText, { reference, at, end, stance }: QuotedEntry): Reading {
  const run = { at, end, references: [reference] };
  const heading = stance === null ? headingAbove(reply, at) : null;
  const by = stance !== null ? 'sentence' : heading !== null ? 'heading' : 'none';
  const statement = statementOf(reply, run, stance ?? heading, by);
  return { statement, from: 'quoted', isListed: statement.stance !== null };
}

function exceptOf(reply: ReplyText, run: Run, stance: Stance | null): Reading {
  return { statement: statementOf(reply, run, stance, 'sentence'), from: 'exception', isListed: true };
}

/** "Except 110.5 and, for the time being, 110.7": the second belongs to what is left out as well. */
function goesOnLeavingOut(reply: ReplyText, run: Run, { before, after, reading, label }: Neighbours): boolean {
  if (label !== null || reading?.from !== 'exception' || !isSameUnit(reply, run, before)) return false;
  const behind = behindRun(reply, run, after);
  return stanceOf(beforeRun(reply, run, before)) === null && (stanceBehind(behind) === null || isAboutThese(behind));
}

/** What a sentence leaves out gets nothing from what it says of the others; where it names no number, nobody knows which are meant. */
function takeOutExceptions(reply: ReplyText, runs: readonly Run[], readings: readonly Reading[]): void {
  const units = runs.map(({ at }) => lastAtMost(reply.starts, at));
  const leftOut = new Map<number, Reference[]>();
  const hasOthers = new Set(units.filter((_, index) => readings[index]!.from !== 'exception'));
  readings.forEach(({ from, statement }, index) => {
    if (from !== 'exception') return;
    const own = units[index]!;
    // "The only exception is 110.5" speaks of the sentence before.
    const unit = hasOthers.has(own) ? own : own - 1;
    leftOut.set(unit, leftOut.get(unit) ?? []);
    leftOut.get(unit)!.push(...statement.references);
  });
  readings.forEach((reading, index) => {
    if (reading.from === 'exception') return;
    const isNamed = readings[index + 1]?.from === 'exception' && units[index + 1] === units[index];
    if (leavesOut(behindRun(reply, runs[index]!, runs[index + 1])) && !isNamed) ask(reading);
    if (isNamed && reading.from === 'nowhere')
      settleBehind(reading, behindRun(reply, runs[index + 1]!, runs[index + 2]));
    reading.statement.except = leftOut.get(units[index]!) ?? reading.statement.except;
  });
}

/** "110.1–110.20, except 110.5, are accepted": what is said behind the exception is said of the others. */
function settleBehind(reading: Reading, behind: string): void {
  const stance = isAboutThese(behind) ? null : sureBehind(behind.replace(/^[\s,)–-]+/, ''));
  if (stance === null) return;
  reading.isListed = true;
  reading.statement.stance = stance;
  reading.statement.by = 'sentence';
}

/** Leaves it to whoever looks at the preview. */
function ask({ statement }: Reading): void {
  statement.stance = null;
  statement.by = 'sentence';
}

function sureBehind(behind: string): Stance | null {
  return isUnsure(behind) ? null : stanceBehind(behind);
}

interface Neighbours {
  before: Run | undefined;
  after: Run | undefined;
  /** What was read of the run before. */
  reading: Reading | undefined;
  /** The word that stands alone beside this list, and those beside the lists before and behind. */
  label: Labelled | null;
  labelBefore: Labelled | null | undefined;
  labelAfter: Labelled | null | undefined;
}

function readRunIn(reply: ReplyText, run: Run, neighbours: Neighbours): Reading {
  const { before, reading, label } = neighbours;
  const ahead = wordsAhead(reply, run, neighbours);
  const behind = wordsBehind(reply, run, neighbours);
  const count = run.references.reduce((sum, { from, to }) => sum + Math.max(1, to - from + 1), 0);
  const isAlone = behind.trim().length < 60;
  const give = (stance: Stance | null, from: Reading['from']): Reading => {
    const by = stance === null ? 'none' : from === 'heading' ? 'heading' : 'sentence';
    const isListed = stance !== null && (from === 'behind' || count > 1 || isAlone);
    return { statement: statementOf(reply, run, stance, by), from, isListed };
  };
  const toAsk: Reading = { statement: statementOf(reply, run, null, 'sentence'), from: 'nowhere', isListed: count > 1 };
  if (label?.stance === null) return { ...toAsk, isListed: true };
  if (label?.from === 'cell') return give(label.stance, 'cell');
  // What was said behind the list before belongs to that list.
  const own = reading?.from === 'behind' && isSameUnit(reply, run, before) ? ahead.replace(behindItsClause, '') : ahead;
  const said = label?.from === 'lead' ? label.stance : stanceOf(own);
  if (onlyPoints(ahead) && !(label && isListName(ahead)))
    return isAboutThese(behind) ? give(sureBehind(behind), 'behind') : give(null, 'nowhere');
  if (isUnsure(own) || leavesOut(own) || isTwofold(own)) return toAsk;
  if (said !== null && own.trim() !== '') return isUnsure(firstClause(behind)) ? toAsk : give(said, 'before');
  const ofThis = stanceOfThis(behind);
  const later = stanceBehind(behind) ?? ofThis;
  if (ofThis === 'unsure') return toAsk;
  if (later !== null && later !== 'unsure') return isUnsure(behind) ? toAsk : give(later, 'behind');
  if (label?.from === 'below' || label?.from === 'heading')
    return give(label.stance, label.from === 'below' ? 'cell' : 'heading');
  const isLater = reading?.from === 'before' && isSameUnit(reply, run, before) && ahead.length < 60;
  if (isLater) return onlyJoins(ahead) ? give(reading.statement.stance, 'before') : toAsk;
  const heading = !/[\p{L}\d]/u.test(ahead) || isListName(ahead) ? headingAbove(reply, run.at) : null;
  return heading === null ? give(null, 'nowhere') : give(heading, 'heading');
}

/** The words ahead of a list, without what is the label of the list before. */
function wordsAhead(reply: ReplyText, run: Run, { before, labelBefore }: Neighbours): string {
  const ahead = beforeRun(reply, run, before);
  const isOfBefore = labelBefore && before && labelBefore.at >= before.end;
  return isOfBefore ? ahead.slice(Math.max(0, ahead.length - (run.at - labelBefore.end))) : ahead;
}

/** The words behind a list, without what is the label of the list after it. */
function wordsBehind(reply: ReplyText, run: Run, { after, labelAfter }: Neighbours): string {
  const behind = behindRun(reply, run, after);
  const isOfAfter = labelAfter && after && labelAfter.at >= run.end && labelAfter.at < after.at;
  return isOfAfter ? behind.slice(0, labelAfter.at - run.end) : behind;
}

const behindItsClause = /^[\s\S]*(?:[,;]|\b(?:since|because|although|while|whereas)\b)/i;

function firstClause(behind: string): string {
  return /^[^.;\n]*/.exec(behind)?.[0] ?? '';
}

function statementOf(
  reply: ReplyText,
  run: Run,
  stance: Stance | null,
  by: PositionStatement['by'],
): PositionStatement {
  const lines = run.references.map(({ at }) => reply.lineAt(at));
  return { references: run.references, lines, stance, by, except: [], words: wordsAround(reply, run) };
}

function isSameUnit(reply: ReplyText, run: Run, before: Run | undefined): boolean {
  return before !== undefined && before.end > unitStart(reply, run.at);
}

/** The words of the sentence that stand before a list, as far as the list before it. */
function beforeRun(reply: ReplyText, run: Run, before: Run | undefined): string {
  const start = Math.max(unitStart(reply, run.at), isSameUnit(reply, run, before) ? before!.end : 0);
  return reply.text.slice(Math.max(start, run.at - 400), run.at).replace(/^\s*\d{1,3}\.\s/, '');
}

/** The words of the sentence that stand behind a list, as far as the list after it. */
function behindRun(reply: ReplyText, run: Run, after: Run | undefined): string {
  const end = Math.min(nextStart(reply, run.end), after?.at ?? reply.text.length, run.end + 400);
  return reply.text.slice(run.end, end);
}

function headingAbove({ headings, headingEnds }: ReplyText, at: number): Stance | null {
  return headings[lastAtMost(headingEnds, at)]?.stance ?? null;
}

function wordsAround(reply: ReplyText, run: Run): string {
  const start = Math.max(unitStart(reply, run.at), run.at - 120);
  const end = Math.min(nextStart(reply, run.end), run.end + 60);
  const words = reply.text.slice(start, end).replace(/\s+/g, ' ').trim();
  return words.length > 240 ? `${words.slice(0, 239)}…` : words;
}

function confidenceOf(input: string, readings: readonly Reading[], all: readonly AllStatement[]): number {
  const named = new Set<string>();
  const listed = new Set<string>();
  for (const { statement, isListed } of readings) {
    for (const { section, from, to, letter } of statement.references) {
      for (let item = from; item <= Math.min(to, from + 400); item++) {
        named.add(`${section}.${item}${letter}`);
        if (isListed) listed.add(`${section}.${item}${letter}`);
      }
    }
  }
  if (listed.size === 0 && all.length === 0) return 0;
  const share = Math.max(named.size === 0 ? 0 : listed.size / named.size, all.length > 0 ? 0.5 : 0);
  const title = /views on conclusions and\/or recommendations|presented by the State under review|\bAdd\.1\b/i;
  const isTitled = title.test(input.slice(0, 3000));
  const isQuoting = readings.some(({ from }) => from === 'quoted');
  const states = isQuoting ? 0 : recommendersIn(input) / Math.max(1, named.size);
  return Math.max(0, Math.min(1, share + (isTitled ? 0.2 : 0) - states));
}
