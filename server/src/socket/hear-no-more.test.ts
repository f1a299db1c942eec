import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BoardSocket } from './board-socket.ts';
import { Browser, type Served, serve, workshop } from './socket.fixture.ts';

let served: Served;

beforeEach(async () => {
  served = await serve();
  served.gate.let('ann');
});

afterEach(async () => {
  vi.restoreAllMocks();
  await served.close();
});

/** Forty thousand pings of nothing. */
const crumbs = Buffer.from('\x89\x80\0\0\0\0'.repeat(40_000), 'latin1');

/** Goes on sending pings as fast as they are taken once something that begins so was heard; resolves when the connection is gone. */
function keepSending(path: string, token: string, from: string): { socket: Socket; gone: Promise<unknown> } {
  const { port } = served.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1', () =>
    socket.write(
      [
        `GET ${path} HTTP/1.1`,
        'Host: board.example',
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${'A'.repeat(22)}==`,
        `Cookie: wb_${workshop}=${token}`,
        '\r\n',
      ].join('\r\n'),
    ),
  );
  const more = (): void => {
    if (!socket.destroyed) socket.write(crumbs, () => setImmediate(more));
  };
  let heard = '';
  const listen = (piece: Buffer): void => {
    heard += piece.toString('latin1');
    if (!heard.includes(from)) return;
    socket.off('data', listen).resume();
    more();
  };
  socket.on('data', listen).on('error', () => socket.destroy());
  return { socket, gone: new Promise((resolve) => socket.once('close', resolve)) };
}

/** How many pings were read of all sockets since. */
function countPings(): () => number {
  const emit = vi.spyOn(BoardSocket.prototype, 'emit');
  return () => emit.mock.calls.filter(([event]) => event === 'ping').length;
}

test('WI112 of a stranger who is turned away and goes on sending nothing is read', async () => {
  const pings = countPings();
  await Promise.all(Array.from({ length: 5 }, () => keepSending(`/live/${workshop}`, 'nobody', 'not-joined').gone));
  expect(pings()).toBe(0);
});

test('WI112 of somebody who was closed for any reason and goes on sending nothing more is read', async () => {
  const pings = countPings();
  const sending = keepSending(`/live/${workshop}`, 'ann', 'removed');
  await Browser.live(served, 'ann').hears();
  served.gate.send('ann', 'removed');
  await sending.gone;
  expect(pings()).toBe(0);
});

test('WI112 whoever is turned away or closed hears why, and is gone without waiting', async () => {
  const ann = await Browser.live(served, 'ann').hears();
  const stranger = Browser.live(served, 'nobody');
  expect((await stranger.closed).reason).toBe('not-joined');
  served.gate.send('ann', 'removed');
  expect((await ann.closed).reason).toBe('removed');
  // A connection that nobody closes would stay for five seconds.
  await expect.poll(() => served.gate.connected.length, { timeout: 4_000 }).toBe(0);
  const left = (): Promise<number> =>
    new Promise((resolve) => served.server.getConnections((_, count) => resolve(count)));
  await expect.poll(left, { timeout: 4_000 }).toBe(0);
});
