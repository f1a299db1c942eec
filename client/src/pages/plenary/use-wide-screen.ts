import { useSyncExternalStore } from 'react';

const query = '(min-aspect-ratio: 3 / 2)';

function subscribe(listener: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
}

/** True on today's wide screens, false on the older 4:3 projectors, which have room for one column less. */
export function useWideScreen(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
