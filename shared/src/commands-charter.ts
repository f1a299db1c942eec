import { z } from 'zod';
import { type AmendmentId, type CharterItemId, type CopyId, type GroupId, isId } from './ids.ts';
import type { AdoptionRecord, WorkshopView } from './live-view.ts';
import { charterParts } from './model/charter.ts';
import { limits } from './protocol/limits.ts';

/** Commands about amendments to the charter: other words that members propose for it. See commands.ts. */
const amendmentId = z.custom<AmendmentId>((value) => isId(value), 'not an id');

/**
 * POST /api/workshops/:id/amendments: proposes other words for a text of the charter. `id` is made by who sends it: the same
 * one sent again is the same amendment. `fingerprint` is of the words that the person saw; if they differ by now:
 * `wording-changed`. An open amendment of the same person to the same text is withdrawn by it. 204.
 */
export const proposeAmendment = z.strictObject({
  id: amendmentId,
  place: z.union([z.enum(charterParts), z.custom<CharterItemId>((value) => isId(value), 'not an id')]),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  text: z.string().trim().min(1).max(limits.amendmentText),
});
export type ProposeAmendment = z.infer<typeof proposeAmendment>;

/**
 * POST /api/workshops/:id/amendments/:amendmentId/take: the facilitator takes it. Its words are put in the place of those
 * that it was made for, in the facilitator's name; if those stand no more: `wording-changed`. `byHand`: the facilitator has
 * written it in, and only the decision is noted. 204. DELETE of /amendments/:amendmentId, by its author, withdraws it: 204.
 */
export const takeAmendment = z.strictObject({ byHand: z.boolean().optional() });
export type TakeAmendment = z.infer<typeof takeAmendment>;

/** POST …/put-back: what was taken or declined is open again; words that were put in go out again, if they still stand as they were put in. 204. */
export const putBackAmendment = z.strictObject({});

/** POST …/decline, with a word of why, which may be empty. 204. */
export const declineAmendment = z.strictObject({ word: z.string().trim().max(limits.amendmentWord) });
export type DeclineAmendment = z.infer<typeof declineAmendment>;

/** PUT /api/workshops/:id/amendments/shown: the one that the hall looks at now, or none. 204. */
export const showAmendment = z.strictObject({ id: amendmentId.nullable() });
export type ShowAmendment = z.infer<typeof showAmendment>;

/** GET /api/workshops/:id/amendments: whose they are. Facilitators are told of all, everybody else of their own only. */
export interface AmendmentAuthors {
  authors: { id: AmendmentId; name: string; groupId: GroupId | null }[];
}

/**
 * POST /api/workshops/:id/charter/copies: a facilitator makes a link that opens the adopted charter for anybody who has it.
 * `label` is for the list of links only. 201. DELETE …/copies/:copyId revokes it: 204. GET lists those that open something.
 */
export const makeCopy = z.strictObject({ label: z.string().trim().max(limits.shortText) });
export type MakeCopy = z.infer<typeof makeCopy>;
export interface CopyLink {
  id: CopyId;
  /** Secret: whoever has it reads the copy. */
  key: string;
  label: string;
  /** When it was made, in milliseconds since 1970. */
  at: number;
}
export interface CopyLinks {
  copies: CopyLink[];
}

/** POST /api/workshops/:id/charter/copy, without a session: what the link's key opens; else `unknown-copy`. */
export const readCopy = z.strictObject({ key: z.string().max(100) });
export type ReadCopy = z.infer<typeof readCopy>;

/** The adopted charter as anybody may read it who has a link: nobody's name is in it, nor what is not part of the adoption. */
export interface CharterCopy {
  workshop: Pick<WorkshopView, 'title' | 'country' | 'cycle' | 'demonstration'>;
  record: AdoptionRecord;
  /** How many items of the hall's draft it was adopted without; their words stay in the workshop. */
  leftOut: number;
}
