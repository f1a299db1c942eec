import { countOrganisations } from '@board/shared/consensus/organisations';
import { outcomeOf, type Position, tallyOf } from '@board/shared/consensus/rules';
import { turnoutByGroup } from '@board/shared/consensus/turnout';
import type { GroupId, PersonId } from '@board/shared/ids';
import type { VoteResult } from '@board/shared/live-view';
import type { GroupTurnout, HandCount, OrganisationCount } from '@board/shared/vote-parts';
import { type Ballot, type BoxContents, groupOfHands } from './ballot-box.ts';
import type { NamedBlock } from './decisions.ts';
import type { WorkshopState } from './fold.ts';
import type { VoteState } from './votes-fold.ts';

/** Where whoever lifts a block stands. */
const standAside = 'stand-aside' as const;

type Names = ReadonlyMap<PersonId, string>;

type Remarks = VoteResult['remarks'];

/** What the ballots of a vote come to. Nothing in it tells whose a secret ballot was, or when it came. */
export function countBallots(
  { names }: Pick<WorkshopState, 'names'>,
  open: VoteState,
  { ballots }: Pick<BoxContents, 'ballots'>,
  closedAt: number,
): VoteResult {
  const { vote } = open;
  const tally = tallyOf(ballots.values());
  const outcome = outcomeOf(tally, vote.rollSize, vote.rule, vote.quorum);
  if (vote.secrecy === 'secret') return { closedAt, tally, outcome, remarks: remarksOf(ballots, () => null) };
  const positions = new Map([...ballots].map(([key, { position }]) => [key, position]));
  const nameOf = (key: string): string | null => (groupOfHands(key) === undefined ? nameIn(names, key) : null);
  return { closedAt, tally, outcome, remarks: remarksOf(ballots, nameOf), ...openlyTaken(names, open, positions) };
}

/**
 * A secret vote's result after some of its blocks were lifted: whoever lifts a block stands aside. Whose reason was whose is
 * not known any more, so that reasons stay those of blocks as long as one block is left.
 */
export function afterLifting(result: VoteResult, { vote }: Pick<VoteState, 'vote'>, lifted: number): VoteResult {
  const { tally } = result;
  const block = tally.block - lifted;
  const after = { ...tally, block, 'stand-aside': tally['stand-aside'] + lifted };
  const remarks: Remarks = result.remarks
    .map((remark) => (remark.position === 'block' && block === 0 ? { ...remark, position: standAside } : remark))
    .sort(byPositionAndText);
  const outcome = outcomeOf(after, vote.rollSize, vote.rule, vote.quorum);
  // In an earlier time for amendments some may have been lifted already.
  return { ...result, remarks, tally: after, outcome, lifted: (result.lifted ?? 0) + lifted };
}

/** The same for an open vote, in which it is known who lifted a block and what everybody's position is now. People keep the names that they had at closing. */
export function afterOpenLifting(
  open: VoteState,
  before: VoteResult,
  positions: ReadonlyMap<string, Position>,
  lifted: ReadonlySet<PersonId>,
  after: VoteResult,
): VoteResult {
  const names = open.closed?.names ?? new Map();
  // A log of earlier versions has only the names.
  const byName = (id: PersonId) => before.remarks.filter(({ person }) => person === nameIn(names, id));
  const left = open.closed?.blocks?.filter(({ by }) => lifted.has(by)) ?? [...lifted].flatMap(byName);
  const isLifted = (remark: Remarks[number]): boolean => {
    const place = left.findIndex(({ person, text }) => person === remark.person && text === remark.text);
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  };
  // Which of the raised hands gave which reason is not known: reasons stay those of blocks as long as one of them is left.
  const handBlocks = [...positions].some(([key, position]) => position === 'block' && groupOfHands(key) !== undefined);
  const remarks: Remarks = before.remarks
    .map((remark) =>
      remark.position === 'block' && (remark.person === undefined ? !handBlocks : isLifted(remark))
        ? { ...remark, position: standAside }
        : remark,
    )
    .sort(byPositionAndText);
  return { ...after, remarks, ...openlyTaken(names, open, positions) };
}

/** The blocks in an open vote of people who voted themselves: by them it is known whose reason is whose when one is lifted. */
export function namedBlocks(
  { names }: Pick<WorkshopState, 'names'>,
  ballots: ReadonlyMap<string, Ballot>,
): NamedBlock[] {
  return [...ballots].flatMap(([key, { position, reason }]) =>
    position === 'block' && groupOfHands(key) === undefined
      ? [{ by: key as PersonId, person: nameIn(names, key), text: reason }]
      : [],
  );
}

/** How many of each group have voted, by the keys of an open vote's ballots. Null where nothing can be said by group. */
export function groupTurnout({ vote, groups }: VoteState, keys: Iterable<string>): GroupTurnout | null {
  if (vote.secrecy === 'secret' || groups.length === 0) return null;
  const groupOf = new Map(
    groups.flatMap(({ groupId, people }) => people.map((id) => [id as string, groupId] as const)),
  );
  const voted = new Map<GroupId | null, number>();
  for (const key of keys) {
    const raised = groupOfHands(key);
    const group = raised === undefined ? (groupOf.get(key) ?? null) : raised;
    voted.set(group, (voted.get(group) ?? 0) + 1);
  }
  return turnoutByGroup(
    vote.roll.groups.map(({ groupId, name, people }) => ({ groupId, name, people, voted: voted.get(groupId) ?? 0 })),
  );
}

/** Who took which position, what groups raised their hands for, and where organisations stand. */
function openlyTaken(
  names: Names,
  open: VoteState,
  positions: ReadonlyMap<string, Position>,
): Pick<VoteResult, 'named' | 'hands' | 'byGroup' | 'organisations'> {
  const named: NonNullable<VoteResult['named']> = [];
  const raised = new Map<GroupId | null, { position: Position }[]>();
  for (const [key, position] of positions) {
    const group = groupOfHands(key);
    if (group === undefined) named.push({ person: nameIn(names, key), position });
    else raised.set(group, [...(raised.get(group) ?? []), { position }]);
  }
  named.sort((a, b) => compare(a.person, b.person) || compare(a.position, b.position));
  const hands = [...raised].map(([groupId, cast]): HandCount => ({ groupId, tally: tallyOf(cast) }));
  const byGroup = groupTurnout(open, positions.keys());
  return {
    named,
    ...(byGroup ? { byGroup } : {}),
    ...(hands.length > 0 ? { hands } : {}),
    ...(open.organisations.length > 0 ? { organisations: byOrganisation(open, positions) } : {}),
  };
}

/** Whose hand was raised for what is not known: no organisation is counted by those of its people only who voted themselves. */
function byOrganisation(
  { organisations, putDown }: VoteState,
  positions: ReadonlyMap<string, Position>,
): OrganisationCount {
  const known = organisations.filter(({ people }) => !people.some((id) => putDown?.get(id) === 'by-hand'));
  const stands = known.map(({ people }) => people.flatMap((id) => positions.get(id) ?? []));
  const byHand = organisations.length - known.length;
  return { ...countOrganisations(stands), ...(byHand > 0 ? { byHand } : {}) };
}

function remarksOf(ballots: ReadonlyMap<string, Ballot>, nameOf: (key: string) => string | null): Remarks {
  return [...ballots]
    .filter(([, ballot]) => ballot.reason !== '' && ballot.position !== 'agree')
    .map(([key, { position, reason }]) => {
      const person = nameOf(key);
      return { position, text: reason, ...(person === null ? {} : { person }) };
    })
    .sort(byPositionAndText);
}

function nameIn(names: Names, key: string): string {
  return names.get(key as PersonId) ?? '';
}

function byPositionAndText(a: Remarks[number], b: Remarks[number]): number {
  return compare(a.position, b.position) || compare(a.text, b.text);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
