import * as Y from 'yjs';
import { type ActionId, type CharterItemId, type GroupId, newId, type RowId } from '../ids.ts';
import { orderBetween } from './order.ts';
import { fragmentOf, fragmentText, readFragment, readMap, readOrdered, readText } from './read.ts';

/** Where an item's words came from. */
export interface ItemSource {
  rowId: RowId;
  actionId: ActionId;
}

/** One point of the charter. `groupId` and `source` are empty for an item that was written in plenary. */
export interface CharterItem {
  id: CharterItemId;
  order: string;
  groupId: GroupId | null;
  source: ItemSource | null;
  text: string;
}

/** A contribution on its way into the charter. */
export interface Contribution {
  groupId: GroupId;
  source: ItemSource;
  text: string;
}

/** The charter's items in order. */
export function readItems(doc: Y.Doc): CharterItem[] {
  return readOrdered(doc.getMap('items'), (id, entry) => {
    const source = readMap(entry.get('source'));
    const rowId = readText(source?.get('rowId'), 40);
    const actionId = readText(source?.get('actionId'), 40);
    const groupId = readText(entry.get('groupId'), 40);
    return {
      id: id as CharterItemId,
      order: readText(entry.get('order'), 100),
      groupId: groupId === '' ? null : (groupId as GroupId),
      source: rowId && actionId ? { rowId: rowId as RowId, actionId: actionId as ActionId } : null,
      text: fragmentText(readFragment(entry.get('text'))),
    };
  });
}

/** The shared text of the preamble or the closing words. */
export function charterPart(doc: Y.Doc, part: 'preamble' | 'closing'): Y.XmlFragment {
  return doc.getXmlFragment(part);
}

/** The shared text of an item, or null when it is gone. */
export function itemFragment(doc: Y.Doc, id: CharterItemId): Y.XmlFragment | null {
  return readFragment(readMap(doc.getMap('items').get(id))?.get('text'));
}

/** Draws contributions into new items at the end, in one transaction. One whose source is in the charter already is left out. Returns how many were added. `origin` as in strategy-edits. */
export function drawContributions(doc: Y.Doc, contributions: readonly Contribution[], origin: unknown = null): number {
  let added = 0;
  doc.transact(() => {
    const known = new Set(readItems(doc).map((item) => item.source && `${item.source.rowId}.${item.source.actionId}`));
    for (const one of contributions) {
      if (known.has(`${one.source.rowId}.${one.source.actionId}`)) continue;
      addItem(doc, one.text, one, origin);
      added += 1;
    }
  }, origin);
  return added;
}

/** Adds one item at the end. */
export function addItem(
  doc: Y.Doc,
  text: string,
  from: Omit<Contribution, 'text'> | null = null,
  origin: unknown = null,
): CharterItemId {
  const id = newId<CharterItemId>();
  doc.transact(() => {
    const entry = new Y.Map<unknown>([
      ['order', orderBetween(readItems(doc).at(-1)?.order ?? null, null)],
      ['groupId', from?.groupId ?? null],
      ['source', new Y.Map(Object.entries(from?.source ?? {}))],
      ['text', fragmentOf(text)],
    ]);
    doc.getMap('items').set(id, entry);
  }, origin);
  return id;
}

/** Removes an item. */
export function removeItem(doc: Y.Doc, id: CharterItemId, origin: unknown = null): void {
  doc.transact(() => doc.getMap('items').delete(id), origin);
}

/** Moves an item behind another; `before` null puts it first. One small write. */
export function moveItem(doc: Y.Doc, id: CharterItemId, before: CharterItemId | null, origin: unknown = null): boolean {
  const others = readItems(doc).filter((item) => item.id !== id);
  const at = before === null ? -1 : others.findIndex((item) => item.id === before);
  const entry = readMap(doc.getMap('items').get(id));
  if (!entry || (before !== null && at < 0)) return false;
  doc.transact(
    () => entry.set('order', orderBetween(others[at]?.order ?? null, others[at + 1]?.order ?? null)),
    origin,
  );
  return true;
}

/** The charter's words as one text, as they are voted on and printed: preamble, numbered items, closing. */
export function charterWords(doc: Y.Doc): { preamble: string; items: CharterItem[]; closing: string; all: string } {
  const preamble = fragmentText(charterPart(doc, 'preamble'));
  const closing = fragmentText(charterPart(doc, 'closing'));
  const items = readItems(doc);
  const all = [preamble, ...items.map((item, index) => `${index + 1}. ${item.text}`), closing]
    .filter((part) => part !== '')
    .join('\n\n');
  return { preamble, items, closing, all };
}
