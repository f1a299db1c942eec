import { expect, test } from 'vitest';
import { workbook } from '../../client/src/files/import/fixtures.ts';
import { until } from '../support/until.ts';
import { atCatalogue } from './support/at-catalogue.ts';
import { paste } from './support/catalogue-desk.ts';
import { file } from './support/list-files.ts';
import { gone, shown, shows } from './support/looking.ts';

/** What was changed and decided in the preview stays, whatever is chosen otherwise and wherever somebody goes. Each test goes on from the one before. */
const here = atCatalogue('reading-kept');

const button = (name: string | RegExp) => here.page.getByRole('button', { name });
const taking = (number: string) => here.page.getByRole('checkbox', { name: `Take in ${number}`, exact: true });
const sheet = () => here.page.getByLabel('Sheet', { exact: true });

async function rewrite(number: string, text: string): Promise<void> {
  await button(`Change ${number}`).click();
  await here.page.getByLabel('Text', { exact: true }).fill(text);
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
  await here.page.locator('input[type=file]').setInputFiles(file('list.xlsx', await threeSheets()));
  await here.found(4);
  await rewrite('110.2', 'Open two schools in every village');
  await taking('110.1').uncheck({ force: true });
  await here.page.getByLabel(/Half and half/).selectOption({ label: 'Supported' });
  await gone(here.page.getByText('the position was not understood.'));
  await shown(here.line('Open two schools'));
  await here.page.getByLabel('Hidden rows').selectOption({ label: 'Leave them out' });
  await here.found(3);
  await shown(here.line('Open two schools'));
  expect(await taking('110.1').isChecked()).toBe(false);
  await sheet().selectOption('Old list');
  await here.found(1);
  await shows(here.page, '2 of your changes are not in the list as it is read now');
  await here.hall.examine(here.page, 'mends that wait');
  await here.hall.shoot(here.page, 'mends-that-wait');
  await button('As it was').click();
  await here.found(3);
  await shown(here.line('Open two schools'));
  await gone(here.page.getByText('of your changes'));
  here.noTrouble();
});

test('UP65 a sheet without a list is no dead end: what is wrong is said, and the list is as it was', async () => {
  await sheet().selectOption('Notes');
  await shows(here.page, /No recommendations were found in this/);
  expect(await sheet().inputValue()).toBe('Notes');
  expect(await button(/^Take in \d/).count()).toBe(0);
  await here.hall.examine(here.page, 'a sheet without a list');
  await here.hall.shoot(here.page, 'no-list');
  await button('As it was').click();
  await here.found(3);
  await shown(here.line('Open two schools'));
  expect(await sheet().inputValue()).toBe('List');
  await sheet().selectOption('Notes');
  await shows(here.page, /No recommendations were found in this/);
  await sheet().selectOption('List');
  await here.found(4);
  await shown(here.line('Open two schools'));
  expect(await taking('110.1').isChecked()).toBe(false);
  await taking('110.1').check({ force: true });
  here.noTrouble();
});

test('ME62 a sheet with positions that is said to be the State’s reply is read as one, and the way back leaves the list as it was', async () => {
  await button('This is the State’s reply').click();
  await shows(here.page, /Take in the recommendations first, then the reply/);
  await button('These are recommendations').click();
  await shown(here.line('Open two schools'));
  await button('Take in 4 recommendations').click();
  await until('the catalogue is there', () => here.desk.list.length === 4);
  expect(here.desk.one('110.2').text).toEqual({ en: 'Open two schools in every village' });
  here.noTrouble();
});

test('ME38 who goes back from what would change finds the language as it was chosen, and what was left out', async () => {
  await paste(here.page, '110.1 Réparer les routes du nord (Peru);\n110.2 Ouvrir les écoles (Chad);\n');
  await here.found(2);
  await here.page.getByLabel('Language of the text').selectOption('es');
  await button('Take in 2 recommendations').click();
  await shown(here.page.getByRole('heading', { name: 'What would change' }));
  expect(await here.page.getByLabel('Language of the texts').inputValue()).toBe('es');
  await here.page.getByLabel('Language of the texts').selectOption('fr');
  const texts = here.page.getByText('Texts in French, so far missing');
  const second = here.page.getByRole('checkbox', { name: /110\.2/ });
  await texts.click();
  await second.uncheck({ force: true });
  await button('Back').click();
  expect(await here.page.getByLabel('Language of the text').inputValue()).toBe('fr');
  await button('Take in 2 recommendations').click();
  await texts.click();
  expect(await second.isChecked()).toBe(false);
  await button('Back').click();
  here.noTrouble();
});

test('UP64 who goes back to the text and comes again, with a line more, finds what was changed', async () => {
  await rewrite('110.1', 'Réparer toutes les routes du nord');
  await button('Back to the text').click();
  const text = here.page.getByLabel('Paste the recommendations here');
  await text.fill(`${await text.inputValue()}110.3 Compter les bateaux (Togo);\n`);
  await button('See what is in it').click();
  await here.found(3);
  await shown(here.line('Réparer toutes les routes'));
  expect(await here.page.getByLabel('Language of the text').inputValue()).toBe('fr');
  await button('Back to the text').click();
  here.noTrouble();
});

test('UP64 a text that was changed in letters that were read wrongly waits for a decision', async () => {
  const words = '9.1 Protéger les écoles (Peru);\r\n9.2 Réparer les routes (Chad);\r\n';
  const western = Uint8Array.from(words, (sign) => sign.charCodeAt(0));
  await here.page.locator('input[type=file]').setInputFiles({ ...file('list.txt', ''), buffer: Buffer.from(western) });
  await here.found(2);
  await rewrite('9.2', 'Réparer les ponts');
  await here.page.getByLabel('Letters').selectOption('windows-1251');
  await shows(here.page, /Protйger/);
  await shows(here.page, '1 of your changes is not in the list as it is read now');
  await button('Use mine for 9.2').click();
  await shown(here.line('Réparer les ponts'));
  await gone(here.page.getByText('of your changes'));
  await here.page.getByLabel('Letters').selectOption('windows-1252');
  await shows(here.page, /Protéger les écoles/);
  await shown(here.line('Réparer les ponts'));
  here.noTrouble();
});
