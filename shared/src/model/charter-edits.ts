import * as Y from 'yjs';
import { type CharterItemId, newId } from '../ids.ts';
import {
  type CharterItem,
  type CharterPart,
  charterPart,
  type DrawnSource,
  type ItemSource,
  itemFragment,
  readItems,
  readSources,
  sourceKey,
} from './charter.ts';
import { orderBetween } from './order.ts';
import { applyChange, reword } from './plain-edit.ts';
import { plainOf } from './plain-paragraphs.ts';
import { fillFragment, fragmentText, readMap } from './read.ts';

/** Edits that touch a whole item or two. Each is one transaction, so that one undo takes it back. `origin` as in strategy-edits. */

/** Puts an item's words behind those of another one, which keeps its place and gains the sources; the first item goes. False when either is not there. */
export function mergeItems(doc: Y.Doc, from: CharterItemId, into: CharterItemId, origin: unknown = null): boolean {
  const [gone, kept] = [entryOf(doc, from), entryOf(doc, into)];
  const [words, text] = [itemFragment(doc, from), itemFragment(doc, into)];
  if (!gone || !kept || !words || !text || from === into) return false;
  doc.transact(() => {
    if (fragmentText(text) === '') text.delete(0, text.length);
    text.insert(text.length, copyOf(words));
    const known = new Set(readSources(kept).map(sourceKey));
    for (const source of readSources(gone)) if (!known.has(sourceKey(source))) addSource(kept, source);
    doc.getMap('items').delete(from);
  }, origin);
  return true;
}

/**
 * Splits an item at a place of its plain text (`plainOf`): what stands behind goes into a new item after it, which keeps the
 * same sources. Null, and nothing happens, when one of the two would have no words.
 */
export function splitItem(doc: Y.Doc, id: CharterItemId, at: number, origin: unknown = null): CharterItemId | null {
  const items = readItems(doc);
  const place = items.findIndex((item) => item.id === id);
  const [entry, text] = [entryOf(doc, id), itemFragment(doc, id)];
  const item = items[place];
  if (!item || !entry || !text) return null;
  const plain = plainOf(text);
  const head = plain.slice(0, at).trimEnd();
  const tail = plain.slice(at).trimStart();
  if (head === '' || tail === '') return null;
  const added = newId<CharterItemId>();
  doc.transact(() => {
    const copy = new Y.XmlFragment();
    doc.getMap('items').set(added, newEntry(entry, orderAfter(items, place), copy));
    copy.insert(0, copyOf(text));
    applyChange(copy, { at: 0, removed: plain.length - tail.length, inserted: '' }, origin);
    applyChange(text, { at: head.length, removed: plain.length - head.length, inserted: '' }, origin);
  }, origin);
  return added;
}

/** Notes that a group's words have been looked at as they are now (null: the contribution is gone). */
export function noteSourceWords(
  doc: Y.Doc,
  id: CharterItemId,
  source: ItemSource,
  words: string | null,
  origin: unknown = null,
): void {
  const entry = entryOf(doc, id);
  const known = entry && readSources(entry).find((one) => sourceKey(one) === sourceKey(source));
  if (!entry || !known) return;
  doc.transact(() => setWords(entry, { ...known, words: words ?? '' }), origin);
}

/** Gives an item the words that a group's change leads to, and notes that the change has been looked at. */
export function takeSourceWords(
  doc: Y.Doc,
  id: CharterItemId,
  source: ItemSource,
  { now, text }: { now: string; text: string },
  origin: unknown = null,
): void {
  const fragment = itemFragment(doc, id);
  if (!fragment) return;
  doc.transact(() => {
    reword(fragment, text, origin);
    noteSourceWords(doc, id, source, now, origin);
  }, origin);
}

/** Fills the preamble or the closing words as long as nobody has written there. False when somebody has. */
export function fillPart(doc: Y.Doc, part: CharterPart, text: string, origin: unknown = null): boolean {
  const fragment = charterPart(doc, part);
  if (fragmentText(fragment) !== '') return false;
  doc.transact(() => {
    fragment.delete(0, fragment.length);
    fillFragment(fragment, text);
  }, origin);
  return true;
}

function entryOf(doc: Y.Doc, id: CharterItemId): Y.Map<unknown> | null {
  return readMap(doc.getMap('items').get(id));
}

function newEntry(like: Y.Map<unknown>, order: string, text: Y.XmlFragment): Y.Map<unknown> {
  const source = readMap(like.get('source'));
  const merged = readMap(like.get('merged'));
  const entry = new Y.Map<unknown>([
    ['order', order],
    ['groupId', like.get('groupId') ?? null],
    ['source', new Y.Map(Object.entries(source?.toJSON() ?? {}))],
    ['text', text],
  ]);
  if (like.has('words')) entry.set('words', like.get('words'));
  if (merged) entry.set('merged', new Y.Map(Object.entries(merged.toJSON())));
  return entry;
}

function orderAfter(items: readonly CharterItem[], place: number): string {
  return orderBetween(items[place]?.order ?? null, items[place + 1]?.order ?? null);
}

function copyOf(fragment: Y.XmlFragment): (Y.XmlElement | Y.XmlText)[] {
  return fragment.toArray().flatMap((node) => (node instanceof Y.XmlHook ? [] : [node.clone()]));
}

function addSource(entry: Y.Map<unknown>, source: DrawnSource): void {
  const { groupId, words } = source;
  const merged = readMap(entry.get('merged'));
  if (merged) merged.set(sourceKey(source), { groupId, words });
  else entry.set('merged', new Y.Map([[sourceKey(source), { groupId, words }]]));
}

function setWords(entry: Y.Map<unknown>, source: DrawnSource): void {
  const merged = readMap(entry.get('merged'));
  if (merged?.has(sourceKey(source))) addSource(entry, source);
  else entry.set('words', source.words);
}
