import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { root } from '../../scripts/run.ts';
import { type Cast, groups, title } from '../cast.ts';
import { shown, shows } from '../support/looking.ts';

/** The facilitator creates the workshop on the start page and comes to the control page. */
export async function createWorkshop(cast: Cast): Promise<void> {
  const { facilitator: page, hall } = cast;
  await page.goto(hall.address);
  await shown(page.getByRole('heading', { name: 'Create a workshop' }));
  await hall.shoot(page, 'start');
  await hall.examine(page, 'start');
  await page.getByLabel('Title of the workshop').fill(title);
  await page.getByLabel('Country under review').fill('Exampleland');
  await page.getByText('Own names', { exact: true }).click();
  for (const [place, name] of groups.entries()) await page.getByLabel(`Name of group ${place + 1}`).fill(name);
  await page.getByRole('button', { name: 'Create the workshop' }).click();
  await page.waitForURL(/\/w\/[^/]+$/);
  await shown(page.getByRole('heading', { name: title }));
  await shown(page.getByRole('img', { name: /QR code/ }));
  await page.getByRole('link', { name: 'Copy the address, make new links' }).click();
  const address = await page.getByLabel('Short address').inputValue();
  cast.joinCode = address.slice(address.lastIndexOf('/') + 1);
  expect(cast.joinCode).toMatch(/^[0-9A-Z]{6}$/);
  cast.workshop = page.url().replace(/#.*$/, '');
  await hall.shoot(page, 'control-empty');
  await hall.examine(page, 'control');
}

/** The facilitator pastes the report, looks at what was found, and takes it in. */
export async function takeInReport(cast: Cast): Promise<void> {
  const { facilitator: page, hall } = cast;
  const text = await readFile(`${root}tests/browser/fixtures/invented-report.txt`, 'utf8');
  await page.goto(`${cast.workshop}/catalogue`);
  await page.getByRole('button', { name: 'Take in recommendations' }).click();
  await page.getByLabel('Paste the recommendations here').fill(text);
  await page.getByRole('button', { name: 'See what is in it' }).click();
  await shown(page.getByRole('heading', { name: '24 recommendations found' }));
  await shows(page, 'Bolivia');
  await hall.shoot(page, 'catalogue-preview');
  await hall.examine(page, 'catalogue preview');
  await page.getByRole('button', { name: 'Take in 24 recommendations' }).click();
  await shows(page, '24 recommendations were taken in.');
  await shown(page.getByText('110.10', { exact: true }).first());
  await hall.shoot(page, 'catalogue');
  await hall.examine(page, 'catalogue');
}
