import { useEffect, useRef } from 'react';
import type * as Y from 'yjs';
import { isUndoKey } from './use-table-keys.ts';

/**
 * Undo and redo by key wherever the focus is in the page of a strategy, since what was just pressed may be gone with what
 * it did. Fields and open cells keep these keys for themselves, and so does whatever lies over the page.
 */
export function useUndoKeys(undo: Y.UndoManager | null): void {
  useKeyElsewhere((event) => {
    if (!undo || !isUndoKey(event)) return false;
    if (event.shiftKey || event.key.toLowerCase() === 'y') undo.redo();
    else undo.undo();
    return true;
  });
}

/** Shift+F6 from outside of the table goes back to the cell that was left. */
export function useReturnKey(toCell: () => void): void {
  useKeyElsewhere((event) => {
    if (event.key !== 'F6' || !event.shiftKey) return false;
    toCell();
    return true;
  });
}

/** Hears keys that nothing nearer has taken; `take` says whether it did. */
function useKeyElsewhere(take: (event: KeyboardEvent) => boolean): void {
  const current = useRef(take);
  useEffect(() => {
    current.current = take;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
      if (target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select')))
        return;
      if (current.current(event)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
