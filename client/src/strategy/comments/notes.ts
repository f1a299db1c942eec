import type { GroupId, RecommendationId, RowId, TogetherId, WorkshopId } from '@board/shared/ids';
import type { RowOfGroup, TogetherView } from '@board/shared/live-between';
import type { LiveView } from '@board/shared/live-view';
import { createContext, useContext } from 'react';
import type { Subscribable } from '../../sync/subscribable.ts';

/** A row that is, or is asked to be, done together with another group's. */
export interface Link {
  id: TogetherId;
  state: TogetherView['state'];
  other: RowOfGroup;
  /** The other group asks; else this one does. */
  isAskedByOther: boolean;
}

/** What there is to say beside the rows of one group's strategy. */
export interface NotesNow {
  mayRead: boolean;
  mayComment: boolean;
  /** All threads, resolved ones too. */
  threads: number;
  openByRow: ReadonlyMap<RowId, number>;
  openByCell: ReadonlyMap<string, number>;
  /** Rows with comments that are only on this device. */
  keptRows: ReadonlySet<RowId>;
  taken: LiveView['taken'];
  groups: LiveView['groups'];
  links: ReadonlyMap<RowId, readonly Link[]>;
}

/** Where the comments are opened: a row, one of its cells, or all of the group's. */
export interface CommentsPlace {
  row: RowId | null;
  cell: string | null;
}

export interface Notes extends Subscribable<NotesNow> {
  workshopId: WorkshopId;
  groupId: GroupId;
  openComments: (place: CommentsPlace) => void;
  openOthers: (row: RowId) => void;
}

const Context = createContext<Notes | null>(null);

export const NotesContext = Context.Provider;

/** The notes around the table; null for a table that stands alone. */
export function useNotes(): Notes | null {
  return useContext(Context);
}

/** The links of a group's rows, by row. */
export function linksOf(together: LiveView['together'], group: GroupId): Map<RowId, Link[]> {
  const links = new Map<RowId, Link[]>();
  for (const [id, { rows, state }] of Object.entries(together)) {
    const at = rows.findIndex(({ groupId }) => groupId === group);
    const [own, other] = at === 0 ? rows : [rows[1], rows[0]];
    if (at < 0) continue;
    const link = { id: id as TogetherId, state, other, isAskedByOther: at === 1 };
    links.set(own.row, [...(links.get(own.row) ?? []), link]);
  }
  return links;
}

/** What one row shows. */
export interface RowNotesNow {
  mayRead: boolean;
  mayComment: boolean;
  open: number;
  isKept: boolean;
  cells: [key: string, open: number][];
  others: number;
  links: { id: TogetherId; state: Link['state']; isAskedByOther: boolean; name: string }[];
}

/** The same as text, so that a row is drawn again only when something of it has changed. */
export function rowSign(now: NotesNow, group: GroupId, row: RowId, recommendation: RecommendationId | null): string {
  const cells = [...now.openByCell].filter(([key]) => key.startsWith(`${row}.`));
  const taken = recommendation === null ? [] : (now.taken[recommendation] ?? []);
  const notes: RowNotesNow = {
    mayRead: now.mayRead,
    mayComment: now.mayComment,
    open: now.openByRow.get(row) ?? 0,
    isKept: now.keptRows.has(row),
    cells,
    others: taken.filter((id) => id !== group).length,
    links: (now.links.get(row) ?? []).map(({ id, state, isAskedByOther, other }) => ({
      id,
      state,
      isAskedByOther,
      name: now.groups[other.groupId]?.name ?? '',
    })),
  };
  return JSON.stringify(notes);
}
