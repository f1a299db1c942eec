import type { RowId } from '@board/shared/ids';
import { KeptList } from '../../sync/kept-list.ts';

/** Rows about which this device asks no more. */
const aside = new KeptList<RowId>('board:help-put-aside', 1000);

/** The rows that are put aside, followed as they change. */
export const usePutAside = aside.use;

/** Asks no more about a row, on this device. */
export function putAside(row: RowId): void {
  aside.add(row);
}

/** Asks about these rows again. */
export function askAgain(rows: readonly RowId[]): void {
  aside.remove(rows);
}
