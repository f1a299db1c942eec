import type { GroupId } from '@board/shared/ids';
import type { OverlapView } from '@board/shared/screen-view';
import { expect, test } from 'vitest';
import { settle } from './settled-order.ts';

const of = (name: string, groups = 2): OverlapView => ({
  kind: 'partner',
  of: name,
  name,
  text: {},
  groups: Array<GroupId>(groups).fill('g' as GroupId),
  decided: null,
});

test('SC13 overlaps stay where the hall has seen them: what comes waits, what goes is marked, what changes is shown', () => {
  const { list, added } = settle([of('b'), of('a')], [of('new'), of('a', 3), of('other')]);
  expect(list.map(({ key, isGone }) => [key, isGone])).toEqual([
    ['partner.b', true],
    ['partner.a', false],
  ]);
  expect(list[1]!.overlap.groups).toHaveLength(3);
  expect(added).toBe(2);
});
