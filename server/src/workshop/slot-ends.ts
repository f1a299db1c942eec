import type { PersonId, VoteId } from '@board/shared/ids';
import type { AdoptionRecord, VoteResult } from '@board/shared/live-view';
import { adoptionRecord, onStillCharter } from './adoption.ts';
import { afterLifting, afterOpenLifting } from './ballot-count.ts';
import { type CharterReading, closedViewOf, isStale } from './charter-reading.ts';
import type { WorkshopState } from './fold.ts';
import type { Lifting } from './lift-boxes.ts';
import { dropLifts } from './lift-end.ts';
import type { VoteDecision, VoteState } from './votes-fold.ts';
import type { Workshop } from './workshop.ts';

/** Times for amendments that end together, before that is stored. */
export interface SlotsEnding {
  ended: VoteDecision[];
  /** The vote on the whole charter that passes now that its last block was lifted. */
  passing: { state: VoteState; result: VoteResult } | null;
}

/** The votes whose time for amendments runs. */
export function runningSlots({ votes }: WorkshopState): VoteId[] {
  return [...votes.values()].filter(({ slotUntil }) => slotUntil !== null).map(({ vote }) => vote.id);
}

/**
 * Ends times for amendments, in the hall's queue. What was lifted in them changes the results, all at once; `store` puts the ends
 * into the log, in one piece with whatever they end for. When it throws, those times go on as if nothing had happened.
 */
export async function whileEnding<Value>(
  workshop: Workshop,
  ids: readonly VoteId[],
  store: (ending: SlotsEnding) => Promise<Value>,
): Promise<Value> {
  const endings = await Promise.all(ids.map((id) => endingOf(workshop, id)));
  const running = endings.filter((ending) => ending !== null);
  const ended = running.map(
    ({ state, result }): VoteDecision => ({ type: 'slot-ended', voteId: state.vote.id, result }),
  );
  const [passing = null] = running.flatMap(({ state, result }) =>
    state.vote.scope.kind === 'charter' && result?.outcome === 'adopted' ? { state, result } : [],
  );
  let value: Value;
  try {
    value = await store({ ended, passing });
  } catch (problem) {
    for (const { state } of running) workshop.lifts.unseal(state.vote.id);
    throw problem;
  }
  await dropLifts(workshop);
  for (const { state } of running) await workshop.lifts.turnOver(state.vote.id, state.vote.secrecy);
  return value;
}

/** The same where nobody looks at the charter's words meanwhile: `store` is also told of the adoption of the whole that the ends bring, if they do. */
export function endSlots<Value>(
  workshop: Workshop,
  ids: readonly VoteId[],
  store: (ended: VoteDecision[], adopted: AdoptionRecord | null) => Promise<Value>,
): Promise<Value> {
  return whileEnding(workshop, ids, async ({ ended, passing }) =>
    passing
      ? onStillCharter(workshop, async (charter) => store(ended, await recordOfPassing(workshop, passing, charter)))
      : store(ended, null),
  );
}

/**
 * A vote on the whole charter that passes now that its last block is lifted adopts it, as if it had been closed so. Null: its words
 * stand no more, or it is adopted already.
 */
export async function recordOfPassing(
  workshop: Workshop,
  { state, result }: NonNullable<SlotsEnding['passing']>,
  charter: CharterReading,
): Promise<AdoptionRecord | null> {
  const { closed } = state;
  if (!closed || isStale(charter, state) || workshop.state.adopted) return null;
  const view = closedViewOf({ ...state, closed: { ...closed, result }, slotUntil: null }, false);
  return adoptionRecord(workshop, charter, [view], workshop.clock.now());
}

/** How a time for amendments would end now, with nothing more lifted from here on; null where none runs. */
async function endingOf(
  workshop: Workshop,
  id: VoteId,
): Promise<{ state: VoteState; result: VoteResult | null } | null> {
  const state = workshop.state.votes.get(id);
  if (!state?.closed || state.slotUntil === null) return null;
  const stands = await workshop.lifts.seal(id);
  return { state, result: stands && liftedResult(state, state.closed.result, stands) };
}

function liftedResult(state: VoteState, before: VoteResult, stands: ReadonlyMap<string, Lifting>): VoteResult | null {
  const lifted = [...stands].flatMap(([key, position]) => (position === 'lifted' ? key : []));
  if (lifted.length === 0) return null;
  const after = afterLifting(before, state, lifted.length);
  if (state.vote.secrecy === 'secret') return after;
  const positions = new Map(
    [...stands].map(([key, position]) => [key, position === 'lifted' ? 'stand-aside' : position] as const),
  );
  return afterOpenLifting(state, before, positions, new Set(lifted as PersonId[]), after);
}
