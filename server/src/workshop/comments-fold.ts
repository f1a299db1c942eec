import type { CommentId, GroupId, PersonId, RecommendationId, RowId } from '@board/shared/ids';
import { keyed } from '@board/shared/keyed';
import type { CommentCounts } from '@board/shared/live-between';
import type { FeedbackKind } from '@board/shared/presentation';
import type { CommentElsewhere, Decision } from './decisions.ts';

/** A comment as the log knows it. Earlier wordings, and those that were taken out, are in the log only. */
export interface CommentState {
  id: CommentId;
  groupId: GroupId;
  /** The comment that began the thread; its own id where it is that one. */
  thread: CommentId;
  row: RowId;
  cell: string | null;
  recommendation: RecommendationId | null;
  author: PersonId | null;
  at: number;
  text: string;
  editedAt: number | null;
  removedBy: 'author' | 'facilitator' | null;
  resolved: { by: PersonId | null; at: number } | null;
  /** It was said in the hall while the group presented. */
  heard?: FeedbackKind;
  /** Names of people of another server, in place of those of `author` and `resolved.by`. */
  elsewhere?: { name: string; resolvedBy: string };
  /** Times that it was reworded, resolved or reopened. */
  changes: number;
  /** Those of them that resolved or reopened its thread, which others than its author do. */
  turns: number;
}

export type CommentDecision = Extract<Decision, { commentId: CommentId }>;

/** In the order in which they were written. */
export type Comments = ReadonlyMap<CommentId, CommentState>;

/** True for decisions that `foldComment` takes. */
export function isAboutComments(decision: Decision): decision is CommentDecision {
  return 'commentId' in decision;
}

/** Takes one decision into the comments. A change of what is not there changes nothing. */
export function foldComment(
  comments: Map<CommentId, CommentState>,
  decision: CommentDecision,
  author: PersonId | null,
  at: number,
): void {
  const id = decision.commentId;
  if (decision.type === 'comment-added') {
    const { groupId, thread, row, cell, recommendation, text, heard, elsewhere } = decision;
    const fresh = { editedAt: null, removedBy: null, resolved: null, changes: 0, turns: 0 };
    const by = heard ? { author: heard.author, heard: heard.kind } : { author };
    const then = elsewhere ? asElsewhere(elsewhere) : {};
    comments.set(id, { id, groupId, thread, row, cell, recommendation, ...by, at, text, ...fresh, ...then });
    return;
  }
  const before = comments.get(id);
  if (!before) return;
  const changes = before.changes + 1;
  if (decision.type === 'comment-edited') {
    comments.set(id, { ...before, changes, text: decision.text, editedAt: at });
  } else if (decision.type === 'comment-removed') {
    comments.set(id, { ...before, changes, text: '', removedBy: before.author === author ? 'author' : 'facilitator' });
  } else {
    const resolved = decision.resolved ? { by: author, at } : null;
    comments.set(id, { ...before, changes, turns: before.turns + 1, resolved });
  }
}

function asElsewhere({ name, at, editedAt, removedBy, resolved }: CommentElsewhere): Partial<CommentState> {
  return {
    at,
    editedAt,
    removedBy,
    resolved: resolved && { by: null, at: resolved.at },
    elsewhere: { name, resolvedBy: resolved?.name ?? '' },
  };
}

/** Every comment of one group, in the order in which they were written. */
export function commentsOf(comments: Comments, group: GroupId): CommentState[] {
  return [...comments.values()].filter((comment) => comment.groupId === group);
}

/** The threads in which anything still stands. */
export function standingThreads(comments: Comments): ReadonlySet<CommentId> {
  return new Set([...comments.values()].filter(takesRoom).map(({ thread }) => thread));
}

/** False for one that was taken out, by whomever: nothing of it is shown, and nobody could free its room. How many one person writes is counted with them. */
export function takesRoom({ removedBy }: Pick<CommentState, 'removedBy'>): boolean {
  return removedBy === null;
}

const counted = new WeakMap<Comments, Map<GroupId, CommentCounts>>();

/** Counts by group; groups without any comment are missing. Counted once for each state of the comments. */
export function commentCounts(comments: Comments): ReadonlyMap<GroupId, CommentCounts> {
  const known = counted.get(comments);
  if (known) return known;
  const counts = new Map<GroupId, CommentCounts>();
  const standing = standingThreads(comments);
  for (const { id, groupId, row, thread, resolved, changes } of comments.values()) {
    const group: CommentCounts = counts.get(groupId) ?? { version: 0, rows: keyed() };
    counts.set(groupId, group);
    group.version += 1 + changes;
    if (id === thread && resolved === null && standing.has(id)) group.rows[row] = (group.rows[row] ?? 0) + 1;
  }
  counted.set(comments, counts);
  return counts;
}
