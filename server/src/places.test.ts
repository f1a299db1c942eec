import { expect, test } from 'vitest';
import { Places } from './places.ts';

test('WI106 Who takes all places that one network may have leaves places for others; what is given back is there again', () => {
  const places = new Places(2, 3);
  const first = places.take('a');
  expect([first, places.take('a')]).not.toContain(null);
  expect(places.take('a')).toBeNull();
  const other = places.take('b');
  expect(other).not.toBeNull();
  expect(places.take('c')).toBeNull();
  first?.();
  first?.();
  expect([places.take('c'), places.take('b')].map((place) => place !== null)).toEqual([true, false]);
});
