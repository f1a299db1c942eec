import type { LiftBlock, SetSlot } from '@board/shared/commands-votes';
import type { VoteId } from '@board/shared/ids';
import type { VoteResult } from '@board/shared/live-view';
import type { SessionPerson } from '../ports.ts';
import { adopted } from './adoption.ts';
import { type BoxContents, groupOfHands } from './ballot-box.ts';
import { decidingOnCharter, facilitating, hallQueue, requireOpen } from './hall.ts';
import { type Lifting, paperMark } from './lift-boxes.ts';
import { dropLifts } from './lift-end.ts';
import { isBlocked, isLatest, liftUntil } from './lift-times.ts';
import { Refusal } from './refusal.ts';
import { endSlots } from './slot-ends.ts';
import type { VoteState } from './votes-fold.ts';
import { needsNoLeave, type Workshop } from './workshop.ts';

const minute = 60_000;
/** Milliseconds. */
const retryAfter = 15_000;

/** Until when the item, or the whole charter, may be amended when a vote on it closes with this result; null when there is no reason to. */
export function slotAfter({ vote }: VoteState, result: VoteResult): number | null {
  return isBlocked(result) && vote.slotMinutes > 0 ? result.closedAt + vote.slotMinutes * minute : null;
}

/** What of the ballots is kept while blocks may be lifted (lift-boxes.ts). */
export function liftable({ vote }: VoteState, { ballots }: BoxContents): Map<string, Lifting> {
  const all = [...ballots].map(([key, { position }]): [string, Lifting] => [key, position]);
  if (vote.secrecy === 'open') return new Map(all);
  return new Map(
    all.flatMap(([paper, position]) => (position === 'block' ? [[paperMark(vote.id, paper), position]] : [])),
  );
}

/**
 * Lifts a block. `whoAsks` is called in an open vote only: in a secret one nobody looks who it is, and a facilitator who has
 * entered a paper ballot lifts its block as any phone does. In an open vote a facilitator lifts blocks of raised hands.
 */
export async function liftBlock(
  workshop: Workshop,
  id: VoteId,
  { paper, hands }: LiftBlock,
  whoAsks: () => SessionPerson,
): Promise<void> {
  const state = closedOne(workshop, id);
  requireOpen(workshop);
  if (state.slotUntil === null || workshop.clock.now() >= state.slotUntil) throw new Refusal('slot-over');
  if ((paper === undefined) === (state.vote.secrecy === 'secret')) throw new Refusal('bad-request', 'paper');
  if (paper !== undefined) {
    if (hands) throw new Refusal('bad-request', 'hands');
    await workshop.lifts.lift(id, paperMark(id, paper));
    return;
  }
  const by = whoAsks();
  if (!hands) {
    await workshop.lifts.lift(id, by.id);
    return;
  }
  facilitating(workshop, by)();
  await workshop.lifts.liftSome(id, (key) => groupOfHands(key) === hands.groupId, hands.count);
}

/** A facilitator says when the time for amendments ends; it can be opened for whatever was blocked and not adopted. */
export async function setSlot(workshop: Workshop, by: SessionPerson, id: VoteId, { minutes }: SetSlot): Promise<void> {
  const isAllowed = facilitating(workshop, by);
  isAllowed();
  await workshop.queues.run(hallQueue, by, async () => {
    const { vote, closed, slotUntil } = closedOne(workshop, id);
    requireOpen(workshop);
    if (minutes === 0) {
      if (slotUntil !== null) await endSlot(workshop, by, id);
      return;
    }
    if (workshop.state.adopted) throw new Refusal('charter-adopted');
    if (!isBlocked(closed.result) || !isLatest(workshop.state, vote)) throw new Refusal('no-block');
    if (slotUntil === null) await workshop.lifts.catchUp(id);
    const until = workshop.clock.now() + minutes * minute;
    await workshop.decide(by, decidingOnCharter(workshop, by), { type: 'slot-set', voteId: id, until });
    armSlots(workshop);
  });
}

/** Ends a vote's time for amendments, in the hall's queue: what was lifted meanwhile changes the result, all at once. */
async function endSlot(workshop: Workshop, by: SessionPerson | null, id: VoteId): Promise<void> {
  const isAllowed = by ? facilitating(workshop, by) : needsNoLeave;
  await endSlots(workshop, [id], (ended, record) => workshop.decide(by, isAllowed, ...ended, ...adopted(record)));
}

/**
 * Sets the alarm for the next time for amendments, or for lifting, that ends. What should have ended while nobody was here
 * ends now; what could not be stored is tried again after `pause` milliseconds.
 */
export function armSlots(workshop: Workshop, pause = 0): void {
  const { state, lifts, clock } = workshop;
  const running = [...state.votes.values()].flatMap(({ slotUntil }) => slotUntil ?? []);
  const kept = lifts.votes.flatMap((id) => {
    const vote = state.votes.get(id);
    return (vote && liftUntil(state, vote)) ?? [];
  });
  if (running.length + kept.length === 0) return;
  const wait = Math.max(pause, Math.min(...running, ...kept) - clock.now());
  workshop.wake(wait, async () => {
    const isDone = await workshop.queues
      .run(hallQueue, null, () => endDue(workshop))
      .then(
        () => true,
        () => false,
      );
    armSlots(workshop, isDone ? 0 : retryAfter);
  });
}

async function endDue(workshop: Workshop): Promise<void> {
  const now = workshop.clock.now();
  for (const { vote, slotUntil } of workshop.state.votes.values()) {
    if (slotUntil !== null && slotUntil <= now) await endSlot(workshop, null, vote.id);
  }
  await dropLifts(workshop);
}

function closedOne(workshop: Workshop, id: VoteId): VoteState & { closed: NonNullable<VoteState['closed']> } {
  const state = workshop.state.votes.get(id);
  if (!state) throw new Refusal('unknown-vote');
  if (!state.closed) throw new Refusal('slot-over');
  return { ...state, closed: state.closed };
}
