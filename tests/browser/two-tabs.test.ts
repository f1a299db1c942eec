import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, test } from 'vitest';
import { until } from '../support/until.ts';
import { number, StrategyDesk } from './support/desk.ts';
import { Hall } from './support/hall.ts';
import { shown } from './support/looking.ts';
import { cellOf, write } from './support/strategy.ts';

/** Two tabs of one person share one local copy: what either of them has left in it is counted, sent and called saved by both. */
let hall: Hall;
let desk: StrategyDesk;
let second: Page;

beforeAll(async () => {
  hall = await Hall.open('two-tabs');
});
afterAll(() => hall.close());
beforeEach(async () => {
  desk = await StrategyDesk.set(hall);
  second = await desk.page.context().newPage();
  await second.goto(desk.page.url());
  await says(second, /^Saved$/);
});
afterEach(() => desk.clear());

const state = (page: Page) => page.getByRole('status', { name: 'State of saving' });
const says = (page: Page, words: RegExp): Promise<void> => shown(state(page).filter({ hasText: words }).first());

/** Both tabs have noticed that the server is away. */
async function lose(): Promise<void> {
  await hall.loseServer();
  await Promise.all([says(desk.page, /^Connecting/), says(second, /^Connecting/)]);
}

test('NE25 what a tab that was closed has left waiting is counted and sent by the one that is open', async () => {
  await lose();
  await write(second, number, 'text', 'Typed in a tab that is gone');
  await says(second, /changes in 1 place wait/);
  await says(desk.page, /changes in 1 place wait/);
  await second.close();
  await hall.bringServerBack();
  await desk.isRead('Typed in a tab that is gone');
  await says(desk.page, /^Saved$/);
  await shown(cellOf(desk.page, number, 'text').getByText('Typed in a tab that is gone'));
});

test('NE25 two tabs that wait show the count of both, and both settle it', async () => {
  await lose();
  await write(desk.page, number, 'text', 'Typed in the first tab');
  await write(second, number, 'indicator', 'Typed in the second tab');
  await Promise.all([says(desk.page, /changes in 2 places wait/), says(second, /changes in 2 places wait/)]);
  await hall.bringServerBack();
  await Promise.all([says(desk.page, /^Saved$/), says(second, /^Saved$/)]);
  await desk.isRead('Typed in the first tab');
});

test('NE25 a tab that is connected takes over what another one has left when it went', async () => {
  await second.evaluate(() => {
    // The tab’s own sockets are gone and come back no more; the other tab keeps its own.
    window.WebSocket = class extends EventTarget {
      readonly readyState = 3;
      close(): void {}
      send(): void {}
    } as unknown as typeof WebSocket;
    dispatchEvent(new Event('offline'));
  });
  await says(second, /^Connecting/);
  await write(second, number, 'text', 'Typed without a way out');
  await until('the other tab sends it', () => desk.read === 'Typed without a way out');
  await says(desk.page, /^Saved$/);
});
