import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { ManualClock } from '../room/room.fixture.ts';
import { Allowance } from './allowance.ts';

test('WI46 an allowance is a burst that fills again with time, for frames and for bytes', async () => {
  const clock = new ManualClock();
  const frames = new Allowance(clock);
  for (let index = 0; index < limits.frameBurst; index++) expect(frames.take(10)).toBe(true);
  expect(frames.take(10)).toBe(false);
  await clock.pass(1000);
  for (let index = 0; index < limits.framesPerSecond; index++) expect(frames.take(10)).toBe(true);
  expect(frames.take(10)).toBe(false);

  const bytes = new Allowance(clock);
  expect(bytes.take(limits.bytesBurst)).toBe(true);
  expect(bytes.take(1)).toBe(false);
  await clock.pass(500);
  expect(bytes.take(limits.bytesPerSecond / 2)).toBe(true);
  expect(bytes.take(1)).toBe(false);
});
