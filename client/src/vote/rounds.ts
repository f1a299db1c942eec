import type { CharterItemId } from '@board/shared/ids';
import type { LiveView, VoteResult, VoteScope, VoteView } from '@board/shared/live-view';
import { isClosed } from './outcome.tsx';

/** A vote with its result. */
export type ClosedVote = VoteView & { result: VoteResult };

/** All closed votes on an item, the first round first. */
export function roundsOn(votes: LiveView['votes'], item: CharterItemId): ClosedVote[] {
  return inOrder(votes).filter(({ scope }) => scope.kind === 'item' && scope.itemId === item);
}

/** All closed votes on the whole charter, the first round first. */
export function roundsOnWhole(votes: LiveView['votes']): ClosedVote[] {
  return inOrder(votes).filter(({ scope }) => scope.kind === 'charter');
}

/** Which vote on one item, or on the whole, this is, from 1, and how many there have been. */
export function roundOf(votes: LiveView['votes'], { id, scope }: VoteView): { round: number; all: number } {
  const isSame = (other: VoteScope): boolean =>
    scope.kind === 'charter' ? other.kind === 'charter' : other.kind === 'item' && other.itemId === scope.itemId;
  const same = Object.values(votes)
    .filter((vote) => isSame(vote.scope))
    .sort((a, b) => a.openedAt - b.openedAt);
  return { round: same.findIndex((vote) => vote.id === id) + 1, all: same.length };
}

/** All closed votes, in the order in which they were opened. */
export function inOrder(votes: LiveView['votes']): ClosedVote[] {
  return Object.values(votes)
    .filter(isClosed)
    .sort((a, b) => a.openedAt - b.openedAt);
}
