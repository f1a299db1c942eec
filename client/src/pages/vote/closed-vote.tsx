import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView, VoteResult, VoteView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import { Banner } from '../../ui/banner.tsx';
import { Outcome, OutcomeDetails } from '../../vote/outcome.tsx';
import { roundOf } from '../../vote/rounds.ts';
import { SlotWords } from '../../vote/slot-words.tsx';
import { useBallot } from '../../vote/use-ballot.ts';
import { subjectOf } from '../../vote/vote-facts.ts';
import { BallotWords } from './ballot-words.tsx';
import styles from './closed-vote.module.css';
import { LiftPart } from './lift-part.tsx';
import { LongWording } from './long-wording.tsx';

type Closed = VoteView & { result: VoteResult };

interface ClosedVoteProps {
  workshopId: WorkshopId;
  view: LiveView;
  me: Me;
  vote: Closed;
  isConnected: boolean;
}

/** The vote that was closed last: what it came to, and what became of one's own ballot. */
export function ClosedVote(props: ClosedVoteProps) {
  const { workshopId, view, me, vote, isConnected } = props;
  const { t } = useTranslation('vote');
  const { key, number } = subjectOf(view, vote.scope);
  const { state, ballot } = useBallot(workshopId, me, vote, isConnected);
  const isOwn = me.may.vote && state.state !== 'not-on-roll';
  return (
    <article className={styles['closed']} aria-labelledby={`result-${vote.id}`}>
      <h1 id={`result-${vote.id}`}>
        {t('result.title')}: {t(`of.${key}`, { number })}
      </h1>
      <Outcome vote={vote} />
      {isOwn && <BallotWords state={state} by={me.role} secrecy={vote.secrecy} />}
      <SlotWords vote={vote} />
      {(isOwn || ballot.mayBeIn()) && (
        <LiftPart workshopId={workshopId} vote={vote} by={me.personId} paper={ballot.paper()} />
      )}
      {vote.stale && <Banner kind="warning">{t('staleClosed')}</Banner>}
      <LongWording text={vote.words} />
      <OutcomeDetails vote={vote} />
    </article>
  );
}

/** A blocked item that may still be amended, while something else is the main thing. */
export function SlotSheet({ workshopId, view, me, vote, isConnected }: ClosedVoteProps) {
  const { t } = useTranslation('vote');
  const { key, number } = subjectOf(view, vote.scope);
  const { state, ballot } = useBallot(workshopId, me, vote, isConnected);
  const isOwn = me.may.vote && state.state !== 'not-on-roll';
  return (
    <section className={styles['slot']} aria-labelledby={`slot-${vote.id}`}>
      <h2 id={`slot-${vote.id}`}>{t(`of.${key}`, { number })}</h2>
      <SlotWords vote={vote} />
      {(isOwn || ballot.mayBeIn()) && (
        <LiftPart workshopId={workshopId} vote={vote} by={me.personId} paper={ballot.paper()} />
      )}
    </section>
  );
}

/** An earlier vote as one line that opens. */
export function EarlierVote({ vote, view }: { vote: Closed; view: LiveView }) {
  const { t } = useTranslation('vote');
  const format = useFormat();
  const { key, number } = subjectOf(view, vote.scope);
  const { round, all } = roundOf(view.votes, vote);
  return (
    <details className={styles['line']}>
      <summary>
        <span>
          {t(`of.${key}`, { number })}
          {all > 1 && ` · ${t('round', { round })}`}
        </span>
        <span data-outcome={vote.result.outcome}>{t(`result.${vote.result.outcome}`)}</span>
      </summary>
      <div className={styles['inside']}>
        <LongWording text={vote.words} />
        <Outcome vote={vote} />
        <OutcomeDetails vote={vote} />
        <p className={styles['time']}>{t('result.closedAt', { time: format.time(vote.result.closedAt) })}</p>
      </div>
    </details>
  );
}
