import type * as Y from 'yjs';
import type { CharterItemId } from '../ids.ts';
import { leadOf } from './lead.ts';
import { mergedInto } from './merged-rows.ts';
import { compareOrder, orderBetween } from './order.ts';
import { fragmentText, readFragment, readMap, readOrdered, readText } from './read.ts';
import { joinSplitTwice } from './split-items.ts';

/**
 * Items of the charter that are read as one: those that were merged, as rows are (merged-rows.ts), those that two people
 * have drawn from the same contribution at once, and those that two have split off from one text at once. Each stays in the document, with all that is being written in it.
 */

/** The name under which a merged item keeps its place behind the item that it belongs to. */
export const joinedAt = 'joinedAt';

/** The name under which an item that was drawn keeps the words that it had then. */
export const drawnAs = 'drawnAs';

/** An item as its own entry has it. */
export interface ItemPart {
  id: CharterItemId;
  order: string;
  entry: Y.Map<unknown>;
  /** The item that it belongs to, whether that is there or not. */
  into: CharterItemId | null;
  /** Its place among those that belong to the same item. */
  joinedAt: string;
  text: string;
  /** Drawn or split off a second time and never written in: its words stand in another part. */
  isTwin: boolean;
}

/** The items in order, each as the parts that it is read from; the one that stands for them is first. */
export function itemsInParts(doc: Y.Doc): [ItemPart, ...ItemPart[]][] {
  const all = readOrdered(doc.getMap('items'), (id, entry) => readPart(id as CharterItemId, entry));
  joinTwins(all);
  joinSplitTwice(all);
  if (all.every(({ into }) => into === null)) return all.map((one) => [one]);
  const byId = new Map(all.map((one) => [one.id, one]));
  const intoOf = (id: CharterItemId): CharterItemId | null | undefined => byId.get(id)?.into;
  const leads: ItemPart[] = [];
  const behind = new Map<CharterItemId, ItemPart[]>();
  for (const one of all) {
    const lead = leadOf(one.id, intoOf);
    if (lead === one.id) leads.push(one);
    else if (one.into !== null) addTo(behind, one.into, one);
  }
  return leads.map((lead) => [lead, ...partsBehind(lead, behind)]);
}

/** The parts of the item that an id belongs to, as `itemsInParts` has them; none when there is no such item. */
export function partsOf(doc: Y.Doc, id: CharterItemId): ItemPart[] {
  return itemsInParts(doc).find((parts) => parts.some((one) => one.id === id)) ?? [];
}

/** The parts whose words are the item's, in the order in which they are read. */
export function textParts(parts: readonly ItemPart[]): ItemPart[] {
  return parts.filter(({ isTwin }) => !isTwin);
}

/** True for an item that is there and whose words are read in another one: it was drawn or split off twice. */
export function isReadElsewhere(doc: Y.Doc, id: CharterItemId): boolean {
  return partsOf(doc, id).some((part) => part.id === id && part.isTwin);
}

/** The words of an item. */
export function joinedText(parts: readonly ItemPart[]): string {
  return textParts(parts)
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n');
}

/** Makes an item, with what belongs to it, the last part of another one. To be called in a transaction. */
export function joinBehind(part: ItemPart, lead: ItemPart, parts: readonly ItemPart[]): void {
  const places = parts.filter(({ into }) => into === lead.id).map((one) => one.joinedAt);
  const last = places
    .filter((place) => place !== '')
    .sort()
    .at(-1);
  part.entry.set(mergedInto, lead.id);
  part.entry.set(joinedAt, orderBetween(last ?? null, null));
}

function readPart(id: CharterItemId, entry: Y.Map<unknown>): ItemPart {
  const into = readText(entry.get(mergedInto), 40);
  return {
    id,
    order: readText(entry.get('order'), 100),
    entry,
    into: into === '' ? null : (into as CharterItemId),
    joinedAt: readText(entry.get(joinedAt), 100),
    text: fragmentText(readFragment(entry.get('text'))),
    isTwin: false,
  };
}

/** Of items that were drawn from one contribution, those that nobody has touched belong to one that somebody has, or to the first by its id. */
function joinTwins(all: readonly ItemPart[]): void {
  const drawn = new Map<string, ItemPart[]>();
  for (const one of all) {
    const action = readText(readMap(one.entry.get('source'))?.get('actionId'), 40);
    if (action === '' || typeof one.entry.get(drawnAs) !== 'string') continue;
    addTo(drawn, action, one);
  }
  for (const twins of drawn.values()) {
    if (twins.length < 2) continue;
    const byId = [...twins].sort((one, other) => (one.id < other.id ? -1 : 1));
    const stands = byId.find(isTouched) ?? byId[0];
    for (const one of twins) {
      if (!stands || one === stands || isTouched(one)) continue;
      one.isTwin = true;
      one.into = stands.id;
    }
  }
}

function isTouched({ entry, into, text, isTwin }: ItemPart): boolean {
  return !isTwin && (into !== null || text !== entry.get(drawnAs));
}

/** What belongs to an item, and after each what belongs to that. */
function partsBehind(lead: ItemPart, behind: ReadonlyMap<CharterItemId, ItemPart[]>): ItemPart[] {
  const found = new Set([lead]);
  const visit = (one: ItemPart): void => {
    const parts = (behind.get(one.id) ?? []).map((part) => ({ part, id: part.id, order: part.joinedAt }));
    for (const { part } of parts.sort(compareOrder)) {
      if (found.has(part)) continue;
      found.add(part);
      visit(part);
    }
  };
  visit(lead);
  found.delete(lead);
  return [...found];
}

function addTo<Key>(lists: Map<Key, ItemPart[]>, key: Key, one: ItemPart): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}
