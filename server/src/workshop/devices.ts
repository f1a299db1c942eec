import type { DeviceLinkMade, Devices } from '@board/shared/commands-devices';
import { type DeviceId, newId, type PersonId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import type { SessionPerson } from '../ports.ts';
import type { DeviceLinks } from './device-links.ts';
import { requireOpen } from './hall.ts';
import { Refusal } from './refusal.ts';
import { newSession } from './sessions.ts';
import type { Workshop } from './workshop.ts';

/** Who asks, and with which session. */
export interface OnDevice {
  person: SessionPerson;
  token: string;
}

/** Devices that a person has brought in and not ended. */
export function devicesOf({ state }: Workshop, person: PersonId): DeviceId[] {
  return [...state.devices].filter(([, one]) => one.person === person && !one.isOver).map(([id]) => id);
}

/** A key with which another device comes in as this person. */
export function makeDeviceLink(workshop: Workshop, links: DeviceLinks, { person, token }: OnDevice): DeviceLinkMade {
  // Else somebody who came in over a shoulder could bring in more, and would have to be ended again and again.
  if (workshop.deviceOf(token) !== undefined) throw new Refusal('first-device-only');
  requireRoom(workshop, person);
  return { key: links.begin(workshop.id, person.id), lasts: limits.deviceLinkMs };
}

/** A device comes in with a key. Answers the person and the session's token. */
export function comeInWithLink(
  workshop: Workshop,
  links: DeviceLinks,
  command: { key: string; claim: string },
): Promise<OnDevice> {
  const owner = links.ownerOf(workshop.id, command.key, command.claim);
  return links.use(workshop.id, command, async (holds) => {
    const { token, tokenHash } = newSession();
    const deviceId = newId<DeviceId>();
    const person = ownerNow(workshop, owner);
    const isAllowed = (): void => {
      if (!holds()) throw new Refusal('device-link-over');
      requireRoom(workshop, ownerNow(workshop, owner));
    };
    isAllowed();
    await workshop.decide(person, isAllowed, { type: 'device-added', personId: person.id, deviceId, tokenHash });
    return { person, token };
  });
}

/** The devices that this person has brought in. */
export function listDevices(workshop: Workshop, links: DeviceLinks, { person, token }: OnDevice): Devices {
  const here = workshop.deviceOf(token);
  return {
    isFirst: here === undefined,
    isAwaited: links.isAwaited(workshop.id, person.id),
    devices: devicesOf(workshop, person.id).map((id) => ({
      id,
      since: workshop.state.devices.get(id)?.at ?? 0,
      isHere: id === here,
    })),
  };
}

/** Ends a device that was brought in, in a closed workshop too: from the first one any of them, from such a device itself. */
export async function endDevice(workshop: Workshop, { person, token }: OnDevice, id: DeviceId): Promise<void> {
  const here = workshop.deviceOf(token);
  const isAllowed = (): void => {
    if (here !== undefined && here !== id) throw new Refusal('first-device-only');
    if (!devicesOf(workshop, person.id).includes(id)) throw new Refusal('unknown-device');
  };
  isAllowed();
  const tokenHash = workshop.state.devices.get(id)!.tokenHashes.at(-1)!;
  await workshop.queues.run(person.id, person, () =>
    workshop.decide(person, isAllowed, { type: 'device-ended', personId: person.id, deviceId: id, tokenHash }),
  );
}

/** Members and observers, while there is room. A facilitator has the secret link, a screen shows what others see. */
function requireRoom(workshop: Workshop, { id, role }: SessionPerson): void {
  if (role !== 'member' && role !== 'observer') throw new Refusal('not-allowed');
  requireOpen(workshop);
  const ever = [...workshop.state.devices.values()].filter(({ person }) => person === id).length;
  if (ever >= limits.devicesEver || devicesOf(workshop, id).length >= limits.devicesPerPerson)
    throw new Refusal('devices-full');
}

function ownerNow(workshop: Workshop, owner: PersonId): SessionPerson {
  const person = workshop.personById(owner);
  if (!person) throw new Refusal('device-link-over');
  return person;
}
