import type { ChangeMe, JoinWorkshop, Me, MovePerson, PersonListed } from '@board/shared/commands';
import { foldJoinCode, type GroupId, newId, type PersonId } from '@board/shared/ids';
import { can, type Role } from '@board/shared/policy';
import { limits } from '@board/shared/protocol/limits';
import type { SessionPerson } from '../ports.ts';
import type { Decision } from './decisions.ts';
import { requireOpen } from './hall.ts';
import { demand, Refusal } from './refusal.ts';
import { isSameText, isSecretOf, newSession } from './sessions.ts';
import type { Workshop } from './workshop.ts';

/** How a join came out. `token` is null when the person's own session stays as it is. */
export interface Joined {
  person: SessionPerson;
  token: string | null;
  isNew: boolean;
}

/** Throws `wrong-code` or `wrong-key`. */
export function checkSecret(workshop: Workshop, { code, key }: JoinWorkshop): void {
  const { joinCode, facilitatorKeyHash } = workshop.state;
  if (key !== undefined && !isSecretOf(key, facilitatorKeyHash)) throw new Refusal('wrong-key', 'key');
  if (key === undefined && !isSameText(foldJoinCode(code ?? ''), joinCode)) throw new Refusal('wrong-code', 'code');
}

/**
 * Joins with a code or key that the caller has checked. On a device whose session is valid it is the same person who comes
 * back: with the name, organisation and group given now, and lifted to facilitator by the key; never lowered.
 */
export async function join(workshop: Workshop, command: JoinWorkshop, known: SessionPerson | null): Promise<Joined> {
  const role = roleFor(command, known);
  if (workshop.rights().workshopClosed && role === 'member') throw new Refusal('workshop-closed');
  const groupId = role === 'member' || role === 'facilitator' ? (command.groupId ?? known?.groupId ?? null) : null;
  requireGroup(workshop, groupId);
  const { name } = command;
  const organisation = command.organisation ?? known?.organisation ?? '';
  if (known && known.role === role) {
    await change(workshop, known.id, known.id, { name, organisation, groupId });
    return { person: personOf(workshop, known.id), token: null, isNew: false };
  }
  if (!known && workshop.state.people.size >= limits.people) throw new Refusal('too-large', 'people');
  const personId = known?.id ?? newId<PersonId>();
  const { token, tokenHash } = newSession();
  const joined: Decision = { type: 'person-joined', personId, name, organisation, role, groupId, tokenHash };
  await workshop.decide(personId, joined);
  return { person: personOf(workshop, personId), token, isNew: known === null };
}

/** What a person is and may do now. */
export function meOf(workshop: Workshop, person: SessionPerson): Me {
  const rights = workshop.rights();
  const documents = [...workshop.state.documents.keys()];
  return {
    personId: person.id,
    name: person.name,
    organisation: person.organisation,
    role: person.role,
    groupId: person.groupId,
    may: {
      facilitate: can(person, { do: 'facilitate' }, rights).allowed,
      vote: can(person, { do: 'vote' }, rights).allowed,
      read: documents.filter((document) => can(person, { do: 'read', document }, rights).allowed),
      write: documents.filter((document) => can(person, { do: 'write', document }, rights).allowed),
    },
  };
}

/** Changes one's own name, organisation or group. */
export async function changeMe(workshop: Workshop, person: SessionPerson, command: ChangeMe): Promise<Me> {
  requireOpen(workshop);
  if (command.groupId !== undefined) {
    demand(can(person, { do: 'choose-group' }, workshop.rights()));
    requireGroup(workshop, command.groupId);
  }
  await change(workshop, person.id, person.id, command);
  return meOf(workshop, personOf(workshop, person.id));
}

/** Everybody who has joined, for facilitators. */
export function listPeople(workshop: Workshop, by: SessionPerson): PersonListed[] {
  demand(can(by, { do: 'facilitate' }, workshop.rights()));
  return [...workshop.state.people.values()].map(({ id, name, organisation, role, groupId }) => ({
    personId: id,
    name,
    organisation,
    role,
    groupId,
    connected: workshop.isConnected(id),
  }));
}

/** A facilitator moves a person to another group, or out of any. */
export async function movePerson(
  workshop: Workshop,
  by: SessionPerson,
  id: PersonId,
  { groupId }: MovePerson,
): Promise<void> {
  demand(can(by, { do: 'facilitate' }, workshop.rights()));
  requireOpen(workshop);
  demand(can(personOf(workshop, id), { do: 'choose-group' }, workshop.rights()));
  requireGroup(workshop, groupId);
  await change(workshop, by.id, id, { groupId });
}

/** A facilitator removes a person; the person's sessions end, in a closed workshop too. Nobody removes oneself. */
export async function removePerson(workshop: Workshop, by: SessionPerson, id: PersonId): Promise<void> {
  demand(can(by, { do: 'facilitate' }, workshop.rights()));
  if (by.id === id) throw new Refusal('not-allowed');
  await workshop.queues.run(id, async () => {
    personOf(workshop, id);
    await workshop.decide(by.id, { type: 'person-removed', personId: id });
  });
}

type PersonFacts = {
  name?: string | undefined;
  organisation?: string | undefined;
  groupId?: GroupId | null | undefined;
};

/** One change of a person after the other, since each writes the person's facts as a whole. */
async function change(workshop: Workshop, author: PersonId, id: PersonId, facts: PersonFacts): Promise<void> {
  await workshop.queues.run(id, async () => {
    const person = personOf(workshop, id);
    const { name = person.name, organisation = person.organisation, groupId = person.groupId } = facts;
    if (name === person.name && organisation === person.organisation && groupId === person.groupId) return;
    await workshop.decide(author, { type: 'person-changed', personId: id, name, organisation, groupId });
  });
}

function roleFor({ key, role }: JoinWorkshop, known: SessionPerson | null): Role {
  if (known && (known.role === 'facilitator' || key === undefined)) return known.role;
  return role ?? (key === undefined ? 'member' : 'facilitator');
}

function personOf(workshop: Workshop, id: PersonId): SessionPerson {
  const person = workshop.personById(id);
  if (!person) throw new Refusal('unknown-person');
  return person;
}

function requireGroup(workshop: Workshop, group: GroupId | null): void {
  if (group !== null && !workshop.state.groups.has(group)) throw new Refusal('unknown-group', 'groupId');
}
