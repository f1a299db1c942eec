import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView, VoteView } from '@board/shared/live-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/banner.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { roundOf } from '../../vote/rounds.ts';
import { RuleWords } from '../../vote/rule-words.tsx';
import { Turnout } from '../../vote/turnout.tsx';
import { useBallot } from '../../vote/use-ballot.ts';
import { subjectOf } from '../../vote/vote-facts.ts';
import { BallotForm } from './ballot-form.tsx';
import { BallotWords } from './ballot-words.tsx';
import { LongWording } from './long-wording.tsx';
import styles from './open-vote-sheet.module.css';
import { OwnBallot } from './own-ballot.tsx';

export interface OpenVoteProps {
  workshopId: WorkshopId;
  view: LiveView;
  me: Me;
  vote: VoteView;
  isConnected: boolean;
}

/** One open vote: the exact words, the rule, one's own ballot, how many have voted. */
export function OpenVoteSheet({ workshopId, view, me, vote, isConnected }: OpenVoteProps) {
  const { t } = useTranslation(['vote', 'frame']);
  const { key, number } = subjectOf(view, vote.scope);
  const { round } = roundOf(view.votes, vote);
  const { state, ballot, isLasting } = useBallot(workshopId, me, vote, isConnected);
  const [isChanging, setChanging] = useState(false);
  // One vote gives way to the next while thumbs are on their way to a button.
  const isSettled = useSettled();
  const choice = 'choice' in state ? state.choice : null;
  // Before anything else is read: who does not vote looks for no button.
  const isOffRoll = state.state === 'not-on-roll';
  const ballotWords = <BallotWords state={state} by={me.role} secrecy={vote.secrecy} />;
  const isLeftOut = state.state === 'other-device' || state.state === 'too-late';
  const isHallClosed = view.stage === 'closed';
  // Other words stand now, or nothing is decided any more: no ballot would be taken. One's own stays in sight.
  const isBlocked = isLeftOut || ((vote.stale || isHallClosed) && choice === null);
  return (
    <article className={styles['sheet']} aria-labelledby={`vote-${vote.id}`} data-settled={isSettled || undefined}>
      <header className={styles['head']}>
        <h1 id={`vote-${vote.id}`}>{t(`about.${key}`, { number })}</h1>
        <p className={styles['kind']}>
          {t(`kind.${vote.secrecy}`)}
          {round > 1 && ` · ${t('round', { round })}`}
        </p>
      </header>
      {isOffRoll && ballotWords}
      <LongWording text={vote.words} />
      {vote.stale && <Banner kind="warning">{t('stale')}</Banner>}
      {isHallClosed && <Banner kind="warning">{t('frame:errors.workshop-closed')}</Banner>}
      <RuleWords vote={vote} />
      {isOffRoll ? null : isBlocked ? (
        ballotWords
      ) : choice && !isChanging ? (
        <OwnBallot
          vote={vote}
          state={state}
          choice={choice}
          onChange={() => setChanging(true)}
          onSendAgain={() => ballot.choose(choice)}
        />
      ) : (
        <BallotForm
          vote={vote}
          before={choice}
          onSend={(chosen) => {
            ballot.choose(chosen);
            setChanging(false);
          }}
          {...(choice ? { onKeep: () => setChanging(false) } : {})}
        >
          {ballotWords}
        </BallotForm>
      )}
      {!isLasting && vote.secrecy === 'secret' && <Banner kind="warning">{t('ballot.not-lasting')}</Banner>}
      <Turnout vote={vote} />
    </article>
  );
}
