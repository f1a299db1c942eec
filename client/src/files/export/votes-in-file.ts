import { tallyOf } from '@board/shared/consensus/rules';
import type { LiveView, VoteResult } from '@board/shared/live-view';
import type { VotePart } from '@board/shared/workshop-file/parts';

/**
 * Every vote, in the order of opening, as a file can hold it: without ballots. One that is open is closed without a count,
 * as in a backup, since two files in a row would show which ballots came in between; the result says so, and the vote can
 * be asked again. A time for amendments ends with what the vote came to before it: who may lift a block is on phones only.
 */
export function votesWithoutBallots({ votes }: LiveView, now: number): VotePart[] {
  return Object.values(votes)
    .map(({ liftUntil: _, ...vote }) => (vote.result === null ? uncounted(vote, now) : { ...vote, slotUntil: null }))
    .sort((a, b) => a.openedAt - b.openedAt);
}

function uncounted({ byGroup: _, ...vote }: VotePart, closedAt: number): VotePart {
  const result: VoteResult = { closedAt, tally: tallyOf([]), outcome: 'no-quorum', remarks: [], uncounted: true };
  return { ...vote, turnout: 0, byHand: 0, result, slotUntil: null };
}
