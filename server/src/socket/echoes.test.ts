import { encodeFrame } from '@board/shared/protocol/codec';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { ManualClock } from '../room/room.fixture.ts';
import { Echoes } from './echoes.ts';

const presence = encodeFrame({ type: 'awareness', entries: [{ clientId: 1, clock: 1, state: null }] });

test('WI96 what may be sent back is as much as was sent, and does not pile up', () => {
  const echoes = new Echoes(new ManualClock());
  const free = (): number => {
    let count = 0;
    while (echoes.rest(presence).frames === 0) count += 1;
    return count;
  };
  expect(free()).toBe(0);
  for (let index = 0; index < 3; index++) echoes.sent(presence);
  echoes.sent(encodeFrame({ type: 'stored', count: 1 }));
  expect(free()).toBe(3);
  for (let index = 0; index < 3 * limits.echoFrames; index++) echoes.sent(presence);
  expect(free()).toBe(limits.echoFrames);
  const large = new Uint8Array(limits.awarenessFrameBytes).fill(presence[0]!, 0, 1);
  for (let index = 0; index < 40; index++) echoes.sent(large);
  let bytes = 0;
  for (let index = 0; index < 40; index++) bytes += large.byteLength - echoes.rest(large).bytes;
  expect(bytes).toBe(limits.echoBytes);
});
