import type * as Y from 'yjs';
import type { ActionId, RiskId, RowId } from '../ids.ts';
import { readClusters } from './clusters.ts';
import { leadIn, listWith, mergedInto, rowWithPart } from './merged-rows.ts';
import { orderBetween } from './order.ts';
import { readMap } from './read.ts';
import {
  isWritten,
  readStrategy,
  type StrategyAction,
  type StrategyRisk,
  type StrategyRow,
  setAside,
} from './strategy.ts';

/**
 * A recommendation that stands in two rows of one strategy: two people took it at the same moment, and merged data cannot
 * refuse the second.
 */

/** For each row whose recommendation has a row before it: that first one. `rows` in their order. */
export function twinsOf(rows: readonly StrategyRow[]): ReadonlyMap<RowId, RowId> {
  const first = new Map<string, RowId>();
  const twins = new Map<RowId, RowId>();
  for (const { id, recommendation } of rows) {
    if (recommendation === null) continue;
    const earlier = first.get(recommendation);
    if (earlier === undefined) first.set(recommendation, id);
    else twins.set(id, earlier);
  }
  return twins;
}

/**
 * Puts a row together with the first one on its recommendation, at the place of that one and in its cluster: the actions and risks of both in
 * their order, those of the first before, the references one below the other, all SDG targets, a priority if either was.
 * Actions and risks that nothing is written in are left out until something is. Nothing is removed and nothing copied: what
 * others are writing in either row at that moment stands in the one that is shown. One transaction. Which of the two stands
 * for both is the same for everybody, also for those who do this at once. Returns it; null when there is no twin.
 */
export function mergeTwin(doc: Y.Doc, id: RowId, origin: unknown = null): RowId | null {
  const rows = readStrategy(doc);
  const first = rows.find((row) => row.id === twinsOf(rows).get(id));
  const second = rows.find((row) => row.id === id);
  if (!first || !second) return null;
  const [lead, part] = first.id < second.id ? [first, second] : [second, first];
  const entries = { lead: readMap(doc.getMap('rows').get(lead.id)), part: readMap(doc.getMap('rows').get(part.id)) };
  doc.transact(() => {
    for (const list of ['actions', 'risks'] as const) {
      const written = [...first[list], ...second[list]].filter(isWritten);
      leaveOut(doc, list, first, list === 'actions' && written.length === 0 ? 1 : 0);
      leaveOut(doc, list, second, 0);
      placeBehind(doc, list, first, second);
    }
    const clusters = readClusters(doc).map(({ id }) => id);
    const cluster = [first.cluster, second.cluster].find((one) => one !== null && clusters.includes(one));
    if (cluster && lead.cluster !== cluster) entries.lead?.set('cluster', cluster);
    if (lead.order !== first.order) entries.lead?.set('order', first.order);
    entries.part?.set(mergedInto, lead.id);
  }, origin);
  return lead.id;
}

/** Shows an action or a risk that was left out of two rows that were put together: somebody is about to write in it. */
export function takeInPart(doc: Y.Doc, part: ActionId | RiskId, origin: unknown = null): boolean {
  const row = rowWithPart(doc, part);
  const entry = row && (entryOf(doc, 'actions', row, part) ?? entryOf(doc, 'risks', row, part));
  if (!entry?.has(setAside)) return false;
  doc.transact(() => entry.delete(setAside), origin);
  return true;
}

/**
 * The key of a cell (`cellKey`) as it is now: rows are put together, and apart again by undo, while people are in them.
 * The same key for what has not gone elsewhere.
 */
export function keyNow(doc: Y.Doc, key: string): string {
  const [row, second, cell] = key.split('.') as [RowId, string, string?];
  if (cell === undefined) {
    const lead = leadIn(doc, row);
    if (lead === row) return key;
    return second === 'mechanisms' ? `${lead}.${row}.${second}` : `${lead}.${second}`;
  }
  if (cell === 'mechanisms') {
    const home = second as RowId;
    const lead = leadIn(doc, home);
    return lead === home ? `${home}.${cell}` : `${lead}.${home}.${cell}`;
  }
  const part = second as ActionId | RiskId;
  const home =
    (listWith(doc, row, 'actions', part) ?? listWith(doc, row, 'risks', part)) ? row : rowWithPart(doc, part);
  return home === null ? key : `${leadIn(doc, home)}.${part}.${cell}`;
}

/** The rows that stand for some rows by now, each once; those that are gone are left out. `rows`: those that are shown. */
export function rowsNow(doc: Y.Doc, rows: readonly StrategyRow[], ids: readonly RowId[]): RowId[] {
  const leads = new Set(ids.map((id) => leadIn(doc, id)));
  return rows.flatMap(({ id }) => (leads.has(id) ? [id] : []));
}

type List = 'actions' | 'risks';

function entryOf(doc: Y.Doc, list: List, row: RowId, part: ActionId | RiskId): Y.Map<unknown> | null {
  return readMap(listWith(doc, row, list, part)?.get(part));
}

function leaveOut(doc: Y.Doc, list: List, row: StrategyRow, keep: number): void {
  const empty = (row[list] as readonly (StrategyAction | StrategyRisk)[]).filter((part) => !isWritten(part));
  for (const { id } of empty.slice(keep)) entryOf(doc, list, row.id, id)?.set(setAside, true);
}

/** Gives the parts of the second row places behind those of the first. */
function placeBehind(doc: Y.Doc, list: List, first: StrategyRow, second: StrategyRow): void {
  let last = first[list].at(-1)?.order ?? null;
  for (const { id, order } of second[list]) {
    last = last !== null && order <= last ? orderBetween(last, null) : order;
    if (last !== order) entryOf(doc, list, second.id, id)?.set('order', last);
  }
}
