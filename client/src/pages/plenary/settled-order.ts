import type { OverlapView } from '@board/shared/screen-view';
import { overlapKey } from '@board/shared/screen-view';
import { useState } from 'react';

/** One place of a list that stands still. */
export interface Settled {
  key: string;
  /** As it is now, or as it was last when it is gone. */
  overlap: OverlapView;
  isGone: boolean;
}

/** What stands on the screen, and how many have come since: they wait until the page is turned. */
export interface SettledList {
  list: Settled[];
  added: number;
}

/** The list as it was settled, with what each is now. */
export function settle(before: readonly OverlapView[], now: readonly OverlapView[]): SettledList {
  const present = new Map(now.map((one) => [overlapKey(one), one]));
  const known = new Set(before.map(overlapKey));
  const list = before.map((one) => {
    const key = overlapKey(one);
    const current = present.get(key);
    return { key, overlap: current ?? one, isGone: current === undefined };
  });
  return { list, added: [...present.keys()].filter((key) => !known.has(key)).length };
}

/** Keeps every line where the hall has seen it until the page is turned (`turn`): groups go on writing while the hall talks. */
export function useSettledOrder(now: readonly OverlapView[], turn: number): SettledList {
  const [settled, setSettled] = useState({ turn, before: now });
  // Where nothing stands nothing can move.
  const isStale = settled.turn !== turn || (settled.before.length === 0 && now.length > 0);
  if (isStale) setSettled({ turn, before: now });
  return settle(isStale ? now : settled.before, now);
}
