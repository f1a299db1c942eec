import type { OpenVote } from '@board/shared/commands-votes';
import { organisationKey } from '@board/shared/consensus/organisations';
import type { GroupId, PersonId } from '@board/shared/ids';
import { can } from '@board/shared/policy';
import { limits } from '@board/shared/protocol/limits';
import type { RollOfGroup, RollView } from '@board/shared/vote-parts';
import type { SessionPerson } from '../ports.ts';
import type { GroupRoll, OrganisationRoll } from './decisions.ts';
import { rightsOf, type WorkshopState } from './fold.ts';
import { Refusal } from './refusal.ts';

/** A roll as a vote is opened with it. */
export interface Roll {
  /** Who votes on a device of their own, sorted by id. */
  voters: PersonId[];
  /** All on the roll, those without a phone included. */
  size: number;
  view: RollView;
  organisations: OrganisationRoll[];
  /** Who has joined and does not vote on a device, sorted by id. */
  absent: PersonId[];
  byHand: PersonId[];
  /** Who votes on a device, by group. */
  groups: GroupRoll[];
}

/** A group as the board has it. */
interface NamedGroup {
  id: GroupId;
  name: string;
}

/**
 * The roll of this moment: everybody who may vote and is not said to be absent, and those whom the facilitator counts by hand.
 * Throws `unknown-person` for somebody who is not a member, `unknown-group`, `bad-request` for somebody who is named twice.
 */
export function rollFor(state: WorkshopState, named: readonly NamedGroup[], command: OpenVote): Roll {
  const { absent, byHand = [], withoutPhone = [] } = command;
  const members = [...state.people.values()].filter((one) => can(one, { do: 'vote' }, rightsOf(state)).allowed);
  const away = new Set(absent?.people);
  const counted = new Set(byHand);
  requireMembers(members, [...away, ...counted]);
  if ([...counted].some((id) => away.has(id))) throw new Refusal('bad-request', 'byHand');
  const groups = withoutPhone.map(({ groupId }) => groupId);
  if (groups.some((id) => id !== null && !state.groups.has(id))) throw new Refusal('unknown-group', 'withoutPhone');
  if (new Set(groups).size < groups.length) throw new Refusal('bad-request', 'withoutPhone');
  const present = members.filter(({ id }) => !away.has(id));
  const seats = counted.size + withoutPhone.reduce((sum, one) => sum + one.people, 0);
  if (seats > limits.handBallots) throw new Refusal('bad-request', 'withoutPhone');
  const organisations = organisationsOf(present);
  const voters = present.filter(({ id }) => !counted.has(id));
  return {
    voters: voters.map(({ id }) => id).sort(),
    groups: votersByGroup(voters),
    size: present.length - counted.size + seats,
    organisations,
    absent: [...away].sort(),
    byHand: [...counted].sort(),
    view: {
      groups: groupsOf(present, counted, withoutPhone, inOrder(state, named)),
      organisations: organisations.length,
      byHand: seats,
      absent: away.size,
      note: absent?.note ?? '',
    },
  };
}

function requireMembers(members: readonly SessionPerson[], named: readonly PersonId[]): void {
  const known = new Set(members.map(({ id }) => id));
  if (named.some((id) => !known.has(id))) throw new Refusal('unknown-person');
}

function groupsOf(
  present: readonly SessionPerson[],
  counted: ReadonlySet<PersonId>,
  withoutPhone: NonNullable<OpenVote['withoutPhone']>,
  order: readonly (NamedGroup | { id: null; name: string })[],
): RollOfGroup[] {
  return order.flatMap(({ id: groupId, name }) => {
    const here = present.filter((person) => person.groupId === groupId);
    const others = withoutPhone.find((one) => one.groupId === groupId)?.people ?? 0;
    const byHand = here.filter(({ id }) => counted.has(id)).length + others;
    const people = here.length + others;
    return people === 0 ? [] : [{ groupId, name, people, byHand }];
  });
}

function votersByGroup(voters: readonly SessionPerson[]): GroupRoll[] {
  const found = new Map<GroupId | null, PersonId[]>();
  for (const { id, groupId } of voters) found.set(groupId, [...(found.get(groupId) ?? []), id].sort());
  return [...found].map(([groupId, people]) => ({ groupId, people }));
}

/** The board's order; groups that the board does not name come later, and people in no group last. */
function inOrder(state: WorkshopState, named: readonly NamedGroup[]): (NamedGroup | { id: null; name: string })[] {
  const known = named.filter(({ id }) => state.groups.has(id));
  const ids = new Set(known.map(({ id }) => id));
  const others = [...state.groups.keys()].filter((id) => !ids.has(id)).map((id) => ({ id, name: '' }));
  return [...known, ...others, { id: null, name: '' }];
}

/** Under the name that its first person gave, in alphabetical order. */
function organisationsOf(present: readonly SessionPerson[]): OrganisationRoll[] {
  const found = new Map<string, OrganisationRoll>();
  for (const { id, organisation } of present) {
    const key = organisationKey(organisation);
    if (key === '') continue;
    const known = found.get(key);
    if (known) known.people.push(id);
    else found.set(key, { name: organisation, people: [id] });
  }
  return [...found.values()].sort((a, b) => (organisationKey(a.name) < organisationKey(b.name) ? -1 : 1));
}
