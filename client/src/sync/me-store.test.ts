import type { Me } from '@board/shared/commands';
import { fail, ok, type Result } from '@board/shared/result';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Refusal } from '../api/request.ts';
import { MeStore } from './me-store.ts';

const me = { name: 'Ann' } as Me;
const refused = (code: Refusal['code']) => fail({ code, message: '' });

let answer: Result<Me, Refusal>;
let asked = 0;
const store = (): MeStore =>
  new MeStore(
    async () => {
      asked += 1;
      return answer;
    },
    () => 1,
  );
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
});
afterEach(() => vi.useRealTimers());

test('NE24 who sits here is asked again with growing pauses, until it is known', async () => {
  for (const code of ['offline', 'too-many-requests', 'not-stored', 'stopping', 'internal'] as const) {
    asked = 0;
    answer = refused(code);
    const one = store();
    await pass(0);
    expect(one.getSnapshot()).toMatchObject({ state: 'refused', refusal: { code } });
    const counts: number[] = [];
    for (const pause of [499, 1, 999, 1, 1999, 1]) {
      await pass(pause);
      counts.push(asked);
    }
    expect(counts).toEqual([1, 2, 2, 3, 3, 4]);
    answer = ok(me);
    await pass(4000);
    expect(one.getSnapshot()).toEqual({ state: 'known', me });
    await pass(60_000);
    expect(asked).toBe(5);
  }
});

test('NE24 it is asked at once when the server is heard, and only where an answer is still missing', async () => {
  answer = refused('stopping');
  const one = store();
  await pass(0);
  answer = ok(me);
  one.retryNow();
  await pass(0);
  expect([asked, one.getSnapshot().state]).toEqual([2, 'known']);
  one.retryNow();
  await pass(60_000);
  expect(asked).toBe(2);
});

test('NE24 who is known stays known through what passes, and not through what was decided', async () => {
  answer = ok(me);
  const one = store();
  await pass(0);
  answer = refused('not-stored');
  await one.refresh();
  expect(one.getSnapshot()).toEqual({ state: 'known', me });
  answer = refused('removed');
  await pass(500);
  expect(one.getSnapshot()).toMatchObject({ state: 'refused', refusal: { code: 'removed' } });
  await pass(60_000);
  expect(asked).toBe(3);
});

test('NE24 a page that is left asks no more', async () => {
  answer = refused('offline');
  const one = store();
  await pass(0);
  one.stop();
  await pass(60_000);
  expect(asked).toBe(1);
});
