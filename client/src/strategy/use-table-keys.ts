import type { StrategyRow } from '@board/shared/model/strategy';
import type { KeyboardEvent, MouseEvent } from 'react';
import {
  cellOf,
  focusBeside,
  focusCell,
  focusedCell,
  focusInside,
  focusNext,
  focusWithin,
  isOpen,
} from './cell-focus.ts';
import type { EditorStart } from './editing.ts';
import { directionOf } from './grid/key-directions.ts';
import type { Range } from './grid/range.ts';
import { moveByPage, moveToShown } from './grid/shown-moves.ts';
import { move } from './table-model.ts';

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
      if (event.defaultPrevented || event.nativeEvent.isComposing) return;
      if (event.key === 'F6') leaveTable(event);
      else if (cell && isOpen(cell)) return;
      else if (event.key === 'Tab') goOn(event, cell, range);
      else if (!cell) return;
      else if (event.target !== cell && event.key === 'Escape') cell.focus();
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
  if (event.altKey) {
    focusInside(cell);
    return;
  }
  range.clear();
  // Whatever follows before the editor is there is kept by the editor's frame.
  if (opens !== 'nothing') open(key, isTyped ? { typed: event.key } : {});
  else focusInside(cell);
}

function moveBy(event: KeyboardEvent, cell: HTMLElement, { rows, range }: TableHandlers): boolean {
  const direction = directionOf(event, isRightToLeft(cell));
  const from = cell.dataset['cell'] ?? '';
  if (!direction) return false;
  event.preventDefault();
  const next = (start: string): string | null => {
    if (direction === 'page-up' || direction === 'page-down')
      return moveByPage(rows, start, direction === 'page-down' ? 1 : -1);
    return event.shiftKey ? move(rows, start, direction) : moveToShown(rows, start, direction);
  };
  if (!event.shiftKey) {
    range.clear();
    focusCell(next(from));
    return true;
  }
  const to = next(range.headOr(from));
  if (to === null) return true;
  range.choose(rows, range.anchorOr(from), to);
  focusCell(to);
  return true;
}

/** Tab goes through the cells, or through what can be pressed in one, and then out of the table. */
function goOn(event: KeyboardEvent, cell: HTMLElement | null, range: Range): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
  range.clear();
  const step = event.shiftKey ? -1 : 1;
  if (cell && event.target !== cell) {
    event.preventDefault();
    focusWithin(cell, event.target, step);
  } else if (cell ? focusBeside(cell.dataset['cell'] ?? '', step) : focusNext(event.currentTarget, event.target, step))
    event.preventDefault();
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

/** To what is below the table or above it; a cell that is open is left. */
function leaveTable(event: KeyboardEvent): void {
  event.preventDefault();
  const grid = event.currentTarget;
  const way = event.shiftKey ? grid.parentElement?.querySelector('a') : document.getElementById('after-table');
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

function isPressable(target: EventTarget, cell: HTMLElement): boolean {
  const pressable = target instanceof Element ? target.closest('a, button') : null;
  return pressable !== null && cell.contains(pressable);
}

function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
