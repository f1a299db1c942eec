import type { GroupId, RowId } from './ids.ts';

/** What the live view tells of what is said about strategies and done between groups. */

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
