import type { OpenVote } from '@board/shared/commands-votes';
import { turnoutOf } from '@board/shared/consensus/rules';
import { newId, type VoteId } from '@board/shared/ids';
import type { AdoptionRecord, VoteAsOpened, VoteScope, VoteView } from '@board/shared/live-view';
import { can } from '@board/shared/policy';
import type { SessionPerson } from '../ports.ts';
import { adoptionRecord, onStillCharter } from './adoption.ts';
import type { BoxContents } from './ballot-box.ts';
import { countBallots } from './ballot-count.ts';
import { type CharterReading, closedViewOf, isStale, itemStanding, wordsOf } from './charter-reading.ts';
import type { WorkshopState } from './fold.ts';
import { decidingOnCharter, facilitating, hallQueue } from './hall.ts';
import { readBoard } from './live-readings.ts';
import { demand, Refusal } from './refusal.ts';
import { rollFor } from './roll.ts';
import { armSlots, endSlot, isOnSameWords, liftable, slotAfter } from './slots.ts';
import type { VoteState } from './votes-fold.ts';
import type { Workshop } from './workshop.ts';

/** Opens a vote on the words that stand now. The roll is that of this moment (roll.ts) and stays as it is. */
export async function openVote(workshop: Workshop, by: SessionPerson, command: OpenVote): Promise<VoteId> {
  const mayDecide = decidingOnCharter(workshop, by);
  const isAllowed = (): void => {
    mayDecide();
    demand(can(by, { do: 'open-vote' }, workshop.rights()));
  };
  isAllowed();
  return workshop.queues.run(hallQueue, async () => {
    isAllowed();
    const { scope, rule, quorum, secrecy } = command;
    const { words, fingerprint } = await onStillCharter(workshop, async (charter) => votable(charter, scope));
    if (command.fingerprint !== undefined && command.fingerprint !== fingerprint) throw new Refusal('wording-changed');
    refuseSecondVote(workshop.state, scope);
    const { groups } = await workshop.rooms.read('board', readBoard);
    const roll = rollFor(workshop.state, groups, command);
    await endSlotsOn(workshop, by, scope);
    // The last block on the whole charter may have been lifted: then it is adopted by now.
    isAllowed();
    const id = newId<VoteId>();
    const vote: VoteAsOpened = {
      ...{ id, scope, words, fingerprint, rule, quorum, secrecy },
      openedAt: workshop.clock.now(),
      rollSize: roll.size,
      roll: roll.view,
      slotMinutes: command.slotMinutes ?? 0,
    };
    await workshop.boxes.prepare(id, secrecy);
    try {
      const { voters, organisations, groups } = roll;
      // In a secret vote nobody is counted by group, so that it is not written down who is in which.
      const named = secrecy === 'open' ? { groups } : {};
      await workshop.decide(by, isAllowed, { type: 'vote-opened', vote, roll: voters, organisations, ...named });
    } catch (problem) {
      await workshop.boxes.destroy(id);
      throw problem;
    }
    return id;
  });
}

/**
 * Closes a vote: counts, writes the result once, destroys the papers. A vote on the whole charter that adopts it, on the
 * words that still stand, writes the adoption record in the same piece.
 */
export async function closeVote(workshop: Workshop, by: SessionPerson, id: VoteId): Promise<VoteView> {
  facilitating(workshop, by)();
  return workshop.queues.run(hallQueue, async () => {
    const open = workshop.state.votes.get(id);
    if (!open) throw new Refusal('unknown-vote');
    if (open.closed) throw new Refusal('vote-closed');
    const box = await workshop.boxes.seal(id);
    try {
      return await onStillCharter(workshop, (charter) => countAndClose(workshop, by, open, box, charter));
    } catch (problem) {
      workshop.boxes.unseal(id);
      throw problem;
    }
  });
}

/** Adopts the charter item by item: every item must stand adopted on its present words. */
export async function adoptCharter(workshop: Workshop, by: SessionPerson): Promise<AdoptionRecord> {
  const isAllowed = decidingOnCharter(workshop, by);
  isAllowed();
  return workshop.queues.run(hallQueue, () =>
    onStillCharter(workshop, async (charter) => {
      isAllowed();
      const { state } = workshop;
      if (charter.items.length === 0) throw new Refusal('nothing-to-vote-on');
      const standings = charter.items.map((item) => itemStanding(state, charter, item));
      const isWhole = standings.every((one) => one.status === 'adopted');
      const isVoteOpen = [...state.votes.values()].some((one) => !one.closed);
      if (!isWhole || isVoteOpen) throw new Refusal('items-not-adopted');
      const votes = standings.flatMap(({ voteId }) => (voteId ? closedViewOf(state.votes.get(voteId)!, false) : []));
      const record = await adoptionRecord(workshop, charter, votes, workshop.clock.now());
      await workshop.decide(by, isAllowed, { type: 'charter-adopted', record });
      return record;
    }),
  );
}

async function countAndClose(
  workshop: Workshop,
  by: SessionPerson,
  open: VoteState,
  box: BoxContents,
  charter: CharterReading,
): Promise<VoteView> {
  const { vote } = open;
  const isAllowed = facilitating(workshop, by);
  const stale = isStale(charter, open);
  const result = countBallots(workshop.state, open, box, workshop.clock.now());
  const turnout = turnoutOf(result.tally);
  const { byHand } = box;
  const slotUntil = slotAfter(open, result);
  const view = closedViewOf({ ...open, closed: { turnout, byHand, result }, slotUntil }, stale);
  const closed = { type: 'vote-closed', voteId: vote.id, turnout, byHand, result, slotUntil } as const;
  const adopts = vote.scope.kind === 'charter' && result.outcome === 'adopted' && !stale && !workshop.state.adopted;
  if (adopts) {
    const record = await adoptionRecord(workshop, charter, [view], result.closedAt);
    await workshop.decide(by, isAllowed, closed, { type: 'charter-adopted', record });
  } else if (slotUntil === null) await workshop.decide(by, isAllowed, closed);
  else await closeWithSlot(workshop, open, box, () => workshop.decide(by, isAllowed, closed));
  await workshop.boxes.destroy(vote.id);
  return view;
}

/** What can be lifted is kept before the result is: after a crash between the two there is a result with it, or neither. */
async function closeWithSlot(
  workshop: Workshop,
  open: VoteState,
  box: BoxContents,
  decide: () => Promise<void>,
): Promise<void> {
  await workshop.lifts.prepare(open.vote.id, liftable(open, box));
  try {
    await decide();
  } catch (problem) {
    await workshop.lifts.destroy(open.vote.id);
    throw problem;
  }
  armSlots(workshop);
}

/** A new round ends the time for amendments of the one before, and any vote that of one on the whole charter. */
async function endSlotsOn(workshop: Workshop, by: SessionPerson, scope: VoteScope): Promise<void> {
  for (const { vote, slotUntil } of [...workshop.state.votes.values()]) {
    if (slotUntil !== null && isOnSameWords(scope, vote.scope)) await endSlot(workshop, by, vote.id);
  }
}

function votable(charter: CharterReading, scope: VoteScope): { words: string; fingerprint: string } {
  const found = wordsOf(charter, scope);
  if (!found) throw new Refusal('unknown-item');
  const isEmpty = scope.kind === 'charter' ? charter.items.every((item) => item.text === '') : found.words === '';
  if (isEmpty) throw new Refusal('nothing-to-vote-on');
  return found;
}

/** The same words are never in two open votes: not an item twice, and nothing beside a vote on the whole charter. */
function refuseSecondVote(state: WorkshopState, scope: VoteScope): void {
  for (const { vote, closed } of state.votes.values()) {
    if (!closed && isOnSameWords(scope, vote.scope)) throw new Refusal('vote-already-open');
  }
}
