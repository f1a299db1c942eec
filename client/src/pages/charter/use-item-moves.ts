import type { CharterItemId } from '@board/shared/ids';
import { type CharterItem, moveItem } from '@board/shared/model/charter';
import { type DragEvent, type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcements.ts';
import { type DropPlace, isBelowMiddle, useDropMark } from '../../ui/use-drop-mark.ts';
import { useEditing } from './editing-context.ts';

/** What the list of items listens to; an item carries its id in `data-item`, its handle `data-handle`. */
export interface ItemMoves {
  onDragStart: (event: DragEvent<HTMLElement>) => void;
  onDragOver: (event: DragEvent<HTMLElement>) => void;
  onDrop: (event: DragEvent<HTMLElement>) => void;
  onDragEnd: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

interface Target extends DropPlace {
  id: CharterItemId;
}

/** Moves items by their handles: dragged, or with the arrow keys. */
export function useItemMoves(items: readonly CharterItem[]): ItemMoves {
  const { t } = useTranslation('drafting');
  const { doc, origin, undo, mayWrite } = useEditing();
  const dragged = useRef<CharterItemId | null>(null);
  const mark = useDropMark();
  const end = (): void => {
    mark(null);
    dragged.current = null;
  };
  /** `to`: the place among the others, from 0. */
  const move = (id: CharterItemId, to: number): void => {
    const others = items.filter((item) => item.id !== id);
    if (!mayWrite || to < 0 || to > others.length || items[to]?.id === id) return;
    undo?.stopCapturing();
    moveItem(doc, id, others[to - 1]?.id ?? null, origin);
    undo?.stopCapturing();
    announce(t('move.moved', { number: to + 1 }));
  };
  return {
    onDragStart: (event) => {
      const handle = handleOf(event);
      const id = handle && itemOf(handle);
      if (!id || !mayWrite) return;
      dragged.current = id;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', '');
    },
    onDragOver: (event) => {
      const target = dragged.current && targetOf(event, dragged.current);
      mark(target);
      if (target) event.preventDefault();
    },
    onDrop: (event) => {
      const id = dragged.current;
      const target = id && targetOf(event, id);
      if (id && target) {
        event.preventDefault();
        const at = items.filter((item) => item.id !== id).findIndex((item) => item.id === target.id);
        move(id, target.isAfter ? at + 1 : at);
      }
      end();
    },
    onDragEnd: end,
    onKeyDown: (event) => {
      const handle = handleOf(event);
      const id = handle && itemOf(handle);
      if (!id || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      const place = items.findIndex((item) => item.id === id);
      move(id, place + (event.key === 'ArrowUp' ? -1 : 1));
      // The list is drawn anew, and an element that is put elsewhere in the page loses the focus.
      requestAnimationFrame(() => handle.focus());
    },
  };
}

function handleOf(event: { target: EventTarget }): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>('[data-handle]') : null;
}

function itemOf(element: Element): CharterItemId | null {
  const id = element.closest<HTMLElement>('[data-item]')?.dataset['item'];
  return id === undefined ? null : (id as CharterItemId);
}

function targetOf(event: DragEvent<HTMLElement>, dragged: CharterItemId): Target | null {
  if (!(event.target instanceof Element)) return null;
  const element = event.target.closest<HTMLElement>('[data-item]');
  const id = element && itemOf(element);
  if (!element || !id || id === dragged) return null;
  return { element, id, isAfter: isBelowMiddle(event, element) };
}
