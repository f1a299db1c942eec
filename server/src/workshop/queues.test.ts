import { newId, type PersonId } from '@board/shared/ids';
import { expect, test } from 'vitest';
import { Queues } from './queues.ts';

test('DO104 Those who wait have turns, facilitators first, each in the own order; what fails holds up nobody', async () => {
  const queues = new Queues();
  const [eve, ana] = [newId<PersonId>(), newId<PersonId>()].map((id) => ({ id, role: 'member' as const }));
  const host = { id: newId<PersonId>(), role: 'facilitator' as const };
  const done: string[] = [];
  const ask = (by: typeof host | typeof ana, what: string) =>
    queues.run('key', by ?? null, async () => {
      done.push(what);
    });
  const fails = queues.run('key', null, () => {
    throw new RangeError('at once');
  });
  const asked = [ask(eve, 'eve 1'), ask(eve, 'eve 2'), ask(eve, 'eve 3'), ask(ana, 'ana 1'), ask(host, 'host')];
  await expect(fails).rejects.toThrow('at once');
  await Promise.all(asked);
  expect(done).toEqual(['host', 'eve 1', 'ana 1', 'eve 2', 'eve 3']);
});

test('DO104 What only passes between two waits for the one that runs, and starts before the next', async () => {
  const queues = new Queues();
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const one = queues.run('key', null, () => first.promise);
  const two = queues.run('key', null, async () => {
    done.push('next');
  });
  const passing = queues.between('key', async () => {
    done.push('passing');
  });
  first.resolve();
  await Promise.all([one, two, passing]);
  expect(done).toEqual(['passing', 'next']);
});
