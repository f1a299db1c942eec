import * as Y from 'yjs';
import { type ActionId, type CharterItemId, type GroupId, newId, type RowId } from '../ids.ts';
import { drawnAs, itemsInParts, joinedText, partsOf, textParts } from './joined-items.ts';
import { orderBetween } from './order.ts';
import { fragmentOf, fragmentText, readFragment, readMap, readText, tidyText } from './read.ts';

/** Where an item's words came from. */
export interface ItemSource {
  rowId: RowId;
  actionId: ActionId;
}

/** A group's contribution that went into an item. */
export interface DrawnSource extends ItemSource {
  groupId: GroupId;
  /** The group's own words when they were last looked at; null in charters of earlier versions. */
  words: string | null;
}

/** One point of the charter. `sources` is empty and `groupId` null for an item that was written in plenary. */
export interface CharterItem {
  id: CharterItemId;
  order: string;
  /** The group of the first source. */
  groupId: GroupId | null;
  /** All contributions that it was made from: several when items were merged. */
  sources: DrawnSource[];
  text: string;
  /** Where its words are not one shared text of its own id: the ids of those that they are, in order (`itemFragment`). */
  joined?: CharterItemId[];
}

/** A contribution on its way into the charter. */
export interface Contribution {
  groupId: GroupId;
  source: ItemSource;
  text: string;
}

/** A text of the charter: an item, or what stands before and after the items. */
export type CharterPlace = CharterItemId | CharterPart;

export const charterParts = ['preamble', 'closing'] as const;
export type CharterPart = (typeof charterParts)[number];

/** True for the preamble and the closing words. */
export function isCharterPart(place: unknown): place is CharterPart {
  return (charterParts as readonly unknown[]).includes(place);
}

/** The charter's items in order, those that were merged as one. */
export function readItems(doc: Y.Doc): CharterItem[] {
  return itemsInParts(doc).map((parts) => {
    const [lead] = parts;
    const sources = new Map<string, DrawnSource>();
    for (const source of parts.flatMap(({ entry }) => readSources(entry)))
      if (!sources.has(sourceKey(source))) sources.set(sourceKey(source), source);
    const texts = textParts(parts).map(({ id }) => id);
    return {
      id: lead.id,
      order: lead.order,
      groupId: [...sources.values()][0]?.groupId ?? null,
      sources: [...sources.values()],
      text: joinedText(parts),
      ...(texts.length === 1 && texts[0] === lead.id ? {} : { joined: texts }),
    };
  });
}

/** The source that an item was drawn from, then those that came by merging, in an order that is the same for everybody. */
export function readSources(entry: Y.Map<unknown>): DrawnSource[] {
  const source = readMap(entry.get('source'));
  const first = drawnSource([source?.get('rowId'), source?.get('actionId')], entry.get('groupId'), entry.get('words'));
  const merged = [...(readMap(entry.get('merged'))?.entries() ?? [])]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => {
      const { groupId, words } = value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
      return drawnSource(key.split('.'), groupId, words);
    });
  return [first, ...merged].filter((one) => one !== null);
}

function drawnSource(place: readonly unknown[], group: unknown, words: unknown): DrawnSource | null {
  const [rowId, actionId, groupId] = [place[0], place[1], group].map((part) => readText(part, 40));
  if (!rowId || !actionId || !groupId) return null;
  return {
    rowId: rowId as RowId,
    actionId: actionId as ActionId,
    groupId: groupId as GroupId,
    words: typeof words === 'string' ? words : null,
  };
}

/** Under which a source stands among those that came by merging. */
export function sourceKey({ rowId, actionId }: ItemSource): string {
  return `${rowId}.${actionId}`;
}

/** True for one and the same contribution. An action keeps its id when its row is put together with another, so its row does not tell. */
export function isSameSource(one: ItemSource, other: ItemSource): boolean {
  return one.actionId === other.actionId;
}

/** The shared text of the preamble or the closing words. */
export function charterPart(doc: Y.Doc, part: CharterPart): Y.XmlFragment {
  return doc.getXmlFragment(part);
}

/** The shared text of an item's own id, or null when it is gone. An item may have more than one: `CharterItem.joined`. */
export function itemFragment(doc: Y.Doc, id: CharterItemId): Y.XmlFragment | null {
  return readFragment(readMap(doc.getMap('items').get(id))?.get('text'));
}

/** The words at a place as they are read, or null when the item is gone. */
export function charterText(doc: Y.Doc, place: CharterPlace): string | null {
  if (isCharterPart(place)) return fragmentText(charterPart(doc, place));
  return readItems(doc).find(({ id }) => id === place)?.text ?? null;
}

/** Draws contributions into new items at the end, in one transaction. One whose source is in the charter already is left out, and one that somebody else draws at the same time is read once. Returns how many were added. `origin` as in strategy-edits. */
export function drawContributions(doc: Y.Doc, contributions: readonly Contribution[], origin: unknown = null): number {
  let added = 0;
  doc.transact(() => {
    const known = readItems(doc).flatMap((item) => item.sources);
    for (const one of contributions) {
      if (known.some((source) => isSameSource(source, one.source))) continue;
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
  putItem(doc, id, { text, from }, origin);
  return id;
}

/** Puts an item at the end under an id of its own, in the place of what stands under that. */
export function putItem(
  doc: Y.Doc,
  id: CharterItemId,
  { text, from }: { text: string; from: Omit<Contribution, 'text'> | null },
  origin: unknown = null,
): void {
  doc.transact(() => {
    const entry = new Y.Map<unknown>([
      ['order', orderBetween(readItems(doc).at(-1)?.order ?? null, null)],
      ['groupId', from?.groupId ?? null],
      ['source', new Y.Map(Object.entries(from?.source ?? {}))],
      ...(from ? [['words', text] as const, [drawnAs, tidyText(text)] as const] : []),
      ['text', fragmentOf(text)],
    ]);
    doc.getMap('items').set(id, entry);
  }, origin);
}

/** Removes an item, with all that was merged into it. */
export function removeItem(doc: Y.Doc, id: CharterItemId, origin: unknown = null): void {
  doc.transact(() => {
    for (const part of partsOf(doc, id)) doc.getMap('items').delete(part.id);
  }, origin);
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
  return { preamble, items, closing, all: wholeText({ preamble, items, closing }) };
}

/** Preamble, numbered items and closing words as one text: what a vote on the whole is on, and an adopted charter's fingerprint is of. */
export function wholeText(parts: { preamble: string; items: readonly { text: string }[]; closing: string }): string {
  const numbered = parts.items.map(({ text }, place) => `${place + 1}. ${text}`);
  return [parts.preamble, ...numbered, parts.closing].filter((part) => part !== '').join('\n\n');
}
