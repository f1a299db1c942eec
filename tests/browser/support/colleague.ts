import type { Page } from 'playwright-core';
import type { atDesk } from './at-desk.ts';
import { number } from './desk.ts';
import { shown } from './looking.ts';
import { cellOf } from './strategy.ts';

/** Cy of the same group, with a laptop and the table open. */
export async function colleague({ desk, hall }: ReturnType<typeof atDesk>): Promise<Page> {
  const cy = await hall.enter('Cy', 'laptop');
  await cy.goto(`${hall.address}/j/${desk.workshop.joinCode}`);
  await cy.getByLabel('Your name').fill('Cy');
  await cy.getByRole('radio', { name: 'Labour' }).check({ force: true });
  await cy.getByRole('button', { name: 'Join', exact: true }).click();
  await cy.waitForURL(/\/w\/[^/]+$/);
  await cy.goto(`${hall.address}/w/${desk.workshop.workshopId}/${desk.document}`);
  await shown(cellOf(cy, number, 'text'));
  return cy;
}
