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
import { joinBehind, partsOf, textParts } from './joined-items.ts';
import { orderBetween } from './order.ts';
import { applyChange, reword } from './plain-edit.ts';
import { plainOf } from './plain-paragraphs.ts';
import { fillFragment, fragmentText, readMap, tidyText } from './read.ts';
import { watchSplit } from './split-items.ts';

/** Edits that touch a whole item or two. Each is one transaction, so that one undo takes it back. `origin` as in strategy-edits. */

/**
 * Makes an item the last part of another one, which keeps its place and is read with the words and sources of both. Its text
 * stays where it is, so that nothing is lost that somebody writes in it, or merges into it, meanwhile. False when either is not there.
 */
export function mergeItems(doc: Y.Doc, from: CharterItemId, into: CharterItemId, origin: unknown = null): boolean {
  const [part, parts] = [partsOf(doc, from)[0], partsOf(doc, into)];
  const [lead] = parts;
  if (!part || !lead || part === lead || part.id === lead.id) return false;
  doc.transact(() => joinBehind(part, lead, parts), origin);
  return true;
}

/** Where a shared text of an item begins in the item's plain text: the plain texts (`plainOf`) of all its parts, a line each. */
export function plainStart(doc: Y.Doc, item: CharterItem, text: CharterItemId): number {
  const before = (item.joined ?? [item.id]).slice(0, item.joined?.indexOf(text) ?? 0);
  return before.reduce((start, id) => start + plainAt(doc, id).length + 1, 0);
}

/**
 * Splits an item at a place of its plain text (see `plainStart`): what stands behind goes into a new item after it, which keeps
 * the same sources. Null, and nothing happens, when one of the two would have no words.
 */
export function splitItem(doc: Y.Doc, id: CharterItemId, at: number, origin: unknown = null): CharterItemId | null {
  const items = readItems(doc);
  const place = items.findIndex((item) => item.id === id);
  const item = items[place];
  const entry = entryOf(doc, id);
  if (!item || !entry) return null;
  const texts = item.joined ?? [item.id];
  const plain = texts.map((text) => plainAt(doc, text)).join('\n');
  if (plain.slice(0, at).trim() === '' || plain.slice(at).trim() === '') return null;
  const cut = texts.findLast((text) => plainStart(doc, item, text) <= at);
  const text = cut && itemFragment(doc, cut);
  if (!text) return null;
  const added = newId<CharterItemId>();
  doc.transact(() => {
    for (const source of item.sources) addSource(entry, source);
    const copy = new Y.XmlFragment();
    const part = newEntry(item.sources, orderAfter(items, place), copy);
    doc.getMap('items').set(added, part);
    const note = watchSplit(text, cut);
    moveTail(text, copy, at - plainStart(doc, item, cut), origin);
    note(part, copy);
    moveBehind(doc, cut, added);
  }, origin);
  return added;
}

/** Other words for an item as a whole; of one that was merged only the texts that differ are touched. */
export function rewordItem(doc: Y.Doc, id: CharterItemId, words: string, origin: unknown = null): void {
  const all = textParts(partsOf(doc, id));
  const worded = all.filter(({ text }) => text !== '');
  const parts = worded.length > 0 ? worded : all.slice(0, 1);
  let rest = tidyText(words);
  for (let first = parts[0]; first && parts.length > 1 && rest.startsWith(`${first.text}\n`); first = parts[0]) {
    rest = rest.slice(first.text.length + 1);
    parts.shift();
  }
  for (let last = parts.at(-1); last && parts.length > 1 && rest.endsWith(`\n${last.text}`); last = parts.at(-1)) {
    rest = rest.slice(0, -last.text.length - 1);
    parts.pop();
  }
  doc.transact(() => {
    for (const [at, part] of parts.entries()) {
      const fragment = itemFragment(doc, part.id);
      if (fragment) reword(fragment, at === 0 ? rest : '', origin);
    }
  }, origin);
}

/** Notes that a group's words have been looked at as they are now (null: the contribution is gone). */
export function noteSourceWords(
  doc: Y.Doc,
  id: CharterItemId,
  source: ItemSource,
  words: string | null,
  origin: unknown = null,
): void {
  doc.transact(() => {
    for (const { entry } of partsOf(doc, id)) {
      const known = readSources(entry).find((one) => sourceKey(one) === sourceKey(source));
      if (known) setWords(entry, { ...known, words: words ?? '' });
    }
  }, origin);
}

/** Gives an item the words that a group's change leads to, and notes that the change has been looked at. */
export function takeSourceWords(
  doc: Y.Doc,
  id: CharterItemId,
  source: ItemSource,
  { now, text }: { now: string; text: string },
  origin: unknown = null,
): void {
  doc.transact(() => {
    rewordItem(doc, id, text, origin);
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

function plainAt(doc: Y.Doc, id: CharterItemId): string {
  const text = itemFragment(doc, id);
  return text ? plainOf(text) : '';
}

function newEntry(sources: readonly DrawnSource[], order: string, text: Y.XmlFragment): Y.Map<unknown> {
  const [first, ...merged] = sources;
  const entry = new Y.Map<unknown>([
    ['order', order],
    ['groupId', first?.groupId ?? null],
    ['source', new Y.Map(first ? Object.entries({ rowId: first.rowId, actionId: first.actionId }) : [])],
    ['text', text],
  ]);
  if (first && first.words !== null) entry.set('words', first.words);
  if (merged.length > 0)
    entry.set('merged', new Y.Map(merged.map((one) => [sourceKey(one), { groupId: one.groupId, words: one.words }])));
  return entry;
}

/** Takes what stands behind a place out of a text, into an empty one. */
function moveTail(text: Y.XmlFragment, copy: Y.XmlFragment, at: number, origin: unknown): void {
  const plain = plainOf(text);
  const head = plain.slice(0, at).trimEnd();
  const tail = plain.slice(at).trimStart();
  copy.insert(0, copyOf(text));
  applyChange(copy, { at: 0, removed: plain.length - tail.length, inserted: '' }, origin);
  applyChange(text, { at: head.length, removed: plain.length - head.length, inserted: '' }, origin);
}

/** What is read behind a part of an item goes behind another item. */
function moveBehind(doc: Y.Doc, part: CharterItemId, into: CharterItemId): void {
  const parts = partsOf(doc, part);
  const place = parts.findIndex((one) => one.id === part);
  for (const one of textParts(parts.slice(place + 1))) {
    const there = partsOf(doc, into);
    if (there[0]) joinBehind(one, there[0], there);
  }
}

function orderAfter(items: readonly CharterItem[], place: number): string {
  return orderBetween(items[place]?.order ?? null, items[place + 1]?.order ?? null);
}

function copyOf(fragment: Y.XmlFragment): (Y.XmlElement | Y.XmlText)[] {
  return fragment.toArray().flatMap((node) => (node instanceof Y.XmlHook ? [] : [node.clone()]));
}

/** Notes a source with an item; one that it has is left as it is. */
function addSource(entry: Y.Map<unknown>, source: DrawnSource): void {
  if (readSources(entry).every((one) => sourceKey(one) !== sourceKey(source))) setMerged(entry, source);
}

function setMerged(entry: Y.Map<unknown>, source: DrawnSource): void {
  const { groupId, words } = source;
  const merged = readMap(entry.get('merged'));
  if (merged) merged.set(sourceKey(source), { groupId, words });
  else entry.set('merged', new Y.Map([[sourceKey(source), { groupId, words }]]));
}

function setWords(entry: Y.Map<unknown>, source: DrawnSource): void {
  const merged = readMap(entry.get('merged'));
  if (merged?.has(sourceKey(source))) setMerged(entry, source);
  else entry.set('words', source.words);
}
