import { z } from 'zod';
import type { DeviceId } from './ids.ts';
import { limits } from './protocol/limits.ts';

/** The commands with which a person brings in another device as oneself. See commands.ts. */

/**
 * POST /api/workshops/:id/me/device-link: a key that brings in one device, once, for a while. It takes the place of an earlier
 * one. Members and observers make it, on the device with which they joined. DELETE takes it back (204).
 */
export const makeDeviceLink = z.strictObject({});
/** 201. The key is told once; it travels in the fragment of an address. */
export interface DeviceLinkMade {
  key: string;
  /** Milliseconds. */
  lasts: number;
}

/** GET /api/workshops/:id/me/devices */
export interface Devices {
  /** This is the device with which the person joined: it brings in others and ends them. */
  isFirst: boolean;
  /** A key that nobody has come in with yet still waits. */
  isAwaited: boolean;
  /** Devices that were brought in and were not ended, the latest last. */
  devices: { id: DeviceId; since: number; isHere: boolean }[];
}

/**
 * POST /api/workshops/:id/devices: this device comes in with a key, as the person who has made it. 201 `PersonJoined` and that person's cookie; 200
 * for a device that is this person's already. `claim`: made by this device, so that it may ask again when the answer was lost.
 * `device-link-over`: used by another device, taken back or too old.
 */
export const enterWithLink = z.strictObject({
  key: z.string().max(limits.shortText),
  claim: z.string().min(20).max(limits.shortText),
});
export type EnterWithLink = z.infer<typeof enterWithLink>;
