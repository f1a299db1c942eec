import type { CharterItemId } from '@board/shared/ids';
import type { CharterItemView, LiveView } from '@board/shared/live-view';

/** Why the charter cannot be adopted item by item now. */
export type NotYet = { why: 'no-items' | 'open-vote' } | { why: 'items'; count: number };

/** How far the charter is from being adopted item by item; null when nothing is in the way. The server decides by the same rule. */
export function notYet(view: LiveView): NotYet | null {
  const { items } = view.charter;
  if (items.length === 0) return { why: 'no-items' };
  if (Object.values(view.votes).some((vote) => vote.result === null)) return { why: 'open-vote' };
  const missing = items.filter((item) => item.status !== 'adopted').length;
  return missing > 0 ? { why: 'items', count: missing } : null;
}

/** An item and its number in the charter, from 1. */
interface NumberedItem {
  id: CharterItemId;
  number: number;
}

/**
 * The item that a hall which decides item by item is asked about next: the first whose present words it has not been asked about,
 * or, after a vote on the whole that has failed, not since then. Null when it has been asked about each.
 */
export function nextToAsk({ charter, votes }: LiveView): NumberedItem | null {
  const wholes = Object.values(votes).filter(({ scope, result }) => scope.kind === 'charter' && result !== null);
  const since = Math.max(0, ...wholes.map(({ openedAt }) => openedAt));
  const isToAsk = ({ status, voteId, text }: CharterItemView): boolean => {
    if (status !== 'not-adopted') return text !== '' && (status === 'draft' || status === 'stale');
    return ((voteId && votes[voteId]?.openedAt) || 0) < since;
  };
  const place = charter.items.findIndex(isToAsk);
  const item = charter.items[place];
  return item ? { id: item.id, number: place + 1 } : null;
}

/** What an adoption item by item would leave out, and whether anything would be left: null where nothing is to be left out or nothing stands. */
export function adoptableWithout(view: LiveView): CharterItemView[] | null {
  if (notYet(view)?.why !== 'items') return null;
  const left = view.charter.items.filter(({ status }) => status !== 'adopted');
  return left.length < view.charter.items.length ? left : null;
}

/** Whether a time for amendments runs, which adopting or closing would end; of any vote, or of one on the whole charter. */
export function isSlotRunning({ votes }: LiveView, on: 'any' | 'charter' = 'any'): boolean {
  return Object.values(votes).some(({ slotUntil, scope }) => slotUntil !== null && (on === 'any' || scope.kind === on));
}

/** How a wording has changed: what stands at the beginning and the end of both, and what was between them before and is now. Whole words. */
export interface WordingChange {
  start: string;
  before: string;
  after: string;
  end: string;
}

/** Compares two wordings word by word from both ends. */
export function wordingChange(before: string, after: string): WordingChange {
  const a = wordsOf(before);
  const b = wordsOf(after);
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return {
    start: a.slice(0, start).join(''),
    before: a.slice(start, a.length - end).join(''),
    after: b.slice(start, b.length - end).join(''),
    end: a.slice(a.length - end).join(''),
  };
}

/** Words, each with the space after it. Zero-width spaces part words too, as Khmer writes them. */
function wordsOf(text: string): string[] {
  return text.match(/[^\s\u200b]+[\s\u200b]*|[\s\u200b]+/gu) ?? [];
}
