import type { BallotCounted, CastBallot, CollectPaper, OwnBallot, PaperStamped } from '@board/shared/commands-votes';
import type { PersonId, VoteId } from '@board/shared/ids';
import { can } from '@board/shared/policy';
import { limits } from '@board/shared/protocol/limits';
import type { SessionPerson } from '../ports.ts';
import { type Ballot, isPosition } from './ballot-box.ts';
import { isStale } from './charter-reading.ts';
import { requireOpen } from './hall.ts';
import { Refusal } from './refusal.ts';
import type { VoteState } from './votes-fold.ts';
import type { Workshop } from './workshop.ts';

/** Stamps the covered paper of a person on the roll. Answers when the roll is durable. */
export async function collectPaper(
  workshop: Workshop,
  person: SessionPerson,
  id: VoteId,
  { covered }: CollectPaper,
): Promise<PaperStamped> {
  const isAllowed = (): void => requireVoter(workshop, openOne(workshop, id), person.id);
  isAllowed();
  return { stamped: await workshop.boxes.collect(id, person.id, covered, isAllowed) };
}

/**
 * Counts a ballot, in place of an earlier one on the same paper or of the same person. `whoAsks` is called in an open
 * vote only: in a secret one nobody looks who it is.
 */
export async function castBallot(
  workshop: Workshop,
  id: VoteId,
  command: CastBallot,
  whoAsks: () => SessionPerson,
): Promise<BallotCounted> {
  const open = openOne(workshop, id);
  const ballot = readBallot(command);
  await refuseStale(workshop, open);
  const { paper, stamp } = command;
  if (open.vote.secrecy === 'secret') {
    if (paper === undefined || stamp === undefined) throw new Refusal('bad-request', paper ? 'stamp' : 'paper');
    await workshop.boxes.castSecret(id, { paper, stamp }, ballot, () => void openOne(workshop, id));
  } else {
    if (paper !== undefined || stamp !== undefined) throw new Refusal('bad-request', 'paper');
    const { id: voter } = whoAsks();
    requireVoter(workshop, openOne(workshop, id), voter);
    await workshop.boxes.castNamed(id, voter, ballot);
  }
  return { counted: true, position: ballot.position };
}

/** What lies in the box under a person's name. Of a secret vote nobody can be told it. */
export function ownBallot(workshop: Workshop, { id: person }: SessionPerson, id: VoteId): OwnBallot {
  return { choice: workshop.boxes.named(openOne(workshop, id).vote.id, person) };
}

/** Throws `vote-stale` when other words stand now than those that people are voting on. */
export async function refuseStale(workshop: Workshop, vote: VoteState): Promise<void> {
  if (isStale(await workshop.charter.read(), vote)) throw new Refusal('vote-stale');
}

/** An open vote of a workshop that takes ballots. Throws `unknown-vote`, `vote-closed` or `workshop-closed`. */
export function openOne(workshop: Workshop, id: VoteId): VoteState {
  const vote = workshop.state.votes.get(id);
  if (!vote) throw new Refusal('unknown-vote');
  if (vote.closed) throw new Refusal('vote-closed');
  requireOpen(workshop);
  return vote;
}

/** On the roll of the moment of opening, and not made an observer since; a member who was lifted to facilitator since still votes. */
function requireVoter(workshop: Workshop, { roll }: VoteState, id: PersonId): void {
  const person = workshop.personById(id);
  if (!person) throw new Refusal(workshop.whyGone(id));
  if (!roll.has(id)) throw new Refusal('not-on-roll');
  const right = can(person, { do: 'vote' }, workshop.rights());
  if (!right.allowed && right.why !== 'not-on-roll') throw new Refusal(right.why);
}

/** One of the four positions, a block with its reason; what stands aside may add one line. Throws a refusal for anything else. */
export function readBallot({ position, reason = '' }: Pick<CastBallot, 'position' | 'reason'>): Ballot {
  if (!isPosition(position)) throw new Refusal('position-not-offered', 'position');
  if (position === 'block' && reason === '') throw new Refusal('reason-needed', 'reason');
  if (position !== 'stand-aside') return { position, reason };
  const line = reason.replace(/\s+/gu, ' ');
  if (line.length > limits.noteText) throw new Refusal('bad-request', 'reason');
  return { position, reason: line };
}
