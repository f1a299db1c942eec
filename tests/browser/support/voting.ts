import type { Page } from 'playwright-core';
import { gone, shown, shows } from './looking.ts';

export type Choice = 'Agree' | 'Agree with reservation' | 'Stand aside' | 'Block';

/** A thumb chooses a position, says why where that is asked for, and sends the ballot. */
export async function choose(phone: Page, choice: Choice, why = ''): Promise<void> {
  await phone.getByText(choice, { exact: true }).first().tap();
  if (why !== '') await phone.getByRole('textbox').fill(why);
  await phone.getByRole('button', { name: /Send (my|the changed) ballot/ }).tap();
}

/** Chooses, and waits until the server says that the ballot is counted. */
export async function vote(phone: Page, choice: Choice, why = ''): Promise<void> {
  await choose(phone, choice, why);
  await shows(phone, 'The server has it. You can change it until the vote is closed.');
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
