import { type GroupId, groupDocument, newId, type RecommendationId } from '@board/shared/ids';
import { takeIn } from '@board/shared/model/catalogue';
import { addItem, charterPart } from '@board/shared/model/charter';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addAction, addRow, setPriority } from '@board/shared/model/strategy-edits';
import { mergeTwin } from '@board/shared/model/strategy-twins';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { unsentWords, wordsOf } from './document-words.ts';
import { changedPlaces, isWithin } from './places.ts';

const document = groupDocument(newId<GroupId>());

function write(doc: Y.Doc, place: number, words: string, actionPlace = 0): void {
  const row = readStrategy(doc)[place];
  const action = row?.actions[actionPlace];
  const fragment = row && action && cellFragment(doc, { row: row.id, action: action.id, cell: 'text' });
  if (fragment) fillFragment(fragment, words);
}

/** The places of all changes that are made from now on. */
function follow(doc: Y.Doc): Set<string> {
  const places = new Set<string>();
  doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    for (const place of changedPlaces(transaction)) places.add(place);
  });
  return places;
}

test('NE7 of a copy that was set aside, the words that the server’s document lacks are offered back', () => {
  const before = new Y.Doc();
  addRow(before, null);
  addRow(before, null);
  write(before, 0, 'Train judges in all provinces');
  const now = new Y.Doc();
  Y.applyUpdate(now, Y.encodeStateAsUpdate(before));
  write(before, 1, 'Publish the budget');
  const offered = unsentWords(wordsOf(document, before), [''], wordsOf(document, now));
  expect(offered.map(({ text }) => text)).toEqual(['Publish the budget']);
  expect(unsentWords(wordsOf(document, before), [''], wordsOf(document, before))).toEqual([]);
});

test('NE8 whatever is typed into one field is one place, and each field is its own', () => {
  const doc = new Y.Doc();
  const row = addRow(doc, null);
  const action = readStrategy(doc)[0]!.actions[0]!.id;
  const places = follow(doc);
  const fragment = cellFragment(doc, { row, action, cell: 'text' })!;
  fillFragment(fragment, 'First\nSecond');
  const paragraph = fragment.get(0) as Y.XmlElement;
  const words = paragraph.get(0) as Y.XmlText;
  for (const sign of 'typed sign by sign') words.insert(words.length, sign);
  words.format(0, 3, { bold: true });
  expect([...places]).toEqual([`rows/${row}/actions/${action}/text`]);
  setPriority(doc, row, true);
  expect([...places]).toEqual([`rows/${row}/actions/${action}/text`, `rows/${row}/priority`]);
});

test('NE8 what was added as a whole is one place', () => {
  const doc = new Y.Doc();
  const places = follow(doc);
  const row = addRow(doc, null);
  expect([...places]).toEqual([`rows/${row}`]);
  expect(isWithin(`rows/${row}/mechanisms`, places)).toBe(true);
  expect(isWithin(`rows/${row}x/mechanisms`, places)).toBe(false);
});

test('NE10 words are offered with their place: row and column, item, part, number', () => {
  const doc = new Y.Doc();
  const recommendation = newId<RecommendationId>();
  addRow(doc, null);
  const second = addRow(doc, recommendation);
  addAction(doc, second);
  write(doc, 1, 'Third', 1);
  const [word] = unsentWords(wordsOf(document, doc), [''], []);
  expect(word).toMatchObject({
    holder: { kind: 'row', recommendation, place: 2 },
    field: { cell: 'text', place: 2 },
    text: 'Third',
  });

  const charter = new Y.Doc();
  addItem(charter, 'An item');
  fillFragment(charterPart(charter, 'closing'), 'The end');
  const held = unsentWords(wordsOf('charter', charter), ['items', 'closing'], null);
  expect(held.map(({ holder, text }) => [holder, text])).toEqual([
    [{ kind: 'item', place: 1 }, 'An item'],
    [{ kind: 'closing' }, 'The end'],
  ]);

  const catalogue = new Y.Doc();
  const one = {
    number: '110.10',
    text: { en: 'Ratify' },
    states: [],
    position: 'pending',
    themes: [],
    source: '',
  } as const;
  takeIn(catalogue, [{ ...one, states: [], themes: [] }]);
  expect(wordsOf('catalogue', catalogue)).toMatchObject([
    { holder: { kind: 'recommendation', number: '110.10' }, text: 'Ratify' },
  ]);
});

test('NE10 only fields that wait are offered, so that nobody is offered the words of others', () => {
  const doc = new Y.Doc();
  addRow(doc, null);
  addRow(doc, null);
  write(doc, 0, 'Theirs');
  const places = follow(doc);
  write(doc, 1, 'Mine');
  const offered = unsentWords(wordsOf(document, doc), [...places], null);
  expect(offered.map(({ text }) => text)).toEqual(['Mine']);
});

test('TA52 words in rows that were put together are known by the places where they stand', () => {
  const doc = new Y.Doc();
  const taken = newId<RecommendationId>();
  const rows = [addRow(doc, taken), addRow(doc, taken)];
  write(doc, 0, 'first');
  write(doc, 1, 'second');
  const before = new Map(wordsOf(document, doc).map(({ place, text }) => [place, text]));
  mergeTwin(doc, rows[1]!);
  const places = follow(doc);
  const [row] = readStrategy(doc);
  for (const { id } of row!.actions)
    fillFragment(cellFragment(doc, { row: row!.id, action: id, cell: 'partners' })!, 'later');
  const words = wordsOf(document, doc).filter(({ text }) => text !== '');
  for (const { place, text } of words) if (text !== 'later') expect(before.get(place)).toBe(text);
  expect(words.filter(({ place }) => isWithin(place, places)).map(({ text }) => text)).toEqual(['later', 'later']);
});
