import * as Y from 'yjs';
import { type DocumentName, groupDocument } from '../ids.ts';
import { seedBoard } from '../model/board.ts';
import { newEntry, type Recommendation } from '../model/catalogue.ts';
import { type DrawnSource, sourceKey } from '../model/charter.ts';
import { orderSequence } from '../model/order.ts';
import { type Block, elementsOf } from '../model/rich-text.ts';
import { seenTextKey } from '../model/strategy.ts';
import type { CharterPart, RowPart, StrategyPart, WorkshopFile } from './parts.ts';

/** Every document of a workshop, made anew from a checked file, one after the other: the ids are the file's, the histories are new. */
export function* documentsOf(file: WorkshopFile): Generator<[DocumentName, Y.Doc]> {
  yield ['board', boardOf(file)];
  yield ['catalogue', catalogueOf(file.recommendations)];
  yield ['charter', charterOf(file.charter)];
  for (const { id, strategy } of file.groups) if (strategy) yield [groupDocument(id), strategyOf(strategy)];
}

function boardOf({ workshop, agenda, groups }: WorkshopFile): Y.Doc {
  const doc = new Y.Doc();
  const { stage: _, timeline, ...details } = workshop;
  const orders = orderSequence(agenda.length);
  doc.transact(() => {
    seedBoard(doc, details, groups);
    for (const [name, month] of Object.entries(timeline)) if (month !== '') doc.getMap('timeline').set(name, month);
    for (const [at, { id, ...facts }] of agenda.entries()) {
      doc.getMap('agenda').set(id, mapOf({ ...facts, order: orders[at] }));
    }
  });
  return doc;
}

function catalogueOf(recommendations: readonly Recommendation[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    const map = doc.getMap('recommendations');
    for (const { id, aliases = [], ...one } of recommendations) {
      map.set(id, newEntry(one));
      for (const alias of aliases) map.set(alias, mapOf({ mergedInto: id }));
    }
  });
  return doc;
}

function charterOf({ preamble, items, closing }: CharterPart): Y.Doc {
  const doc = new Y.Doc();
  const orders = orderSequence(items.length);
  doc.transact(() => {
    doc.getXmlFragment('preamble').insert(0, elementsOf(preamble));
    doc.getXmlFragment('closing').insert(0, elementsOf(closing));
    for (const [at, { id, sources, text }] of items.entries()) {
      const [first, ...merged] = sources;
      const entry = {
        order: orders[at],
        groupId: first?.groupId ?? null,
        source: mapOf(first ? { rowId: first.rowId, actionId: first.actionId } : {}),
        ...(first && first.words !== null ? { words: first.words } : {}),
        ...(merged.length > 0 ? { merged: mergedOf(merged) } : {}),
        text: fragmentWith(text),
      };
      doc.getMap('items').set(id, mapOf(entry));
    }
  });
  return doc;
}

function mergedOf(sources: readonly DrawnSource[]): Y.Map<unknown> {
  return new Y.Map(sources.map((source) => [sourceKey(source), { groupId: source.groupId, words: source.words }]));
}

function strategyOf({ clusters, rows }: StrategyPart): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    const clusterOrders = orderSequence(clusters.length);
    for (const [at, { id, name }] of clusters.entries()) {
      doc.getMap('clusters').set(id, mapOf({ order: clusterOrders[at], name }));
    }
    const orders = orderSequence(rows.length);
    for (const [at, row] of rows.entries()) doc.getMap('rows').set(row.id, rowOf(row, orders[at] ?? ''));
  });
  return doc;
}

function rowOf(row: RowPart, order: string): Y.Map<unknown> {
  const {
    recommendation,
    cluster,
    priority,
    seenPosition,
    seenText = {},
    mechanisms,
    sdgTargets,
    actions,
    risks,
  } = row;
  return mapOf({
    recommendation,
    order,
    ...(cluster === null ? {} : { cluster }),
    mechanisms: fragmentWith(mechanisms),
    sdgTargets: new Y.Map(sdgTargets.map((code) => [code, true])),
    priority,
    ...(seenPosition && { seenPosition }),
    ...Object.fromEntries(Object.entries(seenText).map(([language, words]) => [seenTextKey(language), words])),
    actions: ordered(actions, ({ timeframe, contribution, ...words }) => ({
      ...fragmentsOf(words),
      timeframe,
      contribution,
    })),
    risks: ordered(risks, fragmentsOf),
  });
}

/** A map of maps, in the order of the list. */
function ordered<Member extends { id: string }>(
  members: readonly Member[],
  entryOf: (member: Omit<Member, 'id'>) => Record<string, unknown>,
): Y.Map<unknown> {
  const orders = orderSequence(members.length);
  return new Y.Map(
    members.map(({ id, ...member }, at) => [id, mapOf({ order: orders[at], ...entryOf(member) })] as const),
  );
}

function fragmentsOf(words: Record<string, Block[]>): Record<string, Y.XmlFragment> {
  return Object.fromEntries(Object.entries(words).map(([name, blocks]) => [name, fragmentWith(blocks)]));
}

function fragmentWith(blocks: readonly Block[]): Y.XmlFragment {
  const fragment = new Y.XmlFragment();
  if (blocks.length > 0) fragment.insert(0, elementsOf(blocks));
  return fragment;
}

function mapOf(entries: Record<string, unknown>): Y.Map<unknown> {
  return new Y.Map(Object.entries(entries));
}
