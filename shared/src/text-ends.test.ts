import { expect, test } from 'vitest';
import { partnerNames } from './model/partners.ts';
import { wordDifference } from './model/word-difference.ts';
import { withoutEnds } from './text-ends.ts';
import { numberKey } from './upr/number-key.ts';
import { cleanLine } from './upr/report-lines.ts';

/** A row that is looked at anew at each of its signs takes most of a minute. */
const size = 100_000;
const inTime = 3_000;

test('LV37 what is taken from the ends of a text is what is asked for, and of what stands between nothing', () => {
  expect(withoutEnds('..a. b..', /\./, /\./)).toBe('a. b');
  expect(withoutEnds('..a..', /(?!)/, /\./)).toBe('..a');
  expect(withoutEnds('....', /\./, /\./)).toBe('');
  expect(withoutEnds('', /\./, /\./)).toBe('');
});

test.each([
  ['dots in a partners’ cell', () => partnerNames(`${'.'.repeat(size)}x`)],
  ['figures and dashes in one name', () => partnerNames(`${'1-'.repeat(size / 2)}x`)],
  ['unseen signs in a line of a report', () => cleanLine(`a${'\u200b'.repeat(size)}x`)],
  [
    'space in other words for the charter',
    () => wordDifference(`a${' '.repeat(size)}b`, `c${' \u200b'.repeat(size / 2)}d`),
  ],
  ['signs before a number', () => numberKey('§'.repeat(29))],
  ['words before a number', () => numberKey(`${'rec.'.repeat(20)}x`)],
])('LV37 a long row of the worst signs is looked at in the measure of its length: %s', (_, look) => {
  const start = Date.now();
  look();
  expect(Date.now() - start).toBeLessThan(inTime);
});
