import type { LiveView } from '@board/shared/live-view';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ClosedVote, roundsOnWhole } from '../vote/rounds.ts';
import { SlotWords } from '../vote/slot-words.tsx';
import styles from './charter.module.css';
import { Round } from './round.tsx';

export interface WholeStandingProps {
  view: LiveView;
  /** What can be done with the latest of them. */
  acts?: (vote: ClosedVote) => ReactNode;
}

/** What votes on the whole charter came to while it is not adopted: all rounds, folded, and the time for amendments of the last. Nothing before the first. */
export function WholeStanding({ view, acts }: WholeStandingProps) {
  const { t } = useTranslation('vote');
  const rounds = roundsOnWhole(view.votes);
  const last = rounds.at(-1);
  if (!last) return null;
  return (
    <div className={styles['standing']}>
      <SlotWords vote={last} />
      {rounds.map((round) => (
        <Round key={round.id} vote={round} name={t('of.charter')} />
      ))}
      {acts?.(last)}
    </div>
  );
}
