import type { VoteView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import styles from './rule-words.module.css';

/** Until when what was blocked may be amended, for everybody. Nothing where there is no such time. */
export function SlotWords({ vote }: { vote: VoteView }) {
  const { t } = useTranslation('vote');
  const format = useFormat();
  if (vote.slotUntil === null) return null;
  return <p className={styles['slot']}>{t('slot.until', { time: format.time(vote.slotUntil) })}</p>;
}
