import type { AddComment, ChangeComment, CommentView, GroupComments } from '@board/shared/commands';
import type { CommentId, GroupId, PersonId, RecommendationId, RowId } from '@board/shared/ids';
import { groupDocument } from '@board/shared/ids';
import { readMap, readText } from '@board/shared/model/read';
import { can } from '@board/shared/policy';
import { limits } from '@board/shared/protocol/limits';
import type { SessionPerson } from '../ports.ts';
import {
  type CommentState,
  type Comments,
  commentCounts,
  commentsOf,
  standingThreads,
  takesRoom,
} from './comments-fold.ts';
import type { CommentAdded, Decision } from './decisions.ts';
import { demand, Refusal } from './refusal.ts';
import type { Workshop } from './workshop.ts';

/** What is said goes one after the other, so that the same comment sent twice is found by the second. */
export const commentsQueue = 'comments';

/**
 * Says something about a row or a cell, or replies. Sent again under the same id by the same person it is the same comment,
 * also when it was reworded or taken out meanwhile.
 */
export async function addComment(
  workshop: Workshop,
  by: SessionPerson,
  groupId: GroupId,
  command: AddComment,
): Promise<void> {
  const isAllowed = (): void => demand(can(by, { do: 'comment', group: groupId }, workshop.rights()));
  requireGroup(workshop, groupId);
  isAllowed();
  await workshop.queues.run(commentsQueue, by, async () => {
    isAllowed();
    const { comments } = workshop.state;
    const known = comments.get(command.id);
    if (known) {
      if (known.author !== by.id || known.groupId !== groupId) throw new Refusal('not-your-comment');
      return;
    }
    requireRoom(comments, by);
    const at = await placeOf(workshop, groupId, command);
    const onRow = commentsOf(comments, groupId).filter((comment) => comment.row === at.row);
    const mostOnRow = by.role === 'facilitator' ? limits.commentsPerRowInAll : limits.commentsPerRow;
    if (onRow.filter(takesRoom).length >= mostOnRow) throw new Refusal('list-full', 'place');
    const { id: commentId, text } = command;
    await workshop.decide(by, isAllowed, { type: 'comment-added', commentId, groupId, ...at, text });
  });
}

/** Puts other words in the place of one's own, or resolves or reopens a thread. What is so already is left. */
export async function changeComment(
  workshop: Workshop,
  by: SessionPerson,
  commentId: CommentId,
  { text, resolved }: ChangeComment,
): Promise<void> {
  await workshop.queues.run(commentsQueue, by, async () => {
    const { groupId: group, author, ...comment } = found(workshop, commentId);
    const action = text === undefined ? 'resolve-thread' : 'edit-comment';
    const isAllowed = (): void => demand(can(by, { do: action, group, author }, workshop.rights()));
    isAllowed();
    if (text !== undefined && comment.removedBy !== null) throw new Refusal('unknown-comment');
    if (text === undefined && comment.thread !== commentId) throw new Refusal('bad-request', 'resolved');
    const isSame = text === undefined ? resolved === (comment.resolved !== null) : text === comment.text;
    if (isSame) return;
    const { changes, turns } = comment;
    const isSpent = (text === undefined ? turns : changes - turns) >= limits.changesPerComment;
    // A thread that some have opened and closed all day is the facilitator's to settle.
    if (isSpent && (text !== undefined || by.role !== 'facilitator')) throw new Refusal('too-large', 'changes');
    if (text !== undefined) await workshop.decide(by, isAllowed, { type: 'comment-edited', commentId, text });
    else await workshop.decide(by, isAllowed, { type: 'thread-resolved', commentId, resolved: resolved === true });
  });
}

/** Takes a comment out: one's own, or, as a facilitator, anybody's. Its place in the thread stays. */
export async function removeComment(workshop: Workshop, by: SessionPerson, commentId: CommentId): Promise<void> {
  await workshop.queues.run(commentsQueue, by, async () => {
    const { groupId, author, removedBy } = found(workshop, commentId);
    const isAllowed = (): void => demand(can(by, { do: 'remove-comment', group: groupId, author }, workshop.rights()));
    isAllowed();
    if (removedBy === null) await workshop.decide(by, isAllowed, { type: 'comment-removed', commentId });
  });
}

/** A group's comments with the names of now, for those who may read them, without threads in which nothing stands. None when `version` is the present one. */
export function listComments(
  workshop: Workshop,
  by: SessionPerson,
  groupId: GroupId,
  version: number | null,
): GroupComments {
  requireGroup(workshop, groupId);
  demand(can(by, { do: 'read-comments', group: groupId }, workshop.rights()));
  const { comments, names } = workshop.state;
  const present = commentCounts(comments).get(groupId)?.version ?? 0;
  const nameOf = (id: CommentState['author']): string => (id === null ? '' : (names.get(id) ?? ''));
  const standing = standingThreads(comments);
  const views = (): CommentView[] =>
    commentsOf(comments, groupId)
      .filter(({ thread }) => standing.has(thread))
      .map(({ groupId: _, changes: __, turns: ___, elsewhere, resolved, ...comment }) => ({
        ...comment,
        name: comment.author === null && elsewhere ? elsewhere.name : nameOf(comment.author),
        resolved: resolved && {
          name: resolved.by === null && elsewhere ? elsewhere.resolvedBy : nameOf(resolved.by),
          at: resolved.at,
        },
      }));
  return { version: present, comments: version === present ? null : views() };
}

/** Decisions that take out everything a person has said. */
export function removalsOf(comments: Comments, person: PersonId): Decision[] {
  return [...comments.values()].flatMap(({ id, author, removedBy }): Decision[] =>
    author === person && removedBy === null ? [{ type: 'comment-removed', commentId: id }] : [],
  );
}

/** Throws `comments-spent` or `list-full`. */
function requireRoom(comments: Comments, { id, role }: SessionPerson): void {
  const all = [...comments.values()];
  const own = all.filter(({ author }) => author === id);
  if (own.length >= limits.commentsPerPerson && role !== 'facilitator') throw new Refusal('comments-spent');
  const most = role === 'facilitator' ? limits.commentsInAll : limits.comments;
  if (all.filter(takesRoom).length >= most) throw new Refusal('list-full', 'comments');
}

/** Where a new comment stands. Throws `unknown-comment` for a thread and `unknown-row` for a row that the group does not have. */
async function placeOf(
  workshop: Workshop,
  group: GroupId,
  { id, place }: AddComment,
): Promise<Pick<CommentAdded, 'thread' | 'row' | 'cell' | 'recommendation'>> {
  if ('thread' in place) {
    const first = workshop.state.comments.get(place.thread);
    if (!first || first.groupId !== group || first.thread !== first.id) throw new Refusal('unknown-comment', 'place');
    const { thread, row, cell, recommendation } = first;
    return { thread, row, cell, recommendation };
  }
  const found = await recommendationOf(workshop, group, place.row);
  if (!found) throw new Refusal('unknown-row', 'place');
  return { thread: id, row: place.row, cell: place.cell, recommendation: found.recommendation };
}

/** What a row of a group is about, or null when the group has no such row. */
export function recommendationOf(
  workshop: Workshop,
  group: GroupId,
  row: RowId,
): Promise<{ recommendation: RecommendationId | null } | null> {
  return workshop.rooms.read(groupDocument(group), (doc) => {
    const entry = readMap(doc.getMap('rows').get(row));
    if (!entry) return null;
    const recommendation = readText(entry.get('recommendation'), 40);
    return { recommendation: recommendation === '' ? null : (recommendation as RecommendationId) };
  });
}

/** Throws `unknown-group`. */
export function requireGroup(workshop: Workshop, group: GroupId): void {
  if (!workshop.state.groups.has(group)) throw new Refusal('unknown-group');
}

function found(workshop: Workshop, id: CommentId): CommentState {
  const comment = workshop.state.comments.get(id);
  if (!comment) throw new Refusal('unknown-comment');
  return comment;
}
