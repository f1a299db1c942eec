import { startTransition, useEffect, useState } from 'react';

const atFirst = 8;

/**
 * How many of `all` rows to draw now: a screenful at once, the others in growing steps while nothing else is to be done, so
 * that a long table is there at once and is whole, for searching, printing and screen readers, soon after.
 */
export function useGrowing(all: number): number {
  const [count, setCount] = useState(atFirst);
  useEffect(() => {
    if (count >= all) return;
    const timer = setTimeout(() => startTransition(() => setCount(count * 2)), 0);
    return () => clearTimeout(timer);
  }, [count, all]);
  return Math.min(count, all);
}
