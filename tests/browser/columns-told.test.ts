import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { workbook } from '../../client/src/files/import/fixtures.ts';
import { CatalogueDesk } from './support/catalogue-desk.ts';
import { Hall } from './support/hall.ts';
import { shown, shows } from './support/looking.ts';
import { realTroubles } from './support/table.ts';

let hall: Hall;

beforeAll(async () => {
  hall = await Hall.open('columns-told');
});
afterAll(() => hall.close());
afterEach(() => expect(realTroubles(hall.troubles)).toEqual([]));

test('UP90 UP96 columns that were told by their cells, columns that are left and other sheets are said on the page, and a column is chosen otherwise', async () => {
  const row = (number: string, position: string, desk: string) => [
    number,
    `Mend the wells of ${number}`,
    'Peru',
    position,
    desk,
  ];
  const heads = ['Serial', 'Recommendation', 'State', 'What the State said', 'Desk'];
  const sheets = [
    { name: 'First', rows: [heads, row('7.1', 'Accepted', 'Ann'), row('7.2', 'Rejected', 'Bo')] },
    { name: 'Second', rows: [heads, row('8.1', 'Accepted', 'Ann')] },
  ];
  const bytes = await workbook(sheets);
  const desk = await CatalogueDesk.set(hall);
  const page = await desk.openAsFacilitator('laptop');
  await page.getByRole('button', { name: 'Take in recommendations' }).first().click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'list.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  await shown(page.getByRole('heading', { name: /2 recommendations found/ }));
  await shows(page, /told by their cells.*Serial · What the State said/s);
  await shows(page, /Other sheets look like lists too.*Second \(2\)/s);
  await page.getByText(/notes? on the list as a whole/).click();
  await shows(page, /These columns are not taken in.*Desk/s);
  await hall.examine(page, 'columns told');
  await hall.shootWhole(page, 'columns-told');
  await page.getByText('What the columns hold', { exact: true }).click();
  await page.getByLabel(/What the State said/).selectOption('');
  await shows(page, /These columns are not taken in.*What the State said · Desk/s);
  await page.getByLabel(/What the State said/).selectOption('position');
  await page.getByRole('button', { name: /^Take in 2 recommendations/ }).click();
  await expect
    .poll(() => desk.list.map(({ number, position }) => `${number} ${position}`), { timeout: 30_000 })
    .toEqual(['7.1 supported', '7.2 noted']);
});
