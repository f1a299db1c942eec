import { type ActionId, type GroupId, newId, type RowId } from '@board/shared/ids';
import type { GroupView, LiveView, PriorityView } from '@board/shared/live-view';
import { expect, test } from 'vitest';
import { nextGroup, numberOf, placeIn, seenNow, stepsOf } from './steps.ts';

const [one, two, three] = [newId<RowId>(), newId<RowId>(), newId<RowId>()];
const [first, second] = [newId<ActionId>(), newId<ActionId>()];
const priority = (rowId: RowId, actions: ActionId[]) =>
  ({ rowId, actions: actions.map((id) => ({ id })) }) as unknown as PriorityView;
const group = { priorities: [priority(one, [first, second]), priority(two, []), priority(three, [])] };

test('PR31 The steps lead through all priorities, then each of the two that are presented with its actions', () => {
  expect(stepsOf(group).map(({ priority, action }) => [priority, action])).toEqual([
    [null, null],
    [1, null],
    [1, 1],
    [1, 2],
    [2, null],
  ]);
  expect(stepsOf({ priorities: [] })).toHaveLength(1);
  expect([numberOf(group, two), numberOf(group, three), numberOf(group, null)]).toEqual([2, null, null]);
});

test('PR31 What is in view and was removed counts as its row, or as the beginning', () => {
  const steps = stepsOf(group);
  expect(placeIn(steps, { row: one, action: second })).toBe(3);
  expect(placeIn(steps, { row: one, action: newId() })).toBe(1);
  expect(placeIn(steps, { row: newId(), action: null })).toBe(0);
  expect(seenNow(group, { row: three, action: null })).toEqual({ row: null, action: null });
});

test('PR32 The next group is the first after the present one that has not presented, then from the beginning', () => {
  const ids = [newId<GroupId>(), newId<GroupId>(), newId<GroupId>()];
  const view = (presented: boolean[], now: number | null): LiveView =>
    ({
      groups: Object.fromEntries(ids.map((id, place) => [id, { place, presented: presented[place] } as GroupView])),
      presentation: now === null ? null : { groupId: ids[now] },
    }) as unknown as LiveView;
  const next = (presented: boolean[], now: number | null) => {
    const found = nextGroup(view(presented, now));
    return found && ids.indexOf(found.id);
  };
  expect(next([false, false, false], null)).toBe(0);
  expect(next([false, false, false], 0)).toBe(1);
  expect(next([false, true, true], 1)).toBe(0);
  expect(next([true, false, true], 1)).toBeNull();
  expect(next([true, true, true], null)).toBeNull();
});
