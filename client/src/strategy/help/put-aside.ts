import type { RowId } from '@board/shared/ids';
import { useSyncExternalStore } from 'react';
import { Shown } from '../../sync/subscribable.ts';

/** Rows about which this device asks no more. Kept in localStorage; where that is forbidden, as long as the page lasts. */
const name = 'board:help-put-aside';

/** The oldest go first: a device that has seen many workshops does not collect rows for ever. */
const mostKept = 1000;

const aside = new Shown<readonly RowId[]>(read());

/** The rows that are put aside, followed as they change. */
export function usePutAside(): readonly RowId[] {
  return useSyncExternalStore(aside.subscribe, aside.getSnapshot);
}

/** Asks no more about a row, on this device. */
export function putAside(row: RowId): void {
  keep([...aside.getSnapshot().filter((one) => one !== row), row].slice(-mostKept));
}

/** Asks about these rows again. */
export function askAgain(rows: readonly RowId[]): void {
  keep(aside.getSnapshot().filter((one) => !rows.includes(one)));
}

function keep(rows: readonly RowId[]): void {
  aside.show(rows);
  try {
    localStorage.setItem(name, JSON.stringify(rows));
  } catch {
    // Storage is full or forbidden: the choice then lasts as long as the page.
  }
}

function read(): readonly RowId[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one): one is RowId => typeof one === 'string').slice(-mostKept) : [];
  } catch {
    return [];
  }
}
