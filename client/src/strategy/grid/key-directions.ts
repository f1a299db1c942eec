import type { KeyboardEvent } from 'react';
import type { Direction } from '../table-model.ts';

/** Where a key leads to in the table; null when it leads nowhere. `page`: by as much as is in view. */
export function directionOf(event: KeyboardEvent, isRtl: boolean): Direction | 'page-up' | 'page-down' | null {
  if (event.altKey) return null;
  const isFar = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowUp':
      return isFar ? 'first' : 'up';
    case 'ArrowDown':
      return isFar ? 'last' : 'down';
    case 'ArrowLeft':
      return sideways(isFar, !isRtl);
    case 'ArrowRight':
      return sideways(isFar, isRtl);
    case 'Home':
      return isFar ? 'table-start' : 'row-start';
    case 'End':
      return isFar ? 'table-end' : 'row-end';
    case 'PageUp':
      return isFar ? null : 'page-up';
    case 'PageDown':
      return isFar ? null : 'page-down';
    default:
      return null;
  }
}

function sideways(isFar: boolean, isBack: boolean): Direction {
  if (isFar) return isBack ? 'row-start' : 'row-end';
  return isBack ? 'back' : 'forward';
}
