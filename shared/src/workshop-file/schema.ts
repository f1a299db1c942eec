import { z } from 'zod';
import type { CommentId, GroupId, RecommendationId, RowId, StepId, TogetherId } from '../ids.ts';
import type { BoardDetails } from '../model/board.ts';
import type { CatalogueField, Recommendation } from '../model/catalogue.ts';
import { feedbackKinds } from '../presentation.ts';
import { limits } from '../protocol/limits.ts';
import { stages } from '../stages.ts';
import { positionsOfState } from '../upr/positions.ts';
import {
  type CommentPart,
  fileFormat,
  fileVersion,
  handForm,
  languageForm,
  listLimits,
  type WorkshopFile,
} from './parts.ts';
import type { TogetherPart } from './parts-decided.ts';
import { decidedPart } from './schema-decided.ts';
import { charterPart, strategyPart } from './schema-documents.ts';
import { anId, type EachOf, moment, month, text, uniqueBy } from './schema-pieces.ts';
import { adoptionRecord, voteView } from './schema-votes.ts';

/**
 * What a file must be like before a workshop is taken up from it. Everything in it is input: each text has its length,
 * each list its end, each id its form, and no id stands twice.
 */
const details = {
  title: text(500),
  country: text(500),
  cycle: text(500),
  dates: text(500),
  place: text(500),
  organisers: text(500),
} satisfies Record<keyof BoardDetails, z.ZodType<string>>;

const workshop = z.strictObject({
  ...details,
  stage: z.enum(stages),
  timeline: z.strictObject({ adoption: month, midTerm: month, nextReview: month }),
});

const step = z.strictObject({
  id: anId<StepId>(),
  day: z.string().regex(/^(\d{4}-\d\d-\d\d)?$/),
  start: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/),
  end: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/),
  title: text(limits.shortText),
  objective: text(limits.objectiveText),
  facilitator: text(limits.shortText),
  stage: z.enum(stages),
});

const group = z.strictObject({
  id: anId<GroupId>(),
  name: text(limits.shortText),
  open: z.boolean().nullable(),
  keptClosed: z.boolean(),
  presented: z.boolean(),
  strategy: strategyPart.nullable(),
});

const language = z.string().regex(languageForm);

const handField = z.string().regex(handForm) as unknown as z.ZodType<CatalogueField>;

const listed = z.array(text(listLimits.characters)).max(listLimits.members);

const recommendation = z.strictObject({
  id: anId<RecommendationId>(),
  number: text(40),
  text: z.record(language, text(10_000)),
  states: listed,
  position: z.enum(positionsOfState),
  themes: listed,
  sdgs: z.array(text(20)).max(200).optional(),
  source: text(500),
  was: z.enum(positionsOfState).optional(),
  wasText: z.record(language, text(10_000)).optional(),
  byHand: z.array(handField).max(100).optional(),
  aliases: z.array(anId<RecommendationId>()).max(limits.recommendations).optional(),
} satisfies EachOf<Recommendation>) satisfies z.ZodType<Recommendation>;

const comment = z.strictObject({
  id: anId<CommentId>(),
  groupId: anId<GroupId>(),
  thread: anId<CommentId>(),
  row: anId<RowId>(),
  cell: z
    .string()
    .regex(/^([2-9a-hjkmnp-z]{12}\.){1,2}[a-zA-Z]{1,20}$/)
    .nullable(),
  recommendation: anId<RecommendationId>().nullable(),
  name: text(limits.shortText),
  at: moment,
  editedAt: moment.nullable(),
  text: text(limits.commentText),
  heard: z.enum(feedbackKinds).nullable(),
  removedBy: z.enum(['author', 'facilitator']).nullable(),
  resolved: z.strictObject({ name: text(limits.shortText), at: moment }).nullable(),
}) satisfies z.ZodType<CommentPart>;

const rowOfGroup = z.strictObject({ groupId: anId<GroupId>(), row: anId<RowId>() });

const together = z.strictObject({
  id: anId<TogetherId>(),
  rows: z.tuple([rowOfGroup, rowOfGroup]),
  agreed: z.boolean(),
}) satisfies z.ZodType<TogetherPart>;

/** A whole workshop. */
export const workshopFile = z.strictObject({
  format: z.literal(fileFormat),
  version: z.literal([1, fileVersion]),
  writtenAt: z.string().max(40),
  withNames: z.boolean(),
  workshop,
  agenda: uniqueBy(z.array(step).max(limits.agendaSteps)),
  groups: uniqueBy(z.array(group).min(1).max(limits.groups)),
  recommendations: uniqueBy(z.array(recommendation).max(limits.recommendations)),
  charter: charterPart,
  adopted: adoptionRecord.nullable(),
  votes: uniqueBy(z.array(voteView).max(limits.votesTakenUp)),
  comments: uniqueBy(z.array(comment).max(2 * limits.comments)),
  together: uniqueBy(z.array(together).max(limits.together)),
  decided: decidedPart.exactOptional(),
} satisfies EachOf<WorkshopFile>) satisfies z.ZodType<WorkshopFile>;
