import { type RefObject, useEffect, useRef } from 'react';

/**
 * For what takes the place of a whole view: when it appears it is scrolled to and gets the focus, so that neither eyes
 * nor a screen reader are left where the former view was. The element needs `tabIndex={-1}`.
 */
export function useArrival<Shown extends HTMLElement>(): RefObject<Shown | null> {
  const shown = useRef<Shown>(null);
  useEffect(() => {
    shown.current?.focus({ preventScroll: true });
    shown.current?.scrollIntoView({ block: 'center' });
  }, []);
  return shown;
}
