import type { StrategyRow } from '@board/shared/model/strategy';
import { closeCodes } from '@board/shared/protocol/close-codes';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { atDesk } from './support/at-desk.ts';
import { number } from './support/desk.ts';
import { gone, shown, shows } from './support/looking.ts';
import { typeInto, write } from './support/strategy.ts';
import { othersAdd, rowsOf } from './support/table.ts';

/** More than the server takes at once, by whatever way: nobody is locked out, and nothing vanishes in silence. */
const here = atDesk('too-large');

const rows = (): StrategyRow[] => rowsOf(here.desk);

/** Between the page and the server, frames with these words count as larger than any may be, as an hour's work offline can be; it is said after some milliseconds. */
async function refuse(page: Page, words: string, after = 0): Promise<void> {
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (!message.toString().includes(words)) server.send(message);
      else setTimeout(() => void socket.close({ code: closeCodes['too-large'], reason: 'too-large' }), after);
    });
  });
}

test('NE23 words that are too large for the server are offered back, the page goes on, and a reload does not send them again', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 1);
  await refuse(page, 'far too much');
  await here.desk.openStrategy();
  await typeInto(page, number, 'partners', '');
  await page.keyboard.insertText('far too much');
  await shows(page, 'They were too large for the server to take at once.');
  await shown(page.locator('dd').filter({ hasText: 'far too much' }));
  await write(page, number, 'text', 'Written after');
  await here.desk.isRead('Written after');
  expect(rows().map((row) => row.actions[0]?.partners)).toEqual(['', 'partners 1']);
  await shown(page.getByRole('status').filter({ hasText: /^Saved/ }));
  await here.desk.openStrategy();
  await shows(page, 'They were too large for the server to take at once.');
  await write(page, number, 'indicator', 'And after a reload');
  await until('it is stored', () => rows()[0]?.actions[0]?.indicator === 'And after a reload');
});

test('NE26 words that were set aside while their cell was open are offered in one place, and stay that way', async () => {
  const { hall, desk } = here;
  const { page } = desk;
  // By then the table has read them.
  await refuse(page, 'far too much', 1000);
  await desk.openStrategy();
  await typeInto(page, number, 'text', '');
  await page.keyboard.insertText('far too much');
  const offer = page.locator('dd, blockquote').filter({ hasText: 'far too much' });
  await shown(offer.first());
  await shown(page.getByRole('status').filter({ hasText: /^Saved/ }));
  await page.waitForTimeout(1000);
  await hall.shoot(page, 'one-offer');
  expect(await offer.count()).toBe(1);
  await desk.openStrategy();
  await shown(offer.first());
  await page.waitForTimeout(1000);
  expect(await offer.count()).toBe(1);
  await page.getByRole('button', { name: 'Throw away' }).click();
  await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: 'Throw away' }).click();
  await gone(page.getByText('far too much'));
  expect(await page.evaluate(() => JSON.stringify(localStorage).includes('far too much'))).toBe(false);
});
