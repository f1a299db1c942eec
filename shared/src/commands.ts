import { z } from 'zod';
import {
  type CommentId,
  type GroupId,
  isId,
  type PersonId,
  type RecommendationId,
  type RowId,
  type StepId,
  type TogetherId,
  type WorkshopId,
} from './ids.ts';
import type { Timeframe } from './model/strategy.ts';
import type { Role } from './policy.ts';
import type { FeedbackKind } from './presentation.ts';
import { limits } from './protocol/limits.ts';
import { stages } from './stages.ts';

/**
 * Every command's body as one schema. The server validates with them; the client takes only their types (zod stays out
 * of the phone's bundle). Answers are the interfaces below each command.
 */
const shortText = z.string().trim().max(limits.shortText);
const neededText = shortText.min(1);
const id = <Id extends string>() => z.custom<Id>((value) => isId(value), 'not an id');

/** GET /api/server: what a start page and a QR code need to know about this server. */
export interface ServerFacts {
  /** Addresses under which others may reach it, best first: PUBLIC_URL, else one per network interface. Without a slash at the end. */
  addresses: string[];
  createKeyNeeded: boolean;
}

/** POST /api/workshops */
export const createWorkshop = z.strictObject({
  title: neededText,
  groups: z.array(neededText).min(1).max(limits.groups),
  country: shortText.optional(),
  cycle: shortText.optional(),
  createKey: z.string().max(limits.shortText).optional(),
});
export type CreateWorkshop = z.infer<typeof createWorkshop>;
/** 201, and the facilitator's cookie. `facilitatorKey` is told once and stored only as a hash. */
export interface WorkshopCreated {
  workshopId: WorkshopId;
  facilitatorKey: string;
  joinCode: string;
  groups: { id: GroupId; name: string }[];
}

/** POST /api/demonstrations: a filled workshop in our own invented wording. Answers like `createWorkshop`. */
export const createDemonstration = z.strictObject({ createKey: z.string().max(limits.shortText).optional() });
export type CreateDemonstration = z.infer<typeof createDemonstration>;

/** GET /api/codes/:code: the workshop behind a join code, for the short address `/j/<code>`. */
export interface CodeFound {
  workshopId: WorkshopId;
  title: string;
  groups: { id: GroupId; name: string }[];
}

/** POST /api/workshops/:id/people: join with the code, or come in as facilitator with the key. Screens are paired: commands-screen.ts. */
export const joinWorkshop = z
  .strictObject({
    code: z.string().max(40).optional(),
    key: z.string().max(limits.shortText).optional(),
    name: neededText,
    organisation: shortText.optional(),
    groupId: id<GroupId>().optional(),
    role: z.enum(['member', 'observer']).optional(),
  })
  .refine((body) => (body.code === undefined) !== (body.key === undefined), 'either code or key');
export type JoinWorkshop = z.infer<typeof joinWorkshop>;
/** 201, and that person's cookie. */
export interface PersonJoined {
  personId: PersonId;
  role: Role;
  groupId?: GroupId;
}

/** GET /api/workshops/:id/me */
export interface Me {
  personId: PersonId;
  name: string;
  organisation: string;
  role: Role;
  groupId: GroupId | null;
  /** What this person may do now, as decided by policy.ts; documents by name. */
  may: { facilitate: boolean; vote: boolean; read: string[]; write: string[] };
  /** On how many devices this person is in: one, and those that were brought in (commands-devices.ts). */
  devices: number;
}

/** PATCH /api/workshops/:id/me: change one's name, organisation or group. Answers `Me`. */
export const changeMe = z.strictObject({
  name: neededText.optional(),
  organisation: shortText.optional(),
  groupId: id<GroupId>().nullable().optional(),
});
export type ChangeMe = z.infer<typeof changeMe>;

/** GET /api/workshops/:id/people, for facilitators. */
export interface PersonListed {
  personId: PersonId;
  name: string;
  organisation: string;
  role: Role;
  groupId: GroupId | null;
  connected: boolean;
  /** The link that this person came with was revoked: only the new one lets this device in again. */
  mustJoinAgain: boolean;
  /** Was removed, and comments or open amendments of this person still stand. */
  isRemoved?: true;
  /** The workshop has no more room for something, and this person has much of it. */
  hasFilled?: true;
}

/**
 * PATCH /api/workshops/:id/people/:personId: a facilitator moves a member to another group, or makes a member an observer
 * (who belongs to no group) and an observer a member. DELETE removes a person, with `?words=out` with all comments and open
 * amendments; of somebody removed before only these. Both answer 204.
 */
export const changePerson = z.strictObject({
  groupId: id<GroupId>().nullable().optional(),
  role: z.enum(['member', 'observer']).optional(),
});
export type ChangePerson = z.infer<typeof changePerson>;

/**
 * POST /api/workshops/:id/join-code: the facilitator makes a new join code; the old one is refused with `link-revoked` from
 * then on. `endSessions`: whoever is not a facilitator must join again, on the same device as the same person.
 */
export const renewJoinCode = z.strictObject({ endSessions: z.boolean().optional() });
export type RenewJoinCode = z.infer<typeof renewJoinCode>;
/** 201 */
export interface JoinCodeRenewed {
  joinCode: string;
}

/** POST /api/workshops/:id/groups: one more group. Answers 201 `{ id }`; its name is written to the board by the server. */
export const addGroup = z.strictObject({ name: neededText });
export type AddGroup = z.infer<typeof addGroup>;

/**
 * PATCH /api/workshops/:id/groups/:groupId: facilitators open and close (null: as the stage says), mark as presented; the
 * group may keep its strategy closed. 204.
 */
export const changeGroup = z.strictObject({
  open: z.boolean().nullable().optional(),
  presented: z.boolean().optional(),
  keptClosed: z.boolean().optional(),
});
export type ChangeGroup = z.infer<typeof changeGroup>;

/**
 * PUT /api/workshops/:id/stage: by hand, or as a step of the agenda sets it. Stops the timer. 204. Closing ends the times for
 * amendments that run, which may adopt the whole charter: it says `endsSlots` then; else `slots-running`.
 */
export const setStage = z.strictObject({
  stage: z.enum(stages),
  step: id<StepId>().optional(),
  endsSlots: z.boolean().optional(),
});
export type SetStage = z.infer<typeof setStage>;

/** A cell's key (`cellKey` of the strategy, or of the same form for what is no shared text): its row, perhaps a part of it, its name. */
const cellPlace = z.string().regex(/^([2-9a-hjkmnp-z]{12}\.){1,2}[a-zA-Z]{1,20}$/);
const commentText = z.string().trim().min(1).max(limits.commentText);

/**
 * POST /api/workshops/:id/groups/:groupId/comments: begins a thread on a row or on one of its cells, or replies in one.
 * `id` is made by who sends it: the same comment sent again is the same comment. 204.
 */
export const addComment = z.strictObject({
  id: id<CommentId>(),
  text: commentText,
  place: z.union([
    z
      .strictObject({ row: id<RowId>(), cell: cellPlace.nullable() })
      .refine(({ row, cell }) => cell === null || cell.startsWith(`${row}.`), 'a cell of another row'),
    z.strictObject({ thread: id<CommentId>() }),
  ]),
});
export type AddComment = z.infer<typeof addComment>;

/** PATCH /api/workshops/:id/comments/:commentId: other words for one's own, or the thread that it began resolved or reopened. 204. DELETE takes it out: 204. */
export const changeComment = z
  .strictObject({ text: commentText.optional(), resolved: z.boolean().optional() })
  .refine((body) => (body.text === undefined) !== (body.resolved === undefined), 'either text or resolved');
export type ChangeComment = z.infer<typeof changeComment>;

/** GET /api/workshops/:id/groups/:groupId/comments, for those who may read them. `comments` is null when `?version=` names the present one. */
export interface GroupComments {
  /** Grows with every change. */
  version: number;
  /** In the order in which they were written. */
  comments: CommentView[] | null;
}

export interface CommentView {
  id: CommentId;
  /** The comment that began the thread; its own id where it is that one. */
  thread: CommentId;
  row: RowId;
  /** The cell's key, or null for the row as a whole. */
  cell: string | null;
  /** What the row was about when the thread was begun, so that it is still known when the row is gone. */
  recommendation: RecommendationId | null;
  author: PersonId | null;
  /** The author's name as known now. */
  name: string;
  at: number;
  editedAt: number | null;
  /** Empty when it was taken out. */
  text: string;
  /** It was said in the hall while the group presented, as this. */
  heard?: FeedbackKind;
  /** Who has taken it out, if anybody: its author, or a facilitator. */
  removedBy: 'author' | 'facilitator' | null;
  /** Of the comment that began a thread only. */
  resolved: { name: string; at: number } | null;
}

/** GET /api/workshops/:id/recommendations/:recommendationId/rows: what groups have written on it, as far as the asker may read them. */
export interface RowsOnRecommendation {
  rows: { groupId: GroupId; row: RowId; actions: { text: string; indicator: string; timeframe: Timeframe }[] }[];
}

/** A row of a group's strategy. */
const rowOfGroup = z.strictObject({ groupId: id<GroupId>(), row: id<RowId>() });

/**
 * POST /api/workshops/:id/together: one's own group's row `from` and another group's row `to`, on the same recommendation,
 * are worked on together. Answers 201 `{ id }`; a proposal that the other group has made already is agreed to by this.
 */
export const proposeTogether = z.strictObject({ from: rowOfGroup, to: rowOfGroup });
export type ProposeTogether = z.infer<typeof proposeTogether>;
export interface TogetherProposed {
  id: TogetherId;
}

/** POST /api/workshops/:id/together/:togetherId/agree, by the group that was asked. DELETE without `/agree`, by either group, ends it. Both answer 204. */
export const agreeTogether = z.strictObject({});
