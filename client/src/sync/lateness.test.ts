import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Lateness } from './lateness.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('NE9 a server that confirms nothing for five seconds is late, until it confirms something', () => {
  const told = vi.fn();
  const lateness = new Lateness(told);
  lateness.watch(true);
  vi.advanceTimersByTime(4000);
  lateness.watch(true);
  lateness.progress();
  lateness.watch(true);
  vi.advanceTimersByTime(4999);
  expect([lateness.isLate, told.mock.calls.length]).toEqual([false, 0]);
  vi.advanceTimersByTime(1);
  expect([lateness.isLate, told.mock.calls.length]).toEqual([true, 1]);
  lateness.progress();
  expect(lateness.isLate).toBe(false);
  lateness.watch(true);
  lateness.watch(false);
  vi.advanceTimersByTime(10_000);
  expect(lateness.isLate).toBe(false);
});
