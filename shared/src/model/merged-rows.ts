import type * as Y from 'yjs';
import type { ActionId, RiskId, RowId } from '../ids.ts';
import { leadOf } from './lead.ts';
import { readMap, readText } from './read.ts';

/**
 * Rows that were put together. Each stays where it is in the document, with all that is being written in it, and only names
 * the row that it belongs to now; readers show them as one.
 */

/** The name under which a row keeps the row that it belongs to. */
export const mergedInto = 'mergedInto';

/** The row that stands for a row in a strategy. */
export function leadIn(doc: Y.Doc, id: RowId): RowId {
  const rows = doc.getMap('rows');
  return leadOf(id, (one) => {
    const entry = readMap(rows.get(one));
    return entry ? readMerged(entry) : undefined;
  });
}

/** What a row's entry says it belongs to. */
export function readMerged(entry: Y.Map<unknown>): RowId | null {
  const into = readText(entry.get(mergedInto), 40);
  return into === '' ? null : (into as RowId);
}

/** A row's entry, and those of the rows that were put together with it; none when there is no such row. */
export function* entriesOf(doc: Y.Doc, id: RowId): Generator<readonly [RowId, Y.Map<unknown>]> {
  const rows = doc.getMap('rows');
  const own = readMap(rows.get(id));
  if (!own) return;
  yield [id, own];
  for (const [other, value] of rows) {
    const entry = other === id ? null : readMap(value);
    if (entry && readMerged(entry) !== null && leadIn(doc, other as RowId) === id) yield [other as RowId, entry];
  }
}

/** The list that an action or a risk of a row stands in, wherever that is; null when it is gone. */
export function listWith(
  doc: Y.Doc,
  row: RowId,
  list: 'actions' | 'risks',
  part: ActionId | RiskId,
): Y.Map<unknown> | null {
  for (const [, entry] of entriesOf(doc, row)) {
    const members = readMap(entry.get(list));
    if (members?.has(part)) return members;
  }
  return null;
}

/** Finds the list that an action or a risk of a row stands in, as `listWith` does. */
export type ListFinder = (row: RowId, list: 'actions' | 'risks', part: ActionId | RiskId) => Y.Map<unknown> | null;

/**
 * `listWith` for a reading of everything: it looks at all rows once, not for each cell of a row that was put together with
 * others. Holds only until the document changes.
 */
export function listFinder(doc: Y.Doc): ListFinder {
  const parts = new Map<RowId, Y.Map<unknown>[]>();
  const found = new Map<string, Y.Map<unknown>>();
  const rows = doc.getMap('rows');
  for (const [id, value] of rows) {
    const entry = readMap(value);
    if (!entry) continue;
    const lead = leadIn(doc, id as RowId);
    const known = parts.get(lead);
    if (!known) parts.set(lead, [entry]);
    else if (lead === id) known.unshift(entry);
    else known.push(entry);
  }
  for (const [lead, entries] of parts)
    for (const entry of entries)
      for (const list of ['actions', 'risks'] as const) {
        const members = readMap(entry.get(list));
        for (const part of members?.keys() ?? []) {
          const key = `${lead}/${list}/${part}`;
          if (members && !found.has(key)) found.set(key, members);
        }
      }
  return (row, list, part) => found.get(`${row}/${list}/${part}`) ?? null;
}

/** The row whose entry an action or a risk stands in; null when it is gone. */
export function rowWithPart(doc: Y.Doc, part: ActionId | RiskId): RowId | null {
  for (const [id, entry] of doc.getMap('rows')) {
    const row = readMap(entry);
    if (readMap(row?.get('actions'))?.has(part) || readMap(row?.get('risks'))?.has(part)) return id as RowId;
  }
  return null;
}
