import type { FoundState } from './found.ts';
import { stateInAnyLanguage } from './state-names-elsewhere.ts';

/** A bracket at the outermost level of a text, with what is nested in it. */
interface Bracket {
  start: number;
  /** Behind the closing bracket; the text's length for one that is never closed. */
  end: number;
  inside: string;
  closed: boolean;
}

/** What the brackets of one recommendation say about its States. */
export interface StatesInText {
  states: FoundState[];
  /** Where the run of State brackets at the end begins; the text's length when there is none. */
  bodyEnd: number;
  /** Behind the last State's bracket. */
  statesEnd: number;
  /** Letters stand behind the last State's bracket, from here on; null when nothing does. */
  tailStart: number | null;
  /** Inside the text stand further States, each behind a part of its own. */
  severalClauses: boolean;
  /** The last bracket is never closed. */
  bracketOpen: boolean;
}

/** A name of a State is shorter than this, and so is a list of a dozen States. */
const longestInside = 600;
/** Brackets of one text that are looked into, from its end: no recommendation has a fifth of them. */
const mostBrackets = 200;
const noStates = { states: [], tailStart: null, severalClauses: false, bracketOpen: false };
const clauseEnd = /^\s*[;؛/.]/;
const betweenStates = new Set([',', ';', '/', '|', '،', '؛']);

/** Finds the recommending States of a text in one pass; brackets may be nested, and those that hold no State are left alone. */
export function findStates(text: string): StatesInText {
  const brackets = outermost(text);
  const from = brackets.length - mostBrackets;
  const lists = brackets.map((one, at) =>
    at < from || one.inside.length > longestInside ? null : readStateList(one.inside),
  );
  const last = lastStateBracket(text, brackets, lists);
  if (last < 0) return { ...noStates, bodyEnd: text.length, statesEnd: text.length };
  let first = last;
  const mayBeUnknown = !isAllKnown(lists[last]!);
  while (first > 0 && isBetween(text.slice(brackets[first - 1]!.end, brackets[first]!.start))) {
    const before = lists[first - 1]!;
    if (before === null || !(mayBeUnknown || isAllKnown(before))) break;
    first -= 1;
  }
  const clauses = lists.slice(0, first).filter((list, index): list is FoundState[] => {
    return isAllKnown(list) && clauseEnd.test(text.slice(brackets[index]!.end, brackets[index]!.end + 4));
  });
  const end = brackets[last]!.end;
  const tail = /[\p{L}\p{N}]/u.exec(text.slice(end));
  return {
    states: unite([...clauses, ...lists.slice(first, last + 1).map((list) => list ?? [])].flat()),
    bodyEnd: brackets[first]!.start,
    statesEnd: end,
    tailStart: tail ? end + tail.index : null,
    severalClauses: clauses.length > 0,
    bracketOpen: !brackets[last]!.closed,
  };
}

/** True when a line or text ends like a recommendation: `);` `).` `)` `),` `) );`. */
export function endsClosed(text: string): boolean {
  return /\)[\s;؛.,،)]*$/.test(text.slice(-40));
}

/**
 * The States that a bracket or a table's cell names, or null when it is no list of States. States may be named in
 * any language of the board. Splits at commas, semicolons and slashes, and at "and" only where every part is a State:
 * Bosnia and Herzegovina stays whole.
 */
export function readStateList(inside: string): FoundState[] | null {
  const whole = inside.trim();
  const code = stateInAnyLanguage(whole);
  if (code) return [{ printed: whole, code }];
  const pieces = splitOutside(whole);
  const states: FoundState[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const pair = `${pieces[index]}, ${pieces[index + 1] ?? ''}`;
    const pairCode = index + 1 < pieces.length && / of(?: the)?$/i.test(pair) ? stateInAnyLanguage(pair) : null;
    if (pairCode) {
      states.push({ printed: pair, code: pairCode });
      index += 1;
    } else states.push(...readPiece(pieces[index]!));
  }
  return states.length > 0 && states.every((state) => state.code !== null || isLikeName(state.printed)) ? states : null;
}

function readPiece(piece: string): FoundState[] {
  const code = stateInAnyLanguage(piece);
  if (code) return [{ printed: piece, code }];
  const parts = piece.split(/ (?:and|&|et|y|e) | و/).map((printed) => ({ printed, code: stateInAnyLanguage(printed) }));
  return parts.length > 1 && isAllKnown(parts) ? parts : [{ printed: piece, code: null }];
}

function splitOutside(text: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const sign = text[index];
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (sign === undefined || (depth <= 0 && betweenStates.has(sign))) {
      pieces.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  return pieces.filter((piece) => piece !== '');
}

/** An unknown name that may be a State: a capital, small letters, no figures. "(CRPD)" and "(No. 189)" are none. */
function isLikeName(printed: string): boolean {
  return printed.length <= 90 && /^\p{Lu}/u.test(printed) && /\p{Ll}/u.test(printed) && !/[\p{N}:!?"“”]/u.test(printed);
}

function isAllKnown(list: readonly FoundState[] | null): boolean {
  return list?.every((state) => state.code !== null) ?? false;
}

/** The last bracket that closes the text with States; else the last one inside that names only known States and ends a part. */
function lastStateBracket(text: string, brackets: readonly Bracket[], lists: readonly (FoundState[] | null)[]): number {
  const at = brackets.length - 1;
  if (at >= 0 && lists[at] && !/[\p{L}\p{N}]/u.test(text.slice(brackets[at]!.end))) return at;
  return lists.findLastIndex((list, index) => {
    const after = text.slice(brackets[index]!.end, brackets[index]!.end + 4);
    return list !== null && isAllKnown(list) && /^\s*[;؛/.,،]/.test(after);
  });
}

function isBetween(text: string): boolean {
  return text.length < 8 && /^[\s,;/،؛]*(?:and|et|y|و)?\s*$/.test(text);
}

function unite(states: readonly FoundState[]): FoundState[] {
  const seen = new Set<string>();
  return states.filter((state) => {
    const key = state.code ?? state.printed;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** How often a bracket that is never closed may make us look again behind it. */
const mostStrayBrackets = 5;

/** The outermost brackets, by counting. One that is never closed counts when it names States to the end of the text, else as a stray sign. */
function outermost(text: string): Bracket[] {
  const brackets: Bracket[] = [];
  let open = scan(text, 0, brackets);
  for (let attempt = 0; open !== null && attempt < mostStrayBrackets; attempt++) {
    const inside = closeAll(text.slice(open + 1));
    if (inside !== null && readStateList(inside)) {
      const kept = brackets.filter((bracket) => bracket.end <= open!);
      return [...kept, { start: open, end: text.length, inside, closed: false }];
    }
    open = scan(text, open + 1, brackets);
  }
  return brackets;
}

/** Adds the brackets from a place on; answers where one is opened and never closed, or null. */
function scan(text: string, from: number, brackets: Bracket[]): number | null {
  let depth = 0;
  let start = 0;
  for (let index = from; index < text.length; index++) {
    const sign = text[index];
    if (sign === '(') {
      if (depth === 0) start = index;
      depth += 1;
    } else if (sign === ')' && depth > 0) {
      depth -= 1;
      if (depth === 0) brackets.push({ start, end: index + 1, inside: text.slice(start + 1, index), closed: true });
    }
  }
  return depth > 0 ? start : null;
}

/** "Iran (Islamic Republic of" as it was meant; null when it is too long for a name. */
function closeAll(inside: string): string | null {
  if (inside.length > longestInside) return null;
  const bare = inside.replace(/[\s;.,]{1,20}$/, '');
  let depth = 0;
  for (const sign of bare) depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
  return bare + ')'.repeat(Math.max(depth, 0));
}
