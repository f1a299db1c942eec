import { setTimeout as pause } from 'node:timers/promises';
import { limits } from '@board/shared/protocol/limits';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Browser, type Served, serve } from './socket.fixture.ts';

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

test('WI61 there are only so many sockets that have not shown who they are', async () => {
  let letIn = (): void => {};
  const sought = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  served.gate.whileSought = () => sought;
  const early = Array.from({ length: limits.unadmittedSockets }, () => Browser.live(served, 'nobody'));
  await Promise.all(early.map((one) => new Promise((resolve) => one.socket.once('open', resolve))));
  const late = Browser.live(served, 'ann');
  const refused = await new Promise<string>((resolve) => late.socket.once('error', (error) => resolve(error.message)));
  expect(refused).toContain('429');
  letIn();
  await Promise.all(early.map((one) => one.closed));
  await Browser.live(served, 'ann').hears();
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
