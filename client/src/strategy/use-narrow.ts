import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 700px)');

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

/** True on a screen as narrow as a phone: the table then becomes cards. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}
