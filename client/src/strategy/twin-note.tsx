import type { RowId } from '@board/shared/ids';
import { mergeTwin } from '@board/shared/model/strategy-twins';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../ui/announcements.ts';
import { focusCell } from './cell-focus.ts';
import type { TableContext } from './table-context.ts';
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

/** Puts a row together with the one before it on the same recommendation; one step for undo. The focus goes to what has become of them. */
export function mergeHere({ doc, origin, undo }: TableContext, row: RowId, t: TFunction<'strategy'>): void {
  undo?.stopCapturing();
  const kept = mergeTwin(doc, row, origin);
  undo?.stopCapturing();
  if (kept === null) return;
  announce(t('twin.merged'));
  // After the rows are drawn: the place of the one that stays may be new.
  requestAnimationFrame(() => focusCell(specialKey(kept, 'recommendation')));
}
