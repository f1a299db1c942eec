import type { WorkshopId } from '@board/shared/ids';
import { createContext, useContext } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';

/** What every part of the charter's editor needs of its document. */
export interface CharterEditing {
  workshopId: WorkshopId;
  doc: Y.Doc;
  awareness: Awareness | null;
  undo: Y.UndoManager | null;
  /** The origin of this page's changes, so that undo knows them. */
  origin: object;
  mayWrite: boolean;
  /** The text whose editor was open where it is drawn no more: in an item that somebody merged into another, where one goes on. */
  leftOpen: { current: Y.XmlFragment | null };
}

export const CharterEditingContext = createContext<CharterEditing | null>(null);

/** The document that is being edited. */
export function useEditing(): CharterEditing {
  const editing = useContext(CharterEditingContext);
  if (!editing) throw new Error('the charter’s editor has no document');
  return editing;
}
