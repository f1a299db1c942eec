import { expect, test } from 'vitest';
import { timerFace, timerMoment, untilNextFace } from './timer-time.ts';

const minute = 60_000;
const timer = { startedAt: 0, endsAt: 90 * minute };
const at = (left: number) => timer.endsAt - left;

test('SG24 whole minutes are shown until the last five, then seconds, then that the time is up', () => {
  expect(timerFace(timer, 0)).toEqual({ state: 'minutes', hours: 1, minutes: 30 });
  expect(timerFace(timer, at(5 * minute + 1))).toEqual({ state: 'minutes', hours: 0, minutes: 6 });
  expect(timerFace(timer, at(5 * minute))).toEqual({ state: 'seconds', minutes: 5, seconds: 0 });
  expect(timerFace(timer, at(61_001))).toEqual({ state: 'seconds', minutes: 1, seconds: 2 });
  expect(timerFace(timer, at(1))).toEqual({ state: 'seconds', minutes: 0, seconds: 1 });
  expect(timerFace(timer, at(0))).toEqual({ state: 'over' });
  expect(timerFace(timer, at(-16 * minute))).toBeNull();
  expect(timerFace(null, 0)).toBeNull();
});

test('SG24 a page is drawn again exactly when the face changes', () => {
  let now = 0;
  let faces = 0;
  for (let wait = untilNextFace(timer, now); wait !== null; wait = untilNextFace(timer, now)) {
    const before = JSON.stringify(timerFace(timer, now));
    expect(JSON.stringify(timerFace(timer, now + wait - 1))).toBe(before);
    now += wait;
    expect(JSON.stringify(timerFace(timer, now))).not.toBe(before);
    faces += 1;
  }
  expect(faces).toBe(85 + 300 + 1);
  expect(now).toBe(timer.endsAt + 15 * minute + 1);
});

test('SG25 a timer is spoken at few moments, and at none that lies before its own beginning', () => {
  const spoken = [0, at(5 * minute + 1), at(5 * minute), at(minute + 1), at(minute), at(0)];
  expect(spoken.map((now) => timerMoment(timer, now))).toEqual(['set', 'set', 'five', 'five', 'one', 'over']);
  const short = { startedAt: 0, endsAt: 3 * minute };
  expect([0, 2 * minute, 3 * minute].map((now) => timerMoment(short, now))).toEqual(['set', 'one', 'over']);
  const shortest = { startedAt: 0, endsAt: 30_000 };
  expect([0, 29_000, 30_000].map((now) => timerMoment(shortest, now))).toEqual(['set', 'set', 'over']);
});
