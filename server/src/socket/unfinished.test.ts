import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { type Holder, pieceBytes, type Sender, Unfinished } from './unfinished.ts';

class Line implements Holder {
  isGone = false;
  readonly sender: Sender;

  constructor(sender: Sender) {
    this.sender = sender;
  }

  letGo(): void {
    this.isGone = true;
  }
}

const person = (): Sender => ({ unfinished: 0 });
const linesOf = (sender: Sender, count: number): Line[] => Array.from({ length: count }, () => new Line(sender));
const size = 10_000;

test('WI109 When unfinished messages of all people are too much, the people who hold most of it go, with all their sockets', () => {
  const unfinished = new Unfinished(10 * (size + pieceBytes));
  const [little, much] = [person(), person()];
  const [one] = linesOf(little, 1) as [Line];
  const many = linesOf(much, 8);
  for (const line of [one, one, ...many]) expect(unfinished.hold(line, size)).toBe(true);
  expect([one, ...many].map(({ isGone }) => isGone)).not.toContain(true);
  unfinished.hold(one, size);
  expect([one.isGone, ...many.map(({ isGone }) => isGone)]).toEqual([false, ...many.map(() => true)]);
  expect([little.unfinished, much.unfinished]).toEqual([3 * (size + pieceBytes), 0]);
});

test('WI109 What is finished or gone counts no more; of one person only so much is held, and small pieces count for more than their bytes', () => {
  const unfinished = new Unfinished();
  const sender = person();
  const [first, second] = linesOf(sender, 2) as [Line, Line];
  const half = limits.unfinishedBytesPerPerson / 2 - pieceBytes;
  for (let turn = 0; turn < 5; turn++) {
    expect([unfinished.hold(first, half), unfinished.hold(second, half)]).toEqual([true, true]);
    expect(unfinished.hold(second, 1)).toBe(false);
    expect(unfinished.heldOf(first)).toBe(half + pieceBytes);
    unfinished.release(first);
    unfinished.release(second);
  }
  expect([sender.unfinished, unfinished.heldOf(first)]).toEqual([0, 0]);
  let pieces = 0;
  while (unfinished.hold(first, 1)) pieces += 1;
  expect(pieces).toBe(Math.floor(limits.unfinishedBytesPerPerson / (1 + pieceBytes)));
});
