import type { Locator, Page } from 'playwright-core';
import { shown } from './looking.ts';

/** A group's strategy as people handle it: as a grid on a laptop, as cards on a phone. */

/** The row of a recommendation, on either. */
export function rowOf(page: Page, number: string): Locator {
  return page.locator(`[aria-label="recommendation ${number}"]`);
}

/** A cell of a row's first action, or of the row itself, on a laptop. */
export function cellOf(page: Page, number: string, cell: string): Locator {
  return rowOf(page, number).locator(`[data-cell$=".${cell}"]`).first();
}

/** Opens a cell with the keyboard and types; the cell stays open. */
export async function typeInto(page: Page, number: string, cell: string, words: string): Promise<void> {
  const place = cellOf(page, number, cell);
  await place.focus();
  await place.press('Enter');
  await shown(place.locator('[contenteditable="true"]'));
  await page.keyboard.type(words, { delay: 15 });
}

/** Types and leaves the cell with Escape. */
export async function write(page: Page, number: string, cell: string, words: string): Promise<void> {
  await typeInto(page, number, cell, words);
  await page.keyboard.press('Escape');
}

/** Types on a phone: a press on the field's button opens it over the whole screen. */
export async function writeOnPhone(page: Page, number: string, field: string, words: string): Promise<void> {
  await rowOf(page, number)
    .getByRole('button', { name: `Write in: ${field}` })
    .tap();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox').pressSequentially(words, { delay: 15 });
  await sheet.getByRole('button', { name: 'Done' }).tap();
}

/** Says that an action lasts from March to October of next year. */
export async function setTimeframe(page: Page, number: string): Promise<void> {
  const place = cellOf(page, number, 'timeframe');
  await place.focus();
  await place.press('Enter');
  const dialog = page.getByRole('dialog');
  const year = String(new Date().getFullYear() + 1);
  await dialog.getByLabel('First month').selectOption({ label: 'March' });
  await dialog.getByLabel('First year').selectOption(year);
  await dialog.getByLabel('Last month').selectOption({ label: 'October' });
  await dialog.getByLabel('Last year').selectOption(year);
  await dialog.getByRole('button', { name: 'Save' }).click();
}

/** Adds recommendations from the catalogue by their numbers. */
export async function addFromCatalogue(page: Page, numbers: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Add recommendations' }).click();
  const dialog = page.getByRole('dialog');
  for (const number of numbers) {
    await dialog.getByLabel('Search by number, words or State').fill(number);
    await dialog.getByRole('button', { name: `Add ${number}`, exact: true }).click();
    await shown(dialog.getByText('In your strategy').first());
  }
  await dialog.getByRole('button', { name: 'Done' }).click();
}

/** Marks a row as one that the group presents. */
export async function markPriority(page: Page, number: string): Promise<void> {
  await rowOf(page, number)
    .getByRole('button', { name: `What to do with recommendation ${number}` })
    .click();
  await page.getByRole('menuitem', { name: 'Present as a priority' }).click();
  await shown(rowOf(page, number).getByText('Priority', { exact: true }));
}

/** Gives a row's first action to the charter. */
export async function giveToCharter(page: Page, number: string): Promise<void> {
  await cellOf(page, number, 'text').focus();
  await rowOf(page, number).getByRole('button', { name: 'Give to the charter' }).first().click();
  await shown(rowOf(page, number).getByText('For the charter', { exact: true }));
}
