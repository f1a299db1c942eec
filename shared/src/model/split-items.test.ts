import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CharterItemId } from '../ids.ts';
import { addItem, itemFragment, moveItem, readItems, removeItem } from './charter.ts';
import { mergeItems, splitItem } from './charter-edits.ts';
import { isReadElsewhere } from './joined-items.ts';
import { applyChange } from './plain-edit.ts';
import { plainOf } from './plain-paragraphs.ts';

const texts = (doc: Y.Doc): string[] => readItems(doc).map(({ text }) => text);

/** Two people with the same charter of one item. */
function two(text: string): { ann: Y.Doc; bo: Y.Doc; id: CharterItemId } {
  const [ann, bo] = [new Y.Doc(), new Y.Doc()];
  const id = addItem(ann, text);
  meet(ann, bo);
  return { ann, bo, id };
}

function meet(ann: Y.Doc, bo: Y.Doc): void {
  Y.applyUpdate(bo, Y.encodeStateAsUpdate(ann));
  Y.applyUpdate(ann, Y.encodeStateAsUpdate(bo));
  expect(readItems(ann)).toEqual(readItems(bo));
}

function undoOf(doc: Y.Doc): { undo: Y.UndoManager; origin: object } {
  const origin = {};
  return { undo: new Y.UndoManager(doc, { trackedOrigins: new Set([origin]), captureTimeout: 0 }), origin };
}

function typeAtEnd(doc: Y.Doc, id: CharterItemId, words: string): void {
  const text = itemFragment(doc, id)!;
  applyChange(text, { at: plainOf(text).length, removed: 0, inserted: words }, null);
}

test('CH65 two who split at the same place have split once; whoever made the part that stands takes it back, and all words are there once', () => {
  const { ann, bo, id } = two('One one. Two two.');
  const [of, other] = [undoOf(ann), undoOf(bo)];
  const added = [
    splitItem(ann, id, 'One one. '.length, of.origin)!,
    splitItem(bo, id, 'One one. '.length, other.origin)!,
  ];
  meet(ann, bo);
  expect(texts(ann)).toEqual(['One one.', 'Two two.']);
  const stands = added.findIndex((one) => readItems(ann).some((item) => item.id === one));
  expect([isReadElsewhere(ann, added[stands]!), isReadElsewhere(ann, added[1 - stands]!)]).toEqual([false, true]);
  const own = stands === 0 ? of : other;
  own.undo.undo();
  meet(ann, bo);
  expect(texts(ann)).toEqual(['One one. Two two.']);
  own.undo.redo();
  meet(ann, bo);
  expect(texts(ann)).toEqual(['One one.', 'Two two.']);
});

test('CH65 at different places the one that split off more stands, on either side; taken back, all words are there once', () => {
  for (const longer of [0, 1]) {
    const { ann, bo, id } = two('One. Two.\nThree. Four.');
    const docs = longer === 0 ? ([ann, bo] as const) : ([bo, ann] as const);
    const { undo, origin } = undoOf(docs[0]);
    splitItem(docs[0], id, 'One. '.length, origin);
    splitItem(docs[1], id, 'One. Two.\nThree. '.length);
    meet(ann, bo);
    expect(texts(ann)).toEqual(['One.', 'Two.\nThree. Four.']);
    undo.undo();
    meet(ann, bo);
    expect(texts(ann)).toEqual(['One. Two.\nThree. Four.']);
  }
});

test('CH65 a part in which somebody has typed stands, and what nobody has typed in is read in it', () => {
  for (const typing of [0, 1]) {
    const { ann, bo, id } = two('One. Two.');
    for (const [at, doc] of [ann, bo].entries()) {
      const added = splitItem(doc, id, 'One. '.length)!;
      if (at === typing) typeAtEnd(doc, added, ' More.');
    }
    meet(ann, bo);
    expect(texts(ann)).toEqual(['One.', 'Two. More.']);
    typeAtEnd(ann, readItems(ann)[1]!.id, ' Yes.');
    meet(ann, bo);
    expect(texts(bo)).toEqual(['One.', 'Two. More. Yes.']);
  }
});

test('CH65 what is split one after the other stays, also where the words are alike, and goes with what is merged, moved and removed', () => {
  const { ann, bo, id } = two('Yes. Yes. Yes.');
  splitItem(ann, id, 'Yes. Yes. '.length);
  splitItem(ann, id, 'Yes. '.length);
  meet(ann, bo);
  expect(texts(bo)).toEqual(['Yes.', 'Yes.', 'Yes.']);
  const [first, second, third] = readItems(ann).map((item) => item.id);
  moveItem(ann, third!, null);
  mergeItems(ann, second!, first!);
  expect(texts(ann)).toEqual(['Yes.', 'Yes.\nYes.']);
  removeItem(ann, third!);
  expect(texts(ann)).toEqual(['Yes.\nYes.']);
});

test('CH65 the part that stands is removed by its owner: the other one, of which nobody knew, is read again', () => {
  const { ann, bo, id } = two('One. Two.');
  for (const doc of [ann, bo]) splitItem(doc, id, 'One. '.length);
  const mine = readItems(ann)[1]!.id;
  removeItem(ann, mine);
  meet(ann, bo);
  expect(texts(ann)).toEqual(['One.', 'Two.']);
});

/** Numbers from 0 to below `most`, the same for the same seed. */
function choices(seed: number): (most: number) => number {
  let state = seed * 2654435761 + 1;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

test('CH65 wherever two split one text at once, every word is read once, and once more after the part that stands was taken back', () => {
  const words = Array.from({ length: 12 }, (_, at) => `w${at}.`);
  for (let seed = 1; seed <= 80; seed++) {
    const pick = choices(seed);
    const text = words.map((word, at) => (at === 0 ? word : `${pick(3) === 0 ? '\n' : ' '}${word}`)).join('');
    const { ann, bo, id } = two(text);
    const managers = [ann, bo].map((doc) => ({ doc, ...undoOf(doc) }));
    const added = managers.map(({ doc, origin }) => {
      const before = words
        .slice(0, 1 + pick(words.length - 1))
        .reduce((at, word) => text.indexOf(word, at) + word.length, 0);
      return splitItem(doc, id, before + pick(2), origin)!;
    });
    const everyWord = (): string[] => texts(ann).join(' ').split(/\s+/);
    meet(ann, bo);
    expect([seed, everyWord()]).toEqual([seed, words]);
    const stands = added.findIndex((one) => readItems(ann).some((item) => item.id === one));
    managers[stands]!.undo.undo();
    meet(ann, bo);
    expect([seed, everyWord()]).toEqual([seed, words]);
  }
});

test('CH65 what is kept of a split, and is of foreign shape, is read over', () => {
  const { ann, id } = two('One. Two.');
  const added = splitItem(ann, id, 'One. '.length)!;
  const entry = ann.getMap('items').get(added) as Y.Map<unknown>;
  for (const foreign of [7, null, {}, { from: added, before: 3, words: 'Two.', signs: [[1, 2]] }, { signs: 'x' }]) {
    entry.set('splitOff', foreign);
    expect(texts(ann)).toEqual(['One.', 'Two.']);
  }
});
