import { applyChange } from '@board/shared/model/plain-edit';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { removeRow } from '@board/shared/model/strategy-edits';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { until } from '../support/until.ts';
import { atDesk } from './support/at-desk.ts';
import { colleague } from './support/colleague.ts';
import { number } from './support/desk.ts';
import { gone, shown, shows } from './support/looking.ts';
import { cellOf, rowOf, typeInto } from './support/strategy.ts';
import { rowsOf } from './support/table.ts';

/** Words that went stay on offer on the device, whatever page saw them go, until somebody answers. */
const here = atDesk('kept-offers');

const typed = 'an hour of words typed in the train';

async function pressRemove(page: Page): Promise<void> {
  await rowOf(page, number)
    .getByRole('button', { name: `What to do with recommendation ${number}` })
    .click();
  await page.getByRole('menuitem', { name: 'Remove the row' }).click();
  await gone(rowOf(page, number));
}

/** Cy types offline in a row that this desk’s person removes meanwhile. */
async function writeWhileItGoes(cy: Page): Promise<void> {
  const { desk, hall } = here;
  await typeInto(cy, number, 'text', 'base ');
  await desk.isRead('base');
  await hall.goOffline(cy);
  await cy.keyboard.type(typed, { delay: 10 });
  await cy.waitForTimeout(500);
  await pressRemove(desk.page);
}

const offer = (page: Page) => page.getByRole('definition').filter({ hasText: typed });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const texts = (): string[] => rowsOf(here.desk).flatMap(({ actions }) => actions.map(({ text }) => text));
const firstCell = (doc: Y.Doc) => {
  const [row] = readStrategy(doc);
  return cellFragment(doc, { row: row!.id, action: row!.actions[0]!.id, cell: 'text' })!;
};

test('TA90 words whose row went are offered in the table, also where a page without it was the first to hear of that', async () => {
  const { hall } = here;
  const cy = await colleague(here);
  // Loaded once, so that the page opens without network.
  await link(cy, 'Take home').first().click();
  await shown(cy.locator('main').getByRole('button', { name: 'Word' }).first());
  await link(cy, 'My group').click();
  await shown(cellOf(cy, number, 'text'));
  await writeWhileItGoes(cy);
  await cy.keyboard.press('Escape');
  await link(cy, 'Take home').first().click();
  // Until the table’s own connection is closed.
  await cy.waitForTimeout(3500);
  await hall.goOnline(cy);
  const file = cy.waitForEvent('download', { timeout: 60_000 });
  await cy.locator('main').getByRole('button', { name: 'Word' }).first().click();
  await file;
  await cy.waitForTimeout(3500);
  await link(cy, 'My group').click();
  await shown(offer(cy));
  await cy.getByRole('button', { name: 'Put my words back' }).click();
  await until('the row is back with its words', () => texts().join().includes(typed));
  await shown(rowOf(cy, number));
  await cy.context().close();
});

test('TA91 an offer outlasts another page and a reload, and is gone from the device when it is answered', async () => {
  const { desk, hall } = here;
  const cy = await colleague(here);
  await writeWhileItGoes(cy);
  await hall.goOnline(cy);
  await shows(cy, typed);
  await link(cy, 'Charter').click();
  await cy.waitForTimeout(3000);
  await link(cy, 'My group').click();
  await shown(offer(cy));
  await cy.reload();
  await shown(offer(cy));
  await cy.getByRole('button', { name: 'Put my words back' }).click();
  await until('the row is back with its words', () => texts().join().includes(typed));
  expect(rowsOf(desk)[0]!.recommendation).not.toBeNull();
  await cy.reload();
  await shown(rowOf(cy, number));
  await cy.waitForTimeout(500);
  expect(await offer(cy).count()).toBe(0);
  expect(await cy.evaluate((words) => JSON.stringify(localStorage).includes(words), typed)).toBe(false);
  await cy.context().close();
});

test('TA91 words of others that went with what I removed stay on offer, too, until I leave them out', async () => {
  const { desk, hall } = here;
  const { page } = desk;
  await desk.othersWrite((doc) => fillFragment(firstCell(doc), 'first'));
  await shown(cellOf(page, number, 'text').getByText('first'));
  await hall.goOffline(page);
  await pressRemove(page);
  await desk.othersWrite((doc) => applyChange(firstCell(doc), { at: 5, removed: 0, inserted: ' and theirs' }, null));
  await hall.goOnline(page);
  const theirs = page.getByRole('definition').filter({ hasText: 'and theirs' });
  await shown(theirs);
  await link(page, 'Charter').click();
  await page.waitForTimeout(3000);
  await link(page, 'My group').click();
  await shown(theirs);
  await page.reload();
  await shown(theirs);
  await page.getByRole('button', { name: 'Leave them out' }).click();
  await gone(theirs);
  await page.reload();
  await shows(page, 'Labour');
  await page.waitForTimeout(1500);
  expect(await theirs.count()).toBe(0);
  expect(texts()).toEqual([]);
});

test('TA92 while the table is closed an offer can be read and copied, and put back when it is open again', async () => {
  const { desk, hall } = here;
  const cy = await colleague(here);
  await writeWhileItGoes(cy);
  await hall.goOnline(cy);
  await shows(cy, typed);
  const group = `${desk.at}/groups/${desk.workshop.groups[0]!.id}`;
  await desk.facilitator.must('PATCH', group, { open: false });
  await shown(offer(cy));
  await shown(cy.getByRole('button', { name: 'Copy all' }));
  for (const name of ['Put my words back', 'Put it back']) await gone(cy.getByRole('button', { name }));
  await hall.examine(cy, 'an offer in a table that is closed');
  await cy.reload();
  await shown(offer(cy));
  await cy.getByRole('button', { name: 'Copy all' }).click();
  await shows(cy, 'Copied');
  await desk.facilitator.must('PATCH', group, { open: true });
  await cy.getByRole('button', { name: 'Put my words back' }).click();
  await until('the row is back with its words', () => texts().join().includes(typed));
  await cy.context().close();
});

test('TA91 an offer that is answered in one tab is gone from the other', async () => {
  const { desk, hall } = here;
  const cy = await colleague(here);
  await writeWhileItGoes(cy);
  await cy.keyboard.press('Escape');
  await hall.goOnline(cy);
  await shown(offer(cy));
  const tab = await cy.context().newPage();
  await tab.goto(`${hall.address}/w/${desk.workshop.workshopId}/${desk.document}`);
  await shown(offer(tab));
  await tab.getByRole('button', { name: 'Leave them out' }).click();
  for (const one of [tab, cy]) await gone(offer(one));
  await cy.context().close();
});

test('TA91 what stood in an open cell whose row somebody removed on purpose is offered on the next page, too', async () => {
  const { desk } = here;
  const { page } = desk;
  await desk.othersWrite((doc) => fillFragment(firstCell(doc), 'Read by all for long'));
  await shown(cellOf(page, number, 'text').getByText('Read by all for long'));
  await typeInto(page, number, 'text', '');
  await desk.othersWrite((doc) => void removeRow(doc, readStrategy(doc)[0]!.id));
  await shown(page.getByRole('button', { name: 'Put it back' }));
  await page.reload();
  await shown(page.getByRole('definition').filter({ hasText: 'Read by all for long' }));
  await page.getByRole('button', { name: 'Put my words back' }).click();
  await until('the row is back', () => texts().join() === 'Read by all for long');
});

test('TA92 who was removed from the workshop reads and copies what was on offer beside the other words of the device', async () => {
  const { desk, hall } = here;
  const cy = await colleague(here);
  await writeWhileItGoes(cy);
  await hall.goOnline(cy);
  // Not only in the cell, where the words stand until the server has answered.
  await shown(
    cy.getByRole('button', { name: 'Put my words back' }).or(cy.getByRole('button', { name: 'Put it back' })),
  );
  const people = await desk.facilitator.must<{ personId: string; name: string }[]>('GET', `${desk.at}/people`);
  await desk.facilitator.must('DELETE', `${desk.at}/people/${people.find(({ name }) => name === 'Cy')!.personId}`);
  await shown(cy.getByRole('heading', { name: 'You were removed from this workshop' }));
  await shows(cy, typed);
  await hall.examine(cy, 'an offer of who was removed');
  await cy.getByRole('button', { name: 'Throw away' }).last().click();
  await gone(cy.getByText(typed));
  await cy.context().close();
  // What the server answers to somebody who was removed.
  const others = hall.troubles.splice(0).filter((trouble) => !trouble.includes('403 (Forbidden)'));
  hall.troubles.push(...others);
});
