import { expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { atCatalogue } from './support/at-catalogue.ts';
import { paste } from './support/catalogue-desk.ts';
import { gone, shown, shows } from './support/looking.ts';

/** Lines that are nearly known, and a list that is another one, on the facilitator's page. Each test goes on from the one before. */
const here = atCatalogue('alike-lines');

const numbered = (...rows: string[]) => ['No,Recommendation,State,Position', ...rows].join('\n');

test('UP80 the only list of the preview is not called “the others”, and a list under other numbers is called another one before anything is chosen', async () => {
  await paste(
    here.page,
    numbered(
      '7.1,Count all rivers of the northern valley,Estonia,Pending',
      '7.2,Let the ferries sail at night and on feast days,Chad,Pending',
      '7.3,Mend the bells of the old schools,Peru,Pending',
    ),
  );
  await here.page.getByRole('button', { name: 'Take in 3 recommendations' }).click();
  await until('the catalogue is there', () => here.desk.list.length === 3);
  await paste(
    here.page,
    numbered('121.1,Abolish tolls,Peru,Noted', '121.2,Print maps,Chad,Noted', '121.3,Light piers,Mali,Noted'),
  );
  await shows(here.page, 'This looks like another list');
  await shown(here.page.getByRole('heading', { name: '3 recommendations', exact: true }));
  await here.hall.shootWhole(here.page, 'another-list');
  await here.page.getByRole('button', { name: 'Take in 3 recommendations' }).click();
  await shown(here.page.getByRole('heading', { name: 'What would change' }));
  await shows(here.page, 'This looks like another list');
  expect(await here.page.getByRole('checkbox', { checked: true }).count()).toBe(0);
  await shown(here.page.getByRole('button', { name: 'Nothing is chosen' }));
  await shown(here.page.getByRole('button', { name: 'Take all' }));
  await here.page.getByRole('button', { name: 'Back' }).click();
  await here.page.getByRole('button', { name: 'Back to the text' }).click();
  await here.page
    .getByRole('button', { name: /Cancel|Back to the catalogue|Close/ })
    .first()
    .click();
  here.noTrouble();
});

test('ME56 a line without a number of which one word has changed is asked about with both texts', async () => {
  await paste(
    here.page,
    [
      'Recommendation,State,Response',
      'Count all rivers of the northern valley,Estonia,Pending',
      'Let the boats sail at night and on feast days,Chad,Noted',
    ].join('\n'),
  );
  await here.page.getByRole('button', { name: 'Number them' }).click();
  await here.page.getByRole('button', { name: 'Take in 2 recommendations' }).click();
  await shown(here.page.getByRole('heading', { name: 'Perhaps 1 recommendation of the catalogue in other words' }));
  await shown(here.page.locator('del', { hasText: 'ferries' }));
  await shown(here.page.locator('ins', { hasText: 'boats' }));
  await shown(here.page.getByRole('button', { name: 'Nothing is chosen' }));
  await here.hall.shootWhole(here.page, 'alike');
  await here.hall.examine(here.page, 'lines that are nearly known');
  await here.page.getByLabel('What it is: 7.2').selectOption({ label: 'It is 7.2, in other words' });
  await here.page.getByRole('button', { name: 'Take in: 0 new, 1 changed' }).click();
  await until('the words are changed', () => here.desk.one('7.2').text['en']!.includes('boats'));
  expect([here.desk.list.length, here.desk.one('7.2').position]).toEqual([3, 'noted']);
  await gone(here.page.getByRole('heading', { name: 'What would change' }));
  here.noTrouble();
});
