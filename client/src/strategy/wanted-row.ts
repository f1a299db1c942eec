import type { RowId } from '@board/shared/ids';
import { useEffect } from 'react';
import type * as Y from 'yjs';
import { perDocument } from '../sync/entry-cache.ts';
import { Shown } from '../sync/subscribable.ts';
import { cellElementId } from './table-cell.tsx';
import { rowOfKey, specialKey } from './table-model.ts';

const wanted = perDocument(() => new Shown<{ key: string } | null>(null));

/** How many frames a row that is not drawn yet is waited for. */
const patience = 60;

/** Leads to a row from wherever in the page it is named. */
export function goToRow(doc: Y.Doc, row: RowId): void {
  goToCell(doc, specialKey(row, 'recommendation'));
}

/** Leads to a cell of a row. */
export function goToCell(doc: Y.Doc, key: string): void {
  wanted(doc).show({ key });
}

/** Is told of each row that somebody is led to, so that room is made for it where it is filtered out or folded; then the focus goes there. */
export function useWantedRow(doc: Y.Doc, makeRoom: (row: RowId) => void): void {
  useEffect(() => {
    const cells = wanted(doc);
    return cells.subscribe(() => {
      const key = cells.getSnapshot()?.key;
      if (key === undefined) return;
      makeRoom(rowOfKey(key));
      focusOnceDrawn(key, patience);
    });
  }, [doc, makeRoom]);
}

/** After what covers the cell has closed, too. */
function focusOnceDrawn(key: string, frames: number): void {
  requestAnimationFrame(() => {
    const cell = document.getElementById(cellElementId(key));
    cell?.scrollIntoView({ block: 'center' });
    cell?.focus({ preventScroll: true });
    if (!cell && frames > 0) focusOnceDrawn(key, frames - 1);
  });
}
