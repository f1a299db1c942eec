import type { Me } from '@board/shared/commands';
import type { GroupId, RowId, WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import type { StrategyRow } from '@board/shared/model/strategy';
import { keyNow, rowsNow } from '@board/shared/model/strategy-twins';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import type { Catalogue } from '../../sync/follow-models.ts';
import { mayNow } from '../../sync/rights.ts';
import { announce } from '../../ui/announcements.ts';
import { KeptComments } from '../../ui/kept-comments.tsx';
import { OthersDialog } from '../others/others-dialog.tsx';
import { rowName } from '../row-names.ts';
import { goToRow } from '../wanted-row.ts';
import styles from './comments.module.css';
import { CommentsPanel } from './comments-panel.tsx';
import { type CommentsPlace, linksOf, type Notes, NotesContext, type NotesNow } from './notes.ts';
import type { PanelTools } from './panel-tools.ts';
import { Readers } from './readers.tsx';
import type { Thread } from './threads.ts';
import { useComments } from './use-comments.ts';
import { useArrivals, useCommentKey, useSource } from './use-notes.ts';

interface Props {
  workshopId: WorkshopId;
  groupId: GroupId;
  view: LiveView;
  me: Me;
  /** The group's strategy. */
  doc: Y.Doc;
  rows: readonly StrategyRow[];
  catalogue: Catalogue | null;
  /** The table and what is said of it as a whole. */
  children: ReactNode;
}

/** What stands beside a strategy: its comments, and what other groups do about the same recommendations. */
export function NotesAround({ workshopId, groupId, view, me, doc, rows, catalogue, children }: Props) {
  const { t } = useTranslation('comments');
  const comments = useComments({ workshop: workshopId, group: groupId, doc, rows }, me, view);
  const { store, threads, mayRead, mayComment, openByRow, openByCell, keptRows } = comments;
  const [place, setPlace] = useState<CommentsPlace | null>(null);
  const nameOf = useNames(rows, catalogue);
  const [others, openOthers] = useRowAsked(doc, rows, nameOf);
  const [said, say] = useState('');
  const { taken, groups, together } = view;
  const now = useMemo<NotesNow>(
    () => ({
      ...{ mayRead, mayComment, openByRow, openByCell, keptRows, taken, groups },
      threads: threads.length,
      links: linksOf(together, groupId),
    }),
    [mayRead, mayComment, threads, openByRow, openByCell, keptRows, taken, groups, together, groupId],
  );
  const source = useSource(now);
  const notes = useMemo<Notes>(
    () => ({ ...source, workshopId, groupId, openComments: setPlace, openOthers }),
    [source, workshopId, groupId, openOthers],
  );
  useCommentKey(mayRead ? setPlace : null);
  useArrivals(comments.isKnown ? threads : null, me.personId, (name) =>
    say(t('said.arrived', { name: name || t('comment.nameless') })),
  );
  const tools = useMemo<PanelTools>(
    () => ({
      ...{ workshopId, groupId, me, store, say },
      may: (action) => mayNow(me, action, view).allowed,
      keyNow: (key) => keyNow(doc, key),
      goToRow: (row) => goToRow(doc, row),
    }),
    [workshopId, groupId, me, store, view, doc],
  );
  return (
    <NotesContext value={notes}>
      {!mayRead && <KeptComments workshopId={workshopId} />}
      <div className={styles['beside']} data-panel={(place !== null && mayRead) || undefined}>
        {children}
      </div>
      {place && mayRead && (
        <CommentsPanel
          {...{ place, comments, rows, nameOf, said }}
          tools={tools}
          readers={<Readers tools={tools} groups={groups} />}
          onOpen={setPlace}
          onClose={() => {
            say('');
            setPlace(null);
          }}
        />
      )}
      {others && (
        <OthersDialog
          row={others}
          notes={notes}
          now={now}
          maySpeak={tools.may({ do: 'work-together', group: groupId })}
          onClose={() => openOthers(null)}
        />
      )}
    </NotesContext>
  );
}

/** The row whose others are asked for, or what it was put together with since; when that is gone, this is said, and it is closed for good. */
function useRowAsked(doc: Y.Doc, rows: readonly StrategyRow[], nameOf: (id: RowId, thread: null) => string) {
  const { t } = useTranslation('comments');
  const [asked, ask] = useState<RowId | null>(null);
  const [id] = asked === null ? [] : rowsNow(doc, rows, [asked]);
  const row = rows.find((one) => one.id === id);
  const isGone = asked !== null && !row;
  useEffect(() => {
    if (!isGone) return;
    ask(null);
    announce(t('others.rowGone'));
  }, [isGone, t]);
  return [row ? { id: row.id, recommendation: row.recommendation, name: nameOf(row.id, null) } : null, ask] as const;
}

/** Names of rows, also of those that were removed, as far as their recommendation is still known. */
function useNames(rows: readonly StrategyRow[], catalogue: Catalogue | null) {
  const { t } = useTranslation('comments');
  const { t: strategy } = useTranslation('strategy');
  return (id: RowId, thread: Thread | null): string => {
    const at = rows.findIndex((row) => row.id === id);
    const row = rows[at];
    const about = row?.recommendation ?? thread?.recommendation ?? null;
    const recommendation = about === null ? undefined : catalogue?.byId.get(about);
    if (row) return rowName(row, recommendation, at + 1, strategy);
    if (!recommendation) return t('place.unknownRow');
    return t('place.removedRow', { row: strategy('row.named', { number: recommendation.number }) });
  };
}
