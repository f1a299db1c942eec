import type { WorkshopId } from '@board/shared/ids';
import type { LiveView, VoteView } from '@board/shared/live-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeVote } from '../../api/commands.ts';
import { useLiveView } from '../../sync/use-live-view.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { RuleWords } from '../../vote/rule-words.tsx';
import { settlePapers } from '../../vote/settled-papers.ts';
import { Turnout } from '../../vote/turnout.tsx';
import { TurnoutByGroup } from '../../vote/turnout-by-group.tsx';
import { quorumFacts, subjectOf } from '../../vote/vote-facts.ts';
import { Wording } from '../../vote/wording.tsx';
import { useCommand } from '../home/use-command.ts';
import { HandDialog } from './hand-dialog.tsx';
import styles from './running-vote.module.css';

export interface RunningVoteProps {
  workshopId: WorkshopId;
  view: LiveView;
  vote: VoteView;
  /** The words do not stand beside it. */
  withWords?: boolean;
}

/** An open vote as the facilitator sees it: turnout and quorum, nothing about positions, and the button that closes it. */
export function RunningVote({ workshopId, view, vote, withWords = false }: RunningVoteProps) {
  const { t } = useTranslation('charter');
  const { t: word } = useTranslation('vote');
  const { key, number } = subjectOf(view, vote.scope);
  const { missing } = quorumFacts(vote);
  const [isAsking, setAsking] = useState(false);
  const [isEntering, setEntering] = useState(false);
  const { run, refusal } = useCommand();
  const { serverNow } = useLiveView(workshopId);
  const close = async () => {
    const answer = await closeVote(workshopId, vote.id);
    if (answer.ok) settlePapers(workshopId, answer.value, serverNow());
    return answer;
  };
  const facts = { turnout: vote.turnout, roll: vote.rollSize };
  return (
    <section id={anchorOf(vote)} className={styles['running']} aria-label={t('running.label')}>
      <div className={styles['words']}>
        <h2>{word(`about.${key}`, { number })}</h2>
        {(withWords || vote.stale) && vote.scope.kind === 'item' && <Wording text={vote.words} />}
        {vote.stale && <p className={styles['stale']}>{word('stale')}</p>}
        <RuleWords vote={vote} />
        <TurnoutByGroup view={view} vote={vote} />
      </div>
      <div className={styles['count']}>
        <Turnout vote={vote} withQuorum />
        <IfClosedNow vote={vote} />
        <div className={styles['buttons']}>
          <Button kind="primary" onPress={() => setAsking(true)}>
            {t('running.close')}
          </Button>
          {vote.roll.byHand > 0 && <Button onPress={() => setEntering(true)}>{t('hand.button')}</Button>}
        </div>
        <RefusalBanner refusal={refusal} />
      </div>
      {isAsking && (
        <ConfirmDialog
          title={t('running.closeTitle')}
          text={missing === 0 ? t('running.closeMet', facts) : t('running.closeMissing', { ...facts, count: missing })}
          confirm={t('running.close')}
          kind="primary"
          onConfirm={async () => {
            await run(close, t('running.closed'));
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
      {isEntering && <HandDialog workshopId={workshopId} vote={vote} onClose={() => setEntering(false)} />}
    </section>
  );
}

/** What closing would mean, as far as turnout and quorum tell: positions are known to nobody before. */
function IfClosedNow({ vote }: { vote: VoteView }) {
  const { t } = useTranslation('charter');
  const { t: ofHall } = useTranslation('hall');
  const { missing } = quorumFacts(vote);
  const left = vote.roll.byHand - vote.byHand;
  return (
    <div className={styles['ifClosed']}>
      <p>{missing === 0 ? t(`running.ifMet.${vote.rule}`) : t('running.ifMissing')}</p>
      {left > 0 && <p>{t('running.ifByHand', { left })}</p>}
      <p>{t('running.blind')}</p>
      {vote.secrecy === 'secret' && vote.roll.groups.length > 1 && <p>{ofHall('turnout.secret')}</p>}
    </div>
  );
}

/** One line per open vote, in sight wherever the page is scrolled to; leads to the vote. */
export function RunningLines({ view, votes }: { view: LiveView; votes: readonly VoteView[] }) {
  const { t } = useTranslation('vote');
  return votes.map((vote) => {
    const { key, number } = subjectOf(view, vote.scope);
    return (
      <p key={vote.id} className={styles['line']}>
        <a href={`#${anchorOf(vote)}`}>{t(`about.${key}`, { number })}</a>
        <span>{t('turnout', { turnout: vote.turnout, roll: vote.rollSize })}</span>
      </p>
    );
  });
}

function anchorOf(vote: VoteView): string {
  return `vote-${vote.id}`;
}
