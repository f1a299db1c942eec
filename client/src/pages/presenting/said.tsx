import type { RowId } from '@board/shared/ids';
import type { GroupView } from '@board/shared/live-view';
import type { FeedbackKind } from '@board/shared/presentation';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.tsx';
import styles from './said.module.css';
import { numberOf } from './steps.ts';

interface Piece {
  kind: FeedbackKind;
  text: string;
  row: RowId | null;
  name: string;
  starred: boolean;
  takenUp: boolean;
  hidden?: boolean;
}

/** One piece of feedback: what it is, about what, by whom, and its words. */
export function Said({ piece, group, children }: { piece: Piece; group: GroupView; children?: ReactNode }) {
  const { t } = useTranslation(['presenting', 'frame']);
  const number = numberOf(group, piece.row);
  const { starred, takenUp, hidden = false } = piece;
  return (
    <li className={styles['said']} data-starred={starred || undefined} data-quiet={takenUp || hidden || undefined}>
      <p className={styles['head']}>
        <span className={styles['kind']}>
          {starred && <Icon name="priority" />}
          {t(`frame:heard.${piece.kind}`)}
        </span>
        {number !== null && <span>{t('sees.priority', { number })}</span>}
        {piece.name !== '' && <bdi>{piece.name}</bdi>}
        {takenUp && <span>{t('said.takenUp')}</span>}
        {hidden && <span>{t('said.hidden')}</span>}
      </p>
      <p className={styles['text']} dir="auto">
        {piece.text}
      </p>
      {children}
    </li>
  );
}
