import type { Locator, Page } from 'playwright-core';
import { gone, shown } from './looking.ts';

export type Choice = 'Agree' | 'Agree with reservation' | 'Stand aside' | 'Block';

/** The sheet of an open vote on a phone, by its heading. */
const sheetOf = (phone: Page, about: string | RegExp): Locator =>
  phone.getByRole('article', { name: about, exact: true });

/**
 * A thumb chooses a position, says why where that is asked for, and sends the ballot. `about` is the heading of the vote, for
 * tests that go from one to the next: the phone may still show the one before, and a result names the positions too.
 */
export async function choose(
  phone: Page,
  choice: Choice,
  why = '',
  about: string | RegExp = /^Vote on/,
): Promise<void> {
  const sheet = sheetOf(phone, about);
  await sheet.getByRole('radio', { name: choice, exact: true }).tap();
  if (why !== '') await sheet.getByRole('textbox').fill(why);
  await sheet.getByRole('button', { name: /Send (my|the changed) ballot/ }).tap();
}

/** Chooses, and waits until the server says that this vote's ballot is counted. */
export async function vote(phone: Page, choice: Choice, why = '', about: string | RegExp = /^Vote on/): Promise<void> {
  await choose(phone, choice, why, about);
  await shown(sheetOf(phone, about).getByText('The server has it. You can change it until the vote is closed.'));
}

/** The facilitator opens a vote on an item, or on the whole charter, by consensus and with a third of the roll as quorum. */
export async function openVote(page: Page, on: number | 'whole'): Promise<void> {
  if (on === 'whole') await page.getByRole('button', { name: 'Vote on the whole charter' }).click();
  else
    await page
      .getByRole('listitem')
      .nth(on - 1)
      .getByRole('button', { name: /^Vote/ })
      .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('How many must vote?').selectOption('1/3');
  await dialog.getByRole('button', { name: 'Open the vote' }).click();
  await gone(dialog);
}

/** The facilitator closes the open vote, when as many have voted as the page must show. */
export async function closeVote(page: Page, turnout: string): Promise<void> {
  const running = page.getByRole('region', { name: 'Open vote' });
  await shown(running.getByText(turnout, { exact: true }));
  await running.getByRole('button', { name: 'Close the vote' }).click();
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: 'Close the vote' })
    .click();
  await gone(running);
}
