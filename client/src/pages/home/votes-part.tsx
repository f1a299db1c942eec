import type { WorkshopId } from '@board/shared/ids';
import type { LiveView, VoteView } from '@board/shared/live-view';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { setScreen } from '../../api/screen-commands.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { isClosed, Outcome } from '../../vote/outcome.tsx';
import { SlotWords } from '../../vote/slot-words.tsx';
import { subjectOf, voteOnWall } from '../../vote/vote-facts.ts';
import { RunningVote } from '../charter/running-vote.tsx';
import { SlotControl } from '../charter/slot-control.tsx';
import home from './home.module.css';
import { openVotes } from './open-votes.ts';
import { useCommand } from './use-command.ts';

/** The votes that are open, to be closed here, and what was blocked and may still be amended. Nothing at other times. */
export function VotesPart({ workshopId, view }: { workshopId: WorkshopId; view: LiveView }) {
  const { t } = useTranslation('hall');
  const { t: word } = useTranslation('vote');
  const open = openVotes(view);
  const slots = Object.values(view.votes)
    .filter(isClosed)
    .filter(({ slotUntil }) => slotUntil !== null);
  if (open.length + slots.length === 0) return null;
  return (
    <section className={home['part']} aria-labelledby="votes">
      <div className={home['head']}>
        <h2 id="votes">{t('desk.votes')}</h2>
        <LinkButton kind="plain" size="small" icon="forward" href={`/w/${workshopId}/charter`}>
          {t('desk.toCharter')}
        </LinkButton>
      </div>
      {open.map((vote) => (
        <Fragment key={vote.id}>
          <RunningVote workshopId={workshopId} view={view} vote={vote} withWords />
          {open.length > 1 && <OnWall workshopId={workshopId} view={view} vote={vote} />}
        </Fragment>
      ))}
      {slots.map((vote) => {
        const { key, number } = subjectOf(view, vote.scope);
        return (
          <div key={vote.id} className={home['slot']}>
            <p className={home['about']}>{word(`of.${key}`, { number })}</p>
            <SlotWords vote={vote} />
            <Outcome vote={vote} />
            <SlotControl workshopId={workshopId} vote={vote} />
          </div>
        );
      })}
    </section>
  );
}

/** Of several open votes one stands on the wall: which, and a press that puts this one there. */
function OnWall({ workshopId, view, vote }: { workshopId: WorkshopId; view: LiveView; vote: VoteView }) {
  const { t } = useTranslation('hall');
  const { run, isBusy, refusal } = useCommand();
  const { shows } = view.screen;
  const isFollowing = shows === 'vote' || (shows === 'stage' && view.stage !== 'lobby');
  if (isFollowing && voteOnWall(view).vote?.id === vote.id) return <p className={home['hint']}>{t('desk.onWall')}</p>;
  return (
    <div>
      <Button
        size="small"
        icon="screen"
        busy={isBusy}
        onPress={() => run(() => setScreen(workshopId, { vote: vote.id, ...(isFollowing ? {} : { shows: 'vote' }) }))}
      >
        {t('desk.toWall')}
      </Button>
      <RefusalBanner refusal={refusal} />
    </div>
  );
}
