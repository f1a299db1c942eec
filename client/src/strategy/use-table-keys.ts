import type { StrategyRow } from '@board/shared/model/strategy';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { EditorStart } from './editing.ts';
import { cellElementId } from './table-cell.tsx';
import { type Direction, move } from './table-model.ts';

export interface TableKeys {
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onClick: (event: MouseEvent<HTMLElement>) => void;
}

interface Handlers {
  rows: readonly StrategyRow[];
  open: (key: string, start?: EditorStart) => void;
  undo: () => void;
  redo: () => void;
}

/** What the keys and the pointer do on the table as a whole; a cell that is open keeps its keys for itself. */
export function tableKeys({ rows, open, undo, redo }: Handlers): TableKeys {
  return {
    onKeyDown: (event) => {
      const cell = cellOf(event.target);
      if (!cell || event.defaultPrevented || event.nativeEvent.isComposing || isOpen(cell)) return;
      if (event.ctrlKey || event.metaKey) {
        if (!isUndoKey(event)) moveBy(cell, rows, event, directionWithControl(event));
        else {
          event.preventDefault();
          if (event.shiftKey || event.key.toLowerCase() === 'y') redo();
          else undo();
        }
        return;
      }
      const direction = directionOf(event, isRightToLeft(cell));
      if (direction) moveBy(cell, rows, event, direction);
      else if (event.target === cell) openByKey(event, cell, open);
    },
    onClick: (event) => {
      const cell = cellOf(event.target);
      if (!cell || isOpen(cell) || isPressable(event.target, cell)) return;
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

function isLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.altKey && !event.ctrlKey && !event.metaKey;
}

function openByKey(event: KeyboardEvent, cell: HTMLElement, open: Handlers['open']): void {
  const key = cell.dataset['cell'] ?? '';
  const opens = cell.dataset['opens'];
  const isStart = event.key === 'Enter' || event.key === 'F2';
  const isTyped = opens === 'editor' && isLetter(event) && event.key !== ' ';
  if (!isStart && !isTyped) return;
  event.preventDefault();
  // Whatever follows before the editor is there is kept by the editor's frame.
  if (opens !== 'nothing') open(key, isTyped ? { typed: () => event.key } : {});
  else cell.querySelector<HTMLElement>('button, a')?.focus();
}

function moveBy(
  cell: HTMLElement,
  rows: readonly StrategyRow[],
  event: KeyboardEvent,
  direction: Direction | null,
): void {
  if (!direction) return;
  event.preventDefault();
  focusCell(move(rows, cell.dataset['cell'] ?? '', direction));
}

function directionOf(event: KeyboardEvent, isRtl: boolean): Direction | null {
  if (event.altKey || event.shiftKey) return null;
  switch (event.key) {
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case 'ArrowLeft':
      return isRtl ? 'forward' : 'back';
    case 'ArrowRight':
      return isRtl ? 'back' : 'forward';
    case 'Home':
      return 'row-start';
    case 'End':
      return 'row-end';
    default:
      return null;
  }
}

function directionWithControl(event: KeyboardEvent): Direction | null {
  return event.key === 'Home' ? 'first' : event.key === 'End' ? 'last' : null;
}

function isUndoKey(event: KeyboardEvent): boolean {
  return !event.altKey && ['z', 'y'].includes(event.key.toLowerCase());
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
