import { expect, test } from 'vitest';
import { BodyRoom, type Holder } from './body-room.ts';

/** A body of a network that notes when it has to go. */
function body(room: BodyRoom, network: string): Holder & { isGone: boolean } {
  const one = {
    network,
    isGone: false,
    letGo: () => {
      one.isGone = true;
      room.leave(one);
    },
  };
  return one;
}

test('DO100 Where a network has no room left, those of it go that have taken nothing for longest, and nobody of others', () => {
  const room = new BodyRoom(4, 100);
  const [first, second, third] = [body(room, 'a'), body(room, 'a'), body(room, 'a')];
  const other = body(room, 'b');
  expect([room.take(other, 4), room.take(first, 2), room.take(second, 1), room.take(first, 1)]).not.toContain(false);
  expect(room.take(third, 1)).toBe(true);
  expect([first, second, third, other].map(({ isGone }) => isGone)).toEqual([false, true, false, false]);
});

test('DO100 Where there is no room left in all, those go that have taken nothing for longest, of whatever network', () => {
  const room = new BodyRoom(4, 6);
  const [first, second, third] = [body(room, 'a'), body(room, 'b'), body(room, 'c')];
  expect([room.take(first, 3), room.take(second, 3), room.take(third, 2)]).not.toContain(false);
  expect([first, second, third].map(({ isGone }) => isGone)).toEqual([true, false, false]);
  room.leave(second);
  room.leave(second);
  expect([room.take(body(room, 'd'), 4), third.isGone]).toEqual([true, false]);
});

test('DO100 Nobody goes to make room for itself, and what is larger than all room is refused', () => {
  const room = new BodyRoom(4, 100);
  const one = body(room, 'a');
  expect([room.take(one, 3), room.take(one, 2), one.isGone]).toEqual([true, false, false]);
  expect(room.take(one, 1)).toBe(true);
});
