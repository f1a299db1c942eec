import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Sets `data-step` of a box to the first number, up to `last`, at which what stands in it fits: what each step leaves out or sets
 * closer is its style's to say. Measured when something is drawn, when the box changes in size, and when letters arrive.
 */
export function useStepsThatFit(last: number): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = (): void => {
      for (let step = 0; step <= last; step++) {
        element.dataset['step'] = String(step);
        // Browsers round to whole pixels.
        if (element.scrollHeight <= element.clientHeight + 1) return;
      }
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    document.fonts.addEventListener('loadingdone', measure);
    return () => {
      document.fonts.removeEventListener('loadingdone', measure);
      observer.disconnect();
    };
  });
  return box;
}
