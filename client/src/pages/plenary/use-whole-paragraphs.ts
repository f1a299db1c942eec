import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Shows as many paragraphs of a box as it has room for, the first ones, each whole: nothing in the hall is cut through. `around` is
 * what decides how much room there is. Measured when something is drawn, when `around` or a part of it changes in size (one may come in by itself, and take
 * room away), and when letters arrive.
 */
export function useWholeParagraphs(): {
  around: RefObject<HTMLDivElement | null>;
  box: RefObject<HTMLDivElement | null>;
} {
  const around = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const measure = (): void => {
      if (box.current) leaveOutLast(box.current);
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const part of around.current ? [around.current, ...around.current.children] : []) observer.observe(part);
    document.fonts.addEventListener('loadingdone', measure);
    return () => {
      document.fonts.removeEventListener('loadingdone', measure);
      observer.disconnect();
    };
  });
  return { around, box };
}

function leaveOutLast(box: HTMLElement): void {
  const paragraphs = [...box.querySelectorAll('p')];
  for (const one of paragraphs) one.style.removeProperty('display');
  // Browsers round to whole pixels.
  while (paragraphs.length > 0 && box.scrollHeight > box.clientHeight + 1)
    paragraphs.pop()?.style.setProperty('display', 'none');
}
