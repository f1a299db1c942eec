import { coverNewPaper, newStampSecret, stampCovered, uncover } from '@board/shared/consensus/paper';
import { newId, type PersonId, type PresentationId, type WorkshopId } from '@board/shared/ids';
import { fail, ok } from '@board/shared/result';
import { expect, test } from 'vitest';
import { storageOf } from '../../vote/ballot-fakes.ts';
import { forgetOldSlips, type SlipPorts, Slips, slipsKey } from './slips.ts';

const secret = newStampSecret();
const papers = { coverNewPaper, uncover };

/** One browser and a server that stamps the first slips it is asked for, and those only. */
function desk(over: Partial<SlipPorts> = {}) {
  const stored = new Map<string, string>();
  const asked: string[][] = [];
  let roll: string | null = null;
  const ports: SlipPorts = {
    key: 'slips',
    storage: () => storageOf(stored),
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
  for (const text of ['', 'null', '[]', '{"stamped":[1,2,3,4,5]}', '{"stamped":"x"}']) {
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

test('SG55 two tabs that ask at once share what one of them is stamped for, also when that one is closed before its answer arrives', async () => {
  const { ports, slips, stored } = desk();
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = new Slips({
    ...ports,
    collect: async (covered) => {
      await ports.collect(covered);
      await held;
      return fail({ code: 'offline' });
    },
  });
  const closed = first.collect();
  const second = slips();
  while (stored.size === 0) await Promise.resolve();
  const own = [...stored.keys()];
  // The second tab has asked with slips of its own before it saw the first one's.
  const blind = new Slips({ ...ports, storage: () => blindOnce(stored, own) });
  expect(await blind.collect()).toBeNull();
  expect([blind.left(), second.left()]).toEqual([5, 5]);
  release();
  await closed;
  expect(await slips().collect()).toBeNull();
});

/** A storage that shows what another tab has written only after something was written to it. */
function blindOnce(stored: Map<string, string>, hidden: readonly string[]) {
  const isSeen = stored.size > hidden.length;
  const seen = new Map([...stored].filter(([key]) => isSeen || !hidden.includes(key)));
  return { ...storageOf(isSeen ? stored : seen), setItem: (key: string, text: string) => void stored.set(key, text) };
}

test('SG55 an answer that comes to two tabs brings no slip back that one of them has used meanwhile', async () => {
  const { ports, slips } = desk();
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = new Slips({
    ...ports,
    collect: async (covered) => {
      const answer = await ports.collect(covered);
      await held;
      return answer;
    },
  });
  const late = slow.collect();
  const quick = slips();
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  expect(await quick.collect()).toBeNull();
  const used = quick.take();
  release();
  expect(await late).toBeNull();
  expect([slow.left(), slow.take()?.paper === used?.paper]).toEqual([4, false]);
});

test('SG55 nothing that was handed in stays on the device, and what was kept for a presentation goes with it', async () => {
  const { slips, stored } = desk();
  const one = slips();
  await one.collect();
  const paper = one.take()!.paper;
  expect([...stored.values()].join()).not.toContain(paper);
  const [workshop, person] = [newId<WorkshopId>(), newId<PersonId>()];
  const [now, before] = [newId<PresentationId>(), newId<PresentationId>()];
  const keys = [now, before].flatMap((id) => [slipsKey(workshop, person, id), `${slipsKey(workshop, person, id)}:aa`]);
  const storage = { removeItem: (key: string) => void delete (storage as Record<string, unknown>)[key] };
  for (const key of keys) Object.assign(storage, { [key]: '{}' });
  forgetOldSlips(storage as unknown as Storage, workshop, now);
  expect(Object.keys(storage)).toEqual(['removeItem', ...keys.slice(0, 2)]);
});
