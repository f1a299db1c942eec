import type { Me } from '@board/shared/commands';
import { limits } from '@board/shared/protocol/limits';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Caller } from '../support/caller.ts';
import { createWorkshop, join, type Workshop } from '../support/people.ts';
import { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import { seat } from './support/seat.ts';

/** Two facilitators at once, each with a dialog open while the other changes the same thing. */
let hall: Hall;
let workshop: Workshop;
let one: Page;
let other: Page;
const at = () => `/api/workshops/${workshop.workshopId}`;
const pages = () => `${hall.address}/w/${workshop.workshopId}`;

beforeAll(async () => {
  hall = await Hall.open('two-facilitators');
  workshop = await createWorkshop(hall.server.address, 'Two lead', ['Labour', 'Health']);
  const second = new Caller(hall.server.address);
  await second.must('POST', `${at()}/people`, { key: workshop.facilitatorKey, name: 'Second' });
  one = await seat(hall, 'first', workshop.facilitator, 'laptop');
  other = await seat(hall, 'second', second, 'laptop');
  for (const page of [one, other]) await page.goto(`${pages()}/agenda`);
});
afterAll(async () => hall.close());

const change = (page: Page, step: string) => page.getByRole('button', { name: `Change ${step}` }).click();
const field = (page: Page, label: string) => page.getByRole('dialog').getByLabel(label);
const press = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).click();

test('SG51 two who change one step of the agenda at once each write what they have changed', async () => {
  await one.getByRole('button', { name: 'Add a step' }).click();
  await field(one, 'Title').fill('Arriving');
  await press(one, 'Save');
  await change(other, 'Arriving');
  await change(one, 'Arriving');
  await field(one, 'Title').fill('Arriving at nine');
  await field(one, 'Objective').fill('We know whom to ask');
  await press(one, 'Save');
  await shows(other, 'We know whom to ask');
  await field(other, 'Who leads it').fill('Sokha');
  await press(other, 'Save');
  for (const page of [one, other]) {
    await shows(page, 'Sokha');
    await shown(page.getByRole('heading', { name: 'Arriving at nine' }));
    await shows(page, 'We know whom to ask');
  }
});

test('SG51 who changes a step that the other removes is told so, keeps the words, and adds it again', async () => {
  await change(other, 'Arriving at nine');
  await field(other, 'Objective').fill('Twenty words that somebody has thought about');
  await change(one, 'Arriving at nine');
  await press(one, 'Remove');
  await one.getByRole('dialog').getByRole('button', { name: 'Remove' }).last().click();
  await shows(other, 'Somebody has removed this step meanwhile.');
  await hall.examine(other, 'a step that is gone');
  await press(other, 'Add it again');
  for (const page of [one, other]) {
    await shows(page, 'Twenty words that somebody has thought about');
    await shown(page.getByRole('heading', { name: 'Arriving at nine' }));
  }
});

test('SG53 who changes the own organisation stays in the group to which a facilitator moves this person meanwhile', async () => {
  const [labour, health] = workshop.groups;
  const gus = await join(workshop, 'Gus', { groupId: health!.id });
  const phone = await seat(hall, 'Gus', gus.caller, 'phone');
  await phone.goto(pages());
  await phone.getByRole('button', { name: 'Change', exact: true }).tap();
  await field(phone, 'Organisation').fill('Union of teachers');
  await workshop.facilitator.must('PATCH', `${at()}/people/${gus.id}`, { groupId: labour!.id });
  await expect.poll(() => field(phone, 'Group').locator('option:checked').textContent()).toBe('Labour');
  await press(phone, 'Save');
  await gone(phone.getByRole('dialog'));
  expect(await gus.caller.must<Me>('GET', `${at()}/me`)).toMatchObject({
    groupId: labour!.id,
    organisation: 'Union of teachers',
  });
});

test('SG53 two who set goalposts at once each set their own', async () => {
  for (const page of [one, other]) await page.goto(`${pages()}#preparation`);
  const set = async (page: Page, goalpost: string, year: string): Promise<void> => {
    await page.getByLabel(`${goalpost}: month`).selectOption('03');
    await page.getByLabel(`${goalpost}: year`).selectOption(year);
  };
  const year = (new Date().getFullYear() + 1).toString();
  await set(one, 'Mid-term report', year);
  await set(other, 'Next review', year);
  await one.getByRole('button', { name: 'Save the goalposts' }).click();
  await expect.poll(() => other.getByLabel('Mid-term report: year').inputValue()).toBe(year);
  await other.getByRole('button', { name: 'Save the goalposts' }).click();
  await expect.poll(() => one.getByLabel('Next review: year').inputValue()).toBe(year);
  for (const page of [one, other]) expect(await page.getByLabel('Mid-term report: year').inputValue()).toBe(year);
});

test('VO121 a field near its limit says how many characters are left, and that it is full', async () => {
  await one.goto(`${pages()}/agenda`);
  await one.getByRole('button', { name: 'Add a step' }).click();
  await field(one, 'Title').fill('a');
  await gone(one.getByText(/Characters left/));
  await field(one, 'Title').fill('a'.repeat(limits.shortText - 4));
  await shown(one.getByText('Characters left: 4'));
  await field(one, 'Title').pressSequentially('bcdefgh');
  await shown(one.getByText('It is full: no more fits in here.'));
  await press(one, 'Cancel');
});
