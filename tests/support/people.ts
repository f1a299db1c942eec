import type { PersonJoined, WorkshopCreated } from '@board/shared/commands';
import type { GroupId, PersonId, WorkshopId } from '@board/shared/ids';
import type { Role } from '@board/shared/policy';
import { Caller } from './caller.ts';

/** A workshop on a real server, with its facilitator's browser. */
export interface Workshop extends WorkshopCreated {
  facilitator: Caller;
}

/** Someone who has joined. */
export interface Joined {
  caller: Caller;
  id: PersonId;
  workshopId: WorkshopId;
}

/** Creates a workshop as a start page would. */
export async function createWorkshop(address: string, title: string, groups: readonly string[]): Promise<Workshop> {
  const facilitator = new Caller(address);
  const created = await facilitator.must<WorkshopCreated>('POST', '/api/workshops', { title, groups });
  return { ...created, facilitator };
}

/** Joins with the code: a member of a group, or an observer or a screen. */
export async function join(
  workshop: Workshop,
  name: string,
  as: { groupId?: GroupId; role?: Exclude<Role, 'facilitator'> } = {},
): Promise<Joined> {
  const caller = new Caller(workshop.facilitator.address);
  const path = `/api/workshops/${workshop.workshopId}/people`;
  const joined = await caller.must<PersonJoined>('POST', path, { code: workshop.joinCode, name, ...as });
  return { caller, id: joined.personId, workshopId: workshop.workshopId };
}

/** The same person, who comes in by another way to the same server. */
export function by(address: string, who: Joined): Joined {
  return { ...who, caller: who.caller.at(address) };
}

/** The facilitator as one who joined, for documents. */
export async function facilitatorOf(workshop: Workshop): Promise<Joined> {
  const { facilitator: caller, workshopId } = workshop;
  const me = await caller.must<{ personId: PersonId }>('GET', `/api/workshops/${workshopId}/me`);
  return { caller, id: me.personId, workshopId };
}
