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

function followFragment(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
