import { cellElementId } from './table-cell.tsx';

/** Moves the focus to a cell. */
export function focusCell(key: string | null): void {
  if (key !== null) document.getElementById(cellElementId(key))?.focus();
}

/**
 * Moves the focus to the stop before or after a cell: the cells in the order of the page, then what changes the widths of
 * the columns, then what is below the table. False where it has to leave the table by its beginning.
 */
export function focusBeside(key: string, step: 1 | -1): boolean {
  const here = document.getElementById(cellElementId(key));
  const grid = here?.closest('[role="grid"]');
  return here !== null && grid !== null && grid !== undefined && focusNext(grid, here, step);
}

/** The same from any stop of a table. */
export function focusNext(grid: Element, here: HTMLElement, step: 1 | -1): boolean {
  const stops = [
    ...grid.querySelectorAll<HTMLElement>('[data-cell]'),
    ...grid.querySelectorAll<HTMLElement>('[role="separator"], hr'),
  ];
  const next = stops[stops.indexOf(here) + step] ?? (step > 0 ? document.getElementById('after-table') : null);
  next?.focus();
  return next !== null;
}

/** Moves the focus between what can be pressed in a cell; from its edge to the next cell, or back to the cell itself. */
export function focusWithin(cell: HTMLElement, from: HTMLElement, step: 1 | -1): void {
  const inside = pressables(cell);
  const next = inside[inside.indexOf(from) + step];
  if (next) next.focus();
  else if (step < 0) cell.focus();
  else focusBeside(cell.dataset['cell'] ?? '', 1);
}

/** Moves the focus to the first thing in a cell that can be pressed. */
export function focusInside(cell: HTMLElement): void {
  pressables(cell)[0]?.focus();
}

/** The cell that the focus is on; null when it is elsewhere or inside of an open cell. */
export function focusedCell(): string | null {
  const active = document.activeElement;
  return active instanceof HTMLElement && !isOpen(active) ? (active.dataset['cell'] ?? null) : null;
}

/** The cell that something in the page belongs to. */
export function cellOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
}

/** True for a cell that is being written in. */
export function isOpen(cell: HTMLElement): boolean {
  return cell.dataset['open'] !== undefined;
}

function pressables(cell: HTMLElement): HTMLElement[] {
  return [...cell.querySelectorAll<HTMLElement>('a, button')].filter((one) => one.checkVisibility());
}
