import { useEffect } from 'react';

/** What a presenter's remote control or keyboard can ask for. */
export type PresenterKey = 'next' | 'previous' | 'back';

const keys: Readonly<Record<string, PresenterKey>> = {
  PageDown: 'next',
  ' ': 'next',
  PageUp: 'previous',
  Escape: 'back',
};

/** The arrow keys follow the way the page is written. */
function keyOf(key: string): PresenterKey | undefined {
  const isRightToLeft = document.documentElement.dir === 'rtl';
  if (key === 'ArrowRight') return isRightToLeft ? 'previous' : 'next';
  if (key === 'ArrowLeft') return isRightToLeft ? 'next' : 'previous';
  return keys[key];
}

/** Listens to the presenter's keys, unless a control has the focus that uses them itself. */
export function usePresenterKeys(run: (key: PresenterKey) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const key = keyOf(event.key);
      const isInControl = event.target instanceof Element && event.target.closest('button, select, input') !== null;
      if (!key || event.altKey || event.ctrlKey || event.metaKey || (isInControl && event.key === ' ')) return;
      run(key);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [run]);
}
