import { z } from 'zod';
import { voteRules } from '../consensus/rules.ts';
import type { CharterItemId, GroupId, VoteId } from '../ids.ts';
import type { AdoptionRecord, VoteResult } from '../live-view.ts';
import { limits } from '../protocol/limits.ts';
import type { LeftOutItem } from '../vote-parts.ts';
import type { VotePart } from './parts.ts';
import { anId, count, type EachOf, moment, text } from './schema-pieces.ts';

/** Votes and the record of an adoption, as a workshop's file holds them: closed, counted, without ballots. */
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);
const name = text(limits.shortText);
const positionName = z.enum(['agree', 'reservation', 'stand-aside', 'block']);
const tally = z.strictObject({ agree: count, reservation: count, 'stand-aside': count, block: count });
/** Who can have been on a roll: everybody, and those who vote by hand without having joined. */
const most = limits.people + limits.handBallots;

const rollOfGroup = z.strictObject({ groupId: anId<GroupId>().nullable(), name, people: count, byHand: count });

const roll = z.strictObject({
  groups: z.array(rollOfGroup).max(limits.groups + 1),
  organisations: count,
  byHand: count,
  absent: count,
  note: name,
});

const turnoutByGroup = z.strictObject({
  groups: z
    .array(z.strictObject({ groupId: anId<GroupId>().nullable(), name, people: count, voted: count }))
    .max(limits.groups + 1),
  others: z.strictObject({ people: count, voted: count }).nullable(),
});

const result = z.strictObject({
  closedAt: moment,
  tally,
  outcome: z.enum(['adopted', 'not-adopted', 'no-quorum']),
  remarks: z
    .array(z.strictObject({ position: positionName, text: text(limits.reasonText), person: name.exactOptional() }))
    .max(most),
  named: z
    .array(z.strictObject({ person: name, position: positionName }))
    .max(most)
    .exactOptional(),
  hands: z
    .array(z.strictObject({ groupId: anId<GroupId>().nullable(), tally }))
    .max(limits.groups + 1)
    .exactOptional(),
  byGroup: turnoutByGroup.exactOptional(),
  organisations: z
    .strictObject({ tally, divided: count, silent: count, organisations: count, byHand: count.exactOptional() })
    .exactOptional(),
  lifted: count.exactOptional(),
  uncounted: z.literal(true).exactOptional(),
} satisfies EachOf<VoteResult>);

/** A closed vote with its result. */
export const voteView = z.strictObject({
  id: anId<VoteId>(),
  scope: z.union([
    z.strictObject({ kind: z.literal('item'), itemId: anId<CharterItemId>() }),
    z.strictObject({ kind: z.literal('charter') }),
  ]),
  words: text(1_000_000),
  fingerprint,
  rule: z.enum(voteRules),
  quorum: z
    .strictObject({ numerator: z.int().min(1).max(1000), denominator: z.int().min(1).max(1000) })
    .refine((share) => share.numerator <= share.denominator, 'more than everybody'),
  secrecy: z.enum(['secret', 'open']),
  stale: z.boolean(),
  openedAt: moment,
  rollSize: count,
  roll,
  slotMinutes: z.int().min(0).max(limits.slotMinutes),
  turnout: count,
  byHand: count,
  byGroup: turnoutByGroup.exactOptional(),
  result,
  slotUntil: moment.nullable(),
} satisfies EachOf<VotePart>) satisfies z.ZodType<VotePart>;

/** The record of an adoption. */
export const adoptionRecord = z.strictObject({
  adoptedAt: moment,
  preamble: text(1_000_000),
  items: z
    .array(
      z.strictObject({
        id: anId<CharterItemId>().exactOptional(),
        text: text(1_000_000),
        groupName: text(limits.shortText * limits.groups),
        fingerprint: fingerprint.exactOptional(),
      } satisfies EachOf<AdoptionRecord['items'][number]>),
    )
    .max(1_000),
  closing: text(1_000_000),
  fingerprint,
  leftOut: z
    .array(
      z.strictObject({
        id: anId<CharterItemId>(),
        text: text(1_000_000),
        groupName: text(limits.shortText * limits.groups),
        fingerprint,
        standing: z.enum(['draft', 'not-adopted', 'stale']),
      } satisfies EachOf<LeftOutItem>),
    )
    .max(1_000)
    .exactOptional(),
  votes: z.array(voteView).max(limits.votesTakenUp),
  rounds: z.array(anId<VoteId>()).max(limits.votesTakenUp).exactOptional(),
  roll: z
    .strictObject({
      groups: z.array(rollOfGroup).max(limits.groups + 1),
      organisations: z.array(z.strictObject({ name, people: count })).max(most),
    })
    .exactOptional(),
} satisfies EachOf<AdoptionRecord>) satisfies z.ZodType<AdoptionRecord>;
