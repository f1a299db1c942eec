import { type CharterItemId, newId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { expect, test } from 'vitest';
import { subjectOf } from './vote-facts.ts';

const [first, second, third] = [newId<CharterItemId>(), newId<CharterItemId>(), newId<CharterItemId>()];
const on = (itemId: CharterItemId) => ({ kind: 'item', itemId }) as const;

function view(adopted: object | null): LiveView {
  return { charter: { items: [{ id: first }, { id: second }, { id: third }], adopted } } as unknown as LiveView;
}

test('CH49 votes are named by the items’ numbers in the charter, and by those of the record once it is adopted without some', () => {
  const before = view(null);
  expect(subjectOf(before, on(third))).toEqual({ key: 'item', number: 3 });
  expect(subjectOf(before, on(newId<CharterItemId>()))).toEqual({ key: 'removed', number: 0 });
  const after = view({ items: [{ id: first }, { id: third }], leftOut: [{ id: second }] });
  expect(subjectOf(after, on(third))).toEqual({ key: 'item', number: 2 });
  expect(subjectOf(after, on(second))).toEqual({ key: 'leftOut', number: 0 });
  expect(subjectOf(after, { kind: 'charter' })).toEqual({ key: 'charter', number: 0 });
});

test('CH49 a record of an earlier version has no ids: its items have the numbers that they have in the charter', () => {
  expect(subjectOf(view({ items: [{}, {}, {}] }), on(third))).toEqual({ key: 'item', number: 3 });
});
