import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView, VoteView } from '@board/shared/live-view';
import { useEffect, useSyncExternalStore } from 'react';
import { castBallot, collectPaper, getOwnBallot } from '../api/commands.ts';
import { useLiveView } from '../sync/use-live-view.ts';
import { Ballot } from './ballot.ts';
import type { BallotState } from './ballot-states.ts';
import { type BallotKeeper, ballotKey, keepBallot } from './kept-ballot.ts';
import { mayStillLift } from './lifting.ts';
import { paperTurn } from './paper-turn.ts';

/** Milliseconds between two looks at what another device of the same person has sent. */
const lookingMs = 3_000;

interface KeptOpen {
  ballot: Ballot;
  keeper: BallotKeeper;
}

/** Every ballot of this page, so that one that waits for the network goes on while another page of the board is shown. */
const known = new Map<string, KeptOpen>();

function ballotFor(workshop: WorkshopId, me: Me, vote: VoteView, mayVote: boolean): KeptOpen {
  const key = ballotKey(workshop, me.personId, vote.id);
  const found = known.get(key);
  if (found) return found;
  const keeper = keepBallot(key, () => localStorage);
  const ballot = new Ballot({
    secrecy: vote.secrecy,
    mayVote,
    isClosed: vote.result !== null,
    turn: paperTurn(vote.rollSize, Math.random()),
    keeper,
    collect: (covered) => collectPaper(workshop, vote.id, { covered, by: me.personId }),
    // Somebody else may have joined in this browser since. A paper is nobody's.
    cast: (body) => castBallot(workshop, vote.id, body.paper === undefined ? { ...body, by: me.personId } : body),
    look: () => getOwnBallot(workshop, vote.id),
    // Browsers are only sure of the one direction: `true` says nothing.
    isOffline: () => !navigator.onLine,
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
 * Looks after ballots that a page of before has kept, whichever page of the board is open now. One that was not sent goes on: a
 * phone that was locked or reloaded without network must not wait for its owner to come back to the voting page. Of a vote
 * that was closed meanwhile only how it ended is kept, and no paper's number when nothing can be lifted any more.
 */
export function useKeptBallots(workshop: WorkshopId, me: Me, votes: LiveView['votes']): void {
  const { serverNow } = useLiveView(workshop);
  useEffect(() => {
    for (const vote of Object.values(votes)) {
      const kept = keepBallot(ballotKey(workshop, me.personId, vote.id), () => localStorage).read();
      const isClosed = vote.result !== null;
      const hasBallot = kept.stamped !== undefined || kept.counted !== undefined;
      const isToDo = !kept.ending && (kept.wanted !== undefined || (isClosed && hasBallot));
      const isToForget = isClosed && !mayStillLift(vote, serverNow()) && kept.paper !== undefined;
      if (!isToDo && !isToForget) continue;
      const { ballot } = ballotFor(workshop, me, vote, me.may.vote);
      if (isClosed) ballot.end();
      if (isClosed && !mayStillLift(vote, serverNow())) ballot.forget();
    }
  }, [workshop, me, votes, serverNow]);
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
  const { view, standing, serverNow } = useLiveView(workshop);
  const isOpen = view !== null && view.stage !== 'closed';
  const why = me.may.vote ? standing[vote.id] : undefined;
  const mayVote = me.may.vote && why === undefined;
  const { ballot, keeper } = ballotFor(workshop, me, vote, mayVote);
  const own = useSyncExternalStore(ballot.follow, ballot.state);
  const state: BallotState = why ? { state: 'not-on-roll', why } : own;
  const isClosed = vote.result !== null;
  const isLiftable = mayStillLift(vote, serverNow());
  useEffect(() => ballot.admit(mayVote), [ballot, mayVote]);
  useEffect(() => {
    if (!vote.stale) ballot.takeUp('vote-stale');
  }, [ballot, vote.stale]);
  useEffect(() => {
    if (isOpen) ballot.takeUp('workshop-closed');
  }, [ballot, isOpen]);
  useEffect(() => {
    if (isClosed) ballot.end();
    else if (isConnected) ballot.retry();
    if (isClosed && !isLiftable) ballot.forget();
  }, [ballot, isClosed, isLiftable, isConnected]);
  const isElsewhere = me.devices > 1 && !isClosed && vote.secrecy === 'open';
  useEffect(() => {
    if (!isElsewhere) return;
    const look = (): void => {
      if (document.visibilityState === 'visible') void ballot.lookElsewhere();
    };
    look();
    const timer = setInterval(look, lookingMs);
    return () => clearInterval(timer);
  }, [ballot, isElsewhere]);
  useEffect(() => {
    const goOn = (): void => ballot.retry();
    window.addEventListener('storage', goOn);
    return () => window.removeEventListener('storage', goOn);
  }, [ballot]);
  return { state, ballot, isLasting: keeper.isLasting() };
}
