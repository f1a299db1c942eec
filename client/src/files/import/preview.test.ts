import type { Recommendation } from '@board/shared/model/catalogue';
import type { Found, FoundRecommendation } from '@board/shared/upr/found';
import { expect, test } from 'vitest';
import { incomingOf } from '../merge/incoming.ts';
import { planMerge } from '../merge/plan.ts';
import {
  countNumbers,
  isBlocked,
  isTwice,
  linesToLookAt,
  openPositions,
  type PreviewLine,
  previewLines,
  statesWritten,
  troublesOf,
  withPosition,
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

function foundOf(recommendations: FoundRecommendation[]): Found {
  return { format: 'list', recommendations, findings: [], table: null };
}

function lines(...recommendations: FoundRecommendation[]): PreviewLine[] {
  return previewLines(foundOf(recommendations));
}

/** The lines on their way into the catalogue; their list is what they were when nothing was changed. */
const incoming = (list: readonly PreviewLine[], language: string) => incomingOf(list, foundOf([...list]), language);

test('UP70 a missing or doubled number blocks taking in until it is mended or left out', () => {
  const list = lines(recommendation(), recommendation(), recommendation({ number: '' }));
  const blocked = () => list.map((line) => isBlocked(line, isTwice(line, countNumbers(list))));
  expect(blocked()).toEqual([true, true, true]);
  list[1]!.number = '7.2';
  list[2]!.included = false;
  expect(blocked()).toEqual([false, false, false]);
  expect(incoming(list, 'en').map((one) => one.number)).toEqual(['7.1', '7.2']);
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
  const fates = (list: PreviewLine[], language: string) => {
    const plan = planMerge([known], incoming(list, language));
    return list.map(({ key }) => plan.fates.get(key));
  };
  const list = lines(
    recommendation(),
    recommendation({ number: '7.10', position: 'noted' }),
    recommendation({ number: ' 7. 2' }),
  );
  expect(fates(list, 'en')).toEqual(['same', 'new', 'new']);
  expect(fates(lines(recommendation({ position: 'noted' })), 'en')).toEqual(['changed']);
  expect(fates(lines(recommendation({ number: '7. 1.' })), 'km')).toEqual(['changed']);
});

test('UP72 what a list does not say leaves what the catalogue knows, and is no change', () => {
  const answered: Recommendation = { ...known, position: 'supported' };
  const silent = incoming(lines(recommendation({ states: [] })), 'en');
  expect(planMerge([answered], silent).fates).toEqual(new Map([[0, 'same']]));
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
  const [one] = incoming(lines(recommendation({ translations: { km: 'ដាំដើមឈើ', en: 'an older text' } })), 'en');
  expect(one!.text).toEqual({ km: 'ដាំដើមឈើ', en: 'Plant trees along the river' });
});

test('UP55 a line whose text is there in another language only is taken in with that', () => {
  const list = lines(recommendation({ text: '', translations: { km: 'ដាំដើមឈើ' } }), recommendation({ text: '' }));
  expect(list.map((line) => [line.included, isBlocked({ ...line, included: true }, false)])).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(list.map((line) => troublesOf(line, false).map(({ kind }) => kind))).toEqual([[], ['text-missing']]);
});

test('UP57 a position that was left open is asked about until somebody has said it, and is then taken', () => {
  for (const kind of ['position-unknown', 'positions-differ'] as const) {
    const read = recommendation({ flags: [{ kind, detail: 'half and half' }] });
    const noted = recommendation({ number: '7.2', position: 'noted' });
    const found = foundOf([read, noted]);
    found.unknownPositions = [{ value: 'half and half', count: 1 }];
    const [line] = previewLines(found);
    expect(openPositions(found, [line!])).toHaveLength(kind === 'position-unknown' ? 1 : 0);
    expect(openPositions(found, [withPosition(line!, 'pending')])).toEqual([]);
    expect(troublesOf(line!, false).map((one) => one.kind)).toEqual([kind]);
    expect(incomingOf([line!], found, 'en')[0]!.position).toBe(null);
    for (const position of ['pending', 'supported'] as const) {
      const chosen = withPosition(line!, position);
      expect(troublesOf(chosen, false)).toEqual([]);
      expect(incomingOf([chosen], found, 'en')[0]!.position).toBe(position);
    }
  }
});

test('UP51 whoever changes one State of a line keeps the others, in whatever language the list names them', () => {
  const asRead = [
    { printed: 'Slovaquie', code: 'SVK' },
    { printed: 'Arlonia', code: null },
  ];
  const nameOf = (code: string) => (code === 'DEU' ? 'អាល្លឺម៉ង់' : code);
  expect(statesWritten('Slovaquie; Peru;; អាល្លឺម៉ង់; Velmora', asRead, nameOf)).toEqual([
    asRead[0],
    { printed: 'Peru', code: 'PER' },
    { printed: 'អាល្លឺម៉ង់', code: 'DEU' },
    { printed: 'Velmora', code: null },
  ]);
});
