import { useCallback } from 'react';

/**
 * Tells the style of an element, as `data-scrolls`, whether what stands in it is wider than it is: beside a panel, on a
 * small screen, or with columns that somebody made wide. It is then moved by itself, and its head is kept below the tools
 * also where the page is moved on. For a ref. Written into the page by hand: no row is drawn again.
 */
export function useOverflowing(): (place: HTMLElement | null) => (() => void) | undefined {
  return useCallback((place) => {
    const inside = place?.querySelector<HTMLElement>('[role="grid"]');
    const head = inside?.querySelector<HTMLElement>('thead');
    const tools = place?.parentElement?.querySelector<HTMLElement>('[data-table-tools]');
    if (!place || !inside || !head) return undefined;
    const keepHead = (): void => {
      if (place.dataset['scrolls'] === undefined) return;
      const box = place.getBoundingClientRect();
      const hidden = Math.max(0, tools?.getBoundingClientRect().bottom ?? 0) - box.top;
      // Within the last lines of the table it goes with them.
      const most = box.height - head.offsetHeight;
      setStyle(place, '--head-down', `${Math.max(0, Math.min(hidden, most))}px`);
    };
    const look = (): void => {
      place.toggleAttribute('data-scrolls', inside.getBoundingClientRect().width > place.clientWidth + 1);
      if (tools) setStyle(place, '--tools', `${tools.offsetHeight}px`);
      keepHead();
    };
    const observer = new ResizeObserver(look);
    for (const one of [place, inside, tools]) if (one) observer.observe(one);
    addEventListener('scroll', keepHead, { passive: true });
    return () => {
      observer.disconnect();
      removeEventListener('scroll', keepHead);
    };
  }, []);
}

/** Writing what is there already would still be work for the page. */
function setStyle({ style }: HTMLElement, name: string, value: string): void {
  if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
}
