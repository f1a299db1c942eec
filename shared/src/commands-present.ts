import { z } from 'zod';
import {
  type ActionId,
  type FeedbackId,
  type GroupId,
  isId,
  type PersonId,
  type PresentationId,
  type RowId,
} from './ids.ts';
import { type FeedbackMode, type FeedbackSaid, feedbackKinds, feedbackModes } from './presentation.ts';
import { limits } from './protocol/limits.ts';

/** Commands of presentations and of what the hall says to a group that presents. As in commands.ts, the client takes only their types. */
const id = <Id extends string>() => z.custom<Id>((value) => isId(value), 'not an id');
const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`));

/**
 * POST /api/workshops/:id/presentations: this group presents now. Another one that was presenting has presented then.
 * Answers 201 `{ presentationId }`; for the group that presents already, with what is running.
 */
export const beginPresentation = z.strictObject({ groupId: id<GroupId>(), feedback: z.enum(feedbackModes) });
export type BeginPresentation = z.infer<typeof beginPresentation>;
export interface PresentationBegun {
  presentationId: PresentationId;
}

/** PATCH /api/workshops/:id/presentations/:presentationId: how the hall gives feedback from now on. 204. */
export const changePresentation = z.strictObject({ feedback: z.enum(feedbackModes) });
export type ChangePresentation = z.infer<typeof changePresentation>;

/** POST /api/workshops/:id/presentations/:presentationId/end. `presented`: the group is marked so. 204, also when it has ended already. */
export const endPresentation = z.strictObject({ presented: z.boolean() });
export type EndPresentation = z.infer<typeof endPresentation>;

/** PUT /api/workshops/:id/presentations/:presentationId/view: what the hall looks at. Rapporteur and facilitators; the last one counts. 204. */
export const turnPresentation = z
  .strictObject({ row: id<RowId>().nullable(), action: id<ActionId>().nullable() })
  .refine(({ row, action }) => row !== null || action === null, 'an action of no row');
export type TurnPresentation = z.infer<typeof turnPresentation>;

/** PUT /api/workshops/:id/groups/:groupId/rapporteur: a member of the group, named by the group or a facilitator; null: nobody. 204. */
export const nameRapporteur = z.strictObject({ personId: id<PersonId>().nullable() });
export type NameRapporteur = z.infer<typeof nameRapporteur>;

/** GET /api/workshops/:id/groups/:groupId/members: whom the group or a facilitator may name. For those who may. */
export interface GroupMember {
  personId: PersonId;
  name: string;
}

/**
 * POST /api/workshops/:id/presentations/:presentationId/slips (nameless feedback): stamps a person's covered slips, all of
 * them at once. The same slips again give the same stamps; other ones: `slips-elsewhere`.
 */
export const collectSlips = z.strictObject({ covered: z.array(hex(64)).length(limits.feedbackPerPerson) });
export type CollectSlips = z.infer<typeof collectSlips>;
export interface SlipsStamped {
  stamped: string[];
}

const said = {
  kind: z.enum(feedbackKinds),
  text: z.string().trim().min(1).max(limits.feedbackText),
  row: id<RowId>().nullable(),
};

/**
 * POST /api/workshops/:id/presentations/:presentationId/feedback. With `id`, made by who sends it, the cookie tells who.
 * With a slip and its stamp it is nameless and sent without cookies, since the server must not know who. The same again is the
 * same piece of feedback. 204.
 */
export const giveFeedback = z.union([
  z.strictObject({ ...said, id: id<FeedbackId>() }),
  z.strictObject({ ...said, paper: hex(64), stamp: hex(128) }),
]);
export type GiveFeedback = z.infer<typeof giveFeedback>;

/** PATCH /api/workshops/:id/feedback/:feedbackId: hide, star or mark as taken up, or take that back. 204. */
export const markFeedback = z.strictObject({
  hidden: z.boolean().optional(),
  starred: z.boolean().optional(),
  takenUp: z.boolean().optional(),
});
export type MarkFeedback = z.infer<typeof markFeedback>;

/** POST /api/workshops/:id/groups/:groupId/feedback/hand-over: what is not hidden becomes comments on the group's page. Answers 200. */
export const handOverFeedback = z.strictObject({});
export interface FeedbackHandedOver {
  comments: number;
}

/** GET /api/workshops/:id/groups/:groupId/feedback, for facilitators. `feedback` is null when `?version=` names the present one. */
export interface GroupFeedback {
  version: number;
  /** As they came; what was said without a name in an order that tells nothing. */
  feedback: FeedbackListed[] | null;
}

export interface FeedbackListed extends FeedbackSaid {
  mode: Exclude<FeedbackMode, 'off'>;
}
