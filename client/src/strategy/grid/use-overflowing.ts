import { useCallback } from 'react';

/**
 * Tells the style of an element, as `data-scrolls`, whether what stands in it is wider than it is: beside a panel, on a
 * small screen, or with columns that somebody made wide. For a ref. Written into the page by hand: no row is drawn again.
 */
export function useOverflowing(): (place: HTMLElement | null) => (() => void) | undefined {
  return useCallback((place) => {
    const inside = place?.querySelector('[role="grid"]');
    if (!place || !inside) return undefined;
    const look = (): void => {
      place.toggleAttribute('data-scrolls', inside.getBoundingClientRect().width > place.clientWidth + 1);
    };
    const observer = new ResizeObserver(look);
    observer.observe(place);
    observer.observe(inside);
    return () => observer.disconnect();
  }, []);
}
