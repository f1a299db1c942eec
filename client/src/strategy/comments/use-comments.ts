import type { Me } from '@board/shared/commands';
import type { GroupId, WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import type { StrategyRow } from '@board/shared/model/strategy';
import { keyNow } from '@board/shared/model/strategy-twins';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { mayNow } from '../../sync/rights.ts';
import { CommentsStore, type Version } from './comments-store.ts';
import { followRows, openBy, type Thread, threadsOf } from './threads.ts';

export interface Comments {
  store: CommentsStore;
  threads: readonly Thread[];
  /** The server has been heard. */
  isKnown: boolean;
  mayRead: boolean;
  mayComment: boolean;
  refusal: ReturnType<CommentsStore['getSnapshot']>['refusal'];
  openByRow: Map<Thread['row'], number>;
  openByCell: Map<string, number>;
  keptRows: Set<Thread['row']>;
}

/** The comments of a group as this person reads them, kept current by what the live view says. */
export function useComments(
  { workshop, group, doc, rows }: { workshop: WorkshopId; group: GroupId; doc: Y.Doc; rows: readonly StrategyRow[] },
  me: Me,
  view: LiveView,
): Comments {
  const person = me.personId;
  const store = useMemo(() => new CommentsStore({ workshop, group, person }), [workshop, group, person]);
  useEffect(() => store.start(), [store]);
  const mayRead = mayNow(me, { do: 'read-comments', group }, view).allowed;
  const mayComment = mayNow(me, { do: 'comment', group }, view).allowed;
  const version = mayRead ? versionIn(view, group) : 'closed';
  useEffect(() => store.hear(version), [store, version]);
  const { comments, kept, refusal } = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const { personId: id, name } = me;
  const all = useMemo(() => threadsOf(comments ?? [], kept, { id, name }), [comments, kept, id, name]);
  const threads = useMemo(() => followRows(all, rows, (key) => keyNow(doc, key)), [all, rows, doc]);
  return useMemo(() => {
    const isKept = (thread: Thread) => thread.comments.some((comment) => comment.kept !== null);
    const openByRow = openBy(threads, (thread) => thread.row);
    const openByCell = openBy(threads, (thread) => thread.cell);
    const keptRows = new Set(threads.filter(isKept).map((thread) => thread.row));
    const isKnown = comments !== null;
    return { store, threads, isKnown, mayRead, mayComment, refusal, openByRow, openByCell, keptRows };
  }, [store, threads, comments, mayRead, mayComment, refusal]);
}

/** The live view tells nothing of a group that keeps its strategy closed. */
function versionIn(view: LiveView, group: GroupId): Version {
  return view.groups[group]?.keptClosed ? 'unknown' : (view.comments[group]?.version ?? 0);
}
