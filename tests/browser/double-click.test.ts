import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkshop, type Workshop } from '../support/people.ts';
import { Hall } from './support/hall.ts';
import { shown } from './support/looking.ts';
import { seat } from './support/seat.ts';
import { landOnNext } from './support/thumb.ts';

/** A facilitator who clicks twice where once is meant. */
let hall: Hall;
let workshop: Workshop;
let page: Page;

beforeAll(async () => {
  hall = await Hall.open('double-click');
  workshop = await createWorkshop(hall.server.address, 'Rights', ['Labour', 'Health', 'Water']);
  page = await seat(hall, 'facilitator', workshop.facilitator, 'laptop');
});
afterAll(() => hall.close());

/** Milliseconds between two clicks of one who clicks twice. */
const between = 200;

const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Clicks, and once more in the moment in which the button means something else. */
async function clickTwice(name: string, next: string): Promise<void> {
  const sign = { selector: `button[aria-label="${next}"]`, attribute: 'type' };
  const landed = await landOnNext(page, sign, [], between);
  await button(name).click();
  await landed();
}

test('SC20 a double click goes on by one step, and a later click by the next', async () => {
  await page.goto(`${hall.address}/w/${workshop.workshopId}`);
  await clickTwice('Go on: Group work', 'Go on: Plenary');
  await shown(button('Go on: Plenary'));
  await button('Go on: Plenary').click();
  await shown(button('Go on: Preparing the charter'));
});

test('SC20 a double click is no answer to the question that it has raised', async () => {
  const sign = { selector: 'dialog button', attribute: 'type' };
  const landed = await landOnNext(page, sign, [], between);
  await page.getByRole('radio', { name: 'Closed', exact: true }).click();
  await landed();
  await shown(button('Close the workshop'));
  await button('Cancel').click();
  await shown(button('Go on: Preparing the charter'));
});

test('SC20 a double click lets one group present, not the one after it', async () => {
  await page.goto(`${hall.address}/w/${workshop.workshopId}/presenting`);
  const sign = { selector: 'h1 [dir="auto"]', attribute: 'dir' };
  const first = page.getByRole('button', { name: /Labour/ }).first();
  await shown(first);
  const box = (await first.boundingBox())!;
  const landed = await landOnNext(page, sign, [[box.x + box.width / 2, box.y + box.height / 2]], between);
  await first.click();
  await landed();
  // A second press would have been answered by now.
  await page.waitForTimeout(1_000);
  await shown(page.getByRole('heading', { level: 1, name: /Labour/ }));
  await shown(page.getByRole('button', { name: 'Next group: Health' }));
  expect(hall.troubles).toEqual([]);
});
