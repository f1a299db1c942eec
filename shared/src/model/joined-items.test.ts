import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type ActionId, type CharterItemId, type GroupId, newId, type RowId } from '../ids.ts';
import { readCharterPart } from '../workshop-file/read-parts.ts';
import {
  addItem,
  type Contribution,
  charterWords,
  drawContributions,
  itemFragment,
  moveItem,
  readItems,
  removeItem,
} from './charter.ts';
import { mergeItems, plainStart, rewordItem, splitItem } from './charter-edits.ts';
import { applyChange } from './plain-edit.ts';
import { plainOf } from './plain-paragraphs.ts';

const texts = (doc: Y.Doc): string[] => readItems(doc).map(({ text }) => text);

/** Two or more people with the same charter, who know nothing of each other until they meet. */
function people(count: number, ...items: string[]): { docs: Y.Doc[]; ids: CharterItemId[] } {
  const docs = Array.from({ length: count }, () => new Y.Doc());
  const ids = items.map((text) => addItem(docs[0]!, text));
  meet(docs);
  return { docs, ids };
}

function meet(docs: readonly Y.Doc[]): void {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
  for (const doc of docs) expect(readItems(doc)).toEqual(readItems(docs[0]!));
}

function typeAtEnd(doc: Y.Doc, id: CharterItemId, words: string): void {
  const text = itemFragment(doc, id)!;
  applyChange(text, { at: plainOf(text).length, removed: 0, inserted: words }, null);
}

test('CH52 what is merged into an item while that is merged itself is in the last of them, with what is typed meanwhile', () => {
  const { docs, ids } = people(3, 'AAA', 'BBB', 'CCC');
  mergeItems(docs[0]!, ids[1]!, ids[0]!);
  mergeItems(docs[1]!, ids[2]!, ids[1]!);
  typeAtEnd(docs[2]!, ids[1]!, ' typed');
  meet(docs);
  expect(texts(docs[0]!)).toEqual(['AAA\nBBB typed\nCCC']);
});

test('CH52 two items merged into each other at once are one, and one item merged into two stands in one of them', () => {
  const { docs, ids } = people(2, 'AAA', 'BBB', 'CCC');
  mergeItems(docs[0]!, ids[1]!, ids[2]!);
  mergeItems(docs[1]!, ids[2]!, ids[1]!);
  meet(docs);
  expect(texts(docs[0]!)).toHaveLength(2);
  expect(texts(docs[0]!).join('\n').split('\n').sort()).toEqual(['AAA', 'BBB', 'CCC']);
  const three = people(2, 'AAA', 'BBB', 'CCC');
  mergeItems(three.docs[0]!, three.ids[0]!, three.ids[1]!);
  mergeItems(three.docs[1]!, three.ids[0]!, three.ids[2]!);
  meet(three.docs);
  expect(texts(three.docs[0]!).join('\n').split('\n').sort()).toEqual(['AAA', 'BBB', 'CCC']);
});

test('CH52 an item that is merged into one that somebody removes meanwhile is an item again; what was merged before goes with it', () => {
  const { docs, ids } = people(2, 'AAA', 'BBB', 'CCC');
  mergeItems(docs[0]!, ids[1]!, ids[0]!);
  meet(docs);
  removeItem(docs[0]!, ids[0]!);
  mergeItems(docs[1]!, ids[2]!, ids[0]!);
  meet(docs);
  expect(texts(docs[0]!)).toEqual(['CCC']);
});

test('CH52 merged items keep the order in which they were merged, are moved and split as one, and are merged no second time', () => {
  const { docs, ids } = people(1, 'A', 'B', 'C one. C two', 'D');
  const doc = docs[0]!;
  mergeItems(doc, ids[3]!, ids[2]!);
  mergeItems(doc, ids[1]!, ids[0]!);
  mergeItems(doc, ids[2]!, ids[0]!);
  expect(texts(doc)).toEqual(['A\nB\nC one. C two\nD']);
  expect(mergeItems(doc, ids[3]!, ids[1]!)).toBe(false);
  const last = addItem(doc, 'E');
  moveItem(doc, ids[0]!, last);
  expect(texts(doc)).toEqual(['E', 'A\nB\nC one. C two\nD']);
  const item = readItems(doc)[1]!;
  splitItem(doc, item.id, plainStart(doc, item, ids[2]!) + 'C one.'.length);
  expect(texts(doc)).toEqual(['E', 'A\nB\nC one.', 'C two\nD']);
});

test('CH52 other words for a merged item touch only the texts that differ', () => {
  const { docs, ids } = people(1, 'A', 'B', 'C');
  const doc = docs[0]!;
  mergeItems(doc, ids[1]!, ids[0]!);
  mergeItems(doc, ids[2]!, ids[0]!);
  for (const words of ['A\nB more\nC', 'New\nA\nB\nC', 'A\nC', 'C\nA', 'Something else', 'A\nB\nC']) {
    rewordItem(doc, ids[0]!, words);
    expect(texts(doc)).toEqual([words]);
  }
  rewordItem(doc, ids[0]!, 'A\nB\nC');
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  rewordItem(doc, ids[0]!, 'A\nB\nC again');
  expect(texts(doc)).toEqual(['A\nB\nC again']);
});

test('CH54 contributions that two people draw at once are read once; one that is written in stands; removed ones can be drawn again', () => {
  const { docs } = people(2);
  const given = ['One', 'Two\n\n  lines'].map((text): Contribution => {
    return { groupId: newId<GroupId>(), source: { rowId: newId<RowId>(), actionId: newId<ActionId>() }, text };
  });
  for (const doc of docs) drawContributions(doc, given);
  typeAtEnd(docs[1]!, readItems(docs[1]!)[0]!.id, ' typed');
  mergeItems(docs[1]!, readItems(docs[1]!)[1]!.id, readItems(docs[1]!)[0]!.id);
  meet(docs);
  expect(texts(docs[0]!)).toEqual(['One typed\nTwo\nlines']);
  expect(drawContributions(docs[0]!, given)).toBe(0);
  removeItem(docs[0]!, readItems(docs[0]!)[0]!.id);
  expect(texts(docs[0]!)).toEqual([]);
  expect(drawContributions(docs[0]!, given)).toBe(2);
  expect(texts(docs[0]!)).toEqual(['One', 'Two\nlines']);
});

test('CH54 an item that both have written in is kept twice, and one that is split is no second drawing', () => {
  const { docs } = people(2);
  const source = { rowId: newId<RowId>(), actionId: newId<ActionId>() };
  for (const [at, doc] of docs.entries()) {
    drawContributions(doc, [{ groupId: newId<GroupId>(), source, text: 'One two' }]);
    typeAtEnd(doc, readItems(doc)[0]!.id, ` ${at}`);
  }
  meet(docs);
  expect(texts(docs[0]!).sort()).toEqual(['One two 0', 'One two 1']);
  const doc = new Y.Doc();
  drawContributions(doc, [{ groupId: newId<GroupId>(), source, text: 'One two' }]);
  const [item] = readItems(doc);
  const added = splitItem(doc, item!.id, 'One '.length)!;
  rewordItem(doc, added, 'One two');
  expect(texts(doc)).toEqual(['One', 'One two']);
});

/** Numbers from 0 to below `most`, the same for the same seed. */
function choices(seed: number): (most: number) => number {
  let state = seed * 2654435761 + 1;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

test('CH52 whatever two or three people merge, draw, type and remove at once, every word is read once that nobody removed', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const pick = choices(seed);
    const { docs, ids } = people(2 + pick(2), 'i0', 'i1', 'i2', 'i3', 'i4');
    const home = new Map<string, CharterItemId>(ids.map((id, at) => [`i${at}`, id]));
    const removed = new Set<CharterItemId>();
    for (let round = 0; round < 5; round++) {
      for (const doc of docs)
        for (let act = pick(4); act > 0; act--) {
          const items = readItems(doc);
          const [one, other] = [items[pick(items.length)], items[pick(items.length)]];
          const part = one && (one.joined ?? [one.id])[pick(one.joined?.length ?? 1)]!;
          const word = `w${home.size}`;
          const kind = pick(8);
          if (!one || !other || !part || kind === 0) home.set(word, addItem(doc, word));
          else if (kind === 1 && removed.size < 3) {
            for (const id of one.joined ?? [one.id]) removed.add(id);
            removeItem(doc, one.id);
          } else if (kind < 5) mergeItems(doc, one.id, other.id);
          else {
            typeAtEnd(doc, part, ` ${word}`);
            home.set(word, part);
          }
        }
      meet(docs);
    }
    const read = texts(docs[0]!).join(' ').split(/\s+/);
    for (const [word, id] of home)
      if (!removed.has(id)) expect([seed, word, read.filter((one) => one === word).length]).toEqual([seed, word, 1]);
  }
});

test('CH52 a merged item is written into a file, and voted on, with the words of all its texts', () => {
  const { docs, ids } = people(1, 'A', 'B');
  const doc = docs[0]!;
  mergeItems(doc, ids[0]!, ids[1]!);
  typeAtEnd(doc, ids[0]!, ' more');
  expect(charterWords(doc).all).toBe('1. B\nA more');
  const { items } = readCharterPart(doc);
  expect(items.map(({ text }) => text.length)).toEqual([2]);
  expect(JSON.stringify(items[0]!.text)).toContain('A more');
});
