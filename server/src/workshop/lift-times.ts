import type { VoteAsOpened, VoteResult, VoteScope } from '@board/shared/live-view';
import { limits } from '@board/shared/protocol/limits';
import type { WorkshopState } from './fold.ts';
import type { VoteState } from './votes-fold.ts';

/** Not adopted, and somebody has blocked. */
export function isBlocked({ outcome, tally }: VoteResult): boolean {
  return outcome !== 'adopted' && tally.block > 0;
}

/** True for votes on the same item, and for any other beside one on the whole charter. */
export function isOnSameWords(a: VoteScope, b: VoteScope): boolean {
  return a.kind === 'charter' || b.kind === 'charter' || a.itemId === b.itemId;
}

/** No later vote is on any of the same words. */
export function isLatest({ votes }: Pick<WorkshopState, 'votes'>, { id, scope }: VoteAsOpened): boolean {
  const on = [...votes.values()].filter(({ vote }) => isOnSameWords(scope, vote.scope));
  return on.at(-1)?.vote.id === id;
}

/**
 * Until when blocks on a vote can be lifted, in the time for amendments that runs or in one that is opened (again); null when
 * they cannot. A later vote on the same words ends it, and so do adopting the charter and closing the workshop.
 */
export function liftUntil(state: WorkshopState, { vote, closed, slotUntil }: VoteState): number | null {
  if (!closed || !isBlocked(closed.result)) return null;
  const isSettled = state.adopted !== null || state.stage === 'closed' || !isLatest(state, vote);
  if (isSettled) return null;
  return Math.max(slotUntil ?? 0, closed.result.closedAt + limits.liftTime);
}

/** Whether blocks on a vote can be lifted at this moment, or later when a time for it is opened. */
export function isLiftable(state: WorkshopState, vote: VoteState, now: number): boolean {
  const until = liftUntil(state, vote);
  return until !== null && (vote.slotUntil !== null || now < until);
}
