import { z } from 'zod';
import { type Position, type positions, voteRules } from './consensus/rules.ts';
import { type CharterItemId, type GroupId, isId, type PersonId, type VoteId } from './ids.ts';
import { limits } from './protocol/limits.ts';
import type { HandCount } from './vote-parts.ts';

/** The commands about votes; see commands.ts. */
const id = <Id extends string>() => z.custom<Id>((value) => isId(value), 'not an id');
const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`));
const people = z.int().min(0).max(limits.people);
const peopleListed = z.array(id<PersonId>()).max(limits.people);
const minutes = z.int().min(0).max(limits.slotMinutes);
const reason = z.string().trim().max(limits.reasonText).optional();
/** Whom the page takes this browser for; if it is somebody else by now: `other-person`. Never beside a paper, which is nobody's. */
const by = id<PersonId>().optional();
const isNamelessPaper = (body: { paper?: unknown; by?: unknown }): boolean =>
  body.paper === undefined || body.by === undefined;
const nameless = { error: 'a paper is nobody’s', path: ['by'] };
/** Fills the body up (protocol/padding.ts); nobody reads it. */
const padding = z.string().max(limits.sealedBytes).optional();

/** POST /api/workshops/:id/votes. Answers 201 `{ voteId }`. `fingerprint` is of the words that the facilitator saw; if they differ by now: `wording-changed`. */
export const openVote = z.strictObject({
  scope: z.union([
    z.strictObject({ kind: z.literal('item'), itemId: id<CharterItemId>() }),
    z.strictObject({ kind: z.literal('charter') }),
  ]),
  rule: z.enum(voteRules),
  quorum: z
    .strictObject({ numerator: z.int().min(1).max(1000), denominator: z.int().min(1).max(1000) })
    .refine((share) => share.numerator <= share.denominator, 'more than everybody'),
  secrecy: z.enum(['secret', 'open']),
  fingerprint: hex(64).optional(),
  /** People who have joined but are not here; the note says why. */
  absent: z
    .strictObject({ people: peopleListed.min(1), note: z.string().trim().min(1).max(limits.shortText) })
    .optional(),
  /** People who have joined and are here, but vote by hand or on paper. */
  byHand: peopleListed.optional(),
  /** People who are here without having joined, and vote by hand or on paper. */
  withoutPhone: z
    .array(z.strictObject({ groupId: id<GroupId>().nullable(), people: people.min(1) }))
    .max(limits.groups + 1)
    .optional(),
  /** For how many minutes what was blocked may be amended and the block lifted. */
  slotMinutes: minutes.optional(),
});
export type OpenVote = z.infer<typeof openVote>;
export interface VoteOpened {
  voteId: VoteId;
}

/**
 * POST /api/workshops/:id/votes/:voteId/papers (secret votes): stamps one covered paper per person on the roll.
 * The same covered paper again gives the same stamp; another one: `paper-already-collected`.
 */
export const collectPaper = z.strictObject({ covered: hex(64), by });
export type CollectPaper = z.infer<typeof collectPaper>;
export interface PaperStamped {
  stamped: string;
}

/**
 * POST /api/workshops/:id/votes/:voteId/ballots. In a secret vote: with paper and stamp, and sent without cookies, since the
 * server must not know who. In an open vote: without paper, and the cookie tells who. Sending again replaces. Answers 200, at one length.
 */
export const castBallot = z
  .strictObject({
    paper: hex(64).optional(),
    stamp: hex(128).optional(),
    position: z.string().max(40),
    reason,
    by,
    padding,
  })
  .refine(isNamelessPaper, nameless);
export type CastBallot = z.infer<typeof castBallot>;
export interface BallotCounted {
  counted: true;
  position: (typeof positions)[number];
}

/** GET /api/workshops/:id/votes/:voteId/ballots/mine: one's own ballot in an open vote, which another device may have sent. Null: none, or the vote is secret. */
export interface OwnBallot {
  choice: { position: (typeof positions)[number]; reason: string } | null;
}

/** POST /api/workshops/:id/votes/:voteId/close. Answers 200 with the `VoteView`. */
export const closeVote = z.strictObject({});

/**
 * POST /api/workshops/:id/charter/adopt: item by item. `leaveOut` names every item that does not stand adopted, as the
 * facilitator has seen them; none where all do. Answers 200 with the `AdoptionRecord`.
 */
export const adoptCharter = z.strictObject({ leaveOut: z.array(id<CharterItemId>()).max(1_000).optional() });
export type AdoptCharter = z.infer<typeof adoptCharter>;

/** How many people raised their hands for each position. */
const handTally = z.strictObject({ agree: people, reservation: people, 'stand-aside': people, block: people });

const remarksOfHands = z
  .array(z.strictObject({ position: z.string().max(40), text: z.string().trim().min(1).max(limits.reasonText) }))
  .max(limits.handBallots);

/**
 * PUT /api/workshops/:id/votes/:voteId/hand: the facilitator enters ballots of people without a phone. 204.
 * In a secret vote: paper ballots, each under a number that the facilitator's browser has made, so that sending it again
 * replaces it; nothing tells them from others in the box. In an open vote: what a group's show of hands came to, as a whole; `seen`
 * is what was in the box for it when that was begun, and if something else is by now, and not just this: `hands-moved`.
 */
export const enterByHand = z.union([
  z.strictObject({
    ballots: z.array(z.strictObject({ paper: hex(64), position: z.string().max(40), reason })).max(limits.handBallots),
    /** Papers that were entered by mistake. */
    takenBack: z.array(hex(64)).max(limits.handBallots).optional(),
  }),
  z.strictObject({
    groupId: id<GroupId>().nullable(),
    tally: handTally,
    remarks: remarksOfHands.optional(),
    seen: z.strictObject({ tally: handTally, remarks: remarksOfHands }).optional(),
  }),
]);
export type EnterByHand = z.infer<typeof enterByHand>;

/** GET /api/workshops/:id/votes/:voteId/hand, for facilitators, while the vote is open: for whom ballots are entered, and what was. */
export interface HandEntered {
  /** Members who are put down as voting by hand, with the group of now. Who has not joined is not among them. */
  people: { groupId: GroupId | null; name: string }[];
  /** The shows of hands that are in the box; none in a secret vote, where nothing tells entered ballots from others. */
  hands: (HandCount & { remarks: { position: Position; text: string }[] })[];
}

/**
 * POST /api/workshops/:id/votes/:voteId/lift: lifts a block while what it is on may be amended. In a secret vote with the paper,
 * and sent without cookies; in an open vote without, and the cookie tells who. `hands` is a facilitator's word, in an open vote,
 * that so many of a group's blocks by raised hands are lifted in all. The result changes when that time is over.
 * Answers 200 with `null`, as long as a ballot's answer.
 */
export const liftBlock = z
  .strictObject({
    paper: hex(64).optional(),
    hands: z.strictObject({ groupId: id<GroupId>().nullable(), count: people.min(1) }).optional(),
    by,
    padding,
  })
  .refine(isNamelessPaper, nameless);
export type LiftBlock = z.infer<typeof liftBlock>;

/** PUT /api/workshops/:id/votes/:voteId/slot: the time for amendments ends so many minutes from now; 0 ends it. 204. */
export const setSlot = z.strictObject({ minutes });
export type SetSlot = z.infer<typeof setSlot>;
