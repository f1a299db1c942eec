import { expect, test } from 'vitest';
import { Browser, come, gather, Hall } from '../hall.fixture.ts';
import { networkOf } from '../networks.ts';
import type { Clock } from '../ports.ts';
import { Refusal } from '../workshop/refusal.ts';
import { addressCounts } from './address-counts.ts';
import { GuessGuard } from './guesses.ts';

class SetClock implements Clock {
  time = 0;
  now(): number {
    return 0;
  }
  elapsed(): number {
    return this.time;
  }
  after(): () => void {
    return () => undefined;
  }
}

const wrong = (): never => {
  throw new Refusal('wrong-code');
};
const outcome = (guard: GuessGuard, address: string, check: () => unknown = wrong): string => {
  try {
    guard.attempt(address, check);
    return 'right';
  } catch (problem) {
    return (problem as Refusal).code;
  }
};
const times = (count: number, run: () => string): string[] => Array.from({ length: count }, run);

test('LV32 Requests are counted in windows that no setting of the clock makes longer, for each address alone', () => {
  const clock = new SetClock();
  const counts = new (addressCounts(clock))({});
  const asked = (address: string): number => {
    let current = 0;
    counts.incr(
      address,
      (_error, result) => {
        current = result?.current ?? 0;
      },
      10_000,
      1,
    );
    return current;
  };
  expect(['a', 'a', 'b', 'a'].map(asked)).toEqual([1, 2, 1, 3]);
  clock.time = 9_999;
  expect(asked('a')).toBe(4);
  clock.time = 10_000;
  expect(['a', 'b'].map(asked)).toEqual([1, 1]);
});

test('WO27 Wrong codes from one address are slowed, for that address only, and forgotten after ten minutes', () => {
  const clock = new SetClock();
  const guard = new GuessGuard(clock);
  expect(new Set(times(100, () => outcome(guard, '10.0.0.1')))).toEqual(new Set(['wrong-code']));
  expect(outcome(guard, '10.0.0.1', () => true)).toBe('too-many-requests');
  expect(outcome(guard, '10.0.0.2', () => true)).toBe('right');
  clock.time = 10 * 60_000;
  expect(outcome(guard, '10.0.0.1', () => true)).toBe('right');
});

test('WO27 Wrong codes from many addresses are slowed together', () => {
  const guard = new GuessGuard(new SetClock());
  const outcomes = Array.from({ length: 1_001 }, (_, index) => outcome(guard, `10.0.${index >> 8}.${index & 255}`));
  expect(outcomes.filter((one) => one === 'wrong-code')).toHaveLength(1_000);
  expect(outcomes.at(-1)).toBe('too-many-requests');
});

test('WO28 Right codes and other refusals do not count: a hall of 500 joins at once from one address', async () => {
  const guard = new GuessGuard(new SetClock());
  times(2_000, () => outcome(guard, '10.0.0.1', () => true));
  const other = (): never => {
    throw new Refusal('unknown-group');
  };
  times(2_000, () => outcome(guard, '10.0.0.1', other));
  expect(outcome(guard, '10.0.0.1')).toBe('wrong-code');
  const hall = await Hall.start();
  const here = await gather(hall);
  const people = await Promise.all(Array.from({ length: 500 }, (_, index) => come(here, `Person ${index}`)));
  expect(new Set(people.map((person) => person.personId)).size).toBe(500);
  await hall.remove();
});

test('WO29 Whoever guesses codes or keys over HTTP is soon told to wait, whatever the route', async () => {
  const hall = await Hall.start({ createKey: 'key' });
  const browser = new Browser(hall);
  const command = { title: 'T', groups: ['A'] };
  for (let round = 0; round < 50; round += 1) {
    expect(await browser.refusal('GET', '/api/codes/AAAAAA')).toBe('403 wrong-code code');
    await browser.refusal('POST', '/api/workshops', { ...command, createKey: `guess ${round}` });
  }
  expect(await browser.refusal('GET', '/api/codes/AAAAAA')).toBe('429 too-many-requests');
  expect(await browser.refusal('POST', '/api/workshops', { ...command, createKey: 'key' })).toBe(
    '429 too-many-requests',
  );
  await hall.remove();
});

test('WO27 An IPv6 network counts as one address, a mapped IPv4 address as itself', () => {
  expect(networkOf('2001:db8:0:1:aaaa::1')).toBe(networkOf('2001:db8:0:1::2'));
  expect(networkOf('2001:db8:0:1::1')).not.toBe(networkOf('2001:db8:0:2::1'));
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
  expect(networkOf('::1')).toBe('0:0:0:0');
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0');
  expect(networkOf('::ffff:10.0.0.1')).toBe('10.0.0.1');
  expect(networkOf('10.0.0.1')).toBe('10.0.0.1');
});
