import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomeOf, positions, quorumNeeded, type Tally, tallyOf, turnoutOf } from './rules.ts';

const half = { numerator: 1, denominator: 2 };
const tally = (agree: number, reservation = 0, standAside = 0, block = 0): Tally => ({
  agree,
  reservation,
  'stand-aside': standAside,
  block,
});

test('VO1 the quorum is exact: half of 21 is 11, and never nobody', () => {
  expect(quorumNeeded(21, half)).toBe(11);
  expect(quorumNeeded(20, half)).toBe(10);
  expect(quorumNeeded(3, { numerator: 1, denominator: 3 })).toBe(1);
  expect(quorumNeeded(60, { numerator: 2, denominator: 3 })).toBe(40);
  expect(quorumNeeded(0, half)).toBe(1);
});

test('VO1 the quorum is the smallest number that reaches the share', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 50 }),
      (roll, a, b) => {
        const quorum = { numerator: Math.min(a, b), denominator: Math.max(a, b) };
        const needed = quorumNeeded(roll, quorum);
        expect(needed * quorum.denominator).toBeGreaterThanOrEqual(roll * quorum.numerator);
        if (needed > 1) expect((needed - 1) * quorum.denominator).toBeLessThan(roll * quorum.numerator);
        expect(needed).toBeLessThanOrEqual(roll);
      },
    ),
  );
});

test('VO2 consensus: one block is enough to stop, standing aside never is', () => {
  expect(outcomeOf(tally(10), 20, 'consensus', half)).toBe('adopted');
  expect(outcomeOf(tally(9), 20, 'consensus', half)).toBe('no-quorum');
  expect(outcomeOf(tally(1, 0, 9), 20, 'consensus', half)).toBe('adopted');
  expect(outcomeOf(tally(0, 0, 10), 20, 'consensus', half)).toBe('not-adopted');
  expect(outcomeOf(tally(19, 0, 0, 1), 20, 'consensus', half)).toBe('not-adopted');
  expect(outcomeOf(tally(0, 10), 20, 'consensus', half)).toBe('adopted');
});

test('VO2 two thirds and simple majority count who agrees against who blocks', () => {
  expect(outcomeOf(tally(10, 0, 0, 5), 20, 'two-thirds', half)).toBe('adopted');
  expect(outcomeOf(tally(9, 0, 0, 5), 20, 'two-thirds', half)).toBe('not-adopted');
  expect(outcomeOf(tally(6, 1, 0, 6), 20, 'simple-majority', half)).toBe('adopted');
  expect(outcomeOf(tally(6, 0, 2, 6), 20, 'simple-majority', half)).toBe('not-adopted');
});

test('VO2 turning one block into standing aside never makes an outcome worse', () => {
  const count = fc.nat({ max: 30 });
  fc.assert(
    fc.property(
      count,
      count,
      count,
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom('consensus', 'two-thirds', 'simple-majority'),
      (a, r, s, b, rule) => {
        const roll = 120;
        const before = outcomeOf(tally(a, r, s, b), roll, rule, half);
        const after = outcomeOf(tally(a, r, s + 1, b - 1), roll, rule, half);
        if (before === 'adopted') expect(after).toBe('adopted');
      },
    ),
  );
});

test('VO2 every ballot is in the tally once', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...positions)), (list) => {
      const counted = tallyOf(list.map((position) => ({ position })));
      expect(turnoutOf(counted)).toBe(list.length);
    }),
  );
});
