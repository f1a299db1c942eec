import type { RowId } from '@board/shared/ids';
import { useEffect } from 'react';
import type * as Y from 'yjs';
import { perDocument } from '../sync/entry-cache.ts';
import { Shown } from '../sync/subscribable.ts';
import { focusCell } from './cell-focus.ts';
import { specialKey } from './table-model.ts';

const wanted = perDocument(() => new Shown<{ row: RowId } | null>(null));

/** Leads to a row from wherever in the page it is named. */
export function goToRow(doc: Y.Doc, row: RowId): void {
  wanted(doc).show({ row });
}

/** Is told of each row that somebody is led to, so that a filter makes room for it; then the focus goes there. */
export function useWantedRow(doc: Y.Doc, onRow: (row: RowId) => void): void {
  useEffect(() => {
    const rows = wanted(doc);
    return rows.subscribe(() => {
      const row = rows.getSnapshot()?.row;
      if (row === undefined) return;
      onRow(row);
      // After it is drawn.
      requestAnimationFrame(() => focusCell(specialKey(row, 'recommendation')));
    });
  }, [doc, onRow]);
}
