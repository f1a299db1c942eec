import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type ActionId, type CharterItemId, type GroupId, newId, type RowId } from '../ids.ts';
import {
  addItem,
  type Contribution,
  drawContributions,
  itemFragment,
  moveItem,
  readItems,
  sourceKey,
} from './charter.ts';
import { fillPart, mergeItems, noteSourceWords, splitItem, takeSourceWords } from './charter-edits.ts';
import { fragmentText } from './read.ts';

const given = (text: string): Contribution => ({
  groupId: newId<GroupId>(),
  source: { rowId: newId<RowId>(), actionId: newId<ActionId>() },
  text,
});

function charter(...texts: string[]): { doc: Y.Doc; ids: CharterItemId[]; contributions: Contribution[] } {
  const doc = new Y.Doc();
  const contributions = texts.map(given);
  drawContributions(doc, contributions);
  return { doc, ids: readItems(doc).map(({ id }) => id), contributions };
}

const texts = (doc: Y.Doc): string[] => readItems(doc).map(({ text }) => text);

function undoOf(doc: Y.Doc, origin: object): Y.UndoManager {
  return new Y.UndoManager(doc, { trackedOrigins: new Set([origin]), captureTimeout: 0 });
}

/** Makes some words of an item bold. */
function embolden(doc: Y.Doc, id: CharterItemId, at: number, length: number): void {
  const paragraph = itemFragment(doc, id)!.get(0) as Y.XmlElement;
  (paragraph.get(0) as Y.XmlText).format(at, length, { bold: {} });
}

test('CH22 merged items keep the words and sources of both, with what is bold; one undo takes it back', () => {
  const { doc, ids, contributions } = charter('Train judges', 'Visit prisons', 'Publish');
  embolden(doc, ids[2]!, 0, 7);
  const origin = {};
  const undo = undoOf(doc, origin);
  expect(mergeItems(doc, ids[2]!, ids[0]!, origin)).toBe(true);
  expect(texts(doc)).toEqual(['Train judges\nPublish', 'Visit prisons']);
  const [first] = readItems(doc);
  expect(first!.joined).toEqual([ids[0], ids[2]]);
  expect(itemFragment(doc, ids[2]!)!.toString()).toContain('<bold>Publish</bold>');
  expect(first!.sources.map(sourceKey).sort()).toEqual(
    [contributions[0]!, contributions[2]!].map(({ source }) => sourceKey(source)).sort(),
  );
  expect(first!.groupId).toBe(contributions[0]!.groupId);
  expect(first!.sources.map(({ words }) => words)).toEqual(['Train judges', 'Publish']);
  // Nothing that is in it is offered again.
  expect(drawContributions(doc, contributions)).toBe(0);
  undo.undo();
  expect(texts(doc)).toEqual(['Train judges', 'Visit prisons', 'Publish']);
  expect(readItems(doc).map(({ sources }) => sources.length)).toEqual([1, 1, 1]);
});

test('CH22 an item written in plenary takes the sources of what is merged into it; nothing is merged with itself or with what is gone', () => {
  const { doc, ids, contributions } = charter('Train judges');
  const plain = addItem(doc, '');
  expect(mergeItems(doc, ids[0]!, plain)).toBe(true);
  expect(readItems(doc)).toMatchObject([{ id: plain, text: 'Train judges', groupId: contributions[0]!.groupId }]);
  expect(mergeItems(doc, plain, plain)).toBe(false);
  expect(mergeItems(doc, ids[0]!, plain)).toBe(false);
});

test('CH22 an item is split at a place; both parts keep the sources and what is bold; one undo joins them', () => {
  const { doc, ids, contributions } = charter('Train judges. Visit prisons.\nEvery year', 'Publish');
  embolden(doc, ids[0]!, 6, 21);
  const origin = {};
  const undo = undoOf(doc, origin);
  const added = splitItem(doc, ids[0]!, 'Train judges. '.length, origin);
  expect(texts(doc)).toEqual(['Train judges.', 'Visit prisons.\nEvery year', 'Publish']);
  expect(readItems(doc)[1]!.id).toBe(added);
  expect(itemFragment(doc, ids[0]!)!.toString()).toContain('<bold>judges.</bold>');
  expect(itemFragment(doc, added!)!.toString()).toContain('<bold>Visit prisons</bold>');
  for (const item of readItems(doc).slice(0, 2)) {
    expect(item.sources.map(sourceKey)).toEqual([sourceKey(contributions[0]!.source)]);
  }
  undo.undo();
  expect(texts(doc)).toEqual(['Train judges. Visit prisons.\nEvery year', 'Publish']);
});

test('CH22 nothing is split where one part would have no words, and a merged item keeps all its sources when it is split', () => {
  const { doc, ids } = charter('One two', 'Three');
  for (const at of [0, 'One two'.length, 99]) expect(splitItem(doc, ids[0]!, at)).toBeNull();
  expect(splitItem(doc, newId(), 2)).toBeNull();
  mergeItems(doc, ids[1]!, ids[0]!);
  const added = splitItem(doc, ids[0]!, 'One two\n'.length)!;
  expect(texts(doc)).toEqual(['One two', 'Three']);
  expect(readItems(doc).map(({ sources }) => sources.length)).toEqual([2, 2]);
  // And back into one, no source twice.
  mergeItems(doc, added, ids[0]!);
  expect(readItems(doc).map(({ sources }) => sources.length)).toEqual([2]);
});

test('CH23 what a group has changed is taken over, or only noted, also in a merged item', () => {
  const { doc, ids, contributions } = charter('Train judges', 'Publish');
  mergeItems(doc, ids[1]!, ids[0]!);
  const [own, merged] = contributions.map(({ source }) => source);
  takeSourceWords(doc, ids[0]!, merged!, { now: 'Publish it', text: 'Train judges\nPublish it' });
  noteSourceWords(doc, ids[0]!, own!, null);
  expect(readItems(doc)).toMatchObject([{ text: 'Train judges\nPublish it' }]);
  const words = new Map(readItems(doc)[0]!.sources.map((source) => [sourceKey(source), source.words]));
  expect(words.get(sourceKey(merged!))).toBe('Publish it');
  expect(words.get(sourceKey(own!))).toBe('');
  noteSourceWords(doc, ids[0]!, { rowId: newId(), actionId: newId() }, 'Foreign');
  expect(readItems(doc)[0]!.sources).toHaveLength(2);
});

test('CH24 the preamble is filled only while nobody has written in it', () => {
  const doc = new Y.Doc();
  expect(fillPart(doc, 'preamble', 'We met.\nWe agreed.')).toBe(true);
  expect(fillPart(doc, 'preamble', 'Other')).toBe(false);
  expect(fragmentText(doc.getXmlFragment('preamble'))).toBe('We met.\nWe agreed.');
});

test('CH25 moving an item is one small write', () => {
  const { doc, ids } = charter('One', 'Two', 'Three');
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  moveItem(doc, ids[2]!, ids[0]!);
  expect(texts(doc)).toEqual(['One', 'Three', 'Two']);
  expect(updates).toHaveLength(1);
  expect(updates[0]!.byteLength).toBeLessThan(60);
});

test('CH2 a charter of an earlier version, and one of foreign shape, keep what can be read of their sources', () => {
  const doc = new Y.Doc();
  const [group, row, action] = [newId<GroupId>(), newId<RowId>(), newId<ActionId>()];
  const entry = new Y.Map<unknown>([
    ['groupId', group],
    ['source', new Y.Map(Object.entries({ rowId: row, actionId: action }))],
    [
      'merged',
      new Y.Map<unknown>(Object.entries({ x: 5, 'a.b': { groupId: 7 }, 'c.d': { groupId: group, words: 3 } })),
    ],
  ]);
  doc.getMap('items').set(newId<CharterItemId>(), entry);
  expect(readItems(doc)[0]!.sources).toEqual([
    { groupId: group, rowId: row, actionId: action, words: null },
    { groupId: group, rowId: 'c', actionId: 'd', words: null },
  ]);
});
