import type { VoteView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import styles from './turnout.module.css';
import { quorumFacts } from './vote-facts.ts';

/** How many have voted, on a line that shows the quorum as a notch. Nothing about positions. */
export function Turnout({ vote, withQuorum = false }: { vote: VoteView; withQuorum?: boolean }) {
  const { t } = useTranslation('vote');
  const { needed, missing } = quorumFacts(vote);
  const roll = Math.max(1, vote.rollSize);
  return (
    <div className={styles['turnout']}>
      <p className={styles['figures']}>{t('turnout', { turnout: vote.turnout, roll: vote.rollSize })}</p>
      <svg className={styles['line']} viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
        <path className={styles['whole']} d="M0 5H1000" />
        <path className={styles['part']} d={`M0 5H${(1000 * Math.min(vote.turnout, roll)) / roll}`} />
        <path className={styles['notch']} d={`M${(1000 * Math.min(needed, roll)) / roll} 0V10`} />
      </svg>
      {withQuorum && (
        <p className={styles['quorum']}>
          {missing === 0 ? t('quorumMet', { needed }) : t('quorumMissing', { count: missing, needed })}
        </p>
      )}
    </div>
  );
}
