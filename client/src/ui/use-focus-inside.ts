import { type RefObject, useEffect } from 'react';

const pressable = 'a[href], button, input, select, textarea, [tabindex]:not([tabindex="-1"])';

/**
 * When what has the focus in a dialog goes, or cannot be pressed any more, the focus goes to what stands next there: a
 * dialog whose focus is nowhere hears no key.
 */
export function useFocusInside(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const dialog = place.current;
    if (!dialog) return undefined;
    let last: { element: HTMLElement; at: number } | null = null;
    const note = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement) last = { element: target, at: stopsIn(dialog).indexOf(target) };
    };
    const observer = new MutationObserver(() => {
      const active = document.activeElement;
      if (!last || (active !== document.body && active !== last.element)) return;
      const { element, at } = last;
      if (active === element && !element.matches(':disabled')) return;
      const stops = stopsIn(dialog);
      const next = element.isConnected ? (stops.find((stop) => isAtOrAfter(element, stop)) ?? stops.at(-1)) : stops[at];
      (next ?? stops.at(-1))?.focus();
    });
    observer.observe(dialog, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    dialog.addEventListener('focusin', note);
    return () => {
      observer.disconnect();
      dialog.removeEventListener('focusin', note);
    };
  }, [place]);
}

function stopsIn(dialog: HTMLElement): HTMLElement[] {
  return [...dialog.querySelectorAll<HTMLElement>(pressable)].filter(
    (one) => !one.matches(':disabled') && one.checkVisibility(),
  );
}

function isAtOrAfter(element: HTMLElement, stop: HTMLElement): boolean {
  const place = element.compareDocumentPosition(stop);
  return stop === element || (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
