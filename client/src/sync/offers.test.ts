import type { PersonId, RowId } from '@board/shared/ids';
import { addItem, itemFragment, removeItem } from '@board/shared/model/charter';
import { applyChange } from '@board/shared/model/plain-edit';
import { plainOf } from '@board/shared/model/plain-paragraphs';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow, removeRow } from '@board/shared/model/strategy-edits';
import { putBack } from '@board/shared/model/strategy-put-back';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { changeOffers, type Offer, offerKeys, readOffers } from './kept-offers.ts';
import { LostWordsWatch } from './lost-words.ts';
import { Offers } from './offers.ts';

const workshop = 'w'.repeat(12);
const keyOf = (person: string) =>
  `${workshop}/group/${'g'.repeat(12)}/${person as PersonId}` as Parameters<typeof readOffers>[0];

const charterOf = (person: string) => `${workshop}/charter/${person as PersonId}` as Parameters<typeof readOffers>[0];

function strategy(): Y.Doc {
  const doc = new Y.Doc();
  addRow(doc, null);
  return doc;
}

/** A page that opens the strategy with what the server has. */
function page(state: Y.Doc, person: string, nameOf = keyOf) {
  const doc = new Y.Doc();
  const watch = new LostWordsWatch(doc);
  const offers = new Offers(doc, watch, nameOf(person));
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(state));
  offers.met();
  return { doc, offers };
}

const cellIn = (doc: Y.Doc) => {
  const [row] = readStrategy(doc);
  return cellFragment(doc, { row: row!.id, action: row!.actions[0]!.id, cell: 'text' })!;
};

test('TA91 what one page has seen go is offered by the next with the row as it was, to this person only, until the words stand there again', () => {
  const server = strategy();
  const first = page(server, 'anna');
  applyChange(cellIn(first.doc), { at: 0, removed: 0, inserted: 'Train the judges' }, null);
  Y.applyUpdate(server, Y.encodeStateAsUpdate(first.doc));
  const [row] = readStrategy(server);
  removeRow(server, row!.id);
  Y.applyUpdate(first.doc, Y.encodeStateAsUpdate(server));
  expect(first.offers.getSnapshot()).toMatchObject([{ words: 'Train the judges', isOthers: false }]);
  first.offers.close();
  expect(page(server, 'bela').offers.getSnapshot()).toEqual([]);
  const next = page(server, 'anna');
  expect(next.offers.getSnapshot()).toMatchObject([{ words: 'Train the judges', row: { id: row!.id } }]);
  putBack(server, next.offers.getSnapshot()[0]!.row!);
  expect(plainOf(cellIn(server))).toBe('Train the judges');
  Y.applyUpdate(next.doc, Y.encodeStateAsUpdate(server));
  expect(next.offers.getSnapshot()).toEqual([]);
  expect(readOffers(keyOf('anna'))).toEqual([]);
});

test('TA91 words of the charter that went are offered by the next page, too', () => {
  const server = new Y.Doc();
  const item = addItem(server, 'We meet in May.');
  const first = page(server, 'edda', charterOf);
  applyChange(itemFragment(first.doc, item)!, { at: 0, removed: 0, inserted: 'Together ' }, null);
  removeItem(server, item);
  Y.applyUpdate(first.doc, Y.encodeStateAsUpdate(server));
  const lost = first.offers.getSnapshot();
  expect(lost).toMatchObject([{ words: expect.stringContaining('Together'), isOthers: false }]);
  first.offers.close();
  expect(page(server, 'edda', charterOf).offers.getSnapshot()).toMatchObject(lost);
});

test('TA91 earlier offers come with the document, never before it, and an answer forgets what they have in common', () => {
  const words = (text: string): Offer => ({ place: 'rows/gone/mechanisms', words: text, isOthers: false });
  changeOffers(keyOf('cleo'), { add: [words('two words'), words('all of the two words')], remove: [] });
  const doc = new Y.Doc();
  const offers = new Offers(doc, new LostWordsWatch(doc), keyOf('cleo'));
  expect(offers.getSnapshot()).toEqual([]);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(strategy()));
  expect(offers.getSnapshot()).toEqual([words('all of the two words')]);
  offers.forget(offers.getSnapshot());
  expect([offers.getSnapshot(), readOffers(keyOf('cleo'))]).toEqual([[], []]);
});

test('TA91 the device keeps so much of offers and no more: rows go first, then the oldest', () => {
  const row = { ...readStrategy(strategy())[0]!, id: 'row' as RowId, mechanisms: 'x'.repeat(300_000) };
  const some = ['a', 'b', 'c'].map((letter) => ({
    place: 'rows/row/mechanisms',
    words: letter.repeat(150_000),
    isOthers: true,
    row,
  }));
  changeOffers(keyOf('dora'), { add: some, remove: [] });
  expect(readOffers(keyOf('dora')).map(({ words, row: kept }) => [words[0], kept])).toEqual([
    ['b', undefined],
    ['c', undefined],
  ]);
  expect(offerKeys(workshop as Parameters<typeof offerKeys>[0])).toContain(keyOf('dora'));
});
