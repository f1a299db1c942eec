import type { RowId } from '@board/shared/ids';
import type { StrategyRow } from '@board/shared/model/strategy';
import { keyNow } from '@board/shared/model/strategy-twins';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type * as Y from 'yjs';
import { cellElementId } from './table-cell.tsx';
import { rowOfKey, specialKey } from './table-model.ts';

/** A menu or dialog that closes gives the focus back by itself, a moment later. */
const closing = 60;

/** The cell that had the focus last, and its place among those of the same column in its row. */
interface LastCell {
  key: string;
  place: number;
}

/**
 * When what has the focus is removed from the page, the focus goes to the nearest cell and not to the page as a whole,
 * where no key of the table is heard. Not out of a text that is being written: what is typed on must not land elsewhere.
 */
export function useFocusKept(doc: Y.Doc, rows: readonly StrategyRow[]): void {
  const orders = useRef<{ before: readonly RowId[]; now: readonly RowId[] }>({ before: [], now: [] });
  useLayoutEffect(() => {
    orders.current = { before: orders.current.now, now: rows.map(({ id }) => id) };
  }, [rows]);
  useEffect(() => {
    let focused: Element | null = null;
    let cell: LastCell | null = null;
    const onFocusIn = ({ target }: FocusEvent): void => {
      focused = target instanceof Element ? target : null;
      cell = lastCellAt(focused) ?? cell;
    };
    const onFocusOut = ({ target }: FocusEvent): void =>
      queueMicrotask(() => {
        // Still in the page: this person has left it.
        if (focused === target && focused?.isConnected && isNowhere()) focused = null;
      });
    const bring = (): void => {
      if (!isNowhere() || !cell) return;
      nearestTo({ ...cell, key: keyNow(doc, cell.key) }, orders.current)?.focus();
    };
    const observer = new MutationObserver(() => {
      if (!focused || !isNowhere() || isWritten(focused)) return;
      const isOver = focused.closest('[role="menu"], dialog') !== null;
      focused = null;
      if (isOver) setTimeout(bring, closing);
      else bring();
    });
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('focusout', onFocusOut);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('focusout', onFocusOut);
    };
  }, [doc]);
}

function isNowhere(): boolean {
  const active = document.activeElement;
  return active === null || active === document.body || active.matches(':disabled');
}

function isWritten(element: Element): boolean {
  return element.matches('input, textarea, select, [contenteditable]');
}

function lastCellAt(element: Element | null): LastCell | null {
  const cell = element?.closest<HTMLElement>('[data-cell]');
  const key = cell?.dataset['cell'];
  if (!cell || key === undefined) return lastFieldAt(element);
  const block = cell.closest('[data-row]');
  return { key, place: block ? cellsIn(block, columnOf(key)).indexOf(cell) : 0 };
}

/** On a phone: the field, or its card. */
function lastFieldAt(element: Element | null): LastCell | null {
  const row = element?.closest<HTMLElement>('[data-row]')?.dataset['row'];
  if (!element || row === undefined) return null;
  const [, key = specialKey(row as RowId, 'recommendation')] = /^cell-(.+)$/.exec(element.id) ?? [];
  return { key, place: 0 };
}

function nearestTo(
  { key, place }: LastCell,
  { before, now }: { before: readonly RowId[]; now: readonly RowId[] },
): HTMLElement | null {
  const same = document.getElementById(cellElementId(key));
  if (same) return same;
  const row = rowOfKey(key);
  const at = now.includes(row) ? now.indexOf(row) : Math.min(before.indexOf(row), now.length - 1);
  const block = document.querySelector(`[data-row="${now[at] ?? row}"]`);
  if (!block)
    return document.querySelector<HTMLElement>('[data-cell]') ?? document.querySelector('[role="toolbar"] button');
  const cells = cellsIn(block, columnOf(key));
  const cell =
    cells[Math.min(place, cells.length - 1)] ?? cellsIn(block, 'risks')[0] ?? block.querySelector('[data-cell]');
  return cell ?? (block instanceof HTMLElement ? block : null);
}

function cellsIn(block: Element, column: string): HTMLElement[] {
  return [...block.querySelectorAll<HTMLElement>(`[data-cell$=".${column}"]`)];
}

function columnOf(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}
