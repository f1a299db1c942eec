import { useEffect } from 'react';

/** Milliseconds after which a page has everything that it needs itself, and before what did not arrive is asked for again. */
const calm = 8_000;
const again = 60_000;

/**
 * Loads code some time after the page has come, so that it is there while the server is away. `load` rejects where something
 * did not arrive, and is the same function until something else is to be loaded. Not where the device asks to save data.
 */
export function usePreloaded(load: () => Promise<unknown>, isWanted = true): void {
  useEffect(() => {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (!isWanted || connection?.saveData) return;
    let timer = setTimeout(start, calm);
    let isOver = false;
    function start(): void {
      load().catch(() => {
        if (!isOver) timer = setTimeout(start, again);
      });
    }
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [load, isWanted]);
}
