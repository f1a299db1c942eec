import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import { showPart } from './support/screen.ts';

/** What is picked instead of typed, and the questions that help, in the demonstration's strategies. */

let hall: Hall;
let page: Page;
let workshop: string;

beforeAll(async () => {
  hall = await Hall.open('pickers');
  page = await hall.enter('facilitator', 'laptop');
  await page.goto(hall.address);
  await page.getByRole('button', { name: 'Open a demonstration' }).click();
  await page.waitForURL(/\/w\/[^/]+$/);
  workshop = page.url();
});
afterAll(async () => {
  expect(hall.troubles.splice(0)).toEqual([]);
  await hall?.close();
});

const cell = (kind: string) => page.locator(`[data-cell$=".${kind}"]`).first();

async function openGroup(name: string): Promise<void> {
  await page.goto(workshop);
  await page.getByRole('link', { name }).first().click();
  await shown(cell('sdg'));
}

test('TA100 in the demonstration an action can be timed up to a goalpost', async () => {
  await openGroup('Civil and political rights');
  await cell('timeframe').click();
  const goalposts = page.getByRole('dialog').getByRole('group', { name: 'Until' }).getByRole('button');
  await expect.poll(() => goalposts.count()).toBe(3);
  await hall.shoot(page, 'goalposts');
  await page.keyboard.press('Escape');
  await page.goto(workshop);
});

test('ST65 the facilitator sets the goalposts after having seen what is proposed', async () => {
  await showPart(page, 'Preparation');
  for (const goalpost of ['Mid-term report', 'Next review'])
    for (const part of ['month', 'year']) await page.getByLabel(`${goalpost}: ${part}`).selectOption('');
  await page.getByLabel('Adoption of the review: month').selectOption('03');
  await page.getByLabel('Adoption of the review: year').selectOption('2026');
  await page.getByRole('button', { name: 'Propose what is usual' }).click();
  await shows(page, 'Proposed, counted from the adoption');
  await hall.examine(page, 'goalposts');
  await page.getByRole('button', { name: 'Save the goalposts' }).click();
  await page.reload();
  await shown(page.getByLabel('Next review: year'));
  await expect.poll(() => page.getByLabel('Next review: year').inputValue()).toBe('2030');
});

test('ST67 a target is found by a word and taken with the keyboard alone', async () => {
  await openGroup('Civil and political rights');
  await cell('sdg').click();
  await shows(page, /because of “detention”/);
  await page.keyboard.type('journalists');
  await shown(page.getByRole('option', { name: /16\.10/ }));
  await page.keyboard.press('ArrowDown');
  await hall.examine(page, 'sdg');
  await page.keyboard.press('Enter');
  await shown(page.getByRole('button', { name: 'Remove 16.10' }));
  await page.keyboard.press('Escape');
  await shown(cell('sdg').getByText('16.10 Access to information'));
});

test('ST61 a document symbol is said in words below the open cell, and what was typed stays as it is', async () => {
  await cell('mechanisms').click();
  await page.keyboard.type('cedaw/c/khm/co/6 para. 25(b)');
  await shows(page, 'CEDAW Committee, concluding observations on Cambodia, report 6, para. 25(b)');
  await page.keyboard.press('Escape');
  await shown(cell('mechanisms').getByText('cedaw/c/khm/co/6 para. 25(b)', { exact: true }));
});

test('ST68 another group’s partner is offered and written with the keyboard; what stood before stays', async () => {
  await cell('partners').click();
  await page.keyboard.type('our branch; bar');
  await shown(cell('partners').getByRole('button', { name: 'Bar association' }));
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('; and more');
  await page.keyboard.press('Escape');
  await shown(cell('partners').getByText('our branch; Bar association; and more', { exact: true }));
});

test('ST69 a timeframe in quarters, up to a goalpost', async () => {
  await cell('timeframe').click();
  await page.getByRole('radio', { name: 'Quarters' }).click();
  await page.getByLabel('First quarter').selectOption('1');
  await page.getByLabel('First year').selectOption('2027');
  await page.getByRole('button', { name: /^Mid-term, Sept? 2028/ }).click();
  await hall.examine(page, 'timeframe');
  await page.getByRole('button', { name: 'Save' }).click();
  await shown(cell('timeframe').getByText(/Jan 2027 – Sept? 2028/));
});

test('ST70 questions lead to their place, and are put aside for a row', async () => {
  const mark = page.getByRole('button', { name: /question.* about/ });
  await page.getByRole('button', { name: 'What would make this strategy ready?' }).click();
  await shows(page, 'How will you know that it was done?');
  await hall.examine(page, 'readiness');
  await page
    .getByRole('button', { name: /To the place/ })
    .first()
    .click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id.split('.').at(-1))).toBe('indicator');
  await mark.click();
  await page.getByRole('button', { name: 'Do not ask here again' }).click();
  await gone(mark);
  await page.reload();
  await shown(cell('sdg'));
  await gone(mark);
});

test('ST64 the readiness wall shows the same steps as the group’s page', async () => {
  await page.goto(workshop);
  await page.getByRole('radio', { name: 'Group work' }).click();
  await page.goto(`${workshop}/plenary`);
  const tile = page.getByRole('button', { name: 'Civil and political rights' });
  await shown(tile.getByRole('img', { name: 'Steps made: 1 of 6' }));
  await hall.examine(page, 'wall');
});
