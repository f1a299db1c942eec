import type { StrategyRow } from '@board/shared/model/strategy';
import { useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { ButtonContent, buttonClass } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import hidden from '../../ui/visually-hidden.module.css';
import { cellElementId } from '../table-cell.tsx';
import styles from './comments.module.css';
import { type Notes, type RowNotesNow, rowSign, useNotes } from './notes.ts';

interface Props {
  row: StrategyRow;
  /** The row's name, for what is spoken. */
  name: string;
  /** In the grid Tab comes to the cell and not to what is in it. */
  inGrid?: boolean;
}

/** What is said about a row, and who else has taken its recommendation; beside the row, in the grid and on the cards. */
export function RowNotes(props: Props) {
  const notes = useNotes();
  return notes && <NotesOf {...props} notes={notes} />;
}

function NotesOf({ row, name, inGrid = false, notes }: Props & { notes: Notes }) {
  const { id, recommendation } = row;
  const sign = useSyncExternalStore(notes.subscribe, () =>
    rowSign(notes.getSnapshot(), notes.groupId, id, recommendation),
  );
  const now = useMemo(() => JSON.parse(sign) as RowNotesNow, [sign]);
  if (!now.mayRead && now.others === 0 && now.links.length === 0) return null;
  return (
    <div className={styles['notes']}>
      <OthersButton {...{ row, name, inGrid, notes, now }} />
      {now.mayRead && <CommentsButton {...{ row, name, inGrid, notes, now }} />}
      {now.mayRead && now.cells.length > 0 && <CellMarks {...{ row, name, inGrid, notes, now }} />}
    </div>
  );
}

interface PartProps extends Props {
  notes: Notes;
  now: RowNotesNow;
}

function CommentsButton({ row, name, inGrid, notes, now }: PartProps) {
  const { t } = useTranslation('comments');
  const { open, isKept, mayComment } = now;
  const isEmpty = open === 0 && !isKept;
  if (isEmpty && !mayComment) return null;
  const words = open === 0 ? t('mark.none') : t('mark.open', { count: open });
  return (
    <button
      type="button"
      tabIndex={inGrid ? -1 : undefined}
      className={buttonClass({ kind: 'plain', size: 'small' })}
      data-quiet={isEmpty || undefined}
      aria-label={t('mark.of', { words: isKept ? `${words}, ${t('mark.kept')}` : words, place: name })}
      onClick={() => notes.openComments({ row: row.id, cell: null })}
    >
      {isEmpty ? (
        words
      ) : (
        <ButtonContent icon="comment">
          {words}
          {isKept && <span className={styles['kept']}> · {t('mark.kept')}</span>}
        </ButtonContent>
      )}
    </button>
  );
}

/** The numbers in the corners of the cells that are talked about. Few cells are: so they are put into them from here. */
function CellMarks({ row, notes, now }: PartProps) {
  const { t } = useTranslation('comments');
  const [places, setPlaces] = useState<{ key: string; open: number; element: HTMLElement }[]>([]);
  useLayoutEffect(() => {
    const found = now.cells.flatMap(([key, open]) => {
      const element = document.getElementById(cellElementId(key));
      return element ? [{ key, open, element }] : [];
    });
    const isSame =
      found.length === places.length &&
      found.every(({ element, open }, at) => element === places[at]?.element && open === places[at].open);
    if (!isSame) setPlaces(found);
  });
  return places.map(({ key, open, element }) =>
    createPortal(
      <button
        type="button"
        tabIndex={-1}
        className={styles['cellMark']}
        onClick={() => notes.openComments({ row: row.id, cell: key })}
      >
        {open}
        <span className={hidden['hidden']}> {t('mark.open', { count: open })}</span>
      </button>,
      element,
      key,
    ),
  );
}

function OthersButton({ row, name, inGrid, notes, now }: PartProps) {
  const { t } = useTranslation('comments');
  const { others, links } = now;
  if (others === 0 && links.length === 0) return null;
  const also = others > 0 ? t('others.also', { count: others }) : '';
  return (
    <>
      {links.map(({ id, state, isAskedByOther, name: group }) => (
        <Tag key={id} tone={state === 'agreed' || isAskedByOther ? 'accent' : 'neutral'} icon="together">
          <bdi className={styles['link']}>
            {state === 'asked'
              ? t(isAskedByOther ? 'others.asks' : 'others.askedShort', { group })
              : t(`others.${state}`, { group })}
          </bdi>
        </Tag>
      ))}
      <button
        type="button"
        tabIndex={inGrid ? -1 : undefined}
        className={buttonClass({ kind: 'plain', size: 'small' })}
        aria-label={t('others.of', { words: also || t('others.also', { count: links.length }), row: name })}
        onClick={() => notes.openOthers(row.id)}
      >
        <ButtonContent icon="together">{also || t('others.also', { count: links.length })}</ButtonContent>
      </button>
    </>
  );
}
