import { expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { atCatalogue } from './support/at-catalogue.ts';
import { CatalogueDesk, fixture, paste } from './support/catalogue-desk.ts';
import { file } from './support/list-files.ts';
import { gone, shown, shows } from './support/looking.ts';

/** What was recognised is chosen otherwise, and what looks wrong is answered, on the facilitator's page. Each test goes on from the one before. */
const here = atCatalogue('reading-choices');

const back = () => here.page.getByRole('button', { name: 'Back to the text' }).click();

test('UP56 the letters of a text file can be chosen, and whether it is a table', async () => {
  await here.page.getByRole('button', { name: 'Take in recommendations' }).first().click();
  const words = '9.1 Protéger les écoles (Peru);\r\n9.2 Réparer les routes, puis les ponts (Chad);\r\n';
  const western = Uint8Array.from(words, (sign) => sign.charCodeAt(0));
  await here.page.locator('input[type=file]').setInputFiles({ ...file('list.txt', ''), buffer: Buffer.from(western) });
  await here.found(2);
  const letters = here.page.getByLabel('Letters');
  expect(await letters.inputValue()).toBe('windows-1252');
  await letters.selectOption('windows-1251');
  await shows(here.page, /Protйger/);
  await letters.selectOption('windows-1252');
  await shows(here.page, /Protéger les écoles/);
  const cells = here.page.getByLabel('Cells parted by');
  expect(await cells.inputValue()).toBe('none');
  await cells.selectOption(',');
  const columns = here.page.getByText('What the columns hold', { exact: true });
  await shown(columns);
  await cells.selectOption('none');
  await gone(columns);
  await here.found(2);
  await back();
  here.noTrouble();
});

test('UP59 UP57 a gap leads to its lines and is accepted, and a position that was left open is chosen on its line', async () => {
  const list = [
    'No,Recommendation,State,Position',
    '110.1,Mend the roads of the north,Peru,Supported',
    '110.2,Open the archives of the courts,Chad,Half and half',
    ...Array.from({ length: 60 }, (_, at) => `110.${at + 6},Plant tree ${at + 6} by the river,Togo,Noted`),
    '110.70,Let the islands choose their council,Fiji,Noted',
  ].join('\n');
  await here.page.getByLabel('Paste the recommendations here').fill(list);
  await here.page.getByRole('button', { name: 'See what is in it' }).click();
  await here.found(63);
  await shows(here.page, '7 numbers are missing');
  await here.hall.examine(here.page, 'gaps');
  await here.hall.shoot(here.page, 'gaps');
  await here.page.getByRole('button', { name: 'Look at the gap before 110.70' }).click();
  await until('the line before the gap has the focus', () =>
    here.page.evaluate(() => document.activeElement?.textContent?.includes('Plant tree 65') ?? false),
  );
  await here.page.getByRole('button', { name: 'The gap before 110.70 is right so' }).click();
  await shows(here.page, '3 numbers are missing');
  const open = here.line('Open the archives').last();
  await shown(open.getByText('the position was not understood.'));
  await open.getByRole('button', { name: 'Pending' }).click();
  await gone(open.getByText('the position was not understood.'));
  await gone(here.page.getByText('What do these words for a position mean?'));
  await here.page.getByRole('button', { name: 'Take in 63 recommendations' }).click();
  await until('the catalogue is there', () => here.desk.list.length === 63);
  here.noTrouble();
});

test('ME32 a reply that was not recognised is read as one by hand, is a list again, and sets its positions', async () => {
  const unlike = [
    ...Array.from({ length: 12 }, (_, at) => `110.${at + 6} Plant tree ${at + 6} by the river (Togo);`),
    'Exampleland accepts recommendations 110.1 and 110.2.',
  ].join('\n');
  await paste(here.page, unlike);
  await here.found(12);
  await here.page.getByRole('button', { name: 'This is the State’s reply' }).click();
  await shown(here.page.getByRole('heading', { name: /The State’s reply/ }));
  await here.page.getByRole('button', { name: 'These are recommendations' }).click();
  await here.found(12);
  await here.page.getByRole('button', { name: 'This is the State’s reply' }).click();
  await here.page.getByRole('button', { name: /^Set \d+ positions?$/ }).click();
  await until('the position is set', () => here.desk.one('110.2').position === 'supported');
  await paste(here.page, 'A letter to a friend.');
  await here.page.getByRole('button', { name: 'This is the State’s reply' }).click();
  await shows(here.page, /No positions were found in this/);
  await here.page.getByRole('button', { name: 'Cancel' }).click();
  here.noTrouble();
});

test('ME32 before there is a catalogue, what looks like a reply can be read as a list all the same', async () => {
  const other = await CatalogueDesk.set(here.hall);
  const own = await other.openAsFacilitator('laptop');
  await own.getByRole('button', { name: 'Take in recommendations' }).first().click();
  await own.getByLabel('Paste the recommendations here').fill(await fixture('invented-reply.txt'));
  await own.getByRole('button', { name: 'See what is in it' }).click();
  await shows(own, /Take in the recommendations first/);
  await own.getByRole('button', { name: 'These are recommendations' }).click();
  await shown(own.getByRole('heading', { name: /recommendations? found/ }));
  await own.getByRole('button', { name: 'This is the State’s reply' }).click();
  await shows(own, /Take in the recommendations first/);
  other.close();
  here.noTrouble();
});
