import { setTimeout as pause } from 'node:timers/promises';
import { readItems } from '@board/shared/model/charter';
import { splitItem } from '@board/shared/model/charter-edits';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { CharterDesk } from './support/charter-desk.ts';
import { Hall } from './support/hall.ts';
import { gone, shown } from './support/looking.ts';

/** Two facilitators split one item while one of them has no network. */
let hall: Hall;
let desk: CharterDesk;
let page: Page;

beforeAll(async () => {
  hall = await Hall.open('split-twice');
});
afterAll(() => hall.close());
beforeEach(async () => {
  desk = await CharterDesk.set(hall, ['We meet again in May.', 'We publish the report.']);
  page = await desk.facilitate();
});
afterEach(async () => {
  await page.context().close();
  desk.clear();
});

async function splitBehind(words: string): Promise<void> {
  await page.getByRole('button', { name: 'Write in item 1' }).click();
  await shown(page.locator('[role="textbox"]:focus'));
  await pause(300);
  await page.keyboard.press('Home');
  for (let count = 0; count < words.length; count += 1) await page.keyboard.press('ArrowRight');
  // The editor hears of the caret after the key.
  await pause(100);
  await hall.goOffline(page);
  await page.getByRole('button', { name: 'Split here' }).click();
  await shown(page.getByRole('button', { name: 'Undo this' }));
}

const splitElsewhere = (words: string): Promise<void> =>
  desk.edit((doc) => void splitItem(doc, readItems(doc)[0]!.id, words.length));

test('CH65 whoever has split at the same time as another, whose part stands, has nothing to take back any more', async () => {
  await splitBehind('We meet again ');
  await splitElsewhere('We meet ');
  await hall.goOnline(page);
  await gone(page.getByRole('button', { name: 'Undo this' }));
  await desk.reads('We meet', 'again in May.', 'We publish the report.');
  await page.getByRole('button', { name: 'Undo', exact: true }).click({ force: true });
  await pause(500);
  expect(desk.items).toEqual(['We meet', 'again in May.', 'We publish the report.']);
  await hall.shoot(page, 'split-elsewhere');
});

test('CH65 whose part stands takes it back, and every word is there once', async () => {
  await splitBehind('We meet ');
  await splitElsewhere('We meet again ');
  await hall.goOnline(page);
  await desk.reads('We meet', 'again in May.', 'We publish the report.');
  await page.getByRole('button', { name: 'Undo this' }).click();
  await desk.reads('We meet again in May.', 'We publish the report.');
  await shown(page.getByText('We meet again in May.'));
});
