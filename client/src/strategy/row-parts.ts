import type { StrategyRow } from '@board/shared/model/strategy';
import type { EditorStart } from './editing.ts';
import type { usePresenceIn } from './presence.ts';

export interface RowProps {
  row: StrategyRow;
  /** Counted from 1. */
  place: number;
  isFirst: boolean;
  isLast: boolean;
  /** The cell of this row that is open. */
  editing: { key: string; start: EditorStart } | null;
}

/** What the parts of a row need to know of it. */
export interface RowPart {
  row: StrategyRow;
  name: string;
  /** Where the editor begins, if that cell is open. */
  editingAt: (key: string) => EditorStart | null;
  othersAt: (key: string) => ReturnType<ReturnType<typeof usePresenceIn>['get']>;
}
