import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { type CatalogueDesk, facilitatedCatalogue, paste } from './support/catalogue-desk.ts';
import type { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';

/** Lines that are nearly known, and a list that is another one, on the facilitator's page. Each test goes on from the one before. */
let hall: Hall;
let desk: CatalogueDesk;
let page: Page;

beforeAll(async () => {
  ({ hall, desk, page } = await facilitatedCatalogue('alike-lines'));
});
afterAll(async () => {
  desk?.close();
  await hall?.close();
});

const noTrouble = (): void => expect(hall.troubles.splice(0)).toEqual([]);
const numbered = (...rows: string[]) => ['No,Recommendation,State,Position', ...rows].join('\n');

test('UP80 the only list of the preview is not called “the others”, and a list under other numbers is called another one before anything is chosen', async () => {
  await paste(
    page,
    numbered(
      '7.1,Count all rivers of the northern valley,Estonia,Pending',
      '7.2,Let the ferries sail at night and on feast days,Chad,Pending',
      '7.3,Mend the bells of the old schools,Peru,Pending',
    ),
  );
  await page.getByRole('button', { name: 'Take in 3 recommendations' }).click();
  await until('the catalogue is there', () => desk.list.length === 3);
  await paste(
    page,
    numbered('121.1,Abolish tolls,Peru,Noted', '121.2,Print maps,Chad,Noted', '121.3,Light piers,Mali,Noted'),
  );
  await shows(page, 'This looks like another list');
  await shown(page.getByRole('heading', { name: '3 recommendations', exact: true }));
  await hall.shootWhole(page, 'another-list');
  await page.getByRole('button', { name: 'Take in 3 recommendations' }).click();
  await shown(page.getByRole('heading', { name: 'What would change' }));
  await shows(page, 'This looks like another list');
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
  await shown(page.getByRole('button', { name: 'Nothing is chosen' }));
  await shown(page.getByRole('button', { name: 'Take all' }));
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Back to the text' }).click();
  await page
    .getByRole('button', { name: /Cancel|Back to the catalogue|Close/ })
    .first()
    .click();
  noTrouble();
});

test('ME56 a line without a number of which one word has changed is asked about with both texts', async () => {
  await paste(
    page,
    [
      'Recommendation,State,Response',
      'Count all rivers of the northern valley,Estonia,Pending',
      'Let the boats sail at night and on feast days,Chad,Noted',
    ].join('\n'),
  );
  await page.getByRole('button', { name: 'Number them' }).click();
  await page.getByRole('button', { name: 'Take in 2 recommendations' }).click();
  await shown(page.getByRole('heading', { name: 'Perhaps 1 recommendation of the catalogue in other words' }));
  await shown(page.locator('del', { hasText: 'ferries' }));
  await shown(page.locator('ins', { hasText: 'boats' }));
  await shown(page.getByRole('button', { name: 'Nothing is chosen' }));
  await hall.shootWhole(page, 'alike');
  await hall.examine(page, 'lines that are nearly known');
  await page.getByLabel('What it is: 7.2').selectOption({ label: 'It is 7.2, in other words' });
  await page.getByRole('button', { name: 'Take in: 0 new, 1 changed' }).click();
  await until('the words are changed', () => desk.one('7.2').text['en']!.includes('boats'));
  expect([desk.list.length, desk.one('7.2').position]).toEqual([3, 'noted']);
  await gone(page.getByRole('heading', { name: 'What would change' }));
  noTrouble();
});
