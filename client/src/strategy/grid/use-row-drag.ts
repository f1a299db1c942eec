import type { ActionId, RowId } from '@board/shared/ids';
import { readStrategy } from '@board/shared/model/strategy';
import { moveAction, moveRow } from '@board/shared/model/strategy-edits';
import { type DragEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcements.ts';
import { useTable } from '../table-context.ts';

interface Dragged {
  row: RowId;
  /** Null: the whole row. */
  action: ActionId | null;
}

interface Target {
  element: HTMLElement;
  row: RowId;
  action: ActionId | null;
  isAfter: boolean;
}

interface RowDrag {
  onDragStart: (event: DragEvent<HTMLElement>) => void;
  onDragOver: (event: DragEvent<HTMLElement>) => void;
  onDrop: (event: DragEvent<HTMLElement>) => void;
  onDragEnd: () => void;
}

/** Moves rows by their number and actions by their handle. Where it would go is marked in the page by hand: no row is drawn again. */
export function useRowDrag(): RowDrag {
  const { t } = useTranslation('strategy');
  const { doc, origin } = useTable();
  const dragged = useRef<Dragged | null>(null);
  const marked = useRef<HTMLElement | null>(null);
  const mark = (target: Target | null): void => {
    if (marked.current) delete marked.current.dataset['drop'];
    marked.current = target?.element ?? null;
    if (target) target.element.dataset['drop'] = target.isAfter ? 'after' : 'before';
  };
  const end = (): void => {
    mark(null);
    dragged.current = null;
  };
  const drop = ({ row, action }: Dragged, target: Target): void => {
    const rows = readStrategy(doc);
    const list = action === null ? rows : (rows.find((one) => one.id === row)?.actions ?? []);
    const own = action ?? row;
    const others: readonly string[] = list.map(({ id }) => id).filter((id) => id !== own);
    const at = others.indexOf(action === null ? target.row : (target.action ?? ''));
    if (at < 0) return;
    const to = target.isAfter ? at + 1 : at;
    const before = others[to - 1] ?? null;
    if (action === null) moveRow(doc, row, before as RowId | null, origin);
    else moveAction(doc, row, action, before as ActionId | null, origin);
    announce(t(action === null ? 'row.moved' : 'action.moved', { place: to + 1 }));
  };
  return {
    onDragStart: (event) => {
      const handle = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-drag]') : null;
      const [row, action] = handle?.dataset['drag']?.split('.') ?? [];
      if (!row) return;
      dragged.current = { row: row as RowId, action: (action as ActionId | undefined) ?? null };
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', handle?.textContent ?? '');
    },
    onDragOver: (event) => {
      const target = dragged.current && targetOf(event, dragged.current);
      mark(target);
      if (target) event.preventDefault();
    },
    onDrop: (event) => {
      const target = dragged.current && targetOf(event, dragged.current);
      if (dragged.current && target) {
        event.preventDefault();
        drop(dragged.current, target);
      }
      end();
    },
    onDragEnd: end,
  };
}

function targetOf(event: DragEvent<HTMLElement>, { row, action }: Dragged): Target | null {
  if (!(event.target instanceof Element)) return null;
  const block = event.target.closest<HTMLElement>('[data-row]');
  const over = block?.dataset['row'] as RowId | undefined;
  if (!block || !over) return null;
  if (action === null) return over === row ? null : placed(event, { element: block, row: over, action: null });
  const cell = event.target.closest<HTMLElement>('[data-cell$=".text"]');
  const overAction = cell?.dataset['cell']?.split('.')[1] as ActionId | undefined;
  if (!cell || !overAction || over !== row || overAction === action) return null;
  return placed(event, { element: cell, row, action: overAction });
}

function placed(event: DragEvent<HTMLElement>, target: Omit<Target, 'isAfter'>): Target {
  const { top, height } = target.element.getBoundingClientRect();
  return { ...target, isAfter: event.clientY > top + height / 2 };
}
