import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { useLiveView } from '../../sync/use-live-view.ts';
import { Banner } from '../../ui/banner.tsx';
import type { ClosedVote } from '../../vote/rounds.ts';
import { useBallot } from '../../vote/use-ballot.ts';
import { subjectOf } from '../../vote/vote-facts.ts';
import { useBallotWords } from './ballot-words.tsx';

/** Milliseconds for which it is told. */
const toldFor = 10 * 60_000;

interface MissedProps {
  workshopId: WorkshopId;
  view: LiveView;
  me: Me;
  isConnected: boolean;
}

/**
 * One's own ballots that came too late in votes that were closed a while ago. Told beside the vote that is open: a hall that goes
 * from item to item shows no result long enough for a phone without network.
 */
export function MissedBallots({ votes, ...props }: MissedProps & { votes: readonly ClosedVote[] }) {
  const { serverNow } = useLiveView(props.workshopId);
  const recent = votes.filter(({ result }) => serverNow() - result.closedAt < toldFor);
  return recent.map((vote) => <Missed key={vote.id} {...props} vote={vote} />);
}

function Missed({ workshopId, view, me, isConnected, vote }: MissedProps & { vote: ClosedVote }) {
  const { t } = useTranslation('vote');
  const { key, number } = subjectOf(view, vote.scope);
  const { state } = useBallot(workshopId, me, vote, isConnected);
  const words = useBallotWords(state, { by: me.role, secrecy: vote.secrecy });
  if (state.state !== 'too-late') return null;
  return (
    <Banner kind="warning" title={t('ballot.earlier', { what: t(`of.${key}`, { number }) })}>
      {words}
    </Banner>
  );
}
