import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareOrder, orderBetween, orderSequence } from './order.ts';

test('ST1 a new index lies between its neighbours, wherever one inserts', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 300 }), (places) => {
      const keys: string[] = [];
      for (const place of places) {
        const at = place % (keys.length + 1);
        keys.splice(at, 0, orderBetween(keys[at - 1] ?? null, keys[at] ?? null));
      }
      for (let index = 1; index < keys.length; index++) expect(keys[index - 1]! < keys[index]!).toBe(true);
    }),
  );
});

test('ST1 two people inserting at one place at once get different indices', () => {
  const made = new Set(Array.from({ length: 200 }, () => orderBetween('a0', 'a1')));
  expect(made.size).toBeGreaterThan(190);
});

test('ST1 malformed, equal and swapped neighbours never throw', () => {
  fc.assert(
    fc.property(fc.option(fc.string()), fc.option(fc.string()), (before, after) => {
      expect(orderBetween(before, after).length).toBeGreaterThan(0);
    }),
  );
  expect(orderBetween('a5', 'a5') > 'a5').toBe(true);
  expect(orderBetween('a6', 'a5') > 'a6').toBe(true);
});

test('ST1 equal indices are ordered by id, so that every screen agrees', () => {
  const list = [
    { id: 'y', order: 'a0' },
    { id: 'x', order: 'a0' },
  ];
  expect(list.sort(compareOrder).map((one) => one.id)).toEqual(['x', 'y']);
  const sequence = orderSequence(30);
  expect([...sequence].sort()).toEqual(sequence);
});
