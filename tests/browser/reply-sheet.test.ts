import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CellMade, workbook } from '../../client/src/files/import/fixtures.ts';
import { until } from '../support/until.ts';
import { type CatalogueDesk, facilitatedCatalogue, paste } from './support/catalogue-desk.ts';
import type { Hall } from './support/hall.ts';
import { file } from './support/list-files.ts';
import { gone, shown, shows } from './support/looking.ts';

/** A list with several numbers in one cell, and the State's reply to it as a sheet. Each test goes on from the one before. */
let hall: Hall;
let desk: CatalogueDesk;
let page: Page;

beforeAll(async () => {
  ({ hall, desk, page } = await facilitatedCatalogue('reply-sheet'));
});
afterAll(async () => {
  desk?.close();
  await hall?.close();
});

const noTrouble = (): void => expect(hall.troubles.splice(0)).toEqual([]);

test('UP105 several numbers in one cell are told on their line, and one press makes each a recommendation', async () => {
  const list = [
    'No;Recommendation;State',
    ...Array.from({ length: 9 }, (_, at) => `110.${at + 1};Plant tree ${at + 1} by the river;Togo`),
    '110.10 and 110.11;Mend the wells of the north;Peru',
    '110.12;Open the archives of the courts;Chad',
  ].join('\n');
  await paste(page, list);
  await shown(page.getByRole('heading', { name: '11 recommendations found' }));
  await shows(page, /several numbers stand in the place of one/);
  await hall.examine(page, 'several numbers');
  await page.getByRole('button', { name: 'Make a recommendation each of 110.10, 110.11' }).first().click();
  await gone(page.getByText(/several numbers stand in the place of one/));
  await page.getByRole('button', { name: 'Take in 12 recommendations' }).click();
  await until('the catalogue is there', () => desk.list.length === 12);
  expect([desk.one('110.10').text, desk.one('110.11').text]).toEqual(
    Array(2).fill({ en: 'Mend the wells of the north' }),
  );
  noTrouble();
});

test('ME62 ME63 the reply as a sheet sets its positions, with the zero that the sheet has taken named', async () => {
  await page.getByRole('button', { name: 'Take in recommendations' }).click();
  const rows = Array.from({ length: 12 }, (_, at): CellMade[] => [
    Number(`110.${at + 1}`),
    at % 2 === 0 ? 'Supported' : 'Noted',
  ]);
  const sheet = await workbook([{ name: 'Reply', rows: [['No.', 'Position'], ...rows] }]);
  await page.locator('input[type=file]').setInputFiles(file('reply.xlsx', sheet));
  await shown(page.getByRole('heading', { name: /The State’s reply/ }));
  await shows(page, /printed “110.1”, read as 110.10/);
  await hall.examine(page, 'a reply as a sheet');
  await page.getByRole('button', { name: 'Set 12 positions' }).click();
  await until('the positions are set', () => desk.list.every(({ position }) => position !== 'pending'));
  expect([desk.one('110.1').position, desk.one('110.10').position]).toEqual(['supported', 'noted']);
  noTrouble();
});
