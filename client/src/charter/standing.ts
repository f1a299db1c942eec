import type { LiveView } from '@board/shared/live-view';

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
