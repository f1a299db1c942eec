import { z } from 'zod';
import type { ActionId, CharterItemId, ClusterId, GroupId, RecommendationId, RiskId, RowId } from '../ids.ts';
import type { Block } from '../model/rich-text.ts';
import { limits } from '../protocol/limits.ts';
import { positionsOfState } from '../upr/positions.ts';
import { type CharterPart, languageForm, type RowPart, type StrategyPart } from './parts.ts';
import { anId, type EachOf, month, text, uniqueBy } from './schema-pieces.ts';

/** Lists stand so deep in one another: each is two types, and with those around a cell no document has more than `limits.typeDepth`. */
const deepest = 16;
/** Characters (UTF-16 units) of one text. A cell that several people wrote may hold more than `limits.cellText`. */
const longest = 1_000_000;
/** Spans of a paragraph, blocks of a text, items of a list. Yjs puts them in as arguments of one call. */
const most = 20_000;

const span = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('break') }),
  z.strictObject({
    kind: z.literal('text'),
    text: text(longest),
    bold: z.boolean(),
    italic: z.boolean(),
    href: text(2000).nullable(),
  }),
]);

const block: z.ZodType<Block> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), spans: z.array(span).max(most) }),
  z.strictObject({
    kind: z.literal('list'),
    ordered: z.boolean(),
    get items() {
      return z.array(z.array(block).max(most)).max(most);
    },
  }),
]);

const words = z
  .array(block)
  .max(most)
  .refine((blocks) => depthOf(blocks) <= deepest, 'too deep');

const timeframe = z.strictObject({ from: month, to: month, term: z.enum(['', 'short', 'medium', 'long']) });

const action = z.strictObject({
  id: anId<ActionId>(),
  text: words,
  indicator: words,
  resources: words,
  partners: words,
  timeframe,
  contribution: z.boolean(),
});

const risk = z.strictObject({ id: anId<RiskId>(), risk: words, response: words });

const row = z.strictObject({
  id: anId<RowId>(),
  recommendation: anId<RecommendationId>().nullable(),
  cluster: anId<ClusterId>().nullable(),
  priority: z.boolean(),
  seenPosition: z.enum(positionsOfState).optional(),
  seenText: z.record(z.string().regex(languageForm), text(10_000)).optional(),
  mechanisms: words,
  sdgTargets: z.array(text(20)).max(200),
  actions: uniqueBy(z.array(action)),
  risks: uniqueBy(z.array(risk)),
} satisfies EachOf<RowPart>);

/** A group's strategy. How much it may hold is asked of the document that is made of it. */
export const strategyPart = z.strictObject({
  clusters: uniqueBy(z.array(z.strictObject({ id: anId<ClusterId>(), name: text(limits.shortText) }))),
  rows: uniqueBy(z.array(row)),
}) satisfies z.ZodType<StrategyPart>;

const source = z.strictObject({
  groupId: anId<GroupId>(),
  rowId: anId<RowId>(),
  actionId: anId<ActionId>(),
  words: text(longest).nullable(),
});

/** The charter. */
export const charterPart = z.strictObject({
  preamble: words,
  items: uniqueBy(
    z.array(z.strictObject({ id: anId<CharterItemId>(), sources: z.array(source).max(1_000), text: words })),
  ),
  closing: words,
}) satisfies z.ZodType<CharterPart>;

function depthOf(blocks: readonly Block[]): number {
  return blocks.reduce(
    (most, one) =>
      one.kind === 'list' ? Math.max(most, ...one.items.map((item) => 1 + depthOf(item))) : Math.max(most, 0),
    0,
  );
}
