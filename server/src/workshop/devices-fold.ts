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
  /** All that it ever had here, the present one last: its cookie of before may come back. */
  tokenHashes: readonly string[];
  at: number;
  isOver: boolean;
}

export type DeviceDecision = Extract<Decision, { type: 'device-added' | 'device-ended' }>;

/** What of a workshop's state devices are about. */
export interface Sessions {
  sessions: Map<string, PersonId>;
  ended: Map<string, EndedSession>;
  devices: Map<DeviceId, Device>;
}

/** Folds one decision about a device into the draft. */
export function foldDevice(draft: Sessions, decision: DeviceDecision, at: number): void {
  const { personId: person, deviceId, tokenHash } = decision;
  if (decision.type === 'device-ended') {
    const known = draft.devices.get(deviceId);
    const tokenHashes = [...(known?.tokenHashes ?? []), tokenHash];
    end(draft, deviceId, { person, tokenHashes, at: known?.at ?? at, isOver: true });
    return;
  }
  draft.devices.set(deviceId, { person, tokenHashes: [tokenHash], at, isOver: false });
  draft.sessions.set(tokenHash, person);
}

/** Ends all devices that a person has brought in, but for one. */
export function endDevicesOf(draft: Sessions, person: PersonId, but: DeviceId | undefined): void {
  for (const [id, device] of draft.devices)
    if (device.person === person && !device.isOver && id !== but) end(draft, id, { ...device, isOver: true });
}

function end(draft: Sessions, id: DeviceId, device: Device): void {
  draft.devices.set(id, device);
  for (const hash of device.tokenHashes) {
    draft.sessions.delete(hash);
    draft.ended.set(hash, { person: device.person, why: 'device-ended' });
  }
}
