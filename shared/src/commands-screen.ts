import { utf8ByteLength } from 'lib0/string';
import { z } from 'zod';
import { type GroupId, isId, type VoteId, type WorkshopId } from './ids.ts';
import { limits } from './protocol/limits.ts';
import { overlapChoices, overlapKinds, screenChoices, screenLooks } from './screen-view.ts';

/** The commands of the hall's screens. See commands.ts. */

/** POST /api/screens: a screen that belongs to no workshop yet asks for a code to show. */
export const beginPairing = z.strictObject({});
/** 201 */
export interface PairingBegun {
  /** What the screen shows and the facilitator types. */
  code: string;
  /** Known to this screen only: with it, it asks whether it was let in. */
  secret: string;
}

/** POST /api/workshops/:id/screens: the facilitator has read the code on the wall. 204, or `unknown-screen`. The screen then comes in by itself. */
export const pairScreen = z.strictObject({ code: z.string().max(40) });
export type PairScreen = z.infer<typeof pairScreen>;

/** POST /api/screens/claim: has anybody typed the code? `name`: what the list of people calls this screen. */
export const claimPairing = z.strictObject({
  secret: z.string().max(limits.shortText),
  name: z.string().trim().min(1).max(limits.shortText),
});
export type ClaimPairing = z.infer<typeof claimPairing>;
/** 200, with the screen's cookie when it was let in. `unknown-screen`: the code is not valid any more. */
export interface PairingClaimed {
  workshopId: WorkshopId | null;
}

/** PUT /api/workshops/:id/screen: what the screens show, and how. What is not named stays as it is. 204. */
export const setScreen = z.strictObject({
  shows: z.enum(screenChoices).optional(),
  group: z
    .custom<GroupId>((value) => isId(value), 'not an id')
    .nullable()
    .optional(),
  /** Which open vote stands on the wall; null: the one that was opened first. */
  vote: z
    .custom<VoteId>((value) => isId(value), 'not an id')
    .nullable()
    .optional(),
  page: z.int().min(0).max(999).optional(),
  look: z.enum(screenLooks).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .nullable()
    .optional(),
});
export type SetScreen = z.infer<typeof setScreen>;

/** Bytes of a network's name, and the lengths of a password, as the standard has them. */
const longestNetwork = 32;
const shortestPassword = 8;
const longestPassword = 63;

/** PUT /api/workshops/:id/wifi: the hall's Wi-Fi, for the facilitator and the screens. DELETE forgets it. Both 204. */
export const setWifi = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(longestNetwork)
    .refine((name) => utf8ByteLength(name) <= longestNetwork, 'too long'),
  password: z
    .string()
    .max(longestPassword)
    .refine((password) => password === '' || password.length >= shortestPassword, 'too short'),
});
export type SetWifi = z.infer<typeof setWifi>;

/** PUT /api/workshops/:id/overlaps: what is done about something that several groups have; null takes it back. 204. */
export const decideOverlap = z.strictObject({
  kind: z.enum(overlapKinds),
  of: z.string().min(1).max(limits.shortText),
  choice: z.enum(overlapChoices).nullable(),
});
export type DecideOverlap = z.infer<typeof decideOverlap>;
