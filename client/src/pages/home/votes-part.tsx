import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/link-button.tsx';
import { isClosed, Outcome } from '../../vote/outcome.tsx';
import { SlotWords } from '../../vote/slot-words.tsx';
import { subjectOf } from '../../vote/vote-facts.ts';
import { RunningVote } from '../charter/running-vote.tsx';
import { SlotControl } from '../charter/slot-control.tsx';
import home from './home.module.css';
import { openVotes } from './open-votes.ts';

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
        <RunningVote key={vote.id} workshopId={workshopId} view={view} vote={vote} withWords />
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
