import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useEffect } from 'react';
import { writeChoice } from '../device-choices.ts';
import { useMe } from '../sync/me.ts';
import { useLiveView } from '../sync/use-live-view.ts';
import { keepsAny, papersPrefix } from './kept-papers.ts';
import { useKeptBallots } from './use-ballot.ts';

/** Looks after what this browser keeps of a workshop's votes, whichever of its pages is open, and of which workshop it is in. Draws nothing. */
export function KeptVotes({ workshopId }: { workshopId: WorkshopId }) {
  const known = useMe(workshopId);
  const { view } = useLiveView(workshopId);
  if (known.state !== 'known' || !view) return null;
  return <Keeping workshopId={workshopId} me={known.me} votes={view.votes} />;
}

function Keeping({ workshopId, me, votes }: { workshopId: WorkshopId; me: Me; votes: LiveView['votes'] }) {
  const { serverNow } = useLiveView(workshopId);
  useKeptBallots(workshopId, me, votes);
  // Its id opens nothing to who has not joined; the short address of votes finds it here.
  useEffect(() => writeChoice('workshop', workshopId), [workshopId]);
  useEffect(() => {
    // Whoever closed a vote, this browser keeps no more of the paper ballots that it has entered than it may need. Phones have none, and need not load how to.
    if (!keepsAny(papersPrefix)) return;
    void import('./settled-papers.ts').then(
      ({ settlePapers }) => {
        for (const vote of Object.values(votes)) settlePapers(workshopId, vote, serverNow());
      },
      () => undefined,
    );
  }, [workshopId, votes, serverNow]);
  return null;
}
