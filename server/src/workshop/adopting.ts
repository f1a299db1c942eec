import type { AdoptCharter } from '@board/shared/commands-votes';
import type { CharterItemId } from '@board/shared/ids';
import type { AdoptionRecord } from '@board/shared/live-view';
import type { SessionPerson } from '../ports.ts';
import { adopted, adoptionRecord, onStillCharter } from './adoption.ts';
import { type CharterReading, closedViewOf, itemStanding } from './charter-reading.ts';
import type { WorkshopState } from './fold.ts';
import { decidingOnCharter, hallQueue } from './hall.ts';
import { Refusal } from './refusal.ts';
import { recordOfPassing, runningSlots, whileEnding } from './slot-ends.ts';
import { foldVote, type VoteDecision } from './votes-fold.ts';
import type { Workshop } from './workshop.ts';

/**
 * Adopts the charter item by item: the items that stand adopted on their present words, at least one. All others must have been
 * named to be left out, so that nothing is left out, and nothing adopted, that the facilitator has not seen. It ends the times for
 * amendments that run; when the whole passes by that, the whole is adopted, and when other items stand by it, they have ended and
 * nothing is adopted. Throws `standing-changed` when what stands is something else than what was named implies, and
 * `items-not-adopted` when nothing was named and not all stand, when nothing stands, or while a vote is open.
 */
export async function adoptCharter(
  workshop: Workshop,
  by: SessionPerson,
  { leaveOut = [] }: AdoptCharter,
): Promise<AdoptionRecord> {
  const isAllowed = decidingOnCharter(workshop, by);
  isAllowed();
  const adopt = async (charter: CharterReading): Promise<AdoptionRecord> => {
    isAllowed();
    const { state } = workshop;
    if (charter.items.length === 0) throw new Refusal('nothing-to-vote-on');
    const isVoteOpen = [...state.votes.values()].some((one) => !one.closed);
    if (isVoteOpen) throw new Refusal('items-not-adopted');
    if (!standingAsNamed(state, charter, leaveOut)) throw notAsNamed(state, charter, leaveOut);
    const record = await whileEnding(workshop, runningSlots(state), async ({ ended, passing }) => {
      const whole = passing && (await recordOfPassing(workshop, passing, charter));
      const made = whole ?? (await recordOfItems(workshop, charter, ended, leaveOut));
      await workshop.decide(by, isAllowed, ...ended, ...adopted(made));
      return made;
    });
    if (!record) throw notAsNamed(state, charter, leaveOut);
    return record;
  };
  return workshop.queues.run(hallQueue, by, () => onStillCharter(workshop, adopt));
}

/** The record of what stands when these times for amendments have ended; null when that is something else than what was named. */
async function recordOfItems(
  workshop: Workshop,
  charter: CharterReading,
  ended: readonly VoteDecision[],
  leaveOut: readonly CharterItemId[],
): Promise<AdoptionRecord | null> {
  const votes = new Map(workshop.state.votes);
  for (const decision of ended) foldVote(votes, decision, workshop.state.names);
  const named = standingAsNamed({ ...workshop.state, votes }, charter, leaveOut);
  if (!named) return null;
  const adopting = named.standing.flatMap(({ voteId }) => (voteId ? closedViewOf(votes.get(voteId)!, false) : []));
  return adoptionRecord(workshop, charter, adopting, workshop.clock.now(), named.left);
}

function notAsNamed(state: WorkshopState, charter: CharterReading, leaveOut: readonly CharterItemId[]): Refusal {
  const isAnyAdopted = charter.items.some((item) => itemStanding(state, charter, item).status === 'adopted');
  return new Refusal(leaveOut.length > 0 && isAnyAdopted ? 'standing-changed' : 'items-not-adopted');
}

type Standing = ReturnType<typeof itemStanding> & { item: CharterReading['items'][number] };

/** The items that stand and those that do not; null when the latter are not those that were named, or nothing stands. */
function standingAsNamed(
  state: WorkshopState,
  charter: CharterReading,
  leaveOut: readonly CharterItemId[],
): { standing: Standing[]; left: Standing[] } | null {
  const all = charter.items.map((item) => ({ item, ...itemStanding(state, charter, item) }));
  const standing = all.filter(({ status }) => status === 'adopted');
  const left = all.filter(({ status }) => status !== 'adopted');
  const isAsNamed = left.length === new Set(leaveOut).size && left.every(({ item }) => leaveOut.includes(item.id));
  return isAsNamed && standing.length > 0 ? { standing, left } : null;
}
