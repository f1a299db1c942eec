import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GroupId } from '../ids.ts';
import { smallestGroup, turnoutByGroup } from './turnout.ts';

const group = (people: number, voted = 0) => ({ groupId: `g${people}` as GroupId, name: '', people, voted });

test('VO78 groups that are too small are summed up, together with another one where they are few people themselves', () => {
  expect(turnoutByGroup([group(5, 2), group(3, 1), group(2, 2), group(4, 4)])).toEqual({
    groups: [group(5, 2), group(4, 4)],
    others: { people: 5, voted: 3 },
  });
  expect(turnoutByGroup([group(6, 1), group(4, 3), group(1, 1)])).toEqual({
    groups: [group(6, 1)],
    others: { people: 5, voted: 4 },
  });
  expect(turnoutByGroup([group(6), group(7)])).toEqual({ groups: [group(6), group(7)], others: null });
});

test('VO78 where there is nothing to compare nothing is shown by group', () => {
  expect(turnoutByGroup([])).toBeNull();
  expect(turnoutByGroup([group(30, 4)])).toBeNull();
  expect(turnoutByGroup([group(3), group(3)])).toBeNull();
  expect(turnoutByGroup([group(4), group(3)])).toBeNull();
});

test('VO78 nothing that is shown, and nothing that can be subtracted from it, is about fewer than four people', () => {
  const one = fc.tuple(fc.nat(9), fc.nat(9)).map(([people, voted]) => group(people, Math.min(people, voted)));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), (all) => {
      const shown = turnoutByGroup(all);
      if (!shown) return;
      const parts = [...shown.groups, ...(shown.others ? [shown.others] : [])];
      for (const { people } of parts) expect(people).toBeGreaterThanOrEqual(smallestGroup);
      for (const what of ['people', 'voted'] as const)
        expect(parts.reduce((sum, part) => sum + part[what], 0)).toBe(all.reduce((sum, part) => sum + part[what], 0));
    }),
  );
});
