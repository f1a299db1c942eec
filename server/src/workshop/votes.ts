import type { OpenVote } from '@board/shared/commands';
import { outcomeOf, tallyOf, turnoutOf } from '@board/shared/consensus/rules';
import { newId, type PersonId, type VoteId } from '@board/shared/ids';
import type { AdoptionRecord, VoteResult, VoteScope, VoteView } from '@board/shared/live-view';
import type { SessionPerson } from '../ports.ts';
import type { Ballot } from './ballot-box.ts';
import { type CharterReading, isStale, itemStanding, readCharter, voteViewOf, wordsOf } from './charter-reading.ts';
import type { VoteState, WorkshopState } from './fold.ts';
import { decidingOnCharter, facilitating, hallQueue } from './hall.ts';
import { readBoard } from './live-readings.ts';
import { Refusal } from './refusal.ts';
import type { Workshop } from './workshop.ts';

/** Opens a vote on the words that stand now. The roll is all members of this moment and stays as it is. */
export async function openVote(workshop: Workshop, by: SessionPerson, command: OpenVote): Promise<VoteId> {
  const isAllowed = decidingOnCharter(workshop, by);
  isAllowed();
  return workshop.queues.run(hallQueue, async () => {
    isAllowed();
    const { scope, rule, quorum, secrecy } = command;
    const { words, fingerprint } = await onStillCharter(workshop, async (charter) => votable(charter, scope));
    if (command.fingerprint !== undefined && command.fingerprint !== fingerprint) throw new Refusal('wording-changed');
    refuseSecondVote(workshop.state, scope);
    const id = newId<VoteId>();
    const roll = rollNow(workshop.state);
    const openedAt = workshop.clock.now();
    const vote = { id, scope, words, fingerprint, rule, quorum, secrecy, openedAt, rollSize: roll.length };
    await workshop.boxes.prepare(id, secrecy);
    try {
      await workshop.decide(by, isAllowed, { type: 'vote-opened', vote, roll });
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
    const ballots = await workshop.boxes.seal(id);
    try {
      return await onStillCharter(workshop, (charter) => countAndClose(workshop, by, open, ballots, charter));
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
      const votes = standings.flatMap(({ voteId }) => (voteId ? viewOf(state, voteId) : []));
      const record = await adoptionRecord(workshop, charter, votes, workshop.clock.now());
      await workshop.decide(by, isAllowed, { type: 'charter-adopted', record });
      return record;
    }),
  );
}

/** Decides on the charter while nobody changes it: what is adopted must be what stands afterwards. Throws `not-stored`. */
async function onStillCharter<Value>(
  workshop: Workshop,
  decide: (charter: CharterReading) => Promise<Value>,
): Promise<Value> {
  const decided = await workshop.rooms.still('charter', (doc) => decide(readCharter(doc)));
  if (!decided.ok) throw new Refusal(decided.problem);
  return decided.value;
}

async function countAndClose(
  workshop: Workshop,
  by: SessionPerson,
  open: VoteState,
  ballots: ReadonlyMap<string, Ballot>,
  charter: CharterReading,
): Promise<VoteView> {
  const { vote } = open;
  const isAllowed = facilitating(workshop, by);
  const stale = isStale(charter, open);
  const result = resultOf(workshop.state, open, ballots, workshop.clock.now());
  const turnout = turnoutOf(result.tally);
  const view = voteViewOf({ ...open, closed: { turnout, result } }, turnout, stale);
  const closed = { type: 'vote-closed', voteId: vote.id, turnout, result } as const;
  const adopts = vote.scope.kind === 'charter' && result.outcome === 'adopted' && !stale && !workshop.state.adopted;
  if (adopts) {
    const record = await adoptionRecord(workshop, charter, [view], result.closedAt);
    await workshop.decide(by, isAllowed, closed, { type: 'charter-adopted', record });
  } else await workshop.decide(by, isAllowed, closed);
  await workshop.boxes.destroy(vote.id);
  return view;
}

function resultOf(
  state: WorkshopState,
  { vote }: VoteState,
  ballots: ReadonlyMap<string, Ballot>,
  closedAt: number,
): VoteResult {
  const nameOf = (key: string): string => state.names.get(key as PersonId) ?? '';
  const isOpen = vote.secrecy === 'open';
  const tally = tallyOf(ballots.values());
  const remarks = [...ballots]
    .filter(([, ballot]) => ballot.reason !== '' && ballot.position !== 'agree')
    .map(([key, { position, reason }]) => ({ position, text: reason, ...(isOpen ? { person: nameOf(key) } : {}) }))
    .sort((a, b) => compare(a.position, b.position) || compare(a.text, b.text));
  const named = [...ballots]
    .map(([key, { position }]) => ({ person: nameOf(key), position }))
    .sort((a, b) => compare(a.person, b.person) || compare(a.position, b.position));
  const outcome = outcomeOf(tally, vote.rollSize, vote.rule, vote.quorum);
  return { closedAt, tally, outcome, remarks, ...(isOpen ? { named } : {}) };
}

async function adoptionRecord(
  workshop: Workshop,
  charter: CharterReading,
  votes: VoteView[],
  adoptedAt: number,
): Promise<AdoptionRecord> {
  const { groups } = await workshop.rooms.read('board', readBoard);
  const names = new Map(groups.map((group) => [group.id, group.name]));
  return {
    adoptedAt,
    preamble: charter.preamble,
    items: charter.items.map(({ text, sources }) => ({
      text,
      groupName: [...new Set(sources.map(({ groupId }) => names.get(groupId) ?? ''))].filter(Boolean).join(' · '),
    })),
    closing: charter.closing,
    fingerprint: charter.allFingerprint,
    votes,
  };
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
    const isSameItem = scope.kind === 'item' && vote.scope.kind === 'item' && scope.itemId === vote.scope.itemId;
    const isWhole = scope.kind === 'charter' || vote.scope.kind === 'charter';
    if (!closed && (isSameItem || isWhole)) throw new Refusal('vote-already-open');
  }
}

function rollNow(state: WorkshopState): PersonId[] {
  return [...state.people.values()]
    .filter((person) => person.role === 'member')
    .map((person) => person.id)
    .sort();
}

function viewOf(state: WorkshopState, id: VoteId): VoteView {
  return voteViewOf(state.votes.get(id)!, 0, false);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
