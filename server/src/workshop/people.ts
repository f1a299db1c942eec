import type { ChangeMe, ChangePerson, JoinWorkshop, Me, PersonListed, RenewJoinCode } from '@board/shared/commands';
import { type DeviceId, foldJoinCode, type GroupId, newId, type PersonId } from '@board/shared/ids';
import { can, type Role } from '@board/shared/policy';
import type { SessionPerson } from '../ports.ts';
import { withdrawalsOf } from './amendments.ts';
import { listedAway, removedWithWords } from './away.ts';
import { commentsQueue, removalsOf } from './comments.ts';
import type { Decision } from './decisions.ts';
import { devicesOf } from './devices.ts';
import { whoFilled } from './filled.ts';
import { facilitating, hallQueue, requireOpen } from './hall.ts';
import { demand, Refusal } from './refusal.ts';
import { isSameText, isSecretOf, newSession } from './sessions.ts';
import type { Permission, Workshop } from './workshop.ts';

/** Who was here on that device before. */
export interface Before {
  known: SessionPerson | null;
  returning: SessionPerson | null;
  /** Where this person had brought it in. */
  device: DeviceId | undefined;
}

/** How a join came out. `token` is null when the person's own session stays as it is. */
export interface Joined {
  person: SessionPerson;
  token: string | null;
  isNew: boolean;
}

/** Throws `wrong-code`, `link-revoked` or `wrong-key`. */
export function checkSecret(workshop: Workshop, { code, key }: JoinWorkshop): void {
  if (key === undefined) checkCode(workshop, code ?? '');
  else if (!isSecretOf(key, workshop.state.facilitatorKeyHash)) throw new Refusal('wrong-key', 'key');
}

/** Checks a join code as people type it. Throws `wrong-code`, or `link-revoked` for one that the workshop had before. */
export function checkCode(workshop: Workshop, typed: string): void {
  const { joinCode, formerCodes } = workshop.state;
  const code = foldJoinCode(typed);
  if (isSameText(code, joinCode)) return;
  throw new Refusal(formerCodes.has(code) ? 'link-revoked' : 'wrong-code', 'code');
}

/**
 * Joins with a code or key, which the caller has checked and which must still hold when the person is stored. On a device whose session is valid (`known`), or was until the
 * link was revoked (`returning`), it is the same person who comes back: with the name, organisation and group given now,
 * and lifted to facilitator by the key; never lowered.
 */
export async function join(
  workshop: Workshop,
  command: JoinWorkshop,
  { known, returning, device }: Before,
): Promise<Joined> {
  const same = known ?? returning;
  const role = roleFor(command, same);
  const groupId = role === 'member' || role === 'facilitator' ? (command.groupId ?? same?.groupId ?? null) : null;
  const isAllowed = (): void => {
    checkSecret(workshop, command);
    if (workshop.rights().workshopClosed && role === 'member' && !returning) throw new Refusal('workshop-closed');
    requireGroup(workshop, groupId);
    if (device && same && workshop.state.devices.get(device)?.isOver) throw new Refusal('device-ended');
  };
  isAllowed();
  const { name } = command;
  const organisation = command.organisation ?? same?.organisation ?? '';
  if (known && known.role === role) {
    await change(workshop, known, isAllowed, known.id, { name, organisation, groupId });
    return { person: personOf(workshop, known.id), token: null, isNew: false };
  }
  const personId = same?.id ?? newId<PersonId>();
  const { token, tokenHash } = newSession();
  const session = { tokenHash, ...(device && same ? { device } : {}) };
  const joined: Decision = { type: 'person-joined', personId, name, organisation, role, groupId, ...session };
  const store = () =>
    workshop.append(same, isAllowed, [{ author: personId, body: { kind: 'decision', decision: joined } }]);
  await (known ? store() : workshop.arrivals.store(role, store));
  return { person: personOf(workshop, personId), token, isNew: same === null };
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
    devices: 1 + devicesOf(workshop, person.id).length,
  };
}

/** Changes one's own name, organisation or group. */
export async function changeMe(workshop: Workshop, person: SessionPerson, command: ChangeMe): Promise<Me> {
  const isAllowed = (): void => {
    requireOpen(workshop);
    if (command.groupId === undefined) return;
    demand(can(person, { do: 'choose-group' }, workshop.rights()));
    requireGroup(workshop, command.groupId);
  };
  isAllowed();
  await change(workshop, person, isAllowed, person.id, command);
  return meOf(workshop, personOf(workshop, person.id));
}

/** Everybody who has joined, for facilitators, those who have filled the workshop first; of those who must join again see `listedAway`. */
export function listPeople(workshop: Workshop, by: SessionPerson): PersonListed[] {
  demand(can(by, { do: 'facilitate' }, workshop.rights()));
  const { state } = workshop;
  const filled = whoFilled(state);
  const listed = ({ id, name, organisation, role, groupId }: SessionPerson, mustJoinAgain: boolean): PersonListed => ({
    personId: id,
    name,
    organisation,
    role,
    groupId,
    connected: workshop.isConnected(id),
    mustJoinAgain,
    ...(filled.has(id) ? { hasFilled: true } : {}),
  });
  const people = [
    ...[...state.people.values()].map((person) => listed(person, false)),
    ...listedAway(state).map((person) => listed(person, true)),
  ];
  const first = people.filter(({ hasFilled }) => hasFilled);
  return [...first, ...people.filter(({ hasFilled }) => !hasFilled), ...removedWithWords(state)];
}

/**
 * A facilitator moves a person to another group, or out of any; or makes a member an observer, or an observer a member.
 * The roll of an open vote stays as it is; who is no member any more collects no paper.
 */
export async function changePerson(
  workshop: Workshop,
  by: SessionPerson,
  id: PersonId,
  { role, groupId }: ChangePerson,
): Promise<void> {
  const isAllowed = (): void => {
    demand(can(by, { do: 'facilitate' }, workshop.rights()));
    requireOpen(workshop);
    const person = personOf(workshop, id);
    if (role !== undefined && person.role !== 'member' && person.role !== 'observer')
      throw new Refusal('not-allowed', 'role');
    if (groupId === undefined) return;
    demand(can({ ...person, role: role ?? person.role }, { do: 'choose-group' }, workshop.rights()));
    requireGroup(workshop, groupId);
  };
  isAllowed();
  if (role === undefined || role === personOf(workshop, id).role) {
    await change(workshop, by, isAllowed, id, { groupId });
    return;
  }
  await workshop.queues.run(id, by, () =>
    workshop.decide(by, isAllowed, { type: 'role-changed', personId: id, role, groupId: groupId ?? null }),
  );
}

/** A facilitator revokes the join link. `store` runs the decision with a code that no workshop has or had. Answers the new code. */
export function renewJoinCode(
  workshop: Workshop,
  by: SessionPerson,
  { endSessions = false }: RenewJoinCode,
  store: (decide: (joinCode: string) => Promise<void>) => Promise<string>,
): Promise<string> {
  const isAllowed = facilitating(workshop, by);
  isAllowed();
  return store((joinCode) => workshop.decide(by, isAllowed, { type: 'join-code-renewed', joinCode, endSessions }));
}

/**
 * A facilitator removes a person; the person's sessions end, in a closed workshop too. Nobody removes oneself. On demand in one
 * piece with everything that the person has said in comments, and with the person's open amendments; these also of somebody who
 * was removed without them.
 */
export async function removePerson(
  workshop: Workshop,
  by: SessionPerson,
  id: PersonId,
  { withWords }: { withWords: boolean },
): Promise<void> {
  const isAllowed = facilitating(workshop, by);
  isAllowed();
  if (by.id === id) throw new Refusal('not-allowed');
  const remove = async (): Promise<void> => {
    const { comments, amendments, people, lapsed, names } = workshop.state;
    const isHere = people.has(id) || lapsed.has(id);
    if (!isHere && !(withWords && names.has(id))) throw new Refusal('unknown-person');
    const words = withWords ? [...removalsOf(comments, id), ...withdrawalsOf(amendments, id)] : [];
    const removal = isHere ? [{ type: 'person-removed', personId: id } as const] : [];
    if (words.length + removal.length > 0) await workshop.decide(by, isAllowed, ...words, ...removal);
  };
  const { queues } = workshop;
  const removeAll = () => queues.run(commentsQueue, by, () => queues.run(hallQueue, by, remove));
  await queues.run(id, by, withWords ? removeAll : remove);
}

type PersonFacts = {
  name?: string | undefined;
  organisation?: string | undefined;
  groupId?: GroupId | null | undefined;
};

/** One change of a person after the other, since each writes the person's facts as a whole. */
async function change(
  workshop: Workshop,
  by: SessionPerson,
  isAllowed: Permission,
  id: PersonId,
  facts: PersonFacts,
): Promise<void> {
  await workshop.queues.run(id, by, async () => {
    const person = personOf(workshop, id);
    const { name = person.name, organisation = person.organisation, groupId = person.groupId } = facts;
    if (name === person.name && organisation === person.organisation && groupId === person.groupId) return;
    await workshop.decide(by, isAllowed, { type: 'person-changed', personId: id, name, organisation, groupId });
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
