import { newId } from '@board/shared/ids';
import type { StrategyRow } from '@board/shared/model/strategy';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/select.tsx';
import { CommentForm } from './comment-form.tsx';
import styles from './comments.module.css';
import type { PanelTools } from './panel-tools.ts';
import { cellsOf } from './place-names.ts';

/** Begins a thread, on the row or on one of its cells. */
export function NewComment({ row, cell, tools }: { row: StrategyRow; cell: string | null; tools: PanelTools }) {
  const { t } = useTranslation('comments');
  const { t: strategy } = useTranslation('strategy');
  const cells = cellsOf(row, strategy);
  const [chosen, setChosen] = useState(cells.some(({ key }) => key === cell) ? (cell ?? '') : '');
  const send = (text: string): boolean => {
    tools.store.outbox.add({ id: newId(), text, place: { row: row.id, cell: chosen === '' ? null : chosen } });
    return true;
  };
  return (
    <div className={styles['new']}>
      <Select
        label={t('write.about')}
        value={chosen}
        onChange={setChosen}
        options={[{ value: '', label: t('place.row') }, ...cells.map(({ key, name }) => ({ value: key, label: name }))]}
      />
      <CommentForm label={t('write.new')} drafts={tools.store.drafts} draft={row.id} send={send} />
    </div>
  );
}
