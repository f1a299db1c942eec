import { limits } from '@board/shared/protocol/limits';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { systemClock } from '../adapters/system-clock.ts';
import type { Meter } from '../ports.ts';
import { unmetered } from '../unmetered.fixture.ts';
import { type Served, serve, workshop } from './socket.fixture.ts';

let served: Served;
const open = { sync: 0, live: 0 };
let refused: string[];
const meter: Meter = {
  ...unmetered,
  sockets(kind, change) {
    open[kind] += change;
  },
  refused: (reason) => void refused.push(reason),
};

beforeEach(async () => {
  refused = [];
  served = await serve(systemClock(), null, meter);
  served.gate.let('ann');
});
afterEach(() => served.close());

const socketOf = (path: string, token = 'ann', origin?: string): WebSocket => {
  const headers = { cookie: `wb_${workshop}=${token}`, ...(origin === undefined ? {} : { origin }) };
  const socket = new WebSocket(`ws://${served.address}${path}`, { headers });
  socket.on('error', () => {});
  return socket;
};
const opened = (socket: WebSocket) => new Promise((resolve) => socket.once('open', resolve));

test('DO63 Sockets are counted by kind while they are open', async () => {
  const sockets = [
    socketOf(`/sync/${workshop}/board`),
    socketOf(`/sync/${workshop}/board`),
    socketOf(`/live/${workshop}`),
  ];
  await Promise.all(sockets.map(opened));
  await expect.poll(() => open).toEqual({ sync: 2, live: 1 });
  sockets[0]!.close();
  sockets[1]!.terminate();
  await expect.poll(() => open).toEqual({ sync: 0, live: 1 });
  await served.sockets.close();
  expect(open).toEqual({ sync: 0, live: 0 });
  expect(refused).toEqual(['stopping']);
});

test('DO63 Every refusal of a socket is counted once, by its code', async () => {
  socketOf('/elsewhere');
  socketOf(`/live/${workshop}`, 'ann', 'http://evil.example');
  socketOf(`/live/${workshop}`, 'nobody');
  socketOf(`/sync/${workshop}/notes`);
  const large = socketOf(`/sync/${workshop}/board`);
  await opened(large);
  large.send(new Uint8Array(limits.frameBytes + 1));
  const reasons = ['foreign-origin', 'not-joined', 'too-large', 'unknown-document', 'unknown-route'];
  await expect.poll(() => [...refused].sort()).toEqual(reasons);
  await expect.poll(() => open).toEqual({ sync: 0, live: 0 });
  expect([...refused].sort()).toEqual(reasons);
});
