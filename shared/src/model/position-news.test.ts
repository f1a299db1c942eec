import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type NewRecommendation, readCatalogue, takeIn } from './catalogue.ts';
import { carryOut, takeBack } from './catalogue-changes.ts';
import { positionNews, seePositions } from './position-news.ts';
import { readStrategy } from './strategy.ts';
import { addRow, removeRow } from './strategy-edits.ts';
import { putBack } from './strategy-put-back.ts';

test('ME16 a row says that its recommendation’s position has changed until somebody of the group has seen it, and again when it changes again', () => {
  const catalogue = new Y.Doc();
  const one: NewRecommendation = { number: '1.1', text: {}, states: [], position: 'pending', themes: [], source: '' };
  takeIn(catalogue, [one]);
  const { id } = readCatalogue(catalogue)[0]!;
  const strategy = new Y.Doc();
  const row = addRow(strategy, id);
  const news = () => positionNews(readStrategy(strategy)[0]!, readCatalogue(catalogue)[0]);
  const becomes = (value: string) =>
    carryOut(catalogue, {
      ...{ kind: 'positions', by: 'ann', at: 1, added: [] },
      changes: [{ id, field: 'position', value, byHand: false }],
    });
  expect(news()).toBeNull();
  becomes('noted');
  expect(news()).toEqual({ was: 'pending', now: 'noted' });
  seePositions(strategy, [[row, 'noted']]);
  expect(news()).toBeNull();
  becomes('supported');
  expect(news()).toEqual({ was: 'noted', now: 'supported' });
  becomes('noted');
  expect(news()).toBeNull();
  const shown = readStrategy(strategy)[0]!;
  removeRow(strategy, row);
  putBack(strategy, shown);
  expect(news()).toBeNull();
});

test('ME16 a change that is taken back after the group has seen it is news as well, and none where nobody had', () => {
  const catalogue = new Y.Doc();
  takeIn(catalogue, [{ number: '1.1', text: {}, states: [], position: 'pending', themes: [], source: '' }]);
  const { id } = readCatalogue(catalogue)[0]!;
  const strategy = new Y.Doc();
  const [seen, unseen] = [addRow(strategy, id), addRow(strategy, id)];
  const changes = [{ id, field: 'position', value: 'noted', byHand: false } as const];
  const order = carryOut(catalogue, { kind: 'positions', by: 'ann', at: 1, added: [], changes });
  seePositions(strategy, [[seen, 'noted']]);
  takeBack(catalogue, order, () => true);
  const news = (row: string) =>
    positionNews(readStrategy(strategy).find((one) => one.id === row)!, readCatalogue(catalogue)[0]);
  expect([news(seen), news(unseen)]).toEqual([{ was: 'noted', now: 'pending' }, null]);
});

test('ME16 a row without a recommendation, or about one that is gone, has no news; seeing a row that is gone changes nothing', () => {
  const strategy = new Y.Doc();
  const row = addRow(strategy, null);
  expect(positionNews(readStrategy(strategy)[0]!, undefined)).toBeNull();
  removeRow(strategy, row);
  const before = Y.encodeStateVector(strategy);
  seePositions(strategy, [[row, 'noted']]);
  expect(Y.encodeStateVector(strategy)).toEqual(before);
});
