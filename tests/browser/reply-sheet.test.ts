import { expect, test } from 'vitest';
import { type CellMade, workbook } from '../../client/src/files/import/fixtures.ts';
import { until } from '../support/until.ts';
import { atCatalogue } from './support/at-catalogue.ts';
import { paste } from './support/catalogue-desk.ts';
import { file } from './support/list-files.ts';
import { gone, shown, shows } from './support/looking.ts';

/** A list with several numbers in one cell, and the State's reply to it as a sheet. Each test goes on from the one before. */
const here = atCatalogue('reply-sheet');

test('UP105 several numbers in one cell are told on their line, and one press makes each a recommendation', async () => {
  const list = [
    'No;Recommendation;State',
    ...Array.from({ length: 9 }, (_, at) => `110.${at + 1};Plant tree ${at + 1} by the river;Togo`),
    '110.10 and 110.11;Mend the wells of the north;Peru',
    '110.12;Open the archives of the courts;Chad',
  ].join('\n');
  await paste(here.page, list);
  await shown(here.page.getByRole('heading', { name: '11 recommendations found' }));
  await shows(here.page, /several numbers stand in the place of one/);
  await here.hall.examine(here.page, 'several numbers');
  await here.page.getByRole('button', { name: 'Make a recommendation each of 110.10, 110.11' }).first().click();
  await gone(here.page.getByText(/several numbers stand in the place of one/));
  await here.page.getByRole('button', { name: 'Take in 12 recommendations' }).click();
  await until('the catalogue is there', () => here.desk.list.length === 12);
  expect([here.desk.one('110.10').text, here.desk.one('110.11').text]).toEqual(
    Array(2).fill({ en: 'Mend the wells of the north' }),
  );
  here.noTrouble();
});

test('ME62 ME63 the reply as a sheet sets its positions, with the zero that the sheet has taken named', async () => {
  await here.page.getByRole('button', { name: 'Take in recommendations' }).click();
  const rows = Array.from({ length: 12 }, (_, at): CellMade[] => [
    Number(`110.${at + 1}`),
    at % 2 === 0 ? 'Supported' : 'Noted',
  ]);
  const sheet = await workbook([{ name: 'Reply', rows: [['No.', 'Position'], ...rows] }]);
  await here.page.locator('input[type=file]').setInputFiles(file('reply.xlsx', sheet));
  await shown(here.page.getByRole('heading', { name: /The State’s reply/ }));
  await shows(here.page, /printed “110.1”, read as 110.10/);
  await here.hall.examine(here.page, 'a reply as a sheet');
  await here.page.getByRole('button', { name: 'Set 12 positions' }).click();
  await until('the positions are set', () => here.desk.list.every(({ position }) => position !== 'pending'));
  expect([here.desk.one('110.1').position, here.desk.one('110.10').position]).toEqual(['supported', 'noted']);
  here.noTrouble();
});
