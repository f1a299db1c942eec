import * as papers from '@board/shared/consensus/paper';
import { expect, test } from 'vitest';

import { Box, Phone, settled } from './ballot-fakes.ts';

const agree = { position: 'agree', reason: '' } as const;

/** A tab whose arithmetic and whose answers come when they are let through. */
function slowTab(phone: Phone, box: Box) {
  const arithmetic = Promise.withResolvers<typeof papers>();
  const answers = Promise.withResolvers<void>();
  const ballot = phone.open({
    loadPapers: () => arithmetic.promise,
    collect: async (covered) => {
      const answer = await box.collect(covered);
      await answers.promise;
      return answer;
    },
  });
  return { ballot, arithmetic: () => arithmetic.resolve(papers), answers: () => answers.resolve() };
}

test('VO116 a tab that comes second, before the first has its answer, asks for the same paper', async () => {
  const box = new Box();
  const phone = new Phone(box);
  const [one, two] = [slowTab(phone, box), slowTab(phone, box)];
  one.arithmetic();
  await settled();
  const asked = box.collectedBy;
  two.arithmetic();
  two.answers();
  await settled();
  expect(box.collectedBy).toBe(asked);
  expect(two.ballot.state()).toEqual({ state: 'ready' });
  // The first is closed before its answer arrives, and the person votes in the second.
  two.ballot.choose(agree);
  await settled();
  expect(two.ballot.state()).toEqual({ state: 'counted', choice: agree });
  expect(box.positions()).toEqual(['agree']);
});

test('VO116 of two tabs that could not see each other’s paper, the refused one goes on with the other’s', async () => {
  const box = new Box();
  const phone = new Phone(box);
  // Browsers tell one tab what another has written a moment later: each of the two has seen nothing when it asks.
  const other = new Phone(box);
  const one = slowTab(phone, box);
  one.arithmetic();
  await settled();
  const two = slowTab(other, box);
  two.arithmetic();
  two.answers();
  await settled();
  expect(two.ballot.state()).toEqual({ state: 'other-device' });
  for (const [key, text] of phone.stored) other.stored.set(key, text);
  two.ballot.retry();
  await settled();
  expect(two.ballot.state()).toEqual({ state: 'ready' });
});

test('VO116 a tab that was refused its paper votes when another tab of the browser has one', async () => {
  const box = new Box();
  const phone = new Phone(box);
  const other = new Phone(box);
  const one = other.open();
  await settled();
  const two = phone.open();
  await settled();
  expect([one.state(), two.state()]).toEqual([{ state: 'ready' }, { state: 'other-device' }]);
  phone.stored.set('ballot', other.stored.get('ballot') ?? '');
  two.retry();
  expect(two.state()).toEqual({ state: 'ready' });
  two.choose(agree);
  await settled();
  expect(two.state()).toEqual({ state: 'counted', choice: agree });
});

test('VO116 after closing no paper that was asked for stays on the device, used or not', async () => {
  const box = new Box();
  const phone = new Phone(box);
  new Phone(box).open();
  await settled();
  const refused = phone.open();
  await settled();
  expect([...phone.stored.keys()]).toHaveLength(1);
  refused.end();
  expect([...phone.stored.keys()]).toEqual(['ballot']);
  expect(JSON.parse(phone.stored.get('ballot') ?? '')).toEqual({ ending: 'none' });
});
