import type { RowId } from '@board/shared/ids';
import { mergeTwin } from '@board/shared/model/strategy-twins';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../ui/announcements.ts';
import { Button } from '../ui/button.tsx';
import { focusCell } from './cell-focus.ts';
import { useTable } from './table-context.ts';
import { specialKey } from './table-model.ts';
import styles from './twin-note.module.css';

/** Says that a row’s recommendation has a row already, with what can be done about it. */
export function TwinNote({ children }: { children: ReactNode }) {
  const { t } = useTranslation('strategy');
  return (
    <div className={styles['note']}>
      <p>{t('twin.note')}</p>
      {children}
    </div>
  );
}

/** The button of a card. */
export function TwinMerge({ row, name }: { row: RowId; name: string }) {
  const { t } = useTranslation('strategy');
  const merge = useMerge();
  return (
    <Button kind="plain" size="small" aria-label={t('twin.mergeOf', { row: name })} onPress={() => merge(row)}>
      {t('twin.merge')}
    </Button>
  );
}

/**
 * Puts a row together with the one before it on the same recommendation; one step for undo. The focus goes to what has
 * become of them.
 */
export function useMerge(): (row: RowId) => void {
  const { t } = useTranslation('strategy');
  const { doc, origin, undo } = useTable();
  return (row) => {
    undo?.stopCapturing();
    const lead = mergeTwin(doc, row, origin);
    undo?.stopCapturing();
    if (lead === null) return;
    announce(t('twin.merged'));
    // After the rows are drawn: the place of the one that is shown may be new.
    requestAnimationFrame(() => focusCell(specialKey(lead, 'recommendation')));
  };
}
