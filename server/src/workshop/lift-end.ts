import { isLiftable } from './lift-times.ts';
import type { Workshop } from './workshop.ts';

/** Destroys what was kept for lifting of votes on which nothing can be lifted any more. */
export async function dropLifts({ lifts, state, clock }: Workshop): Promise<void> {
  for (const id of lifts.votes) {
    const vote = state.votes.get(id);
    // Of a vote that is being closed it is made before the result is.
    const isClosing = vote?.closed === null;
    if (!isClosing && !(vote && isLiftable(state, vote, clock.now()))) await lifts.destroy(id);
  }
}
