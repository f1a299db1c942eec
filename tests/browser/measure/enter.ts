import type { DocumentName } from '@board/shared/ids';
import type { Page } from 'playwright-core';
import type { Workshop } from '../../support/people.ts';
import { shown } from '../support/looking.ts';

/** What can be known of a strategy before it is opened in a browser. */
export interface Place {
  workshop: Workshop;
  document: DocumentName;
}

/** Joins under a name, in the group Labour; `host` is what the address bar shows. */
export async function joinAs(page: Page, host: string, name: string, { workshop }: Place): Promise<void> {
  await page.goto(`${host}/j/${workshop.joinCode}`);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('radio', { name: 'Labour' }).check({ force: true });
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.waitForURL(/\/w\/[^/]+$/);
}

/** Opens the strategy and waits until it is there and stored. */
export async function openStrategy(page: Page, host: string, { workshop, document }: Place): Promise<void> {
  await page.goto(`${host}/w/${workshop.workshopId}/${document}`);
  await shown(page.getByRole('status').filter({ hasText: /^Saved/ }));
}

/** Opens a cell with the keyboard. */
export async function openCell(page: Page, key: string): Promise<void> {
  const cell = page.locator(`[id="cell-${key}"]`);
  await cell.focus();
  await cell.press('Enter');
  await shown(cell.locator('[contenteditable="true"]'));
}

/** All words that stand in the cells of the table, those too that are not drawn just now. */
export async function wordsIn(page: Page): Promise<string[]> {
  const lines = await page.locator('[data-cell] p').evaluateAll((all) => all.map((line) => line.textContent ?? ''));
  return lines.join('\n').split(/\s+/);
}
