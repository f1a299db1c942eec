import { z } from 'zod';
import type {
  ActionId,
  AmendmentId,
  CharterItemId,
  FeedbackId,
  GroupId,
  MessageId,
  PresentationId,
  RowId,
  StepId,
} from '../ids.ts';
import { charterParts } from '../model/charter.ts';
import { feedbackKinds, feedbackModes } from '../presentation.ts';
import { limits } from '../protocol/limits.ts';
import { overlapChoices, overlapKinds, screenChoices, screenLooks } from '../screen-view.ts';
import type {
  AmendmentPart,
  DecidedPart,
  FeedbackPart,
  MessagePart,
  OverlapPart,
  PersonPart,
  PresentationPart,
} from './parts-decided.ts';
import { anId, moment, text, uniqueBy } from './schema-pieces.ts';

/** What was decided beside the documents, as a workshop's file holds it. */
const name = text(limits.shortText);

const message = z.strictObject({
  id: anId<MessageId>(),
  kind: z.enum(['words', 'call']),
  to: anId<GroupId>().nullable(),
  at: moment,
  text: text(limits.messageText),
}) satisfies z.ZodType<MessagePart>;

const screen = z.strictObject({
  shows: z.enum(screenChoices),
  group: anId<GroupId>().nullable(),
  page: z.int().min(0).max(999),
  look: z.enum(screenLooks),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .nullable(),
});

const overlap = z.strictObject({
  kind: z.enum(overlapKinds),
  of: z.string().min(1).max(limits.shortText),
  choice: z.enum(overlapChoices),
}) satisfies z.ZodType<OverlapPart>;

const amendment = z.strictObject({
  id: anId<AmendmentId>(),
  place: z.union([z.enum(charterParts), anId<CharterItemId>()]),
  at: moment,
  before: text(1_000_000),
  text: text(limits.amendmentText),
  name,
  shown: z.boolean(),
  settled: z
    .strictObject({
      how: z.enum(['taken', 'by-hand', 'declined']),
      at: moment,
      word: text(limits.amendmentWord),
    })
    .nullable(),
}) satisfies z.ZodType<AmendmentPart>;

const presentation = z.strictObject({
  id: anId<PresentationId>(),
  groupId: anId<GroupId>(),
  feedback: z.enum(feedbackModes),
  inView: z.strictObject({ row: anId<RowId>().nullable(), action: anId<ActionId>().nullable() }),
  isOver: z.boolean(),
}) satisfies z.ZodType<PresentationPart>;

const piece = z.strictObject({
  id: anId<FeedbackId>(),
  presentationId: anId<PresentationId>(),
  kind: z.enum(feedbackKinds),
  text: text(limits.feedbackText),
  row: anId<RowId>().nullable(),
  name,
  isNameless: z.boolean(),
  hidden: z.boolean(),
  starred: z.boolean(),
  takenUp: z.boolean(),
  handedOver: z.boolean(),
}) satisfies z.ZodType<FeedbackPart>;

const someone = z.strictObject({
  name,
  organisation: name,
  role: z.enum(['facilitator', 'member', 'observer']),
  groupId: anId<GroupId>().nullable(),
  presents: z.boolean(),
}) satisfies z.ZodType<PersonPart>;

/** All of it. */
export const decidedPart = z.strictObject({
  step: anId<StepId>().nullable(),
  timer: z.strictObject({ startedAt: moment, endsAt: moment }).nullable(),
  messages: uniqueBy(z.array(message).max(limits.messages)),
  screen,
  overlaps: z.array(overlap).max(limits.decidedOverlaps),
  amendments: uniqueBy(z.array(amendment).max(limits.amendments)),
  presentations: uniqueBy(z.array(presentation).max(limits.presentationsTakenUp)),
  feedback: uniqueBy(z.array(piece).max(limits.feedbackTakenUp)),
  people: z.array(someone).max(limits.people),
}) satisfies z.ZodType<DecidedPart>;
