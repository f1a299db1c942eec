import type * as Y from 'yjs';
import type { RecommendationId, RowId } from '../ids.ts';
import { compareOrder } from './order.ts';
import { readFlag, readMap, readOrdered, readText } from './read.ts';

/** What a row is about and whether the group presents it, without any of its words. */
export interface RowHead {
  id: RowId;
  order: string;
  /** Null for a row without one. */
  recommendation: RecommendationId | null;
  priority: boolean;
  entry: Y.Map<unknown>;
}

/** The heads of all rows in order, each as its own entry has it, where their words are not needed. */
export function readHeads(doc: Y.Doc): RowHead[] {
  return readOrdered(doc.getMap('rows'), (id, entry) => ({ ...readHead(id as RowId, entry), entry }));
}

/** The heads of the rows on some recommendations, in order; of the others no more is read than what they are about. */
export function headsAbout(doc: Y.Doc, ids: ReadonlySet<RecommendationId>): RowHead[] {
  const heads: RowHead[] = [];
  for (const [id, value] of doc.getMap('rows')) {
    const entry = readMap(value);
    if (entry && ids.has(readText(entry.get('recommendation'), 40) as RecommendationId))
      heads.push({ ...readHead(id as RowId, entry), entry });
  }
  return heads.sort(compareOrder);
}

/** The head of one row, without its entry. */
export function readHead(id: RowId, entry: Y.Map<unknown>): Omit<RowHead, 'entry'> {
  const recommendation = readText(entry.get('recommendation'), 40);
  return {
    id,
    order: readText(entry.get('order'), 100),
    recommendation: recommendation === '' ? null : (recommendation as RecommendationId),
    priority: readFlag(entry.get('priority')),
  };
}
