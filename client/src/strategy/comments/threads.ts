import type { CommentView } from '@board/shared/commands';
import type { ErrorCode } from '@board/shared/errors';
import type { CommentId, PersonId, RecommendationId, RowId } from '@board/shared/ids';
import type { StrategyRow } from '@board/shared/model/strategy';
import type { KeptComment } from '../../sync/kept-comments.ts';
import { rowOfKey, specialKey } from '../table-model.ts';

/** A comment as the page shows it. */
export interface ShownComment extends Omit<CommentView, 'thread' | 'row' | 'cell' | 'recommendation' | 'resolved'> {
  /** Set for one that is only on this device. */
  kept: { refused: ErrorCode | null } | null;
}

export interface Thread {
  id: CommentId;
  row: RowId;
  cell: string | null;
  recommendation: RecommendationId | null;
  resolved: CommentView['resolved'];
  comments: ShownComment[];
}

/**
 * The threads of a group in the order in which they were begun, with what is only on this device at their ends. A comment
 * that the server has already is not shown twice; a thread of which nothing is left is not shown.
 */
export function threadsOf(
  comments: readonly CommentView[],
  kept: readonly KeptComment[],
  me: { id: PersonId; name: string },
): Thread[] {
  const threads = new Map<CommentId, Thread>();
  const known = new Set(comments.map(({ id }) => id));
  for (const { thread, row, cell, recommendation, resolved, ...comment } of comments) {
    const found = threads.get(thread) ?? { id: thread, row, cell, recommendation, resolved, comments: [] };
    threads.set(thread, found);
    found.comments.push({ ...comment, kept: null });
  }
  for (const { id, text, at, refused, place } of kept) {
    if (known.has(id)) continue;
    const shown = { id, text, at, author: me.id, name: me.name, editedAt: null, removedBy: null, kept: { refused } };
    if ('thread' in place) threads.get(place.thread)?.comments.push(shown);
    else threads.set(id, { id, ...place, recommendation: null, resolved: null, comments: [shown] });
  }
  return [...threads.values()].filter((thread) => thread.comments.some(({ removedBy }) => removedBy === null));
}

/**
 * Threads where what they are about is now: two rows on one recommendation were put together, or apart again, or a row that
 * is gone was taken anew. `keyNow`: the key of a cell as it is now. The same list where nothing has gone elsewhere.
 */
export function followRows(
  threads: readonly Thread[],
  rows: readonly StrategyRow[],
  keyNow: (key: string) => string,
): readonly Thread[] {
  const known = new Set(rows.map(({ id }) => id));
  const followed = threads.map((thread) => {
    const { recommendation } = thread;
    const at = placeNow(thread, keyNow);
    const taken = recommendation === null ? undefined : rows.find((one) => one.recommendation === recommendation)?.id;
    const row = known.has(at.row) ? at.row : taken;
    if (row === undefined) return thread;
    const cell = at.cell === null ? null : `${row}${at.cell.slice(at.cell.indexOf('.'))}`;
    return row === thread.row && cell === thread.cell ? thread : { ...thread, row, cell };
  });
  return followed.every((thread, at) => thread === threads[at]) ? threads : followed;
}

/** Where something that is said of a row, or of one of its cells, belongs now. */
export function placeNow(
  { row, cell }: Pick<Thread, 'row' | 'cell'>,
  keyNow: (key: string) => string,
): Pick<Thread, 'row' | 'cell'> {
  const now = cell === null ? null : keyNow(cell);
  return { row: rowOfKey(keyNow(specialKey(now === null ? row : rowOfKey(now), 'number'))), cell: now };
}

/** How many threads are not resolved, by any key of theirs; a thread without a key is not counted. */
export function openBy<Key>(threads: readonly Thread[], keyOf: (thread: Thread) => Key | null): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const thread of threads) {
    const key = thread.resolved === null ? keyOf(thread) : null;
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
