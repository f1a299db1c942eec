import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { RecommendationId } from '../ids.ts';
import { type CatalogueField, type NewRecommendation, readCatalogue, takeIn } from './catalogue.ts';
import { type CatalogueChange, type CatalogueOrder, carryOut, readOrders, takeBack } from './catalogue-changes.ts';

function recommendation(number: string, change: Partial<NewRecommendation> = {}): NewRecommendation {
  const own = { number, text: { en: `Text of ${number}` }, states: ['URY'], themes: [], source: '' };
  return { ...own, position: 'pending', ...change };
}

const order = (part: Partial<CatalogueOrder>): CatalogueOrder => {
  return { kind: 'list', by: 'ann', at: 1000, added: [], changes: [], ...part };
};
const nobody = (): boolean => false;

function filled(...numbers: string[]): { doc: Y.Doc; id: (number: string) => RecommendationId } {
  const doc = new Y.Doc();
  takeIn(
    doc,
    numbers.map((number) => recommendation(number)),
  );
  return { doc, id: (number) => readCatalogue(doc).find((one) => one.number === number)!.id };
}

function change(
  id: RecommendationId,
  field: CatalogueChange['field'],
  value: CatalogueChange['value'],
  byHand = false,
) {
  return { id, field, value, byHand };
}

test('ME5 whatever a list adds and changes is one transaction with the origin of the one who took it in', () => {
  const { doc, id } = filled('110.1', '110.2');
  const updates: [Uint8Array, unknown][] = [];
  doc.on('update', (update, origin) => updates.push([update, origin]));
  const own = {};
  carryOut(
    doc,
    order({
      added: [recommendation('110.3'), recommendation('110.10')],
      changes: [change(id('110.1'), 'position', 'noted'), change(id('110.2'), 'text:km', 'អត្ថបទ')],
    }),
    own,
  );
  expect(updates.map(([, origin]) => origin)).toEqual([own]);
  expect(readCatalogue(doc).map(({ number }) => number)).toEqual(['110.1', '110.2', '110.3', '110.10']);
  expect(readCatalogue(doc)[0]).toMatchObject({ position: 'noted', was: 'pending' });
  expect(readCatalogue(doc)[1]!.text).toEqual({ en: 'Text of 110.2', km: 'អត្ថបទ' });
});

test('ME5 a change of what is gone meanwhile is left out, and a value that is there already is no change', () => {
  const { doc, id } = filled('110.1');
  const gone = 'gone22222222' as RecommendationId;
  carryOut(doc, order({ changes: [change(gone, 'position', 'noted'), change(id('110.1'), 'position', 'pending')] }));
  expect(readOrders(doc)).toMatchObject([{ added: 0, changed: 0 }]);
  expect(readCatalogue(doc)).toEqual([{ ...recommendation('110.1'), id: id('110.1') }]);
});

test('ME4 what was written by hand is marked until a list overwrites it', () => {
  const { doc, id } = filled('110.1');
  carryOut(doc, order({ kind: 'edit', changes: [change(id('110.1'), 'text:en', 'Mended', true)] }));
  expect(readCatalogue(doc)[0]).toMatchObject({ text: { en: 'Mended' }, byHand: ['text:en'] });
  carryOut(doc, order({ changes: [change(id('110.1'), 'text:en', 'As printed')] }));
  expect(readCatalogue(doc)[0]!.byHand).toBeUndefined();
  carryOut(doc, order({ added: [{ ...recommendation('110.2'), byHand: ['position' as CatalogueField] }] }));
  expect(readCatalogue(doc)[1]!.byHand).toEqual(['position']);
});

test('ME6 taking back leaves the catalogue as it was before, values that were missing included', () => {
  const { doc, id } = filled('110.1', '110.2');
  const before = readCatalogue(doc);
  const taken = carryOut(
    doc,
    order({
      added: [recommendation('110.3')],
      changes: [
        change(id('110.1'), 'position', 'supported'),
        change(id('110.1'), 'text:fr', 'Texte'),
        change(id('110.2'), 'states', ['GHA', 'URY'], true),
      ],
    }),
  );
  expect(takeBack(doc, taken, nobody)).toEqual({ undone: 3, kept: 0 });
  expect(readCatalogue(doc)).toEqual(before);
  expect(readOrders(doc)).toEqual([]);
});

test('ME6 taking back touches nothing that somebody has changed since, and nothing that a group has taken', () => {
  const { doc, id } = filled('110.1', '110.2');
  const added = ['110.3', '110.4', '110.5'].map((number) => recommendation(number));
  const changes = ['110.1', '110.2'].map((number) => change(id(number), 'position', 'noted'));
  const taken = carryOut(doc, order({ added, changes }));
  const later: CatalogueChange[] = [
    change(id('110.2'), 'position', 'supported'),
    change(id('110.4'), 'text:km', 'អត្ថបទ'),
  ];
  carryOut(doc, order({ by: 'bo', at: 2000, changes: later }));
  const inUse = id('110.5');
  expect(takeBack(doc, taken, (one) => one === inUse)).toEqual({ undone: 2, kept: 3 });
  const left = readCatalogue(doc);
  expect(left.map(({ number, position }) => [number, position])).toEqual([
    ['110.1', 'pending'],
    ['110.2', 'supported'],
    ['110.4', 'pending'],
    ['110.5', 'pending'],
  ]);
  expect(left[2]!.text).toEqual({ en: 'Text of 110.4', km: 'អត្ថបទ' });
});

test('ME6 two that follow each other are taken back in turn, after the document was loaded anew too', () => {
  const { doc, id } = filled('110.1');
  const one = id('110.1');
  const first = carryOut(doc, order({ at: 1, changes: [change(one, 'position', 'supported')] }));
  const second = carryOut(doc, order({ at: 2, changes: [change(one, 'position', 'noted')] }));
  const loaded = new Y.Doc();
  Y.applyUpdate(loaded, Y.encodeStateAsUpdate(doc));
  expect(readOrders(loaded).map((known) => known.id)).toEqual([second, first]);
  takeBack(loaded, second, nobody);
  expect(readCatalogue(loaded)[0]).toMatchObject({ position: 'supported', was: 'pending' });
  takeBack(loaded, first, nobody);
  expect(readCatalogue(loaded)[0]).toEqual({ ...recommendation('110.1'), id: one });
});

test('ME6 only the latest few can be taken back, so that the document does not grow with every list', () => {
  const { doc, id } = filled('110.1');
  for (let at = 1; at <= 9; at++) carryOut(doc, order({ at, changes: [change(id('110.1'), 'text:en', `Text ${at}`)] }));
  expect(readOrders(doc).map(({ at }) => at)).toEqual([9, 8, 7, 6]);
});

test('ME6 a foreign record is tolerated: it is nothing that can be taken back', () => {
  const { doc } = filled('110.1');
  const records: unknown[] = ['text', 7, null, { kind: 'nonsense', at: 1 }, { kind: 'list', at: 'late' }, []];
  for (const [at, record] of records.entries()) doc.getMap('takenIn').set(`foreign${at}`, record);
  doc.getMap('takenIn').set('map', new Y.Map());
  doc.getMap('takenIn').set('half', { kind: 'list', at: 5, by: 9, added: 'x', changed: { a: { position: 'x' } } });
  expect(readOrders(doc)).toEqual([{ id: 'half', kind: 'list', by: '', at: 5, added: 0, changed: 1 }]);
  for (const id of ['half', 'map', 'foreign0', 'not there'])
    expect(takeBack(doc, id, nobody)).toEqual({ undone: 0, kept: 0 });
  expect(readCatalogue(doc).length).toBe(1);
});

test('ME15 one that was merged into another is found by both ids; two who merge at once, each the other way, keep one of both', () => {
  const { doc, id } = filled('110.1', '110.2');
  const [a, b] = [id('110.1'), id('110.2')].sort() as [RecommendationId, RecommendationId];
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  carryOut(doc, order({ kind: 'twins', changes: [change(a, 'mergedInto', b)] }));
  expect(readCatalogue(doc)).toMatchObject([{ id: b, aliases: [a] }]);
  carryOut(other, order({ kind: 'twins', changes: [change(b, 'mergedInto', a)] }));
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  for (const one of [doc, other]) expect(readCatalogue(one)).toMatchObject([{ id: a, aliases: [b] }]);
});

test('LV39 recommendations that somebody made belong to one another in a long row, or all to one, are read in time, each of them once', () => {
  const doc = new Y.Doc();
  const map = doc.getMap('recommendations');
  const count = 4_000;
  doc.transact(() => {
    for (let at = 0; at < count; at++) map.set(`row${at}`, new Y.Map([['mergedInto', `row${at + 1}`]]));
    for (let at = 0; at < count; at++) map.set(`star${at}`, new Y.Map([['mergedInto', 'star0']]));
  });
  const began = Date.now();
  const list = readCatalogue(doc);
  expect(Date.now() - began).toBeLessThan(3_000);
  const ids = list.flatMap(({ id, aliases }) => [id, ...(aliases ?? [])]);
  expect([ids.length, new Set(ids).size]).toEqual([2 * count, 2 * count]);
});

test('ME15 one that was merged into what is gone, or into itself, is shown', () => {
  const { doc, id } = filled('110.1', '110.2');
  const [first, second] = [id('110.1'), id('110.2')];
  carryOut(doc, order({ changes: [change(first, 'mergedInto', first), change(second, 'mergedInto', 'gone22222222')] }));
  expect(readCatalogue(doc).map((one) => one.id)).toEqual([first, second]);
});

test('LV36 a change to a recommendation that is called like what every object has changes that one and nothing else', () => {
  const doc = new Y.Doc();
  const id = '__proto__' as RecommendationId;
  doc.getMap('recommendations').set(id, new Y.Map([['number', '1.1']]));
  const order = { kind: 'edit', by: '222222222222', at: 1, added: [] } as const;
  const done = carryOut(doc, { ...order, changes: [{ id, field: 'number', value: '1.2', byHand: false }] });
  expect(readCatalogue(doc)).toMatchObject([{ number: '1.2' }]);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(readOrders(doc)).toMatchObject([{ id: done, changed: 1 }]);
});
