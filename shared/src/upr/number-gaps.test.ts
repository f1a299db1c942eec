import { expect, test } from 'vitest';
import { numberGaps } from './number-gaps.ts';

test('UP59 gaps are told by the numbers that are there, in whatever order, with the neighbours of each', () => {
  const at = (number: string, line: number) => ({ number, line });
  const [two, five, four, ten, other] = [at('9.2', 1), at('9.5', 2), at('9.4', 3), at('9.10', 4), at('10.1', 5)];
  expect(numberGaps([two, five, four, ten, other, at('', 6), at('A.3', 7)])).toEqual([
    { first: '9.1', last: '9.1', count: 1, after: null, before: two },
    { first: '9.3', last: '9.3', count: 1, after: two, before: four },
    { first: '9.6', last: '9.9', count: 4, after: five, before: ten },
  ]);
  expect(numberGaps([at('9.1', 1), at('9.1', 2), at('9.2', 3)])).toEqual([]);
});
