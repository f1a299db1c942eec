import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workbook } from '../../client/src/files/import/fixtures.ts';
import { until } from '../support/until.ts';
import { type CatalogueDesk, facilitatedCatalogue, paste } from './support/catalogue-desk.ts';
import type { Hall } from './support/hall.ts';
import { file } from './support/list-files.ts';
import { gone, shown, shows } from './support/looking.ts';

/** What was changed and decided in the preview stays, whatever is chosen otherwise and wherever somebody goes. Each test goes on from the one before. */
let hall: Hall;
let desk: CatalogueDesk;
let page: Page;

beforeAll(async () => {
  ({ hall, desk, page } = await facilitatedCatalogue('reading-kept'));
});
afterAll(async () => {
  desk?.close();
  await hall?.close();
});

const noTrouble = (): void => expect(hall.troubles.splice(0)).toEqual([]);
const found = (count: number) =>
  shown(page.getByRole('heading', { name: new RegExp(`^${count} recommendations? found$`) }));
const line = (text: string) => page.getByRole('listitem').filter({ hasText: text });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const taking = (number: string) => page.getByRole('checkbox', { name: `Take in ${number}`, exact: true });
const sheet = () => page.getByLabel('Sheet', { exact: true });

async function rewrite(number: string, text: string): Promise<void> {
  await button(`Change ${number}`).click();
  await page.getByLabel('Text', { exact: true }).fill(text);
  await button(`Change ${number}`).click();
}

const heads = ['No', 'Recommendation', 'State', 'Position'];
const threeSheets = () =>
  workbook([
    {
      name: 'List',
      rows: [
        heads,
        ['110.1', 'Mend the roads of the north', 'Peru', 'Supported'],
        ['110.2', 'Open a school in every village', 'Chad', 'Noted'],
        ['110.3', 'Count the boats on the rivers', 'Togo', 'Noted'],
        ['110.4', 'Dig wells where the old ones are dry', 'Mali', 'Half and half'],
      ],
      hiddenRows: [4],
    },
    { name: 'Old list', rows: [heads, ['109.1', 'Mend the old roads', 'Peru', 'Noted']] },
    { name: 'Notes', rows: [['Bring the keys'], ['Buy tea']] },
  ]);

test('UP64 what was changed by hand stays when hidden rows, the meaning of a word and the sheet are chosen otherwise', async () => {
  await button('Take in recommendations').first().click();
  await page.locator('input[type=file]').setInputFiles(file('list.xlsx', await threeSheets()));
  await found(4);
  await rewrite('110.2', 'Open two schools in every village');
  await taking('110.1').uncheck({ force: true });
  await page.getByLabel(/Half and half/).selectOption({ label: 'Supported' });
  await gone(page.getByText('the position was not understood.'));
  await shown(line('Open two schools'));
  await page.getByLabel('Hidden rows').selectOption({ label: 'Leave them out' });
  await found(3);
  await shown(line('Open two schools'));
  expect(await taking('110.1').isChecked()).toBe(false);
  await sheet().selectOption('Old list');
  await found(1);
  await shows(page, '2 of your changes are not in the list as it is read now');
  await hall.examine(page, 'mends that wait');
  await hall.shoot(page, 'mends-that-wait');
  await button('As it was').click();
  await found(3);
  await shown(line('Open two schools'));
  await gone(page.getByText('of your changes'));
  noTrouble();
});

test('UP65 a sheet without a list is no dead end: what is wrong is said, and the list is as it was', async () => {
  await sheet().selectOption('Notes');
  await shows(page, /No recommendations were found in this/);
  expect(await sheet().inputValue()).toBe('Notes');
  expect(await button(/^Take in \d/).count()).toBe(0);
  await hall.examine(page, 'a sheet without a list');
  await hall.shoot(page, 'no-list');
  await button('As it was').click();
  await found(3);
  await shown(line('Open two schools'));
  expect(await sheet().inputValue()).toBe('List');
  await sheet().selectOption('Notes');
  await shows(page, /No recommendations were found in this/);
  await sheet().selectOption('List');
  await found(4);
  await shown(line('Open two schools'));
  expect(await taking('110.1').isChecked()).toBe(false);
  await taking('110.1').check({ force: true });
  noTrouble();
});

test('ME36 a sheet that is said to be the State’s reply and is none leaves the list as it was', async () => {
  await button('This is the State’s reply').click();
  await button('These are recommendations')
    .or(page.getByText(/No positions were found/))
    .first()
    .waitFor();
  if (await button('These are recommendations').isVisible()) await button('These are recommendations').click();
  await shown(line('Open two schools'));
  await button('Take in 4 recommendations').click();
  await until('the catalogue is there', () => desk.list.length === 4);
  expect(desk.one('110.2').text).toEqual({ en: 'Open two schools in every village' });
  noTrouble();
});

test('ME38 who goes back from what would change finds the language as it was chosen, and what was left out', async () => {
  await paste(page, '110.1 Réparer les routes du nord (Peru);\n110.2 Ouvrir les écoles (Chad);\n');
  await found(2);
  await page.getByLabel('Language of the text').selectOption('es');
  await button('Take in 2 recommendations').click();
  await shown(page.getByRole('heading', { name: 'What would change' }));
  expect(await page.getByLabel('Language of the texts').inputValue()).toBe('es');
  await page.getByLabel('Language of the texts').selectOption('fr');
  const texts = page.getByText('Texts in French, so far missing');
  const second = page.getByRole('checkbox', { name: /110\.2/ });
  await texts.click();
  await second.uncheck({ force: true });
  await button('Back').click();
  expect(await page.getByLabel('Language of the text').inputValue()).toBe('fr');
  await button('Take in 2 recommendations').click();
  await texts.click();
  expect(await second.isChecked()).toBe(false);
  await button('Back').click();
  noTrouble();
});

test('UP64 who goes back to the text and comes again, with a line more, finds what was changed', async () => {
  await rewrite('110.1', 'Réparer toutes les routes du nord');
  await button('Back to the text').click();
  const text = page.getByLabel('Paste the recommendations here');
  await text.fill(`${await text.inputValue()}110.3 Compter les bateaux (Togo);\n`);
  await button('See what is in it').click();
  await found(3);
  await shown(line('Réparer toutes les routes'));
  expect(await page.getByLabel('Language of the text').inputValue()).toBe('fr');
  await button('Back to the text').click();
  noTrouble();
});

test('UP64 a text that was changed in letters that were read wrongly waits for a decision', async () => {
  const words = '9.1 Protéger les écoles (Peru);\r\n9.2 Réparer les routes (Chad);\r\n';
  const western = Uint8Array.from(words, (sign) => sign.charCodeAt(0));
  await page.locator('input[type=file]').setInputFiles({ ...file('list.txt', ''), buffer: Buffer.from(western) });
  await found(2);
  await rewrite('9.2', 'Réparer les ponts');
  await page.getByLabel('Letters').selectOption('windows-1251');
  await shows(page, /Protйger/);
  await shows(page, '1 of your changes is not in the list as it is read now');
  await button('Use mine for 9.2').click();
  await shown(line('Réparer les ponts'));
  await gone(page.getByText('of your changes'));
  await page.getByLabel('Letters').selectOption('windows-1252');
  await shows(page, /Protéger les écoles/);
  await shown(line('Réparer les ponts'));
  noTrouble();
});
