import type { StrategyRow } from '@board/shared/model/strategy';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { EditorStart } from './editing.ts';
import type { Range } from './grid/range.ts';
import { cellElementId } from './table-cell.tsx';
import { type Direction, move } from './table-model.ts';

export interface TableKeys {
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onClick: (event: MouseEvent<HTMLElement>) => void;
  onMouseDown: (event: MouseEvent<HTMLElement>) => void;
  onMouseOver: (event: MouseEvent<HTMLElement>) => void;
}

export interface TableHandlers {
  rows: readonly StrategyRow[];
  range: Range;
  open: (key: string, start?: EditorStart) => void;
  undo: () => void;
  redo: () => void;
  /** Empties the chosen cells, or this one. */
  clear: (key: string) => void;
  /** Moves the row or action that a cell belongs to by one place. */
  shift: (key: string, step: 1 | -1) => void;
}

/** What the keys and the pointer do on the table as a whole; a cell that is open keeps its keys for itself. */
export function tableKeys(handlers: TableHandlers): TableKeys {
  const { rows, range, open } = handlers;
  return {
    onKeyDown: (event) => {
      const cell = cellOf(event.target);
      if (!cell || event.defaultPrevented || event.nativeEvent.isComposing || isOpen(cell)) return;
      if (event.key === 'F6') leaveTable(event, cell);
      else if (isUndoKey(event)) undoBy(event, handlers);
      else if (isShift(event)) shiftBy(event, cell, handlers);
      else if (!moveBy(event, cell, handlers) && event.target === cell) actOn(event, cell, handlers);
    },
    onMouseDown: (event) => {
      const cell = cellOf(event.target);
      const key = cell?.dataset['cell'];
      if (!cell || !key || isOpen(cell) || event.button !== 0 || isPressable(event.target, cell)) return;
      if (event.shiftKey) {
        event.preventDefault();
        range.choose(rows, range.anchorOr(focusedCell() ?? key), key);
      } else range.choose(rows, key, key);
    },
    onMouseOver: (event) => {
      const key = event.buttons === 1 ? cellOf(event.target)?.dataset['cell'] : undefined;
      const anchor = range.anchorOr('');
      if (!key || anchor === '' || (key === anchor && range.isEmpty) || focusedOpen()) return;
      getSelection()?.removeAllRanges();
      range.choose(rows, anchor, key);
    },
    onClick: (event) => {
      const cell = cellOf(event.target);
      if (!cell || isOpen(cell) || isPressable(event.target, cell) || event.shiftKey || !range.isEmpty) return;
      const { opens, cell: key } = cell.dataset;
      if (key && opens !== 'nothing') open(key, { point: { x: event.clientX, y: event.clientY } });
    },
  };
}

/** Moves the focus to a cell. */
export function focusCell(key: string | null): void {
  if (key !== null) document.getElementById(cellElementId(key))?.focus();
}

/** Moves the focus to the cell before or after one, in the order of the page. */
export function focusBeside(key: string, step: 1 | -1): void {
  const here = document.getElementById(cellElementId(key));
  const cells = [...(here?.closest('[role="grid"]')?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])];
  const next = here ? cells[cells.indexOf(here) + step] : undefined;
  (next ?? here)?.focus();
}

/** The cell that the focus is on; null when it is elsewhere or inside of an open cell. */
export function focusedCell(): string | null {
  const active = document.activeElement;
  return active instanceof HTMLElement && !isOpen(active) ? (active.dataset['cell'] ?? null) : null;
}

function focusedOpen(): boolean {
  return document.activeElement?.closest('[data-open]') !== null;
}

function actOn(event: KeyboardEvent, cell: HTMLElement, { open, clear, range, rows }: TableHandlers): void {
  const key = cell.dataset['cell'] ?? '';
  const opens = cell.dataset['opens'];
  if (event.key === 'Escape' && !range.isEmpty) range.choose(rows, key, key);
  else if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    clear(key);
  }
  const isStart = event.key === 'Enter' || event.key === 'F2';
  const isTyped = opens === 'editor' && isLetter(event) && event.key !== ' ';
  if (!isStart && !isTyped) return;
  event.preventDefault();
  range.clear();
  // Whatever follows before the editor is there is kept by the editor's frame.
  if (opens !== 'nothing') open(key, isTyped ? { typed: () => event.key } : {});
  else cell.querySelector<HTMLElement>('button, a')?.focus();
}

function moveBy(event: KeyboardEvent, cell: HTMLElement, { rows, range }: TableHandlers): boolean {
  const direction = directionOf(event, isRightToLeft(cell));
  const from = cell.dataset['cell'] ?? '';
  if (!direction) return false;
  event.preventDefault();
  if (!event.shiftKey) {
    range.clear();
    focusCell(moveToShown(rows, from, direction));
    return true;
  }
  const to = move(rows, range.headOr(from), direction);
  if (to === null) return true;
  range.choose(rows, range.anchorOr(from), to);
  focusCell(to);
  return true;
}

/** Folded rows are passed over: their cells are not in the page. */
function moveToShown(rows: TableHandlers['rows'], from: string, direction: Direction): string | null {
  let at: string | null = from;
  for (let left = rows.length; left >= 0; left--) {
    const next: string | null = at === null ? null : move(rows, at, direction);
    if (next === null || next === at) return null;
    if (document.getElementById(cellElementId(next))) return next;
    at = next;
  }
  return null;
}

function directionOf(event: KeyboardEvent, isRtl: boolean): Direction | null {
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
      return isFar ? 'first' : 'row-start';
    case 'End':
      return isFar ? 'last' : 'row-end';
    default:
      return null;
  }
}

function sideways(isFar: boolean, isBack: boolean): Direction {
  if (isFar) return isBack ? 'row-start' : 'row-end';
  return isBack ? 'back' : 'forward';
}

function undoBy(event: KeyboardEvent, { undo, redo }: TableHandlers): void {
  event.preventDefault();
  if (event.shiftKey || event.key.toLowerCase() === 'y') redo();
  else undo();
}

function shiftBy(event: KeyboardEvent, cell: HTMLElement, { shift }: TableHandlers): void {
  event.preventDefault();
  shift(cell.dataset['cell'] ?? '', event.key === 'ArrowUp' ? -1 : 1);
}

function leaveTable(event: KeyboardEvent, cell: HTMLElement): void {
  event.preventDefault();
  const grid = cell.closest('[role="grid"]');
  const way = event.shiftKey ? grid?.parentElement?.querySelector('a') : document.getElementById('after-table');
  if (way instanceof HTMLElement) way.focus();
}

function isLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.altKey && !event.ctrlKey && !event.metaKey;
}

/** True for the keys of undo and redo. */
export function isUndoKey(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && ['z', 'y'].includes(event.key.toLowerCase());
}

function isShift(event: KeyboardEvent): boolean {
  return event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown');
}

function cellOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
}

function isOpen(cell: HTMLElement): boolean {
  return cell.dataset['open'] !== undefined;
}

function isPressable(target: EventTarget, cell: HTMLElement): boolean {
  const pressable = target instanceof Element ? target.closest('a, button') : null;
  return pressable !== null && cell.contains(pressable);
}

function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
