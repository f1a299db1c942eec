import type { GroupId, RecommendationId, RowId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import type { StrategyRow } from '@board/shared/model/strategy';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { DocumentStatus } from '../sync/document-status.ts';
import type { Catalogue } from '../sync/follow-models.ts';
import type { Offers } from '../sync/offers.ts';
import type { ShownRows } from './clusters/use-sections.ts';
import type { EditorStart } from './editing.ts';
import type { Folding } from './grid/use-folding.ts';

export interface StrategyTableProps {
  /** The group's document and what belongs to it, as from `useDocument`. */
  doc: Y.Doc;
  awareness: Awareness | null;
  undo: Y.UndoManager | null;
  origin: object;
  rows: readonly StrategyRow[];
  /** How it is saved. */
  status: DocumentStatus;
  offers: Offers | null;
  groupId: GroupId;
  groupName: string;
  /** Null while the catalogue is on its way. */
  catalogue: Catalogue | null;
  mayWrite: boolean;
  groups: LiveView['groups'];
  /** Which groups have taken a recommendation. */
  taken: Readonly<Record<RecommendationId, readonly GroupId[]>>;
}

export interface OpenCell {
  key: string;
  start: EditorStart;
}

/** What a view of the strategy is given: the grid and the cards alike. */
export interface StrategyViewProps {
  shown: ShownRows;
  /** Rows whose recommendation has a row before them. */
  twins: ReadonlyMap<RowId, RowId>;
  editing: OpenCell | null;
  label: string;
  folding: Folding;
  /** This person is in a row. */
  onRow: (row: RowId) => void;
}
