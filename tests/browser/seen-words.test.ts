import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { atDesk } from './support/at-desk.ts';
import { colleague } from './support/colleague.ts';
import { number } from './support/desk.ts';
import { shown } from './support/looking.ts';
import { cellOf, typeInto } from './support/strategy.ts';

/** Two people who edit each other’s words, in view of each other: nobody is offered anything back. */
const here = atDesk('seen-words');

/** Chooses a word in the open cell, with the caret at its end. */
async function choose(page: Page, word: string): Promise<void> {
  await page
    .locator('[contenteditable="true"] p')
    .first()
    .evaluate((line, wanted) => {
      const text = line.firstChild as Text;
      const at = text.data.indexOf(wanted);
      getSelection()?.setBaseAndExtent(text, at, text, at + wanted.length);
    }, word);
  // The editor reads a selection a moment after the browser has made it.
  await page.waitForTimeout(200);
}

async function expectNoOffers(...pages: Page[]): Promise<void> {
  for (const page of pages) {
    await page.waitForTimeout(700);
    expect(await page.getByRole('definition').allTextContents()).toEqual([]);
    expect(await page.getByRole('button', { name: /words back/ }).count()).toBe(0);
  }
}

test('TA84 who corrects a neighbour’s fresh words is thanked by no banner, at either', async () => {
  const { desk } = here;
  const { page } = desk;
  const cy = await colleague(here);
  await typeInto(cy, number, 'text', 'We trian all the jugdes');
  await desk.isRead('We trian all the jugdes');
  await shown(cellOf(page, number, 'text').getByText('We trian all the jugdes'));
  await typeInto(page, number, 'text', '');
  await choose(page, 'trian');
  await page.keyboard.type('train', { delay: 30 });
  await choose(page, 'jugdes');
  await page.keyboard.press('Delete');
  await page.keyboard.type('judges', { delay: 30 });
  await desk.isRead('We train all the judges');
  await expectNoOffers(cy, page);
  await cy.context().close();
});

test('TA85 who divides a colleague’s line, or makes a list of it, is offered nothing that the colleague takes out then', async () => {
  const { desk } = here;
  const { page } = desk;
  const cy = await colleague(here);
  await typeInto(page, number, 'text', 'Train judges and publish the budget of the courts');
  await desk.isRead('Train judges and publish the budget of the courts');
  await shown(cellOf(cy, number, 'text').getByText('of the courts'));
  await typeInto(cy, number, 'text', '');
  await choose(cy, 'and');
  await cy.keyboard.press('ArrowLeft');
  await cy.waitForTimeout(200);
  await cy.keyboard.press('Enter');
  await desk.isRead('Train judges\nand publish the budget of the courts');
  // Who edits the second line has seen it.
  await shown(page.locator('[contenteditable="true"] p').nth(1));
  await page.waitForTimeout(200);
  await page.keyboard.press('Control+End');
  for (let at = 0; at < ' of the courts'.length; at++) await page.keyboard.press('Backspace');
  await desk.isRead('Train judges\nand publish the budget');
  await cy.getByRole('button', { name: 'List', exact: true }).click();
  await shown(cellOf(page, number, 'text').locator('li').first());
  await page.keyboard.press('Control+End');
  for (let at = 0; at < ' the budget'.length; at++) await page.keyboard.press('Backspace');
  await desk.isRead('Train judges\nand publish');
  await expectNoOffers(cy, page);
  await cy.context().close();
});
