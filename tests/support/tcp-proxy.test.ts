import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TcpProxy } from './tcp-proxy.ts';
import { until } from './until.ts';

let server: Server;
let port: number;
let proxy: TcpProxy;
let far: Socket | null;

beforeEach(async () => {
  far = null;
  server = createServer((socket) => {
    far = socket;
    socket.on('error', () => {});
    socket.on('data', (piece) => socket.write(piece));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as { port: number }).port;
});

afterEach(async () => {
  await proxy.close();
  far?.destroy();
  server.close();
});

function enter(): { socket: Socket; heard: () => string; isGone: () => boolean } {
  let [heard, isGone] = ['', false];
  const socket = connect(Number(new URL(proxy.address).port), '127.0.0.1');
  socket.on('error', () => {});
  socket.on('data', (piece) => {
    heard += String(piece);
  });
  socket.on('close', () => {
    isGone = true;
  });
  return { socket, heard: () => heard, isGone: () => isGone };
}

test('what passes takes its time in each direction, and stays in order', async () => {
  proxy = await TcpProxy.before(port, { delay: 100 });
  const { socket, heard } = enter();
  const began = performance.now();
  for (let count = 0; count < 10; count++) socket.write(String(count));
  await until('all of it comes back', () => heard().length === 10);
  expect(heard()).toBe('0123456789');
  expect(performance.now() - began).toBeGreaterThan(195);
});

test('a connection on which the server is silent for too long is cut, whatever the browser says', async () => {
  proxy = await TcpProxy.before(port, { patience: 200 });
  const { socket, heard, isGone } = enter();
  for (let count = 0; count < 8; count++) {
    socket.write('x');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect([heard(), isGone()]).toEqual(['xxxxxxxx', false]);
  far!.removeAllListeners('data');
  socket.write('nobody answers');
  await until('it is cut', isGone);
  expect(proxy.impatient).toBe(1);
});

test('connections are cut when a test says so, and nobody comes through while the network is away', async () => {
  proxy = await TcpProxy.before(port);
  const first = enter();
  first.socket.write('x');
  await until('it is through', () => first.heard() === 'x');
  proxy.isAway = true;
  proxy.cut();
  const second = enter();
  await until('both are cut', () => first.isGone() && second.isGone());
  expect(proxy.accepted).toBe(1);
});

test('what is lost on the way comes later, and everything behind it stays in order', async () => {
  let draw = 0;
  proxy = await TcpProxy.before(port, { delay: 3.7, loss: { share: 0.1, random: () => (draw++ % 17) / 17 } });
  const { socket, heard } = enter();
  let sent = '';
  for (let piece = 0; piece < 60; piece++) {
    sent += `${piece};`;
    socket.write(`${piece};`);
    await new Promise((resolve) => setTimeout(resolve, piece % 3));
  }
  await until('all of it is back', () => heard().length >= sent.length);
  expect(heard()).toBe(sent);
  expect(proxy.lost).toBeGreaterThan(0);
});
