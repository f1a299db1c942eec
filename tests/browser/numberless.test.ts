import { expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { atCatalogue } from './support/at-catalogue.ts';
import { paste } from './support/catalogue-desk.ts';
import { shown, shows } from './support/looking.ts';

/** Lists without numbers, and lists under the numbers of others. Each test goes on from the one before. */
const here = atCatalogue('numberless');

const heading = 'Recommendation,State,Response';
const first = [
  'Count all rivers of the northern valley,Estonia,Noted',
  'Let the ferries sail at night,Chad,Accepted',
  'Mend the bells of the old schools,Peru,Accepted',
  'Teach every child to swim,Ghana,Accepted',
];
const others = [
  'Abolish tolls on mountain roads,Peru,Noted',
  'Grant every shepherd a free winter pasture,Chad,Noted',
  'Publish the accounts of each lighthouse,Ghana,Noted',
  'Print maps for blind travellers,Estonia,Noted',
];
const words = () => here.desk.list.map(({ number, text }) => `${number} ${text['en']}`);

test('UP76 another review’s list without numbers comes beside the first, and the group’s row reads what it read', async () => {
  await paste(here.page, [heading, ...first].join('\n'));
  await here.page.getByRole('button', { name: 'Number them' }).click();
  await here.page.getByRole('button', { name: 'Take in 4 recommendations' }).click();
  await until('the first list is there', () => here.desk.list.length === 4);
  await here.desk.groupTakes(['2']);
  const before = words();
  await paste(here.page, [heading, others[0], first[1], ...others.slice(1)].join('\n'));
  await shows(here.page, /Those that are in the catalogue in the same words keep their numbers there\./);
  await here.page.getByRole('button', { name: 'Number them' }).click();
  await shows(here.page, 'New: 4 · changed: 0 · already there: 1.');
  await here.page.getByRole('button', { name: 'Take in 5 recommendations' }).click();
  await shown(here.page.getByRole('heading', { name: 'What would change' }));
  await here.page.getByRole('button', { name: 'Take in: 4 new, 0 changed' }).click();
  await until('the other list is there', () => here.desk.list.length === 8);
  expect([words().slice(0, 4), here.desk.rows]).toEqual([before, ['2']]);
  expect(here.hall.troubles.splice(0)).toEqual([]);
});

test('ME52 a list under the catalogue’s numbers with other words is said to be perhaps another’s, and nothing of it is chosen', async () => {
  const before = words();
  const stranger = others.map((line, at) => `${at + 1},${line}`);
  await paste(here.page, [`No,${heading}`, ...stranger].join('\n'));
  await shows(here.page, 'This looks like another list');
  await shown(here.page.getByText('another one?').first());
  expect(await here.page.getByRole('heading', { name: 'Nothing looks wrong' }).count()).toBe(0);
  await here.hall.shootWhole(here.page, 'other-list');
  await here.page.getByRole('button', { name: 'Take in 4 recommendations' }).click();
  await shows(here.page, /perhaps it is another State’s list, or another review’s/);
  await shown(here.page.getByRole('heading', { name: /^Numbers that both lists have/ }));
  await shown(here.page.getByRole('button', { name: 'Nothing is chosen' }));
  await here.hall.shootWhole(here.page, 'other-list-merge');
  await here.hall.examine(here.page, 'other list');
  expect(words()).toEqual(before);
  expect(here.hall.troubles.splice(0)).toEqual([]);
});

test('ME50 the report on top of lists without numbers brings its numbers', async () => {
  await here.page.reload();
  const rows = first.map((line, at) => `118.${at + 1},${line}`);
  await paste(here.page, [`No,${heading}`, ...rows].join('\n'));
  await here.page.getByRole('button', { name: 'Take in 4 recommendations' }).click();
  await shown(here.page.getByRole('heading', { name: /^Numbers that this list prints/ }));
  await shows(here.page, 'was 2, becomes 118.2');
  await here.page.getByRole('button', { name: 'Take in: 0 new, 4 changed' }).click();
  await until(
    'the numbers are there',
    () => here.desk.list.filter(({ number }) => number.startsWith('118.')).length === 4,
  );
  expect([here.desk.list.length, here.desk.rows]).toEqual([8, ['118.2']]);
  expect(here.hall.troubles.splice(0)).toEqual([]);
});
