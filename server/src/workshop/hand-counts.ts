import type { EnterByHand, HandEntered } from '@board/shared/commands-votes';
import { type Position, positions, tallyOf, turnoutOf } from '@board/shared/consensus/rules';
import type { GroupId, VoteId } from '@board/shared/ids';
import type { SessionPerson } from '../ports.ts';
import { type Ballot, groupOfHands, handKey, isPosition } from './ballot-box.ts';
import type { HandChange } from './ballot-boxes.ts';
import { openOne, readBallot, refuseStale } from './ballots.ts';
import { facilitating } from './hall.ts';
import { Refusal } from './refusal.ts';
import type { VoteState } from './votes-fold.ts';
import type { Workshop } from './workshop.ts';

type PaperBallots = Extract<EnterByHand, { ballots: unknown }>;
type ShowOfHands = Exclude<EnterByHand, { ballots: unknown }>;

/**
 * A facilitator enters ballots of people without a phone, never more than the roll has of them. In a secret vote they are
 * paper ballots, which lie in the box like all others; in an open one a group's show of hands, which replaces an earlier one.
 */
export async function enterByHand(
  workshop: Workshop,
  by: SessionPerson,
  id: VoteId,
  command: EnterByHand,
): Promise<void> {
  const isAllowed = facilitating(workshop, by);
  isAllowed();
  const open = openOne(workshop, id);
  const isPaper = 'ballots' in command;
  if (isPaper !== (open.vote.secrecy === 'secret')) throw new Refusal('bad-request', isPaper ? 'ballots' : 'tally');
  await refuseStale(workshop, open);
  isAllowed();
  const change = isPaper ? papers(command) : hands(workshop, openOne(workshop, id), command);
  await workshop.boxes.enterByHand(id, change, open.vote.roll.byHand);
}

/** For whom ballots are entered in an open vote or a secret one, and the shows of hands of the former as they are in the box. */
export function handEntered(workshop: Workshop, by: SessionPerson, id: VoteId): HandEntered {
  facilitating(workshop, by)();
  const { putDown } = openOne(workshop, id);
  const { people } = workshop.state;
  const named = [...(putDown ?? [])].flatMap(([person, as]) => (as === 'by-hand' ? (people.get(person) ?? []) : []));
  const raised = new Map<GroupId | null, Ballot[]>();
  for (const [key, ballot] of workshop.boxes.raised(id)) {
    const group = groupOfHands(key) ?? null;
    raised.set(group, [...(raised.get(group) ?? []), ballot]);
  }
  return {
    people: named.map(({ groupId, name }) => ({ groupId, name })),
    hands: [...raised].map(([groupId, ballots]) => ({ groupId, ...raisedAs(ballots) })),
  };
}

type Raised = Omit<HandEntered['hands'][number], 'groupId'>;

function raisedAs(ballots: readonly Ballot[]): Raised {
  const remarks = ballots.flatMap(({ position, reason }) => (reason === '' ? [] : { position, text: reason }));
  return { tally: tallyOf(ballots), remarks };
}

function isSameRaised(one: Raised, other: NonNullable<ShowOfHands['seen']>): boolean {
  const said = ({ remarks }: typeof other): string =>
    JSON.stringify(remarks.map((each) => [each.position, each.text]).sort());
  return positions.every((position) => one.tally[position] === other.tally[position]) && said(one) === said(other);
}

function papers({ ballots, takenBack = [] }: PaperBallots): HandChange {
  const put = new Map(ballots.map(({ paper, ...ballot }): [string, Ballot] => [paper, readBallot(ballot)]));
  if (put.size < ballots.length) throw new Refusal('bad-request', 'ballots');
  return { put, takenBack };
}

function hands(workshop: Workshop, { vote }: VoteState, command: ShowOfHands): HandChange {
  const { groupId, tally, remarks = [], seen } = command;
  const before = workshop.boxes.handsOf(vote.id, groupId);
  const now = raisedAs(before.map(([, ballot]) => ballot));
  // Sent again after a lost answer it is there already.
  if (seen && !isSameRaised(now, seen) && !isSameRaised(now, { tally, remarks })) throw new Refusal('hands-moved');
  const seats = vote.roll.groups.find((group) => group.groupId === groupId)?.byHand ?? 0;
  if (turnoutOf(tally) > seats) throw new Refusal('more-than-roll');
  const said = new Map<Position, string[]>(positions.map((position) => [position, []]));
  for (const { position, text } of remarks) {
    if (!isPosition(position)) throw new Refusal('position-not-offered', 'remarks');
    said.get(position)?.push(text);
  }
  for (const position of positions) {
    if ((said.get(position)?.length ?? 0) > tally[position]) throw new Refusal('bad-request', 'remarks');
  }
  if (tally.block > 0 && said.get('block')?.length === 0) throw new Refusal('reason-needed', 'remarks');
  const cast = positions.flatMap((position) =>
    Array.from({ length: tally[position] }, (_, place) => ({ position, reason: said.get(position)?.[place] ?? '' })),
  );
  const put = new Map(cast.map((ballot, place): [string, Ballot] => [handKey(groupId, place), ballot]));
  return { put, takenBack: before.map(([key]) => key) };
}
