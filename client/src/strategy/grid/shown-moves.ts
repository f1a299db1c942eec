import type { StrategyRow } from '@board/shared/model/strategy';
import { cellElementId } from '../table-cell.tsx';
import { type Direction, move } from '../table-model.ts';

/** From a far cell that is folded away, the way back to the first one that is shown. */
const wayBack: Partial<Record<Direction, Direction>> = {
  'row-end': 'back',
  'table-end': 'back',
  first: 'down',
  last: 'up',
};

/** The cell that a key leads to among those in the page: what is folded away is passed over. */
export function moveToShown(rows: readonly StrategyRow[], from: string, direction: Direction): string | null {
  const far = wayBack[direction];
  let at = move(rows, from, direction);
  for (let left = rows.length * 9; at !== null && left >= 0; left--) {
    if (elementOf(at)) return at;
    const next: string | null = move(rows, at, far ?? direction) ?? null;
    if (next === at) return far === 'back' ? lastShown(rows) : null;
    at = next;
  }
  return null;
}

/** The cell in the same column that is a screenful away, or the last one before the table's edge. */
export function moveByPage(rows: readonly StrategyRow[], from: string, step: 1 | -1): string | null {
  const start = elementOf(from)?.getBoundingClientRect().top;
  if (start === undefined) return null;
  const page = innerHeight * 0.75;
  let at = from;
  for (;;) {
    const next = moveToShown(rows, at, step > 0 ? 'down' : 'up');
    const top = next === null ? undefined : elementOf(next)?.getBoundingClientRect().top;
    if (next === null || next === at || top === undefined) return at;
    if (Math.abs(top - start) > page) return at === from ? next : at;
    at = next;
  }
}

function lastShown(rows: readonly StrategyRow[]): string | null {
  const cells = document.querySelectorAll<HTMLElement>(`[data-row="${rows.at(-1)?.id}"] [data-cell]`);
  return cells[cells.length - 1]?.dataset['cell'] ?? null;
}

function elementOf(key: string): HTMLElement | null {
  return document.getElementById(cellElementId(key));
}
