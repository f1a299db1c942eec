import type { PersonId } from '@board/shared/ids';
import type { SessionPerson } from '../ports.ts';
import type { Decision } from './decisions.ts';
import { type DeviceDecision, endDevicesOf, type Sessions } from './devices-fold.ts';

/** Size of the set of people's colours. */
const colours = 8;

/** What of a workshop's state people are about, while entries are being folded into it. */
export interface People extends Sessions {
  people: Map<PersonId, SessionPerson>;
  lapsed: Map<PersonId, SessionPerson>;
  names: Map<PersonId, string>;
}

type AboutPerson = Exclude<Extract<Decision, { personId: PersonId }>, DeviceDecision>;

/** Folds one decision about a person into the draft. */
export function foldPerson(draft: People, decision: AboutPerson): void {
  const id = decision.personId;
  const known = draft.people.get(id);
  if (decision.type === 'person-removed') {
    draft.people.delete(id);
    draft.lapsed.delete(id);
    for (const [device, { person }] of draft.devices) if (person === id) draft.devices.delete(device);
    for (const hash of sessionsOf(draft, id)) {
      draft.sessions.delete(hash);
      draft.ended.set(hash, { person: id, why: 'removed' });
    }
    return;
  }
  if (decision.type === 'role-changed') {
    if (known) draft.people.set(id, { ...known, role: decision.role, groupId: decision.groupId });
    return;
  }
  if (decision.type === 'person-changed') {
    if (!known) return;
    const { name, organisation, groupId } = decision;
    draft.people.set(id, { ...known, name, organisation, groupId });
    draft.names.set(id, name);
    return;
  }
  const { name, organisation, role, groupId, tokenHash, device } = decision;
  // A code that somebody has looked at over a shoulder must not make a facilitator.
  if (known && role === 'facilitator' && known.role !== role) endDevicesOf(draft, id, device);
  const back = device && draft.devices.get(device);
  if (back) draft.devices.set(device, { ...back, tokenHashes: [...back.tokenHashes, tokenHash] });
  const colour = (known ?? draft.lapsed.get(id))?.colour ?? draft.names.size % colours;
  draft.lapsed.delete(id);
  draft.ended.delete(tokenHash);
  draft.names.set(id, name);
  draft.people.set(id, { id, name, organisation, role, groupId, colour });
  draft.sessions.set(tokenHash, id);
}

/** All sessions that a person ever had, those that have ended included. */
function sessionsOf(draft: People, id: PersonId): string[] {
  const open = [...draft.sessions].filter(([, person]) => person === id);
  const ended = [...draft.ended].filter(([, session]) => session.person === id);
  return [...open, ...ended].map(([hash]) => hash);
}

/** Everybody but the facilitators has to join again. */
export function endSessions(draft: People): void {
  for (const [id, person] of draft.people) {
    if (person.role === 'facilitator') continue;
    draft.people.delete(id);
    draft.lapsed.set(id, person);
  }
  for (const [hash, person] of draft.sessions) {
    if (!draft.lapsed.has(person)) continue;
    draft.sessions.delete(hash);
    draft.ended.set(hash, { person, why: 'link-revoked' });
  }
}
