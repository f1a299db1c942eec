import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { restBetween, Summary, type Work } from './presence-summary.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('TA9 O25 what others do is summed up at most once in five seconds, and nothing of it is left out', () => {
  const told: { at: number; work: Work }[] = [];
  const summary = new Summary((work) => told.push({ at: Date.now(), work }), Date.now);
  for (let key = 0; key < 150; key++) {
    summary.note([`row ${key % 7}`], [`person ${key % 3}`]);
    vi.advanceTimersByTime(100);
  }
  vi.advanceTimersByTime(2 * restBetween);
  expect(told.length).toBeGreaterThan(1);
  for (const [index, { at }] of told.entries())
    if (index > 0) expect(at - told[index - 1]!.at).toBeGreaterThanOrEqual(restBetween);
  expect(new Set(told.flatMap(({ work }) => [...work.rows])).size).toBe(7);
  expect(told.at(-1)?.work.people.size).toBeGreaterThan(0);
});

test('TA9 O25 when nobody writes nothing is said, and nothing after it was switched off', () => {
  const told: Work[] = [];
  const summary = new Summary((work) => told.push(work), Date.now);
  summary.note([], ['somebody who only looks']);
  vi.advanceTimersByTime(60_000);
  summary.note(['row'], ['person']);
  summary.stop();
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([]);
});
