import type { RowId } from '@board/shared/ids';
import type { StateNamer } from '@board/shared/upr/state-names';
import { createContext, useContext } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { Catalogue } from '../sync/follow-models.ts';
import type { ShownRows } from './clusters/use-sections.ts';
import type { EditorStart, LeavingWay } from './editing.ts';

/** What all cells of one table share. Nothing in it changes while somebody types. */
export interface TableContext {
  doc: Y.Doc;
  awareness: Awareness | null;
  undo: Y.UndoManager | null;
  /** The origin of changes that are made outside of an editor, so that they can be undone. */
  origin: object;
  mayWrite: boolean;
  catalogue: Catalogue | null;
  nameOfState: StateNamer;
  toolbarPlace: HTMLElement | null;
  /** The rows in the order in which they stand on this screen at this moment. */
  shown: () => ShownRows;
  /** Asks into which cluster rows are to be sorted. */
  sort: (rows: readonly RowId[]) => void;
  /** Opens a cell for writing. */
  open: (key: string, start?: EditorStart) => void;
  /** The open cell was left. */
  leave: (key: string, way: LeavingWay) => void;
}

const Context = createContext<TableContext | null>(null);

export const TableProvider = Context.Provider;

/** The table that a cell is in. */
export function useTable(): TableContext {
  const table = useContext(Context);
  if (!table) throw new Error('a cell outside of a table');
  return table;
}
