import type { LiftBlock, SetSlot } from '@board/shared/commands-votes';
import type { PersonId, VoteId } from '@board/shared/ids';
import type { VoteAsOpened, VoteResult, VoteScope } from '@board/shared/live-view';
import type { SessionPerson } from '../ports.ts';
import { adoptionRecord, onStillCharter } from './adoption.ts';
import { type BoxContents, groupOfHands } from './ballot-box.ts';
import { afterLifting, afterOpenLifting } from './ballot-count.ts';
import { type CharterReading, closedViewOf, isStale } from './charter-reading.ts';
import type { Decision } from './decisions.ts';
import { decidingOnCharter, facilitating, hallQueue, requireOpen } from './hall.ts';
import { type Lifting, paperMark } from './lift-boxes.ts';
import { Refusal } from './refusal.ts';
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
  await workshop.queues.run(hallQueue, async () => {
    const { vote, closed, slotUntil } = closedOne(workshop, id);
    requireOpen(workshop);
    if (minutes === 0) {
      if (slotUntil !== null) await endSlot(workshop, by, id);
      return;
    }
    if (workshop.state.adopted) throw new Refusal('charter-adopted');
    if (!isBlocked(closed.result) || !isLatest(workshop, vote)) throw new Refusal('no-block');
    const until = workshop.clock.now() + minutes * minute;
    await workshop.decide(by, decidingOnCharter(workshop, by), { type: 'slot-set', voteId: id, until });
    armSlots(workshop);
  });
}

/** Ends a vote's time for amendments, in the hall's queue: what was lifted meanwhile changes the result, all at once. */
export async function endSlot(workshop: Workshop, by: SessionPerson | null, id: VoteId): Promise<void> {
  const state = workshop.state.votes.get(id);
  if (!state?.closed || state.slotUntil === null) return;
  const stands = await workshop.lifts.seal(id);
  const result = stands && liftedResult(workshop, state, state.closed.result, stands);
  const isAllowed = by ? facilitating(workshop, by) : needsNoLeave;
  const ended: Decision = { type: 'slot-ended', voteId: id, result };
  try {
    if (state.vote.scope.kind === 'item' || result?.outcome !== 'adopted') await workshop.decide(by, isAllowed, ended);
    else
      await onStillCharter(workshop, async (charter) =>
        workshop.decide(by, isAllowed, ended, ...(await adoptedBy(workshop, state, result, charter))),
      );
  } catch (problem) {
    workshop.lifts.unseal(id);
    throw problem;
  }
  await workshop.lifts.destroy(id);
}

/** A vote on the whole charter that passes now that its last block is lifted adopts it, on words that still stand, as if it had been closed so. */
async function adoptedBy(
  workshop: Workshop,
  state: VoteState,
  result: VoteResult,
  charter: CharterReading,
): Promise<Decision[]> {
  const { closed } = state;
  if (!closed || isStale(charter, state) || workshop.state.adopted) return [];
  const view = closedViewOf({ ...state, closed: { ...closed, result }, slotUntil: null }, false);
  return [{ type: 'charter-adopted', record: await adoptionRecord(workshop, charter, [view], workshop.clock.now()) }];
}

/**
 * Sets the alarm for the next time for amendments that ends. What should have ended while nobody was here ends now; what
 * could not be stored is tried again after `pause` milliseconds.
 */
export function armSlots(workshop: Workshop, pause = 0): void {
  const running = [...workshop.state.votes.values()].flatMap(({ slotUntil }) => slotUntil ?? []);
  if (running.length === 0) return;
  const wait = Math.max(pause, Math.min(...running) - workshop.clock.now());
  workshop.wake(wait, async () => {
    const isDone = await workshop.queues
      .run(hallQueue, () => endDue(workshop))
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
}

function liftedResult(
  workshop: Workshop,
  state: VoteState,
  before: VoteResult,
  stands: ReadonlyMap<string, Lifting>,
): VoteResult | null {
  const lifted = [...stands].flatMap(([key, position]) => (position === 'lifted' ? key : []));
  if (lifted.length === 0) return null;
  const after = afterLifting(before, state, lifted.length);
  if (state.vote.secrecy === 'secret') return after;
  const positions = new Map(
    [...stands].map(([key, position]) => [key, position === 'lifted' ? 'stand-aside' : position] as const),
  );
  return afterOpenLifting(workshop.state, state, before, positions, new Set(lifted as PersonId[]), after);
}

function isBlocked({ outcome, tally }: VoteResult): boolean {
  return outcome !== 'adopted' && tally.block > 0;
}

/** True for votes on the same item, and for any other beside one on the whole charter. */
export function isOnSameWords(a: VoteScope, b: VoteScope): boolean {
  return a.kind === 'charter' || b.kind === 'charter' || a.itemId === b.itemId;
}

/** No later vote is on any of the same words. */
function isLatest({ state }: Workshop, { id, scope }: VoteAsOpened): boolean {
  const on = [...state.votes.values()].filter(({ vote }) => isOnSameWords(scope, vote.scope));
  return on.at(-1)?.vote.id === id;
}

function closedOne(workshop: Workshop, id: VoteId): VoteState & { closed: NonNullable<VoteState['closed']> } {
  const state = workshop.state.votes.get(id);
  if (!state) throw new Refusal('unknown-vote');
  if (!state.closed) throw new Refusal('slot-over');
  return { ...state, closed: state.closed };
}
