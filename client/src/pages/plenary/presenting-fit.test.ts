import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { fitPieces } from './presenting-fit.ts';

const long = 'word '.repeat(limits.feedbackText / 5).trim();

test('PR33 As many pieces stand beside the rows as fit with all their words, and those stay when more come', () => {
  expect(fitPieces([], 'en', true)).toBe(0);
  expect(fitPieces(['Who pays?'], 'en', true)).toBe(1);
  const short = Array.from({ length: 20 }, () => 'Who pays for this?');
  const fit = fitPieces(short, 'en', true);
  expect(fit).toBeGreaterThanOrEqual(6);
  const two = fitPieces([long, long, long], 'en', true);
  expect(two).toBe(1);
  expect(fitPieces([long, long, long, ...short], 'en', true)).toBe(two);
  expect(fitPieces(short, 'km', true)).toBeLessThan(fit);
  expect(fitPieces([long, 'Who pays?'], 'en', false)).toBeLessThanOrEqual(fitPieces([long, 'Who pays?'], 'en', true));
});
