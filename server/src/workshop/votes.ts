import type { OpenVote } from '@board/shared/commands-votes';
import { turnoutOf } from '@board/shared/consensus/rules';
import { newId, type VoteId } from '@board/shared/ids';
import type { VoteAsOpened, VoteScope, VoteView } from '@board/shared/live-view';
import { can } from '@board/shared/policy';
import type { SessionPerson } from '../ports.ts';
import { adopted, adoptionRecord, onStillCharter } from './adoption.ts';
import type { BoxContents } from './ballot-box.ts';
import { countBallots, namedBlocks } from './ballot-count.ts';
import { type CharterReading, closedViewOf, isStale, wordsOf } from './charter-reading.ts';
import type { WorkshopState } from './fold.ts';
import { decidingOnCharter, facilitating, hallQueue } from './hall.ts';
import { dropLifts } from './lift-end.ts';
import { isBlocked, isOnSameWords, liftUntil } from './lift-times.ts';
import { readBoard } from './live-readings.ts';
import { demand, Refusal } from './refusal.ts';
import { rollFor } from './roll.ts';
import { endSlots } from './slot-ends.ts';
import { armSlots, liftable, slotAfter } from './slots.ts';
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
  return workshop.queues.run(hallQueue, by, async () => {
    isAllowed();
    const { scope, rule, quorum, secrecy } = command;
    const { words, fingerprint } = await onStillCharter(workshop, async (charter) => votable(charter, scope));
    if (command.fingerprint !== undefined && command.fingerprint !== fingerprint) throw new Refusal('wording-changed');
    refuseSecondVote(workshop.state, scope);
    const { groups } = await workshop.rooms.read('board', readBoard);
    const roll = rollFor(workshop.state, groups, command);
    const id = newId<VoteId>();
    const vote: VoteAsOpened = {
      ...{ id, scope, words, fingerprint, rule, quorum, secrecy },
      openedAt: workshop.clock.now(),
      rollSize: roll.size,
      roll: roll.view,
      slotMinutes: command.slotMinutes ?? 0,
    };
    // First, and the rest in one piece, since a time for amendments that was ended for a vote that cannot be opened would be lost.
    await workshop.boxes.prepare(id, secrecy);
    try {
      const { voters, organisations, absent, byHand, groups } = roll;
      // In a secret vote nobody is counted by group, so that it is not written down who is in which.
      const named = secrecy === 'open' ? { groups } : {};
      const opened = { type: 'vote-opened', vote, roll: voters, organisations, absent, byHand, ...named } as const;
      const isAdopted = await endSlots(workshop, slotsOn(workshop, scope), async (ended, record) => {
        await workshop.decide(by, isAllowed, ...ended, ...(record ? adopted(record) : [opened]));
        return record !== null;
      });
      // The last block on the whole charter was lifted.
      if (isAdopted) throw new Refusal('charter-adopted');
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
  return workshop.queues.run(hallQueue, by, async () => {
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
  const view = closedViewOf(
    { ...open, closed: { turnout, byHand, result, names: workshop.state.names }, slotUntil },
    stale,
  );
  const blocks = vote.secrecy === 'open' ? { blocks: namedBlocks(workshop.state, box.ballots) } : {};
  const closed = { type: 'vote-closed', voteId: vote.id, turnout, byHand, result, slotUntil, ...blocks } as const;
  const adopts = vote.scope.kind === 'charter' && result.outcome === 'adopted' && !stale && !workshop.state.adopted;
  if (adopts) {
    const record = await adoptionRecord(workshop, charter, [view], result.closedAt);
    await workshop.decide(by, isAllowed, closed, ...adopted(record));
  } else if (!isBlocked(result)) await workshop.decide(by, isAllowed, closed);
  else await closeBlocked(workshop, open, box, () => workshop.decide(by, isAllowed, closed));
  await workshop.boxes.destroy(vote.id);
  await dropLifts(workshop);
  return viewNow(workshop, vote.id, stale);
}

/** What can be lifted is kept before the result is: after a crash between the two there is a result with it, or neither. */
async function closeBlocked(
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

/** A closed vote as everybody sees it from now on. */
function viewNow({ state, lifts }: Workshop, id: VoteId, stale: boolean): VoteView {
  const vote = state.votes.get(id)!;
  const until = lifts.has(id) ? liftUntil(state, vote) : null;
  return { ...closedViewOf(vote, stale), ...(until === null ? {} : { liftUntil: until }) };
}

/** The times for amendments that a vote ends: that of a round before, and one on the whole charter. */
function slotsOn({ state }: Workshop, scope: VoteScope): VoteId[] {
  const isEnded = ({ vote, slotUntil }: VoteState): boolean => slotUntil !== null && isOnSameWords(scope, vote.scope);
  return [...state.votes.values()].filter(isEnded).map(({ vote }) => vote.id);
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
