import { type AddressInfo, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { limits } from '@board/shared/protocol/limits';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { systemClock } from '../adapters/system-clock.ts';
import { ManualClock } from '../room/room.fixture.ts';
import { Browser, type Served, serve, workshop } from './socket.fixture.ts';

let served: Served;

beforeEach(async () => {
  served = await serve();
  for (const name of ['ann', 'bo']) served.gate.let(name);
});

afterEach(() => served.close());

test('WI46 who sends without pause is told that it is too much, also before being seated', async () => {
  const browser = Browser.sync(served, 'ann');
  await new Promise((resolve) => browser.socket.on('open', resolve));
  for (let index = 0; index <= limits.frameBurst + 50; index++) browser.say({ type: 'query-awareness' });
  expect(await browser.closed).toEqual({ code: 4529, reason: 'too-many-requests' });
  const heavy = await Browser.live(served, 'bo').hears();
  for (let sent = 0; sent <= limits.bytesBurst; sent += limits.frameBytes / 2)
    heavy.socket.send(new Uint8Array(limits.frameBytes / 2));
  expect(await heavy.closed).toEqual({ code: 4529, reason: 'too-many-requests' });
});

test('WI46 what a person may send is counted over all sockets, and another person’s is not touched', async () => {
  const browsers = await Promise.all(['ann', 'ann', 'bo'].map((name) => Browser.live(served, name).hears()));
  const [one, two, other] = browsers as [Browser, Browser, Browser];
  const half = Math.ceil(limits.frameBurst * 0.6);
  for (let index = 0; index < half; index++) one.socket.send('x');
  await one.exchange();
  for (let index = 0; index < half; index++) two.socket.send('x');
  expect(await two.closed).toEqual({ code: 4529, reason: 'too-many-requests' });
  await other.exchange();
  expect(other.isClosed).toBe(false);
});

/** Holds upgrades while they are looked at, until it is told to go on. */
function holdUpgrades(hall: Served): { asked(): number; goOn(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let asked = 0;
  hall.gate.whileSought = () => {
    asked += 1;
    return promise;
  };
  return { asked: () => asked, goOn: resolve };
}

/** Somebody who comes by the proxy. */
const through = (hall: Served, network: string, token: string): Browser =>
  new Browser(hall.address, `/live/${workshop}`, token, { 'x-forwarded-for': network });
const refusal = ({ socket }: Browser): Promise<string> =>
  new Promise((resolve) => socket.once('error', ({ message }) => resolve(message)));

test('WI61 WI106 there are only so many upgrades that are being looked at, of one network, and others come in meanwhile', async () => {
  const hall = await serve(systemClock(), 'https://board.example');
  hall.gate.let('ann');
  const held = holdUpgrades(hall);
  const early = Array.from({ length: limits.upgradesPerNetwork }, () => through(hall, '10.0.0.1', 'nobody'));
  while (held.asked() < limits.upgradesPerNetwork) await pause(5);
  expect(await refusal(through(hall, '10.0.0.1', 'ann'))).toContain('429');
  const other = through(hall, '10.0.0.2', 'ann');
  while (held.asked() <= limits.upgradesPerNetwork) await pause(5);
  held.goOn();
  await other.hears();
  await Promise.all(early.map((one) => one.closed));
  await through(hall, '10.0.0.1', 'ann').hears();
  await hall.close();
});

test('WI106 strangers who are turned away hold up nobody who may come in, in their own network either', async () => {
  const hall = await serve(systemClock(), 'https://board.example');
  hall.gate.let('ann');
  const held = holdUpgrades(hall);
  const strangers = Array.from({ length: limits.turnedAwayPerNetwork + 20 }, () => through(hall, '10.0.0.1', 'nobody'));
  const ann = through(hall, '10.0.0.1', 'ann');
  while (held.asked() <= strangers.length) await pause(5);
  held.goOn();
  await ann.hears();
  const closed = await Promise.all(strangers.map((one) => one.closed));
  const told = closed.filter(({ reason }) => reason === 'not-joined');
  expect(told.length).toBeGreaterThanOrEqual(limits.turnedAwayPerNetwork);
  expect(told.length).toBeLessThan(strangers.length);
  await hall.close();
});

test('WI64 who is not let in can send next to nothing, and holds nothing up', async () => {
  const stranger = Browser.live(served, 'nobody');
  expect((await stranger.closed).reason).toBe('not-joined');
  const { port } = served.server.address() as AddressInfo;
  const silent = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  silent.write('GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  const answer = await new Promise<string>((resolve) => silent.once('data', (bytes) => resolve(bytes.toString())));
  expect(answer).toContain('404');
  const left = (): Promise<number> =>
    new Promise((resolve) => served.server.getConnections((_, count) => resolve(count)));
  while ((await left()) > 0) await pause(5);
  silent.destroy();
});

test('WI65 a slow line is no dead one: what leaves or comes bit by bit is a sign of life', async () => {
  const clock = new ManualClock();
  const hall = await serve(clock);
  hall.gate.let('ann');
  const ann = await Browser.sync(hall, 'ann').seated();
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'x'.repeat(3_000_000));
  ann.say({ type: 'update', update: Y.encodeStateAsUpdate(doc) });
  await ann.exchange();
  const slow = await Browser.sync(hall, 'ann').seated();
  slow.socket.pause();
  slow.say({ type: 'state-vector', stateVector: Uint8Array.of(0) });
  slow.socket.on('ping', () => {});
  for (let second = 0; second < 60; second++) {
    await clock.pass(1000);
    slow.socket.resume();
    await pause(2);
    slow.socket.pause();
    await ann.exchange();
  }
  slow.socket.resume();
  await slow.until(() => slow.frames.some((frame) => frame.type === 'answer'));
  expect(slow.isClosed).toBe(false);
  await hall.close();
});

test('WI47 a person may hold so many sockets and no more, counted when taken and given back when gone', async () => {
  const held = Array.from({ length: limits.socketsPerPerson + 3 }, () => Browser.live(served, 'ann'));
  const refused = await Promise.race(held.map((browser) => browser.closed));
  expect(refused).toEqual({ code: 4429, reason: 'too-many-windows' });
  const open = (): Browser[] => held.filter((browser) => browser.texts.length > 0);
  while (open().length < limits.socketsPerPerson) await pause(5);
  await pause(50);
  expect(open()).toHaveLength(limits.socketsPerPerson);
  await Browser.live(served, 'bo').until(() => served.gate.connected.includes('bo-id' as never));
  open()[0]!.socket.close();
  await open()[0]!.closed;
  await pause(50);
  await Browser.live(served, 'ann').hears();
});
