import { setTimeout as pause } from 'node:timers/promises';
import { limits } from '@board/shared/protocol/limits';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { RawSocket } from '../support/raw-socket.ts';
import { until } from '../support/until.ts';
import { number, StrategyDesk } from './support/desk.ts';
import { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import * as strategy from './support/strategy.ts';
import { StubbornProxy } from './support/stubborn-proxy.ts';

/** Connections that are refused, blocked or slow: how often the page tries, and what it says. */
let hall: Hall;
let desk: StrategyDesk;
let proxy: StubbornProxy;

beforeAll(async () => {
  hall = await Hall.open('refused');
  proxy = await StubbornProxy.before(hall.server.port);
});
afterAll(async () => {
  await proxy.close();
  await hall.close();
});
beforeEach(async () => {
  desk = await StrategyDesk.set(hall, `http://board.hall:${proxy.port}`);
});
afterEach(() => desk.clear());

/** The sockets that a page opens from now on, by their kind. */
function countSockets(page: Page): { sync: number; live: number } {
  const count = { sync: 0, live: 0 };
  page.on('websocket', (socket) => {
    count[socket.url().includes('/live/') ? 'live' : 'sync'] += 1;
  });
  return count;
}

const saved = (page: Page): Promise<void> => shown(page.getByRole('status').getByText('Saved', { exact: true }));

test('NE2 a page that was removed, or asks for a workshop that is not there, stops within three attempts', async () => {
  const { page, facilitator } = desk;
  const count = countSockets(page);
  const { personId } = await desk.bo();
  await facilitator.must('DELETE', `${desk.at}/people/${personId}`);
  await shown(page.getByRole('heading', { name: 'You were removed from this workshop' }));
  await pause(5000);
  expect(count.live).toBeLessThanOrEqual(3);
  expect(count.sync).toBeLessThanOrEqual(6);

  const other = countSockets(page);
  await page.goto(`${hall.address}/w/222222222222`);
  await shows(page, 'There is no such workshop on this server.');
  await pause(3000);
  expect(other.live).toBeLessThanOrEqual(3);
});

test('NE2 a person with too many windows is told so, and comes in when some are closed', async () => {
  const { page, workshop } = desk;
  const cookie = await desk.cookie();
  const address = page.url();
  await page.goto('about:blank');
  const held = Array.from(
    { length: limits.socketsPerPerson + 3 },
    () => new RawSocket({ address: hall.server.address, cookie }, `/live/${workshop.workshopId}`),
  );
  await until('no more sockets are taken', () => held.some((socket) => socket.closed !== null));
  expect(held.find((socket) => socket.closed)?.closed).toEqual({ code: 4429, reason: 'too-many-windows' });
  const count = countSockets(page);
  await page.goto(address);
  await shows(page, 'You have this workshop open in too many windows at once.');
  await pause(2000);
  expect(count.live).toBeLessThanOrEqual(3);
  for (const socket of held) socket.close();
  await page.getByRole('button', { name: 'Load again' }).click();
  await saved(page);
});

test('NE14 where only the live connection is blocked the page says so, shows the words on this device, and never says saved', async () => {
  const { page } = desk;
  await strategy.write(page, number, 'indicator', 'Saved before');
  await saved(page);
  proxy.passesUpgrades = false;
  await strategy.write(page, number, 'text', 'Typed while blocked');
  await shows(page, 'Saved on this device only: changes in 1 place wait for the connection.');
  await shows(page, 'The live connection is blocked');
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await shows(page, 'The live connection is blocked');
  await shown(page.locator('dd').getByText('Typed while blocked', { exact: true }));
  await shown(page.getByRole('heading', { name: `Recommendation ${number}` }));
  expect(await page.getByText('Saved', { exact: true }).count()).toBe(0);
  expect(await page.getByText('Saved before').count()).toBe(0);
  await hall.examine(page, 'blocked');
  expect(hall.troubles.filter((trouble) => trouble.includes('axe'))).toEqual([]);

  proxy.passesUpgrades = true;
  await saved(page);
  await desk.isRead('Typed while blocked');
  await gone(page.getByText('The live connection is blocked'));
  expect(await marksIn(page)).toEqual([]);
});

/** What the local copies of a page’s browser say of edits that wait. */
function marksIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name?.includes('/group/')) continue;
      const db = await new Promise<IDBDatabase>((resolve) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
      });
      const keys = await new Promise<IDBValidKey[]>((resolve) => {
        const asked = db.transaction('custom').objectStore('custom').getAllKeys();
        asked.onsuccess = () => resolve(asked.result);
      });
      found.push(...keys.map(String).filter((key) => key.startsWith('waiting.')));
      db.close();
    }
    return found;
  });
}

test('NE8 two tabs of one person count what waits once, and both settle it', async () => {
  const { page } = desk;
  proxy.passesUpgrades = false;
  await strategy.write(page, number, 'text', 'Typed in the first tab');
  await shows(page, 'Saved on this device only: changes in 1 place wait for the connection.');
  const second = await page.context().newPage();
  await second.goto(page.url());
  await shown(second.locator('dd').getByText('Typed in the first tab', { exact: true }));
  proxy.passesUpgrades = true;
  await Promise.all([saved(page), saved(second)]);
  await desk.isRead('Typed in the first tab');
  await until('nothing is noted to wait', async () => (await marksIn(second)).length === 0);
});

test('NE9 a server that confirms nothing is told of after some seconds, and saved is said again by itself', async () => {
  const { page } = desk;
  await saved(page);
  hall.server.standStill();
  try {
    await strategy.write(page, number, 'text', 'Typed into the silence');
    await shows(page, 'Saving …');
    await shows(page, 'Not saved on the server yet: changes in 1 place are kept on this device.');
  } finally {
    hall.server.goOn();
  }
  await saved(page);
  await desk.isRead('Typed into the silence');
});
