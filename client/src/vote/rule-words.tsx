import type { VoteView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icons.tsx';
import styles from './rule-words.module.css';
import { quorumFacts } from './vote-facts.ts';

/** By which rule and quorum a vote is decided, of which roll, and who can see what, in plain words. */
export function RuleWords({ vote }: { vote: VoteView }) {
  return (
    <div className={styles['rule']}>
      <RuleAndQuorum vote={vote} />
      <RollWords vote={vote} />
      <SecrecyWords vote={vote} />
    </div>
  );
}

/** The first of these words: they decide, and have their place on the wall before all others. */
export function RuleAndQuorum({ vote }: { vote: VoteView }) {
  const { t } = useTranslation('vote');
  return (
    <p>
      {t(`rule.${vote.rule}`)} {t('quorum', { needed: quorumFacts(vote).needed, roll: vote.rollSize })}
    </p>
  );
}

/** Whom the roll is without, and who votes without a phone. */
export function RollWords({ vote }: { vote: VoteView }) {
  const { t } = useTranslation('vote');
  const { absent, note, byHand } = vote.roll;
  return (
    <>
      {absent > 0 && <p>{t('roll.absent', { absent, note })}</p>}
      {byHand > 0 && <p>{t('roll.byHand', { done: vote.byHand, all: byHand })}</p>}
    </>
  );
}

/** Who can see what. */
export function SecrecyWords({ vote }: { vote: VoteView }) {
  const { t } = useTranslation('vote');
  return (
    <p className={styles['secrecy']}>
      <Icon name={vote.secrecy === 'secret' ? 'lock' : 'show'} />
      <span>{t(`secrecy.${vote.secrecy}`)}</span>
    </p>
  );
}
