import type { CharterView } from '@board/shared/live-view';
import { useState } from 'react';
import { wordingChange } from '../../charter/standing.ts';

/** Words of the charter that have changed: an item, or what stands around the items; and from which character on. */
export interface Worded {
  part: 'preamble' | 'closing' | { item: string };
  at: number;
}

/** The part whose words differ between two readings; null when none does, or when items only came, went or moved. */
export function changedPart(before: CharterView, after: CharterView): Worded | null {
  for (const part of ['preamble', 'closing'] as const)
    if (before[part] !== after[part]) return { part, at: placeOf(before[part], after[part]) };
  const known = new Map(before.items.map((item) => [item.id, item.text]));
  const item = after.items.find(({ id, text }) => (known.get(id) ?? text) !== text);
  return item ? { part: { item: item.id }, at: placeOf(known.get(item.id) ?? '', item.text) } : null;
}

function placeOf(before: string, after: string): number {
  return wordingChange(before, after).start.length;
}

/** Characters that the place on the screen holds, and the step in which a long text moves on: seldom, so that it can be read. */
const shownAtOnce = 240;
const step = 120;

/** The part of a long text around a place, in whole words; a short text as it is. */
export function excerptAround(text: string, at: number): string {
  const end = Math.max(shownAtOnce, Math.ceil((Math.min(at, text.length) + step / 2) / step) * step);
  if (text.length <= shownAtOnce || end <= shownAtOnce) return text;
  const cut = text.slice(end - shownAtOnce);
  return `… ${cut.slice(cut.search(/[\s\u200b]/u) + 1)}`;
}

/** The words that somebody worked on last while this page was open, as much as can be shown; at first the preamble. `number` is an item's, from 1. */
export function useLastWorded(
  charter: CharterView,
): { part: 'preamble' | 'closing'; text: string } | { number: number; text: string } {
  const [seen, setSeen] = useState(charter);
  const [worded, setWorded] = useState<Worded>({ part: 'preamble', at: 0 });
  if (seen !== charter) {
    setSeen(charter);
    const changed = changedPart(seen, charter);
    if (changed) setWorded(changed);
  }
  const { part, at } = worded;
  if (typeof part === 'string') return { part, text: excerptAround(charter[part], at) };
  const place = charter.items.findIndex((one) => one.id === part.item);
  const item = charter.items[place];
  return item
    ? { number: place + 1, text: excerptAround(item.text, at) }
    : { part: 'preamble', text: excerptAround(charter.preamble, 0) };
}
