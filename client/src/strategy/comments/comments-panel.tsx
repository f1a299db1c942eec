import type { RowId } from '@board/shared/ids';
import type { StrategyRow } from '@board/shared/model/strategy';
import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useNarrow } from '../use-narrow.ts';
import styles from './comments.module.css';
import { NewComment } from './new-comment.tsx';
import type { CommentsPlace } from './notes.ts';
import type { PanelTools } from './panel-tools.ts';
import { cellName } from './place-names.ts';
import { ThreadItem } from './thread-item.tsx';
import { placeNow, type Thread } from './threads.ts';
import type { Comments } from './use-comments.ts';

export interface CommentsPanelProps {
  place: CommentsPlace;
  comments: Comments;
  tools: PanelTools;
  rows: readonly StrategyRow[];
  /** A row's name, also of one that was removed. */
  nameOf: (row: RowId, thread: Thread | null) => string;
  /** What was just done, or has just come in. */
  said: string;
  /** Who reads this, in words, and what the group can do about it. */
  readers: ReactNode;
  onOpen: (place: CommentsPlace) => void;
  onClose: () => void;
}

/** The comments beside the table, or over a phone's whole screen: of one row, or of all. */
export function CommentsPanel(props: CommentsPanelProps) {
  const { place, comments, rows, nameOf, readers, said, onOpen } = props;
  const { t } = useTranslation('comments');
  const now = place.row === null ? null : placeNow({ row: place.row, cell: place.cell }, props.tools.keyNow).row;
  const row = rows.find((one) => one.id === now) ?? null;
  const here = comments.threads.filter((thread) => now === null || thread.row === now);
  const first = here[0] ?? null;
  const title = now === null ? t('panel.group') : t('panel.row', { row: nameOf(now, row === null ? first : null) });
  return (
    <Sheet title={title} onClose={props.onClose} focusOn={`${place.row}.${place.cell}`}>
      <p className={styles['said']} role="status">
        {said}
      </p>
      <div className={styles['readers']}>{readers}</div>
      <RefusalBanner refusal={comments.refusal} />
      {!comments.isKnown && !comments.refusal && <p>{t('panel.loading')}</p>}
      {comments.isKnown && here.length === 0 && (
        <p className={styles['none']}>{t(comments.mayComment ? 'panel.none' : 'panel.noneReadOnly')}</p>
      )}
      <ThreadsByRow {...props} threads={here} isOneRow={place.row !== null} />
      {row && comments.mayComment && (
        <NewComment
          key={`${place.row}.${place.cell}`}
          {...props}
          row={row}
          begunAt={place.row ?? row.id}
          cell={place.cell}
        />
      )}
      {place.row !== null && (
        <Button kind="plain" size="small" onPress={() => onOpen({ row: null, cell: null })}>
          {t('panel.all')}
        </Button>
      )}
    </Sheet>
  );
}

interface SheetProps {
  title: string;
  /** The focus goes to the head again when this has changed. */
  focusOn: string;
  onClose: () => void;
  children: ReactNode;
}

/** Beside the table nothing behind it is locked; on a phone it is the whole page. Escape closes, and the focus goes back. */
function Sheet({ title, focusOn, onClose, children }: SheetProps) {
  const { t: word } = useTranslation();
  const isNarrow = useNarrow();
  const place = useRef<HTMLDialogElement>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    const before = document.activeElement;
    const dialog = place.current;
    if (isNarrow) dialog?.showModal();
    else dialog?.show();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [isNarrow]);
  useEffect(() => {
    if (focusOn !== '') head.current?.focus();
  }, [focusOn]);
  useKeptFocus(place, head);
  return (
    <dialog
      ref={place}
      className={styles['panel']}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
        if (event.target instanceof Element && event.target.closest('dialog') !== place.current) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles['head']}>
        <h2 id={titleId} ref={head} tabIndex={-1}>
          {title}
        </h2>
        <Button kind="plain" size="small" icon="remove" onPress={onClose}>
          {word('words.close')}
        </Button>
      </header>
      <div className={styles['content']}>{children}</div>
    </dialog>
  );
}

/** A button that goes with what it did must not leave the focus nowhere: it then goes to the head. */
function useKeptFocus(place: RefObject<HTMLElement | null>, head: RefObject<HTMLElement | null>): void {
  const isInside = useRef(false);
  useEffect(() => {
    const note = ({ target }: Event): void => {
      isInside.current = target instanceof Node && place.current?.contains(target) === true;
    };
    document.addEventListener('focusin', note);
    document.addEventListener('pointerdown', note);
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('pointerdown', note);
    };
  }, [place]);
  useEffect(() => {
    if (isInside.current && document.activeElement === document.body) head.current?.focus();
  });
}

function ThreadsByRow(props: CommentsPanelProps & { threads: readonly Thread[]; isOneRow: boolean }) {
  const { threads, rows, tools, isOneRow, nameOf, onOpen } = props;
  const { t } = useTranslation('comments');
  if (isOneRow) return <ThreadList {...props} row={rows.find((row) => row.id === threads[0]?.row) ?? null} />;
  const places = new Map(rows.map((row, index) => [row.id, index]));
  const ids = [...new Set(threads.map((thread) => thread.row))].sort(
    (a, b) => (places.get(a) ?? rows.length) - (places.get(b) ?? rows.length),
  );
  return ids.map((id) => {
    const here = threads.filter((thread) => thread.row === id);
    const row = rows.find((one) => one.id === id) ?? null;
    return (
      <section key={id} className={styles['ofRow']}>
        <div className={styles['rowHead']}>
          <h3>{nameOf(id, row ? null : (here[0] ?? null))}</h3>
          {row && (
            <Button
              kind="plain"
              size="small"
              onPress={() => {
                onOpen({ row: id, cell: null });
                tools.goToRow(id);
              }}
            >
              {t('place.go')}
            </Button>
          )}
        </div>
        <ThreadList {...props} threads={here} row={row} />
      </section>
    );
  });
}

/** The open threads, and those that are resolved behind a line. */
function ThreadList(props: CommentsPanelProps & { threads: readonly Thread[]; row: StrategyRow | null }) {
  const { threads, row, tools, comments } = props;
  const { t } = useTranslation('comments');
  const { t: strategy } = useTranslation('strategy');
  const item = (thread: Thread) => {
    const cell = thread.cell === null || row === null ? null : cellName(row, thread.cell, strategy);
    const about = thread.cell === null || row === null ? null : (cell ?? t('place.removedCell'));
    return <ThreadItem key={thread.id} {...{ thread, tools, about }} isReadOnly={!comments.mayComment} />;
  };
  const resolved = threads.filter((thread) => thread.resolved !== null);
  return (
    <>
      {threads.filter((thread) => thread.resolved === null).map(item)}
      {resolved.length > 0 && (
        <details className={styles['done']}>
          <summary>{t('panel.resolved', { count: resolved.length })}</summary>
          {resolved.map(item)}
        </details>
      )}
    </>
  );
}
