import type { Me, PersonJoined, WorkshopCreated } from '@board/shared/commands';
import type { PairingBegun } from '@board/shared/commands-screen';
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

/** Joins with the code, as a member of a group or an observer; a screen is let in by the facilitator. */
export async function join(
  workshop: Workshop,
  name: string,
  as: { groupId?: GroupId; role?: Exclude<Role, 'facilitator'> } = {},
): Promise<Joined> {
  const caller = new Caller(workshop.facilitator.address);
  const at = `/api/workshops/${workshop.workshopId}`;
  if (as.role === 'screen') return pair(workshop, caller, name);
  const joined = await caller.must<PersonJoined>('POST', `${at}/people`, { code: workshop.joinCode, name, ...as });
  return { caller, id: joined.personId, workshopId: workshop.workshopId };
}

/** A browser shows a code, the facilitator types it, the browser comes in as a screen. */
async function pair({ facilitator, workshopId }: Workshop, caller: Caller, name: string): Promise<Joined> {
  const at = `/api/workshops/${workshopId}`;
  const { code, secret } = await caller.must<PairingBegun>('POST', '/api/screens', {});
  await facilitator.must('POST', `${at}/screens`, { code });
  await caller.must('POST', '/api/screens/claim', { secret, name });
  return { caller, id: (await caller.must<Me>('GET', `${at}/me`)).personId, workshopId };
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
