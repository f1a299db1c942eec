import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readCatalogue, takeIn } from './catalogue.ts';
import { carryOut, takeBack } from './catalogue-changes.ts';
import { readStrategy } from './strategy.ts';
import { addRow, removeRow } from './strategy-edits.ts';
import { putBack } from './strategy-put-back.ts';
import { seeAsItIs, seeTexts, textNews } from './text-news.ts';

/** A catalogue with one recommendation, and a strategy with a row about it. */
function begun(text: Record<string, string> = { en: 'Open the archives' }) {
  const catalogue = new Y.Doc();
  takeIn(catalogue, [{ number: '1.1', text, states: [], position: 'pending', themes: [], source: '' }]);
  const one = () => readCatalogue(catalogue)[0]!;
  const strategy = new Y.Doc();
  const row = addRow(strategy, one().id);
  const becomes = (value: string | null, language = 'en') =>
    carryOut(catalogue, {
      ...{ kind: 'list', by: 'ann', at: 1, added: [] },
      changes: [{ id: one().id, field: `text:${language}`, value, byHand: false }],
    });
  const news = (id: string = row) => textNews(readStrategy(strategy).find((shown) => shown.id === id)!, one());
  return { catalogue, strategy, row, one, becomes, news };
}

test('ME53 a row says that its recommendation’s words have changed until somebody of the group has seen it, with what the group wrote to', () => {
  const { strategy, row, becomes, news } = begun();
  expect(news()).toEqual([]);
  becomes('Open all archives');
  becomes('Open all archives now');
  expect(news()).toEqual([{ language: 'en', was: 'Open the archives', now: 'Open all archives now' }]);
  seeTexts(strategy, [[row, news()]]);
  expect(news()).toEqual([]);
  becomes('Open no archives');
  expect(news()).toEqual([{ language: 'en', was: 'Open all archives now', now: 'Open no archives' }]);
  const shown = readStrategy(strategy)[0]!;
  removeRow(strategy, row);
  putBack(strategy, shown);
  expect(news()).toEqual([{ language: 'en', was: 'Open all archives now', now: 'Open no archives' }]);
  becomes('Open all archives now');
  expect(news()).toEqual([]);
});

test('ME53 a row that is added later reads the words as they are; a first text, blanks and unseen signs are no news', () => {
  const { strategy, one, becomes, news } = begun();
  becomes('Open all archives');
  const later = addRow(strategy, one().id);
  seeAsItIs(strategy, later, one());
  expect([news().length, news(later)]).toEqual([1, []]);
  becomes('ដាំ\u200bដើមឈើ', 'km');
  becomes('Open  the\u00a0archives ');
  expect([news(), news(later).length]).toEqual([[], 1]);
  becomes('ដាំដើមឈើ', 'km');
  expect(news()).toEqual([]);
  becomes('ដាំ\u200bដើមឈើ\u200bថ្មី', 'km');
  expect(news().map(({ language }) => language)).toEqual(['km']);
});

test('ME53 a change that is taken back is no news any more; where the words have changed again, it still is', () => {
  const first = begun();
  const order = first.becomes('Open all archives');
  takeBack(first.catalogue, order, () => true);
  expect([first.news(), first.one().wasText]).toEqual([[], undefined]);
  const second = begun();
  const earlier = second.becomes('Open all archives');
  second.becomes('Open no archives');
  takeBack(second.catalogue, earlier, () => true);
  expect(second.news()).toEqual([{ language: 'en', was: 'Open the archives', now: 'Open no archives' }]);
});

test('ME53 a row about a recommendation that is gone has no news, and a text that is taken away is none', () => {
  const { strategy, row, becomes, news } = begun({ en: 'Open the archives', fr: 'Ouvrir les archives' });
  becomes(null, 'fr');
  expect(news()).toEqual([]);
  seeTexts(strategy, [[row, [{ language: 'en', now: 'Other' }]]]);
  expect(textNews(readStrategy(strategy)[0]!, undefined)).toEqual([]);
  removeRow(strategy, row);
  const before = Y.encodeStateVector(strategy);
  seeTexts(strategy, [[row, [{ language: 'en', now: 'Anything' }]]]);
  expect(Y.encodeStateVector(strategy)).toEqual(before);
});
