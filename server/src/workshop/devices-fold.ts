import type { DeviceId, PersonId } from '@board/shared/ids';
import type { Decision } from './decisions.ts';

/** A session that a facilitator, or with `device-ended` its person, has ended. With `link-revoked` its person may come back on the same device, with the new code. */
export interface EndedSession {
  person: PersonId;
  why: 'removed' | 'link-revoked' | 'device-ended';
}

/** A device that somebody has brought in as oneself. */
export interface Device {
  person: PersonId;
  tokenHash: string;
  at: number;
  isOver: boolean;
}

export type DeviceDecision = Extract<Decision, { type: 'device-added' | 'device-ended' }>;

/** What of a workshop's state devices are about. */
interface Sessions {
  sessions: Map<string, PersonId>;
  ended: Map<string, EndedSession>;
  devices: Map<DeviceId, Device>;
}

/** Folds one decision about a device into the draft. */
export function foldDevice(draft: Sessions, decision: DeviceDecision, at: number): void {
  const { personId: person, deviceId, tokenHash } = decision;
  if (decision.type === 'device-ended') {
    end(draft, deviceId, { person, tokenHash, at: draft.devices.get(deviceId)?.at ?? at, isOver: true });
    return;
  }
  draft.devices.set(deviceId, { person, tokenHash, at, isOver: false });
  draft.sessions.set(tokenHash, person);
}

/** Ends all devices that a person has brought in, but for one. */
export function endDevicesOf(draft: Sessions, person: PersonId, but: DeviceId | undefined): void {
  for (const [id, device] of draft.devices)
    if (device.person === person && !device.isOver && id !== but) end(draft, id, { ...device, isOver: true });
}

function end(draft: Sessions, id: DeviceId, device: Device): void {
  draft.devices.set(id, device);
  draft.sessions.delete(device.tokenHash);
  draft.ended.set(device.tokenHash, { person: device.person, why: 'device-ended' });
}
