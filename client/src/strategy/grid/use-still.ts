import { useEffect, useRef, useState } from 'react';

/** An input method’s last word comes a moment after it says that it has ended. */
const settling = 80;

interface Composing {
  isComposing: boolean;
  onCompositionStart: () => void;
  onCompositionEnd: () => void;
}

/** Whether an input method is composing a word in the open cell, somewhere in what these are given to. */
export function useComposing(cell: string | null): Composing {
  const [composing, setComposing] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    isComposing: composing !== null && composing === cell,
    onCompositionStart: () => {
      clearTimeout(timer.current);
      setComposing(cell);
    },
    onCompositionEnd: () => {
      timer.current = setTimeout(() => setComposing(null), settling);
    },
  };
}

/**
 * Things in the order in which they are drawn in the page: as they come, but as they were while `isStill`, new ones at the
 * end. An element that is moved in the page loses the word that is being composed in it.
 */
export function useStill<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
  isStill: boolean,
): readonly Thing[] {
  const [held, setHeld] = useState<readonly string[] | null>(null);
  if (isStill && held === null) setHeld(things.map(keyOf));
  if (!isStill && held !== null) setHeld(null);
  if (!isStill || held === null) return things;
  const byKey = new Map(things.map((thing) => [keyOf(thing), thing]));
  const known = held.flatMap((key) => byKey.get(key) ?? []);
  const before = new Set(held);
  return [...known, ...things.filter((thing) => !before.has(keyOf(thing)))];
}
