import { resolveState } from '@board/shared/upr/states';
import { allStatements, exceptionIn } from './all-statements.ts';
import type { AllStatement, PositionStatement, PositionsFound } from './positions-found.ts';
import { findRuns, type Run } from './references.ts';
import { lastAtMost, type ReplyText, replyText } from './reply-text.ts';
import { type Stance, stanceBehind, stanceOf, stanceWord } from './stance.ts';

/** Characters that are read: thirty times the longest reply that we know. */
const longest = 600_000;
/** Below it a text is something else. */
const leastConfidence = 0.15;

interface Reading {
  statement: PositionStatement;
  /** Where its stance was found. */
  from: 'before' | 'behind' | 'cell' | 'heading' | 'nowhere';
  /** A list, or a number with its position beside it; not a number with prose behind it. */
  isListed: boolean;
}

/**
 * Reads the positions in a State's reply (`…/Add.1`), or in any list of numbers with their positions. Null when it is
 * neither. Pure; never throws; its time grows with the text's length.
 */
export function readPositions(input: string): PositionsFound | null {
  if (input.length > longest) return null;
  const reply = replyText(input);
  const runs = findRuns(reply.text);
  const all: AllStatement[] = allStatements(reply);
  const readings: Reading[] = [];
  runs.forEach((run, index) => {
    const neighbours = { before: runs[index - 1], after: runs[index + 1], reading: readings.at(-1) };
    const exception = exceptionIn(beforeRun(reply, run, neighbours.before), behindRun(reply, run, neighbours.after));
    if (exception?.stance) {
      const { stance, section } = exception;
      const at = { line: reply.lineAt(run.at), words: wordsAround(reply, run) };
      all.push({ stance, section, which: 'all', except: run.references, ...at });
    }
    readings.push(exception ? exceptOf(reply, run, exception.ofThese) : readRunIn(reply, run, neighbours));
  });
  const confidence = confidenceOf(input, readings, all);
  if (confidence < leastConfidence) return null;
  return { confidence, statements: readings.map(({ statement }) => statement), all };
}

function exceptOf(reply: ReplyText, run: Run, stance: Stance | null): Reading {
  return { statement: statementOf(reply, run, stance, 'sentence'), from: 'before', isListed: true };
}

interface Neighbours {
  before: Run | undefined;
  after: Run | undefined;
  /** What was read of the run before. */
  reading: Reading | undefined;
}

function readRunIn(reply: ReplyText, run: Run, { before, after, reading }: Neighbours): Reading {
  const ahead = beforeRun(reply, run, before);
  const behind = behindRun(reply, run, after);
  const count = run.references.reduce((sum, { from, to }) => sum + Math.max(1, to - from + 1), 0);
  const isAlone = behind.trim().length < 60;
  const give = (stance: Stance | null, from: Reading['from']): Reading => {
    const by = stance === null ? 'none' : from === 'heading' ? 'heading' : 'sentence';
    const isListed = stance !== null && (from === 'behind' || count > 1 || isAlone);
    return { statement: statementOf(reply, run, stance, by), from, isListed };
  };
  const cell = stanceWord(/^[\s,;:|)–-]*([^\n\t|.;,]*)/.exec(behind)?.[1] ?? '');
  if (cell !== null) return give(cell, 'cell');
  // What was said behind the list before belongs to that list.
  const own = reading?.from === 'behind' && isSameUnit(reply, run, before) ? ahead.replace(/^[\s\S]*[,;]/, '') : ahead;
  const said = stanceOf(own);
  if (said !== null && own.trim() !== '') return give(said, 'before');
  const later = stanceBehind(behind);
  if (later !== null) return give(later, 'behind');
  const goesOn = reading?.from === 'before' && isSameUnit(reply, run, before) && ahead.length < 60;
  if (goesOn && !/\b(?:not|no|pas|except|but)\b/i.test(ahead)) return give(reading.statement.stance, 'before');
  const heading = ahead.trim() === '' ? headingAbove(reply, run.at) : null;
  return heading === null ? give(null, 'nowhere') : give(heading, 'heading');
}

function statementOf(
  reply: ReplyText,
  run: Run,
  stance: Stance | null,
  by: PositionStatement['by'],
): PositionStatement {
  const lines = run.references.map(({ at }) => reply.lineAt(at));
  return { references: run.references, lines, stance, by, words: wordsAround(reply, run) };
}

function unitStart({ starts }: ReplyText, at: number): number {
  return starts[lastAtMost(starts, at)] ?? 0;
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

function nextStart({ starts, text }: ReplyText, at: number): number {
  return starts[lastAtMost(starts, at) + 1] ?? text.length;
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
  const states = statesAtEnds(input) / Math.max(1, named.size);
  return Math.max(0, Math.min(1, share + (isTitled ? 0.2 : 0) - states));
}

/** Lines that end with a recommending State in brackets, as those of recommendations do. */
function statesAtEnds(input: string): number {
  let count = 0;
  for (const [, inside] of input.matchAll(/\(([^()\n]{3,60})\)[;.,)]{0,3}\s*$/gm))
    if (resolveState(inside!.split(/,\s/)[0]!) !== null) count += 1;
  return count;
}
