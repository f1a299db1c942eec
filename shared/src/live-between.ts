import type { GroupId, RowId } from './ids.ts';
import type { ItemSource } from './model/charter.ts';

/** What the live view tells of what is said about strategies, done between groups and drawn from them. */

export interface CommentCounts {
  /** Grows with every change: whoever shows the comments asks for them again. */
  version: number;
  /** Threads that are not resolved, by row; rows without are missing. */
  rows: Record<RowId, number>;
}

export interface TogetherView {
  /** The asking group's row first. */
  rows: [RowOfGroup, RowOfGroup];
  /** `ended`: one of the rows was removed, or is about something else now. It is as before when the row comes back. */
  state: 'asked' | 'agreed' | 'ended';
}

export interface RowOfGroup {
  groupId: GroupId;
  row: RowId;
}

/** A group's contribution in an item. */
export interface DrawnFrom extends ItemSource {
  groupId: GroupId;
}

/**
 * A contribution whose group has other words by now, as far as its strategy can be read. These stand among the group's
 * contributions, or nowhere when it contributes them no more.
 */
export interface RewordedSource extends DrawnFrom {
  /** The words that were drawn. */
  before: string;
}
