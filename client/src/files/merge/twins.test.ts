import type { RecommendationId } from '@board/shared/ids';
import { type NewRecommendation, type Recommendation, readCatalogue, takeIn } from '@board/shared/model/catalogue';
import { carryOut, readOrders, takeBack } from '@board/shared/model/catalogue-changes';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { handChanges, numberFault } from './hand-edit.ts';
import { findTwins, mergeTwins } from './twins.ts';

const base: NewRecommendation = { number: '', text: {}, states: [], position: 'pending', themes: [], source: '' };

/** What two people have taken in at the same moment. */
function takenTwice(one: Partial<NewRecommendation>, other: Partial<NewRecommendation>): Y.Doc {
  const [first, second] = [new Y.Doc(), new Y.Doc()];
  takeIn(first, [{ ...base, ...one }]);
  takeIn(second, [{ ...base, ...other }]);
  Y.applyUpdate(first, Y.encodeStateAsUpdate(second));
  return first;
}

const merge = (doc: Y.Doc, keep: 'first' | 'second', groupsOf: (id: RecommendationId) => number = () => 0): void => {
  const [twins] = findTwins(readCatalogue(doc), groupsOf);
  carryOut(doc, { kind: 'twins', by: 'ann', at: 1, added: [], changes: mergeTwins(twins!, keep) });
};

test('ME15 numbers that two people took in at the same moment are found, however they are written', () => {
  const doc = takenTwice({ number: '110.10', text: { en: 'Same' } }, { number: '110. 10.', text: { en: 'Same' } });
  expect(findTwins(readCatalogue(doc), () => 0)).toMatchObject([{ isSame: true }]);
  const other = takenTwice({ number: '110.1' }, { number: '110.10' });
  expect(findTwins(readCatalogue(other), () => 0)).toEqual([]);
  const none = takenTwice({ number: '' }, { number: '' });
  expect(findTwins(readCatalogue(none), () => 0)).toEqual([]);
});

test('ME15 merging keeps the one that groups have taken, with what only the other one has', () => {
  const doc = takenTwice(
    { number: '1.1', text: { en: 'Words' }, position: 'pending' },
    { number: '1.1', text: { km: 'ពាក្យ' }, states: ['URY'], position: 'noted' },
  );
  const ids = readCatalogue(doc).map(({ id }) => id);
  for (const taken of ids) {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    merge(copy, 'first', (id) => (id === taken ? 2 : 0));
    const aliases = ids.filter((id) => id !== taken);
    const text = { en: 'Words', km: 'ពាក្យ' };
    expect(readCatalogue(copy)).toMatchObject([{ id: taken, text, states: ['URY'], position: 'noted', aliases }]);
  }
});

test('ME15 where both differ the chosen words stay, and merging is taken back like any other change', () => {
  const doc = takenTwice({ number: '1.1', text: { en: 'One' } }, { number: '1.1', text: { en: 'Other' } });
  const before = readCatalogue(doc);
  merge(doc, 'second');
  expect(readCatalogue(doc).map(({ text }) => text['en'])).toEqual([before[1]!.text['en']]);
  takeBack(doc, readOrders(doc)[0]!.id, () => false);
  expect(readCatalogue(doc)).toEqual(before);
});

test('ME4 changes by hand are only those that differ; an emptied text goes, and a number stays each recommendation’s own', () => {
  const one = { ...base, id: 'a', number: '1.1', text: { en: 'Words', fr: 'Mots' } } as unknown as Recommendation;
  const other = { ...one, id: 'b', number: '1.2' } as unknown as Recommendation;
  const written = { ...one, text: { en: 'Words', fr: '' }, position: 'noted' as const };
  expect(handChanges(one, written)).toEqual([
    { id: 'a', field: 'position', value: 'noted', byHand: true },
    { id: 'a', field: 'text:fr', value: null, byHand: true },
  ]);
  expect(numberFault('1. 2', one, [one, other])).toBe('numberTaken');
  expect(numberFault(' ', one, [one, other])).toBe('numberMissing');
  expect([numberFault('1.1.', one, [one, other]), numberFault('1.3', one, [one, other])]).toEqual([null, null]);
});
