import { tallyOf } from '@board/shared/consensus/rules';
import type { VoteId } from '@board/shared/ids';
import type { NewEntry } from '../ports.ts';

/**
 * Closes votes whose ballots are gone, without a count: a backup holds no ballots, so that a vote that was open when it was
 * made cannot be counted from it. The result says so, adopts nothing, and the vote can be asked again.
 */
export function closeUncounted(votes: readonly VoteId[], closedAt: number): NewEntry[] {
  return votes.map((voteId) => ({
    author: null,
    body: {
      kind: 'decision',
      decision: {
        type: 'vote-closed',
        voteId,
        turnout: 0,
        result: { closedAt, tally: tallyOf([]), outcome: 'no-quorum', remarks: [], uncounted: true },
      },
    },
  }));
}
