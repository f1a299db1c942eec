import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { type CatalogueDesk, facilitatedCatalogue, paste } from './support/catalogue-desk.ts';
import type { Hall } from './support/hall.ts';
import { shown, shows } from './support/looking.ts';

/** Lists without numbers, and lists under the numbers of others. Each test goes on from the one before. */
let hall: Hall;
let desk: CatalogueDesk;
let page: Page;

beforeAll(async () => {
  ({ hall, desk, page } = await facilitatedCatalogue('numberless'));
});
afterAll(async () => {
  desk?.close();
  await hall?.close();
});

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
const words = () => desk.list.map(({ number, text }) => `${number} ${text['en']}`);

test('UP76 another review’s list without numbers comes beside the first, and the group’s row reads what it read', async () => {
  await paste(page, [heading, ...first].join('\n'));
  await page.getByRole('button', { name: 'Number them' }).click();
  await page.getByRole('button', { name: 'Take in 4 recommendations' }).click();
  await until('the first list is there', () => desk.list.length === 4);
  await desk.groupTakes(['2']);
  const before = words();
  await paste(page, [heading, others[0], first[1], ...others.slice(1)].join('\n'));
  await shows(page, /Those that are in the catalogue in the same words keep their numbers there\./);
  await page.getByRole('button', { name: 'Number them' }).click();
  await shows(page, 'New: 4 · changed: 0 · already there: 1.');
  await page.getByRole('button', { name: 'Take in 5 recommendations' }).click();
  await shown(page.getByRole('heading', { name: 'What would change' }));
  await page.getByRole('button', { name: 'Take in: 4 new, 0 changed' }).click();
  await until('the other list is there', () => desk.list.length === 8);
  expect([words().slice(0, 4), desk.rows]).toEqual([before, ['2']]);
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('ME52 a list under the catalogue’s numbers with other words is said to be perhaps another’s, and nothing of it is chosen', async () => {
  const before = words();
  const stranger = others.map((line, at) => `${at + 1},${line}`);
  await paste(page, [`No,${heading}`, ...stranger].join('\n'));
  await shows(page, 'This looks like another list');
  await shown(page.getByText('another one?').first());
  expect(await page.getByRole('heading', { name: 'Nothing looks wrong' }).count()).toBe(0);
  await hall.shootWhole(page, 'other-list');
  await page.getByRole('button', { name: 'Take in 4 recommendations' }).click();
  await shows(page, /perhaps it is another State’s list, or another review’s/);
  await shown(page.getByRole('heading', { name: /^Numbers that both lists have/ }));
  await shown(page.getByRole('button', { name: 'Nothing is chosen' }));
  await hall.shootWhole(page, 'other-list-merge');
  await hall.examine(page, 'other list');
  expect(words()).toEqual(before);
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('ME50 the report on top of lists without numbers brings its numbers', async () => {
  await page.reload();
  const rows = first.map((line, at) => `118.${at + 1},${line}`);
  await paste(page, [`No,${heading}`, ...rows].join('\n'));
  await page.getByRole('button', { name: 'Take in 4 recommendations' }).click();
  await shown(page.getByRole('heading', { name: /^Numbers that this list prints/ }));
  await shows(page, 'was 2, becomes 118.2');
  await page.getByRole('button', { name: 'Take in: 0 new, 4 changed' }).click();
  await until('the numbers are there', () => desk.list.filter(({ number }) => number.startsWith('118.')).length === 4);
  expect([desk.list.length, desk.rows]).toEqual([8, ['118.2']]);
  expect(hall.troubles.splice(0)).toEqual([]);
});
