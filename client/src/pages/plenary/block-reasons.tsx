import type { VoteResult, VoteView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import styles from './block-reasons.module.css';

/** More than these do not fit beside the result; the rest stands on the phones. */
const shownReasons = 3;

/** Why a vote was blocked, in the words of those who did, large enough for the hall. Nothing where nobody blocked. */
export function BlockReasons({ vote }: { vote: VoteView & { result: VoteResult } }) {
  const { t } = useTranslation('plenary');
  const reasons = vote.result.remarks.filter(({ position }) => position === 'block');
  if (reasons.length === 0) return null;
  const more = reasons.length - shownReasons;
  return (
    <section className={styles['reasons']} aria-label={t('vote.reasons')}>
      <p className={styles['title']}>{t('vote.reasons')}</p>
      {reasons.slice(0, shownReasons).map(({ text, person }, place) => (
        <p key={`${place}.${text}`} className={styles['reason']} dir="auto">
          {text}
          {person && <bdi className={styles['who']}> {person}</bdi>}
        </p>
      ))}
      {more > 0 && <p className={styles['title']}>{t('vote.moreReasons', { more })}</p>}
    </section>
  );
}
