import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import type { Address } from '../../address.ts';
import type { LiveStatus } from '../../sync/live.ts';
import { useMe } from '../../sync/me.ts';
import { useLiveView } from '../../sync/use-live-view.ts';
import { Banner, RefusalBanner } from '../../ui/banner.tsx';
import { HallStrip } from '../../ui/hall/hall-strip.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { WorkshopHeader } from '../../ui/workshop-header.tsx';
import { isClosed } from '../../vote/outcome.tsx';
import { closedVotes, openVotes } from '../../vote/vote-facts.ts';
import { Between } from './between.tsx';
import { ClosedVote, EarlierVote, SlotSheet } from './closed-vote.tsx';
import { MissedBallots } from './missed-ballots.tsx';
import { OpenVoteSheet } from './open-vote-sheet.tsx';
import { useSaidVotes } from './said-votes.ts';
import styles from './vote-page.module.css';

/** The phone in the hall: the open vote, one's own ballot, the last result; between votes, what is going on. */
export function VotePage({ workshopId }: Address) {
  const { t } = useTranslation('vote');
  const { view, status } = useLiveView(workshopId);
  const known = useMe(workshopId);
  const me = known.state === 'known' ? known.me : null;
  const said = useSaidVotes(view);
  return (
    <Page
      name={view ? `${t('title')} · ${view.workshop.title}` : t('title')}
      width="text"
      header={<WorkshopHeader workshopId={workshopId} view={view} me={me} here="vote" />}
    >
      <div className={styles['page']}>
        <VisuallyHidden>
          <span role="status">{said}</span>
        </VisuallyHidden>
        {view ? (
          <HallStrip workshopId={workshopId} view={view} me={me} isBusy={openVotes(view).length > 0} />
        ) : (
          <p className={styles['stage']} />
        )}
        <ConnectionWords status={status} workshopId={workshopId} />
        {known.state === 'refused' && status.state !== 'refused' && <RefusalBanner refusal={known.refusal} />}
        {view && me ? (
          <Votes workshopId={workshopId} view={view} me={me} isConnected={status.state === 'live'} />
        ) : (
          known.state !== 'refused' && status.state !== 'refused' && <Waiting>{t('connecting')}</Waiting>
        )}
      </div>
    </Page>
  );
}

function Votes(props: { workshopId: WorkshopId; view: LiveView; me: Me; isConnected: boolean }) {
  const { view } = props;
  const open = openVotes(view);
  const closed = closedVotes(view).filter(isClosed);
  const [last, ...earlier] = closed;
  return (
    <>
      {open.length > 0 && <MissedBallots {...props} votes={closed} />}
      {open.map((vote) => (
        <OpenVoteSheet key={vote.id} {...props} vote={vote} />
      ))}
      {closed
        .filter((vote) => vote.slotUntil !== null && (open.length > 0 || vote !== last))
        .map((vote) => (
          <SlotSheet key={vote.id} {...props} vote={vote} />
        ))}
      {open.length === 0 && last && <ClosedVote key={last.id} {...props} vote={last} />}
      {open.length === 0 && <Between {...props} />}
      <EarlierVotes {...props} votes={open.length === 0 ? earlier : closed} />
    </>
  );
}

function EarlierVotes({ votes, view }: { votes: ReturnType<typeof closedVotes>; view: LiveView }) {
  const { t } = useTranslation('vote');
  if (votes.length === 0) return null;
  return (
    <section className={styles['earlier']}>
      <h2>{t('between.earlier')}</h2>
      <ul>
        {votes.filter(isClosed).map((vote) => (
          <li key={vote.id}>
            <EarlierVote vote={vote} view={view} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ConnectionWords({ status, workshopId }: { status: LiveStatus; workshopId: WorkshopId }) {
  const { t } = useTranslation('vote');
  if (status.state === 'away') return <Banner kind="warning">{t('away')}</Banner>;
  if (status.state !== 'refused') return null;
  return (
    <RefusalBanner
      refusal={{ code: status.why }}
      action={<LinkButton href={`/w/${workshopId}`}>{t('between.join')}</LinkButton>}
    />
  );
}
