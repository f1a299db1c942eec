import { expect, test } from 'vitest';
import { unmetered } from '../unmetered.fixture.ts';
import { freshRooms, group, Hand, ManualClock, quiet, settled } from './room.fixture.ts';
import { openRooms } from './rooms.ts';
import { sharedTimers } from './shared-timers.ts';

test('WI107 a snapshot that the disk refuses is tried again after pauses that grow, and not with every word; when it is taken, all is as before', async () => {
  const { clock, log, rooms } = await freshRooms();
  const ann = await new Hand('ann').sync(rooms);
  const take = log.writeSnapshot.bind(log);
  let tries = 0;
  log.writeSnapshot = async () => {
    tries += 1;
    throw new Error('disk full');
  };
  const writeFor = async (seconds: number): Promise<void> => {
    for (let turn = 0; turn < seconds * 10; turn++) {
      ann.write('x');
      await clock.pass(100);
    }
  };
  await writeFor(49);
  expect(tries).toBe(0);
  await writeFor(10);
  expect(tries).toBeGreaterThanOrEqual(3);
  expect(tries).toBeLessThanOrEqual(5);
  await writeFor(240);
  expect(tries).toBeLessThanOrEqual(12);
  log.writeSnapshot = take;
  await writeFor(70);
  expect(log.snapshots).toHaveLength(1);
  await writeFor(60);
  expect([log.snapshots.length, ann.closed]).toEqual([2, null]);
  expect((await rooms.read(group, (doc) => doc.getText('text').length)) > 4_000).toBe(true);
});

test('WI107 a snapshot that cannot be tried out rests as well', async () => {
  const { clock, log } = await freshRooms();
  let tries = 0;
  const attempt = async (): Promise<'busy'> => {
    tries += 1;
    return 'busy';
  };
  const busy = { attempt };
  const rooms = openRooms({ log, clock, journal: quiet, meter: unmetered, trials: busy, generation: () => 1 });
  const ann = await new Hand('ann').sync(rooms);
  const write = async (times: number): Promise<void> => {
    for (let at = 0; at < times; at++) {
      ann.doc.getText('text').insert(0, `${at % 10}`);
      if (at % 10 === 0) await clock.pass(1_000);
    }
  };
  await write(3_000);
  const before = tries;
  expect(before).toBeGreaterThan(0);
  await write(600);
  expect(tries - before).toBeLessThanOrEqual(2);
  expect(ann.closed).toBeNull();
});

test('WI108 what is due in the same moment has its turn also when something before it throws', async () => {
  const clock = new ManualClock();
  const timers = sharedTimers(clock);
  const kept: string[] = [];
  const due = (name: string, problem?: Error): void => {
    timers.after(10, () => {
      kept.push(name);
      if (problem) throw problem;
    });
  };
  due('first', new Error('one'));
  due('second');
  due('third', new Error('two'));
  due('fourth');
  await expect(clock.pass(10)).rejects.toThrow('one');
  expect(kept).toEqual(['first', 'second', 'third', 'fourth']);
  await expect(clock.pass(10)).rejects.toThrow('two');
  await settled();
});
