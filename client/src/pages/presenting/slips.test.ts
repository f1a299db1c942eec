import { coverNewPaper, newStampSecret, stampCovered, uncover } from '@board/shared/consensus/paper';
import { fail, ok } from '@board/shared/result';
import { expect, test } from 'vitest';
import { type SlipPorts, Slips } from './slips.ts';

const secret = newStampSecret();
const papers = { coverNewPaper, uncover };

/** One browser and a server that stamps the first slips it is asked for, and those only. */
function desk(over: Partial<SlipPorts> = {}) {
  const stored = new Map<string, string>();
  const asked: string[][] = [];
  let roll: string | null = null;
  const ports: SlipPorts = {
    key: 'slips',
    storage: () => ({
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => void stored.set(key, value),
    }),
    collect: async (covered) => {
      asked.push(covered);
      roll ??= covered.join();
      if (roll !== covered.join()) return fail({ code: 'slips-elsewhere' });
      return ok({ stamped: covered.map((one) => stampCovered(secret, one)!) });
    },
    loadPapers: async () => papers,
    ...over,
  };
  return { stored, asked, ports, slips: () => new Slips(ports) };
}

test('PR30 A phone collects its slips once and hands in each of them once, also over a reload', async () => {
  const { slips, asked, stored } = desk();
  const first = slips();
  expect(first.left()).toBeNull();
  expect(await Promise.all([first.collect(), first.collect()])).toEqual([null, null]);
  expect(asked).toHaveLength(1);
  expect(first.left()).toBe(5);
  const taken = [first.take(), slips().take(), slips().take(), first.take(), first.take()].map((slip) => slip?.paper);
  expect(new Set(taken).size).toBe(5);
  expect(first.take()).toBeNull();
  expect(first.left()).toBe(0);
  expect(taken.some((paper) => stored.get('slips')!.includes(paper!))).toBe(false);
  await slips().collect();
  expect(asked).toHaveLength(1);
});

test('PR30 Slips are kept before they are asked for: a lost answer is asked for again with the same ones', async () => {
  let isAway = true;
  const whole = desk();
  const { slips, asked } = desk({
    collect: async (covered) => {
      if (!isAway) return whole.ports.collect(covered);
      asked.push(covered);
      return fail({ code: 'offline' });
    },
  });
  expect(await slips().collect()).toBe('offline');
  isAway = false;
  expect(await slips().collect()).toBeNull();
  expect(whole.asked[0]).toEqual(asked[0]);
  const down = desk({ loadPapers: () => Promise.reject(new Error('no network')) });
  expect(await down.slips().collect()).toBe('offline');
});

test('PR30 Another device is told that the slips are elsewhere; another tab of one browser shares them', async () => {
  const one = desk();
  expect(await one.slips().collect()).toBeNull();
  const other = desk({ collect: one.ports.collect });
  expect(await other.slips().collect()).toBe('slips-elsewhere');
  const tabs = desk();
  const [left, right] = [tabs.slips(), tabs.slips()];
  expect(await Promise.all([left.collect(), right.collect()])).toEqual([null, null]);
  expect([left.left(), right.left()]).toEqual([5, 5]);
});

test('PR30 A browser that forbids storage still says something; foreign stored values are left out', async () => {
  const forbidden = desk({
    storage: () => {
      throw new Error('forbidden');
    },
  });
  const slips = forbidden.slips();
  expect(await slips.collect()).toBeNull();
  expect([slips.take() === null, slips.left()]).toEqual([false, 4]);
  const odd = desk();
  for (const text of ['', 'null', '[]', '{"stamped":[1,2,3,4,5]}', '{"covered":"x"}']) {
    odd.stored.set('slips', text);
    expect(odd.slips().left()).toBeNull();
  }
});

test('PR30 Slips that the server does not know any more are collected anew', async () => {
  const { slips, ports } = desk();
  const one = slips();
  await one.collect();
  one.take();
  one.forget();
  const later = new Slips({
    ...ports,
    collect: async (covered) => ok({ stamped: covered.map((c) => stampCovered(secret, c)!) }),
  });
  expect(await later.collect()).toBeNull();
  expect(later.left()).toBe(5);
});
