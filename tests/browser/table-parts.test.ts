import type { StrategyRow } from '@board/shared/model/strategy';
import { afterEach, expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { atDesk } from './support/at-desk.ts';
import { paste } from './support/clipboard.ts';
import { number } from './support/desk.ts';
import { shown } from './support/looking.ts';
import { cellOf } from './support/strategy.ts';
import { rowsOf } from './support/table.ts';

/** Code that a bad network does not bring: asked for again, and what needs it says so or does without. */
const here = atDesk('table-parts');

/** What the browser itself says of requests that were broken off on purpose. */
afterEach(() => {
  const { troubles } = here.hall;
  troubles.splice(0, troubles.length, ...troubles.filter((one) => !one.includes('net::ERR_FAILED')));
});

const first = (): StrategyRow['actions'][number] => rowsOf(here.desk)[0]!.actions[0]!;

/** Opens the strategy where the first `times` requests for a piece of code are broken off. Returns how often it was asked for. */
async function openWithout(piece: string, times: number): Promise<() => number> {
  const { page } = here.desk;
  let asked = 0;
  await page.route(new RegExp(`/${piece}-[^/]*\\.js`), async (route) => {
    asked += 1;
    if (asked > times) await route.continue();
    else await route.abort();
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await here.desk.openStrategy();
  return () => asked;
}

test('TA57 an editor that does not arrive is asked for again, and what was typed meanwhile is in it', async () => {
  const { page } = here.desk;
  const asked = await openWithout('cell-editor', 2);
  await cellOf(page, number, 'text').focus();
  await page.keyboard.type('early');
  await shown(page.locator('[contenteditable="true"]'));
  await page.keyboard.type(' and late');
  await here.desk.isRead('early and late');
  expect(asked()).toBeGreaterThan(2);
});

test('TA57 without its editor a cell is a plain field: no key is lost, Tab and Escape leave it, undo takes it back', async () => {
  const { page, hall } = here.desk;
  await openWithout('cell-editor', 1000);
  await cellOf(page, number, 'text').focus();
  await page.keyboard.type('early');
  const field = page.locator('td textarea');
  await shown(field);
  await page.keyboard.type(' and late');
  await here.desk.isRead('early and late');
  await hall.shoot(page, 'plain-field');
  await hall.examine(page, 'a cell without its editor');
  await page.keyboard.press('Tab');
  expect(await field.count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.closest('[data-cell]')?.getAttribute('data-cell'))).toMatch(
    /\.indicator$/,
  );
  await page.keyboard.type('next');
  await shown(field);
  await until('it is written', () => first().indicator === 'next');
  await page.keyboard.press('Escape');
  expect(await field.count()).toBe(0);
  await page.keyboard.press('Control+z');
  await until('it is taken back', () => first().indicator === '');
});

test('TA57 a dialog and a paste whose code does not arrive say so in words, the page stays, a later try works', async () => {
  const { page, hall } = here.desk;
  let isAway = true;
  await page.route(/\/(take-in-dialog|read-block)-[^/]*\.js/, (route) => (isAway ? route.abort() : route.continue()));
  const session = await page.context().newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await here.desk.openStrategy();
  const notice = page.getByRole('dialog', { name: 'This part did not arrive' });
  await cellOf(page, number, 'text').focus();
  await paste(page, { text: 'pasted' });
  await shown(notice);
  await hall.shoot(page, 'not-arrived');
  await hall.examine(page, 'a part that did not arrive');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Take in a file' }).click();
  await shown(notice);
  await notice.getByRole('button', { name: 'Close' }).click();
  isAway = false;
  await cellOf(page, number, 'text').focus();
  await paste(page, { text: 'pasted' });
  await here.desk.isRead('pasted');
  await page.getByRole('button', { name: 'Take in a file' }).click();
  await shown(page.getByRole('dialog').first());
  expect(await notice.count()).toBe(0);
});
