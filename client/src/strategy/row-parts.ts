import type { StrategyRow } from '@board/shared/model/strategy';
import type { TFunction } from 'i18next';
import type * as Y from 'yjs';
import type { EditorStart } from './editing.ts';
import type { usePresenceIn } from './presence.ts';

export interface RowProps {
  row: StrategyRow;
  /** Counted from 1. */
  place: number;
  isFirst: boolean;
  isLast: boolean;
  /** Its recommendation has a row before this one. */
  isTwin: boolean;
  /** The cell of this row that is open. */
  editing: { key: string; start: EditorStart } | null;
}

/** What the parts of a row need to know of it: asked for once per row, since every part is there thousands of times. */
export interface RowPart {
  row: StrategyRow;
  name: string;
  doc: Y.Doc;
  mayWrite: boolean;
  t: TFunction<'strategy'>;
  language: string;
  /** The cell of this row that the focus is in; its buttons are shown. */
  focused: string | null;
  /** Where the editor begins, if that cell is open. */
  editingAt: (key: string) => EditorStart | null;
  othersAt: (key: string) => ReturnType<ReturnType<typeof usePresenceIn>['get']>;
}
