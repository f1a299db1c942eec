import type { BallotCounted, CastBallot, CollectPaper, PaperStamped } from '@board/shared/commands';
import type { PersonId, VoteId } from '@board/shared/ids';
import { can } from '@board/shared/policy';
import type { SessionPerson } from '../ports.ts';
import { type Ballot, isPosition } from './ballot-box.ts';
import type { VoteState } from './fold.ts';
import { requireOpen } from './hall.ts';
import { Refusal } from './refusal.ts';
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
  const { paper, stamp } = command;
  if (open.vote.secrecy === 'secret') {
    if (paper === undefined || stamp === undefined) throw new Refusal('bad-request', paper ? 'stamp' : 'paper');
    await workshop.boxes.castSecret(id, { paper, stamp }, ballot, () => void openOne(workshop, id));
  } else {
    if (paper !== undefined || stamp !== undefined) throw new Refusal('bad-request', 'paper');
    const { id: voter } = whoAsks();
    requireVoter(workshop, open, voter);
    await workshop.boxes.castNamed(id, voter, ballot);
  }
  return { counted: true, position: ballot.position };
}

function openOne(workshop: Workshop, id: VoteId): VoteState {
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

function readBallot({ position, reason = '' }: CastBallot): Ballot {
  if (!isPosition(position)) throw new Refusal('position-not-offered', 'position');
  if (position === 'block' && reason === '') throw new Refusal('reason-needed', 'reason');
  return { position, reason };
}
