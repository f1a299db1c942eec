import type { CharterView } from '@board/shared/live-view';
import { useState } from 'react';

/** A part of the charter's words: an item by its number, or what stands around the items. */
export interface Worded {
  part: number | 'preamble' | 'closing';
  text: string;
}

/** The part whose words differ between two readings; null when none does, or when items only came, went or moved. */
export function changedPart(before: CharterView, after: CharterView): Worded['part'] | null {
  if (before.preamble !== after.preamble) return 'preamble';
  if (before.closing !== after.closing) return 'closing';
  const known = new Map(before.items.map((item) => [item.id, item.text]));
  const place = after.items.findIndex((item) => known.has(item.id) && known.get(item.id) !== item.text);
  return place < 0 ? null : place + 1;
}

/** The words that somebody worked on last while this page was open; at first the preamble. */
export function useLastWorded(charter: CharterView): Worded {
  const [seen, setSeen] = useState(charter);
  const [part, setPart] = useState<Worded['part']>('preamble');
  const [item, setItem] = useState<string | null>(null);
  if (seen !== charter) {
    const changed = changedPart(seen, charter);
    setSeen(charter);
    if (changed !== null) {
      setPart(changed);
      setItem(typeof changed === 'number' ? (charter.items[changed - 1]?.id ?? null) : null);
    }
  }
  if (part === 'preamble' || part === 'closing') return { part, text: charter[part] };
  const place = charter.items.findIndex((one) => one.id === item);
  return place < 0
    ? { part: 'preamble', text: charter.preamble }
    : { part: place + 1, text: charter.items[place]!.text };
}
