import type { ActionId, ClusterId, RowId } from '@board/shared/ids';
import { setCluster } from '@board/shared/model/clusters';
import { readStrategy } from '@board/shared/model/strategy';
import { moveAction, moveRow } from '@board/shared/model/strategy-edits';
import { type DragEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcements.ts';
import { type DropPlace, isBelowMiddle, useDropMark } from '../../ui/use-drop-mark.ts';
import { shownCluster } from '../clusters/use-sections.ts';
import { useTable } from '../table-context.ts';

interface Dragged {
  row: RowId;
  /** Null: the whole row. */
  action: ActionId | null;
}

interface Target extends DropPlace {
  /** Null: the name of a cluster. */
  row: RowId | null;
  action: ActionId | null;
}

interface RowDrag {
  onDragStart: (event: DragEvent<HTMLElement>) => void;
  onDragOver: (event: DragEvent<HTMLElement>) => void;
  onDrop: (event: DragEvent<HTMLElement>) => void;
  onDragEnd: () => void;
}

/** Moves rows by their number and actions by their handle. */
export function useRowDrag(): RowDrag {
  const { t } = useTranslation('strategy');
  const { doc, origin, shown } = useTable();
  const dragged = useRef<Dragged | null>(null);
  const mark = useDropMark();
  const end = (): void => {
    mark(null);
    dragged.current = null;
  };
  const dropRow = (row: RowId, target: Target): void => {
    if (target.row === null) {
      const cluster = (target.element.dataset['cluster'] || null) as ClusterId | null;
      setCluster(doc, [row], cluster, origin);
      announce(t('clusters.sorted', { count: 1 }));
      return;
    }
    const cluster = shownCluster(shown(), target.row);
    const side = target.isAfter ? 'after' : 'before';
    moveRow(doc, row, { side, beside: target.row, ...(cluster === undefined ? {} : { cluster }) }, origin);
    const others = shown().rows.filter(({ id }) => id !== row);
    const at = others.findIndex(({ id }) => id === target.row);
    announce(t('row.moved', { place: at + (target.isAfter ? 2 : 1) }));
  };
  const dropAction = (row: RowId, action: ActionId, target: Target): void => {
    const actions = readStrategy(doc).find((one) => one.id === row)?.actions ?? [];
    const others = actions.map(({ id }) => id).filter((id) => id !== action);
    const at = target.action === null ? -1 : others.indexOf(target.action);
    if (at < 0) return;
    const to = target.isAfter ? at + 1 : at;
    moveAction(doc, row, action, others[to - 1] ?? null, origin);
    announce(t('action.moved', { place: to + 1 }));
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
        const { row, action } = dragged.current;
        if (action === null) dropRow(row, target);
        else dropAction(row, action, target);
      }
      end();
    },
    onDragEnd: end,
  };
}

function targetOf(event: DragEvent<HTMLElement>, { row, action }: Dragged): Target | null {
  if (!(event.target instanceof Element)) return null;
  const heading = action === null ? event.target.closest<HTMLElement>('[data-cluster]') : null;
  if (heading) return { element: heading, row: null, action: null, isAfter: true };
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
  return { ...target, isAfter: isBelowMiddle(event, target.element) };
}
