import {
  type CommentId,
  type GroupId,
  groupDocument,
  newId,
  type RecommendationId,
  type RowId,
} from '@board/shared/ids';
import { readHeads } from '@board/shared/model/row-heads';
import { can } from '@board/shared/policy';
import { limits } from '@board/shared/protocol/limits';
import type { SessionPerson } from '../ports.ts';
import { commentsQueue, requireGroup } from './comments.ts';
import { type CommentState, commentsOf, takesRoom } from './comments-fold.ts';
import type { CommentAdded } from './decisions.ts';
import { feedbackQueue } from './feedback.ts';
import { feedbackTo } from './feedback-views.ts';
import type { FeedbackState } from './presentations-fold.ts';
import { demand, Refusal } from './refusal.ts';
import type { Workshop } from './workshop.ts';

/**
 * Makes comments on the group's page of all that was said to it, is not hidden and is no comment yet. What was said without a
 * name comes along when its presentation has ended: until then nothing of it is in the log. Answers how many.
 */
export async function handOverFeedback(workshop: Workshop, by: SessionPerson, group: GroupId): Promise<number> {
  const isAllowed = (): void => {
    demand(can(by, { do: 'facilitate' }, workshop.rights()));
    demand(can(by, { do: 'comment', group }, workshop.rights()));
  };
  requireGroup(workshop, group);
  isAllowed();
  return workshop.queues.run(feedbackQueue, by, () =>
    workshop.queues.run(commentsQueue, by, async () => {
      const { plenary, comments } = workshop.state;
      const pieces = feedbackTo(plenary, group).filter((piece) => !piece.hidden && !piece.handedOver);
      if (pieces.length === 0) return 0;
      if ([...comments.values()].filter(takesRoom).length + pieces.length > limits.commentsInAll)
        throw new Refusal('list-full', 'comments');
      const rowFor = await rowsOf(workshop, group);
      const said = pieces.map((piece) => commentOf(piece, rowFor(piece.row), workshop.clock.now()));
      refuseCrowdedRows([...commentsOf(comments, group).filter(takesRoom), ...said]);
      const feedbackIds = pieces.map((piece) => piece.id);
      await workshop.decide(by, isAllowed, ...said, { type: 'feedback-handed-over', feedbackIds });
      return pieces.length;
    }),
  );
}

interface Row {
  row: RowId;
  recommendation: RecommendationId | null;
}

/** Where a comment goes that is about a row: to it, or, about none or one that is gone, to the first that the group presents. */
async function rowsOf(workshop: Workshop, group: GroupId): Promise<(about: RowId | null) => Row> {
  const rows = await workshop.rooms.read(groupDocument(group), readHeads);
  const first = rows.find((row) => row.priority) ?? rows[0];
  if (!first) throw new Refusal('unknown-row');
  return (about) => {
    const { id, recommendation } = rows.find((row) => row.id === about) ?? first;
    return { row: id, recommendation };
  };
}

function commentOf(
  { groupId, kind, text, author, elsewhere: name }: FeedbackState,
  row: Row,
  now: number,
): CommentAdded {
  const commentId = newId<CommentId>();
  const heard = { kind, author };
  const elsewhere = name ? { elsewhere: { name, at: now, editedAt: null, removedBy: null, resolved: null } } : {};
  return {
    type: 'comment-added',
    commentId,
    groupId,
    thread: commentId,
    ...row,
    cell: null,
    text,
    heard,
    ...elsewhere,
  };
}

function refuseCrowdedRows(comments: readonly Pick<CommentState, 'row'>[]): void {
  const counts = new Map<RowId, number>();
  for (const { row } of comments) counts.set(row, (counts.get(row) ?? 0) + 1);
  if ([...counts.values()].some((count) => count > limits.commentsPerRowInAll)) throw new Refusal('list-full', 'place');
}
