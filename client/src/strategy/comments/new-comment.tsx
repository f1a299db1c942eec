import { newId, type RowId } from '@board/shared/ids';
import type { StrategyRow } from '@board/shared/model/strategy';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/select.tsx';
import { CommentForm } from './comment-form.tsx';
import styles from './comments.module.css';
import { draftFor } from './drafts.ts';
import type { PanelTools } from './panel-tools.ts';
import { cellsOf } from './place-names.ts';

interface Props {
  row: StrategyRow;
  /** The row for which the form was opened; it may have been put together with another since. */
  begunAt: RowId;
  cell: string | null;
  tools: PanelTools;
}

/** Begins a thread, on the row or on one of its cells. What is being written stays when the row is put together with another. */
export function NewComment({ row, begunAt, cell, tools }: Props) {
  const { t } = useTranslation('comments');
  const { t: strategy } = useTranslation('strategy');
  const cells = cellsOf(row, strategy);
  const isCell = (key: string): boolean => cells.some((one) => one.key === key);
  const [chosen, setChosen] = useState(cell ?? '');
  const now = chosen === '' ? '' : tools.keyNow(chosen);
  const about = isCell(now) ? now : '';
  const [draft] = useState(() => draftFor(tools.store.drafts, begunAt, row));
  const send = (text: string): boolean => {
    tools.store.outbox.add({ id: newId(), text, place: { row: row.id, cell: about === '' ? null : about } });
    return true;
  };
  return (
    <div className={styles['new']}>
      <Select
        label={t('write.about')}
        value={about}
        onChange={setChosen}
        options={[{ value: '', label: t('place.row') }, ...cells.map(({ key, name }) => ({ value: key, label: name }))]}
      />
      <CommentForm label={t('write.new')} drafts={tools.store.drafts} draft={draft} send={send} />
    </div>
  );
}
