import { useEffect, useState } from 'react';

/** Milliseconds in which a thumb lands that was on its way when something else came up below it: seeing that takes a quarter of a second, stopping as much. */
const landing = 600;

/**
 * False at first, and true when `what` has been on the page for so long that a touch was meant for it, and not for what stood
 * there before. Without `what`: whoever calls it.
 */
export function useSettled(what: string | boolean | null = null): boolean {
  const [settled, setSettled] = useState<{ what: typeof what } | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ what }), landing);
    return () => clearTimeout(timer);
  }, [what]);
  return settled !== null && settled.what === what;
}
