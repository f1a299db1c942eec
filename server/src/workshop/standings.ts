import type { PersonId, VoteId } from '@board/shared/ids';
import { keyed } from '@board/shared/keyed';
import type { Standing, Standings } from '@board/shared/vote-parts';
import type { WorkshopState } from './fold.ts';
import type { VoteState } from './votes-fold.ts';

/**
 * Why a member does not vote in votes that are open, or did not in those that are closed. Nobody else's standing is in it, and
 * nothing of somebody whose role votes in none.
 */
export function standingsOf({ votes, people }: WorkshopState, person: PersonId): Standings {
  const own = keyed<VoteId, Standing>();
  if (people.get(person)?.role !== 'member') return own;
  for (const [id, vote] of votes) {
    const standing = standingIn(vote, person);
    if (standing !== null) own[id] = standing;
  }
  return own;
}

function standingIn({ roll, putDown }: VoteState, person: PersonId): Standing | null {
  if (putDown === null || roll.has(person)) return null;
  return putDown.get(person) ?? 'later';
}
