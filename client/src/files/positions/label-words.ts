import { type Stance, stanceOf, stanceWord } from './stance.ts';

/** A position that stands alone between two lists of numbers: on a line, in a cell, before a colon. */
export interface LoneLabel {
  at: number;
  end: number;
  stance: Stance;
  /** The list that its own form points to ("Noted:" to the next, "are noted" to the last); null where its place has to tell. */
  side: 'last' | 'next' | null;
  /** What parts it from the list before and from the one behind: 0 for a blank, 5 for an empty line. */
  fromLast: number;
  fromNext: number;
  /** No other words stand between. */
  touchesLast: boolean;
  touchesNext: boolean;
  /** Another position stands alone just before it, as the heads of columns do when each has come to its own line. */
  hasRival: boolean;
}

interface Piece {
  at: number;
  words: string;
  /** What parts it from the piece before. */
  level: number;
  isBehindColon: boolean;
  isBeforeColon: boolean;
}

/** Nothing farther from a list is its label. */
const farthest = 300;
const levels: Readonly<Record<string, number>> = {
  '|': 1,
  ',': 2,
  '،': 2,
  ';': 3,
  '؛': 3,
  '/': 3,
  '.': 3,
  '!': 3,
  '?': 3,
  '\n': 4,
};
const colons = ':៖';
const dashes = '–—-';
/** From here on a sign parts lines. */
const lineLevel = 4;
const fieldName =
  /^(?:(?:the )?(?:state|government|country|delegation)(?:['’]?s)? |(?:final|official) )?(?:position|response|reply|answer|decision|status)(?: of [^:]{1,40})?$|^(?:position|réponse|décision|statut)(?: d[^:]{1,40})?$|^(?:posición|respuesta|decisión)(?: del? [^:]{1,40})?$|^(?:الموقف|الرد|القرار|موقف الدولة|رد الدولة)$|^(?:ជំហរ|ចម្លើយ)(?:របស់រដ្ឋ)?$/i;
const listName =
  /^(?:(?:response|reply|answer|comments?|réponse|respuesta) (?:to|on|à|a) (?:the |la |las |les )?)?(?:recomm[ae]ndations?|recs?|recomendaci(?:ón|ones)|paragraph(?:e?s)?|paras?|párrafos?|(?:ال)?توصية|(?:ال)?توصيات|الفقرة|អនុសាសន៍)(?: (?:nos?|n[°º]|numbers?|numéros?|números?|paragraph|para|رقم|លេខ))?\s?#?$/i;
/** A number before a heading, as in "II. Noted". */
const numbering = /^(?:\d{1,2}|[a-z]|[ivx]{1,5})$/i;
/** How many there are, and a bullet, tell nothing of their position. */
const count = /^[\s()•●▪*·]*\d{0,3}[\s()•●▪*·]*$/;
const countBehind = /\s\(?\d{1,3}(?: recomm[ae]ndations?| recomendaci(?:ón|ones))?\)?$/i;
const none = /^(?:none|nil|n\/a|no recommendations?|aucune?|néant|ninguna|ninguno)$/i;
const joins = /^(?:and|while|whereas|et|y|e|و)\s+|\s+(?:and|et|y|e|و)$/giu;
const verbAhead = /^(?:(?:which|that) )?(?:is|are|was|were|has been|have been|est|sont|son|fueron) /i;
/** In small letters they go on with the sentence of the list before; with a capital they are a cell or a heading. */
const sentenceAhead = /^(?:enjoys?|enjoyed|has|have|do|does|did|n[eo]|recueill\p{L}+|cuentan?|gozan?) /u;
const verbBehind = /\s(?:is|are|was|were|est|sont|son)$/i;
const owner = /\s(?:by|par|por) \p{Lu}[\p{L}'’ ]{1,40}$/u;
/** These may lead in something else: "Note: 6.3 was split in two". */
const notAhead = /^(?:note|examined|consider)$/i;

/** Whether words are but the name of what a number behind them is: "Recommendation", "Recommendation no.". */
export function isListName(words: string): boolean {
  return listName.test(words.replace(/[\s.:|/–-]+$/, '').trim());
}

/** The labels that stand first and last between two lists, where there are any. `isAfterEmpty` tells whether the line at a place follows an empty one. */
export function loneLabels(text: string, from: number, to: number, isAfterEmpty: (at: number) => boolean): LoneLabel[] {
  const isLong = to - from > 2 * farthest;
  const head = piecesIn(text, from, isLong ? from + farthest : to, isAfterEmpty);
  const tail = isLong ? piecesIn(text, to - farthest, to, isAfterEmpty) : head;
  const first = labelAt(head.pieces, 0);
  const last = isLong || tail.pieces.length > 1 ? labelAt(tail.pieces, tail.pieces.length - 1) : null;
  const labels: LoneLabel[] = [];
  const most = (pieces: readonly Piece[]) => Math.max(0, ...pieces.map(({ level }) => level));
  if (first) {
    const fromNext = isLong ? 5 : Math.max(head.level, most(head.pieces.slice(1)));
    const touchesNext = !isLong && head.pieces.length === 1;
    labels.push({
      ...first,
      fromLast: head.pieces[0]!.level,
      fromNext,
      touchesLast: true,
      touchesNext,
      hasRival: false,
    });
  }
  if (last)
    labels.push({
      ...last,
      fromLast: isLong ? 5 : most(tail.pieces),
      fromNext: tail.level,
      touchesLast: false,
      touchesNext: true,
      hasRival: (isLong || tail.pieces.length > 2) && isRival(labelAt(tail.pieces, tail.pieces.length - 2), last),
    });
  return labels;
}

type Label = Pick<LoneLabel, 'at' | 'end' | 'stance' | 'side'>;

function isRival(before: Label | null, label: Label): boolean {
  return before !== null && before.stance !== label.stance && before.side === null && label.side === null;
}

/** Words between signs, and what parts the last of them from the end. */
function piecesIn(text: string, from: number, to: number, isAfterEmpty: (at: number) => boolean) {
  const pieces: Piece[] = [];
  let level = 0;
  let isBehindColon = false;
  let start = from;
  const close = (end: number): void => {
    const words = text.slice(start, end);
    if (count.test(words)) return;
    const at = start + words.search(/\S/);
    pieces.push({ at, words: words.trim(), level, isBehindColon, isBeforeColon: false });
    [level, isBehindColon] = [0, false];
  };
  for (let at = from; at < to; at++) {
    const own = levelOf(text, at, from, to);
    if (own === null) continue;
    close(at);
    start = at + 1;
    const isColon = colons.includes(text[at]!);
    isBehindColon ||= isColon;
    const before = pieces.at(-1);
    if (isColon && level === 0 && before) before.isBeforeColon = true;
    level = Math.max(level, text[at] === '\n' && isAfterEmpty(at + 1) ? 5 : own);
  }
  close(to);
  return withoutNames(pieces, level);
}

/** "Position:" names the word behind it, and "Recommendation" on its own line the number behind it: neither is a word between two lists. */
function withoutNames(pieces: readonly Piece[], level: number): { pieces: Piece[]; level: number } {
  const kept: Piece[] = [];
  let carried: number | null = null;
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1];
    const isField = piece.isBeforeColon && next !== undefined && fieldName.test(piece.words);
    const startsLine = piece.level >= lineLevel || pieces.length === 1;
    if (isField || (next === undefined && startsLine && listName.test(piece.words))) {
      carried = Math.max(carried ?? 0, piece.level);
      return;
    }
    kept.push(carried === null ? piece : { ...piece, level: Math.max(carried, piece.level), isBehindColon: false });
    carried = null;
  });
  return { pieces: kept, level: Math.max(carried ?? 0, level) };
}

/** How much a sign parts; null for one that parts nothing. */
function levelOf(text: string, at: number, from: number, to: number): number | null {
  const sign = text[at]!;
  const isAtEdge = (place: number): boolean => place < from || place >= to || /\s/.test(text[place]!);
  if (colons.includes(sign)) return 0;
  if (dashes.includes(sign)) return isAtEdge(at - 1) || isAtEdge(at + 1) ? 0 : null;
  if ('.!?'.includes(sign) && !isAtEdge(at + 1)) return null;
  return levels[sign] ?? null;
}

function labelAt(pieces: readonly Piece[], index: number): Label | null {
  const piece = pieces[index];
  if (!piece || piece.words.length > 80) return null;
  // Behind a comma it is a part of a sentence: "which are not, for now, accepted: 6.1".
  if (index > 0 && piece.level === 2) return null;
  const [before, after] = [pieces[index - 1], pieces[index + 1]];
  const bare = piece.words
    .replace(/^[•●▪*·]\s*/, '')
    .replace(joins, '')
    .replace(countBehind, '')
    .replace(owner, '');
  const own = stanceWord(bare.replace(verbBehind, ''));
  if (own === null) return null;
  const isInPart = after !== undefined && after.level <= 2 && stanceOf(`${bare}, ${after.words}`) === 'partly';
  const isHeading = before !== undefined && numbering.test(before.words) && before.level > 2;
  const isAhead = piece.isBeforeColon || isHeading || verbBehind.test(bare) || /\($/.test(piece.words);
  const isOfLast = verbAhead.test(bare) || sentenceAhead.test(bare) || (index === 0 && piece.isBehindColon);
  const isEmpty = after !== undefined && none.test(after.words);
  const side = isOfLast && !isAhead ? 'last' : isAhead || isEmpty ? 'next' : null;
  if (side === 'next' && notAhead.test(bare.replace(/\W/g, ''))) return null;
  return { at: piece.at, end: piece.at + piece.words.length, stance: isInPart ? 'partly' : own, side };
}
