import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { VoteView } from '@board/shared/live-view';
import { useEffect, useSyncExternalStore } from 'react';
import { castBallot, collectPaper } from '../api/commands.ts';
import { Ballot } from './ballot.ts';
import type { BallotState } from './ballot-states.ts';
import { type BallotKeeper, ballotKey, keepBallot } from './kept-ballot.ts';

interface KeptOpen {
  ballot: Ballot;
  keeper: BallotKeeper;
}

/** Every ballot of this page, so that one that waits for the network goes on while another page of the board is shown. */
const known = new Map<string, KeptOpen>();

function ballotFor(workshop: WorkshopId, me: Me, vote: VoteView): KeptOpen {
  const key = ballotKey(workshop, me.personId, vote.id);
  const found = known.get(key);
  if (found) return found;
  const keeper = keepBallot(key, () => localStorage);
  const ballot = new Ballot({
    secrecy: vote.secrecy,
    mayVote: me.may.vote,
    isClosed: vote.result !== null,
    keeper,
    collect: (covered) => collectPaper(workshop, vote.id, { covered }),
    cast: (body) => castBallot(workshop, vote.id, body),
    loadPapers: () => import('@board/shared/consensus/paper'),
    after: (delay, run) => {
      const timer = setTimeout(run, delay);
      return () => clearTimeout(timer);
    },
  });
  known.set(key, { ballot, keeper });
  return { ballot, keeper };
}

/**
 * This person's ballot in a vote. Asking for it collects the paper. `isConnected`: the live view has its connection,
 * which is the best sign that a waiting ballot can be sent.
 */
export function useBallot(
  workshop: WorkshopId,
  me: Me,
  vote: VoteView,
  isConnected: boolean,
): { state: BallotState; ballot: Ballot; isLasting: boolean } {
  const { ballot, keeper } = ballotFor(workshop, me, vote);
  const state = useSyncExternalStore(ballot.follow, ballot.state);
  const isClosed = vote.result !== null;
  useEffect(() => {
    if (isClosed) ballot.end();
    else if (isConnected) ballot.retry();
  }, [ballot, isClosed, isConnected]);
  useEffect(() => {
    const goOn = (): void => ballot.retry();
    window.addEventListener('storage', goOn);
    return () => window.removeEventListener('storage', goOn);
  }, [ballot]);
  return { state, ballot, isLasting: keeper.isLasting() };
}
