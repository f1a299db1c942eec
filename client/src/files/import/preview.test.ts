import type { Recommendation } from '@board/shared/model/catalogue';
import type { Found, FoundRecommendation } from '@board/shared/upr/found';
import { expect, test } from 'vitest';
import {
  byNumber,
  countNumbers,
  fateOf,
  isBlocked,
  isTwice,
  linesToLookAt,
  numberTheRest,
  type PreviewLine,
  previewLines,
  toCatalogue,
  troublesOf,
} from './preview.ts';

function recommendation(change: Partial<FoundRecommendation> = {}): FoundRecommendation {
  return {
    number: '7.1',
    text: 'Plant trees along the river',
    states: [{ printed: 'Arlonia', code: null }],
    position: 'pending',
    themes: [],
    source: '',
    line: 1,
    flags: [],
    ...change,
  };
}

function lines(...recommendations: FoundRecommendation[]): PreviewLine[] {
  const found: Found = { format: 'list', recommendations, findings: [], table: null };
  return previewLines(found);
}

test('UP70 a missing or doubled number blocks taking in until it is mended or left out', () => {
  const list = lines(recommendation(), recommendation(), recommendation({ number: '' }));
  const blocked = () => list.map((line) => isBlocked(line, isTwice(line, countNumbers(list))));
  expect(blocked()).toEqual([true, true, true]);
  list[1]!.number = '7.2';
  list[2]!.included = false;
  expect(blocked()).toEqual([false, false, false]);
  expect(toCatalogue(list, 'en', new Map()).map((one) => one.number)).toEqual(['7.1', '7.2']);
});

test('UP71 what looks wrong follows the present words; what the reader mended stays said; the worst comes first', () => {
  const [line] = lines(
    recommendation({
      number: '',
      states: [],
      flags: [
        { kind: 'lines-mended', detail: 'x' },
        { kind: 'number-missing', detail: '' },
      ],
    }),
  );
  expect(troublesOf(line!, false).map((one) => one.kind)).toEqual(['number-missing', 'state-missing', 'lines-mended']);
  const mended = { ...line!, number: '7.9' };
  expect(troublesOf(mended, false).map((one) => one.kind)).toEqual(['state-missing', 'lines-mended']);
});

const known: Recommendation = {
  id: 'known-one' as Recommendation['id'],
  number: '7.1',
  text: { en: 'Plant trees along the river' },
  states: ['Arlonia'],
  position: 'pending',
  themes: ['Water'],
  source: 'A/HRC/99/8',
};

test('UP72 the preview says what each line would do: new, changed or nothing', () => {
  const list = lines(recommendation(), recommendation({ position: 'noted' }), recommendation({ number: '7.10' }));
  const catalogue = byNumber([known]);
  expect(list.map((line) => fateOf(line, 'en', catalogue.get(line.number)))).toEqual(['same', 'changed', 'new']);
  expect(fateOf(list[0]!, 'km', known)).toBe('changed');
});

test('UP72 what a list does not say leaves what the catalogue knows', () => {
  const [one] = toCatalogue(lines(recommendation({ text: 'Planter des arbres', states: [] })), 'fr', byNumber([known]));
  expect(one).toEqual({ ...known, id: undefined, text: { fr: 'Planter des arbres' } });
});

test('UP70 lines without a number can be given the free ones in their order', () => {
  const list = lines(recommendation({ number: '' }), recommendation({ number: '2' }), recommendation({ number: '' }));
  expect(numberTheRest(list).map((line) => line.number)).toEqual(['1', '2', '3']);
  expect(numberTheRest(list.map((line) => ({ ...line, included: false })))[0]!.number).toBe('');
});

test('UP71 the lines to look at first are those with a trouble, and notes are none', () => {
  const list = lines(
    recommendation(),
    recommendation({ number: '7.2', flags: [{ kind: 'lines-mended', detail: '' }] }),
    recommendation({ number: '7.3', flags: [{ kind: 'hyphen-kept', detail: '' }] }),
    recommendation({ number: '' }),
  );
  expect([...linesToLookAt(list)]).toEqual([1, 3]);
});

test('UP48 translations of a line go into the catalogue with its text', () => {
  const [one] = toCatalogue(
    lines(recommendation({ translations: { km: 'ដាំដើមឈើ', en: 'an older text' } })),
    'en',
    new Map(),
  );
  expect(one!.text).toEqual({ km: 'ដាំដើមឈើ', en: 'Plant trees along the river' });
});
