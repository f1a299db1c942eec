import type { VoteView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import type { BallotState } from '../../vote/ballot-states.ts';
import type { Choice } from '../../vote/choice.ts';
import { BallotWords } from './ballot-words.tsx';
import styles from './own-ballot.module.css';

export interface OwnBallotProps {
  vote: VoteView;
  state: BallotState;
  choice: Choice;
  onChange: () => void;
  onSendAgain: () => void;
}

/** One's own choice, where it is, and how to change it. */
export function OwnBallot({ vote, state, choice, onChange, onSendAgain }: OwnBallotProps) {
  const { t } = useTranslation('vote');
  return (
    <section className={styles['own']} data-state={state.state}>
      <p className={styles['label']}>{t('ballot.yours')}</p>
      <p className={styles['position']}>{t(`position.${choice.position}`)}</p>
      {choice.reason !== '' && (
        <p className={styles['reason']} dir="auto">
          {choice.reason}
        </p>
      )}
      <BallotWords state={state} by="member" secrecy={vote.secrecy} />
      <div className={styles['buttons']}>
        {state.state === 'refused' && (
          <Button kind="primary" onPress={onSendAgain}>
            {t('sendAgain')}
          </Button>
        )}
        <Button onPress={onChange}>{t('change')}</Button>
      </div>
    </section>
  );
}
