import { useSyncExternalStore } from 'react';

/** The parts of the control page that are not needed at every moment, in their order. Each has a link: `#people`. */
export const parts = ['preparation', 'groups', 'people', 'screen', 'overlaps', 'links'] as const;
export type Part = (typeof parts)[number];

/** The part that the address names, or null. */
export function partInFragment(fragment: string): Part | null {
  return parts.find((part) => `#${part}` === fragment) ?? null;
}

/** The part that the address names now. */
export function usePart(): Part | null {
  return partInFragment(useSyncExternalStore(followFragment, () => location.hash));
}

/** The last is what the router says when it has changed the address without loading. */
const moves = ['hashchange', 'popstate', 'pushState'] as const;

function followFragment(changed: () => void): () => void {
  for (const move of moves) addEventListener(move, changed);
  return () => {
    for (const move of moves) removeEventListener(move, changed);
  };
}
