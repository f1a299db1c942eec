import type { Found, FoundRecommendation } from '@board/shared/upr/found';
import { similarState } from '@board/shared/upr/similar-state';
import { expect, test } from 'vitest';
import { applyCure, proposeNumbers } from './cures.ts';
import { countNumbers, isTwice, type PreviewLine, previewLines, troublesOf } from './preview.ts';

function lines(...numbers: (string | Partial<FoundRecommendation>)[]): PreviewLine[] {
  const recommendations = numbers.map((one, at): FoundRecommendation => {
    const change = typeof one === 'string' ? { number: one } : one;
    return {
      number: '',
      text: `Plant tree ${at}`,
      states: [{ printed: 'Peru', code: 'PER' }],
      position: 'pending',
      themes: [],
      source: '',
      line: at + 1,
      flags: [],
      ...change,
    };
  });
  const found: Found = { format: 'table', recommendations, findings: [], table: null };
  return previewLines(found);
}

const proposed = (list: PreviewLine[]): unknown[] => {
  const proposals = proposeNumbers(list);
  return list.map((line) => proposals.get(line.key) ?? null);
};

test('UP36 a line without a number, or with one that stands twice, is offered the one that its neighbours leave free', () => {
  expect(proposed(lines('7.1', '', '7.3'))).toEqual([null, '7.2', null]);
  expect(proposed(lines('7.1', '7.1', '7.3'))).toEqual([null, '7.2', null]);
  expect(proposed(lines('7.1', '', '', '7.4'))).toEqual([null, null, null, null]);
  expect(proposed(lines('7.1', '', '8.3'))).toEqual([null, null, null]);
  const outOfOrder = { number: '9.2', flags: [{ kind: 'number-out-of-order' as const, detail: '9.2' }] };
  expect(proposed(lines('7.1', outOfOrder, '7.3'))).toEqual([null, '7.2', null]);
});

test('UP36 of two equal numbers the later one is offered its zero where the list goes beyond it, and nothing that is taken', () => {
  expect(proposed(lines('7.2', '7.1', '7.5', '7.1', '7.12'))).toEqual([null, null, null, '7.10', null]);
  expect(proposed(lines('7.2', '7.1', '7.5', '7.1'))).toEqual([null, null, null, null]);
  expect(proposed(lines('7.2', '7.1', '7.5', '7.1', '7.10', '7.12'))).toEqual([null, null, null, null, null, null]);
});

test('UP36 nothing is done with a proposal before somebody says so; then it mends the line', () => {
  const list = lines('7.1', '7.1', '7.3');
  const counts = countNumbers(list);
  const [trouble] = troublesOf(list[1]!, isTwice(list[1]!, counts), proposeNumbers(list).get(1));
  expect(trouble).toMatchObject({ kind: 'number-twice', cure: '7.2', weight: 'wrong' });
  const mended = applyCure(list[1]!, trouble!);
  expect([list[1]!.number, mended.number]).toEqual(['7.1', '7.2']);
  const restored = lines({ number: '7.10', flags: [{ kind: 'number-mended', detail: '7.1', cure: '7.1' }] })[0]!;
  const asPrinted = applyCure(restored, restored.flags[0]!);
  expect([asPrinted.number, troublesOf(asPrinted, false)]).toEqual(['7.1', []]);
});

test('UP37 the State that was meant is put in the place of the printed name, and the flag goes with it', () => {
  const flag = { kind: 'state-unknown' as const, detail: 'Argentinia', cure: 'ARG' };
  const [line] = lines({
    number: '7.1',
    states: [
      { printed: 'Argentinia', code: null },
      { printed: 'Chad', code: 'TCD' },
    ],
    flags: [flag],
  });
  const mended = applyCure(line!, flag);
  expect(mended.states).toEqual([
    { printed: 'Argentinia', code: 'ARG' },
    { printed: 'Chad', code: 'TCD' },
  ]);
  expect(troublesOf(mended, false)).toEqual([]);
});

test('UP37 a slip of the pen is a letter wrong, missing, too many or exchanged; short names and other words are left alone', () => {
  const wanted: [string, string | null][] = [
    ['Germny', 'DEU'],
    ['Gemrany', 'DEU'],
    ['Urugay', 'URY'],
    ['Phillipines', 'PHL'],
    ['Bosnia and Herzegowina', 'BIH'],
    ['Chat', null],
    ['Nigera', null],
    ['The Committee', null],
    ['x'.repeat(200), null],
  ];
  expect(wanted.map(([printed]) => [printed, similarState(printed)])).toEqual(wanted);
});
