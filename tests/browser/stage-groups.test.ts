import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { number, StrategyDesk } from './support/desk.ts';
import { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import * as strategy from './support/strategy.ts';

/** What the facilitator decides about a group while its members write. */
let hall: Hall;
let desk: StrategyDesk;

beforeAll(async () => {
  hall = await Hall.open('stage-groups');
});
afterAll(() => hall.close());
beforeEach(async () => {
  desk = await StrategyDesk.set(hall);
});
afterEach(() => desk.clear());

const setStage = (stage: string) => desk.facilitator.must('PUT', `${desk.at}/stage`, { stage });

test('SG2 who writes when a stage closes the tables reads on at once, and no word is lost', async () => {
  const { page } = desk;
  await strategy.typeInto(page, number, 'text', 'Before the stage.');
  await desk.isRead('Before the stage.');
  await hall.goOffline(page);
  await page.keyboard.type(' And without a network.');
  await shows(page, 'Saved on this device only');
  await setStage('charter-preparation');
  await hall.goOnline(page);
  await shows(page, 'In this part of the workshop the groups’ tables are closed to writing.');
  await gone(strategy.cellOf(page, number, 'text').getByRole('textbox'));
  await shown(page.locator('dd').getByText('And without a network.'));
  expect(desk.read).toBe('Before the stage.');
  await setStage('group-work');
  await shown(page.getByRole('status').getByText('Saved', { exact: true }));
  await strategy.typeInto(page, number, 'text', ' Again.');
  await desk.isRead('Before the stage. Again.');
});

test('SG42 who is moved to another group is told so and led to it; their work stays where it is', async () => {
  const { page, facilitator, workshop } = desk;
  await strategy.typeInto(page, number, 'text', 'Written for Labour.');
  await desk.isRead('Written for Labour.');
  await page.keyboard.press('Escape');
  const person = `${desk.at}/people/${(await desk.bo()).personId}`;
  await facilitator.must('PATCH', person, { groupId: workshop.groups[1]!.id });
  await shows(page, 'You are now in: Health');
  await shows(page, "This is another group's strategy");
  await hall.shoot(page, 'moved');
  await page.getByRole('navigation').getByRole('link', { name: 'My group' }).click();
  await shown(page.getByRole('heading', { name: 'Strategy of Health' }));
  await shown(page.getByRole('status').getByText('Saved', { exact: true }));
  expect(desk.read).toBe('Written for Labour.');

  await facilitator.must('PATCH', person, { groupId: null });
  await shows(page, 'You are in no group now.');
  await page.getByRole('navigation').getByRole('link', { name: 'Workshop' }).click();
  await shown(page.getByRole('radio', { name: 'Labour' }));
  await facilitator.must('PATCH', person, { groupId: workshop.groups[0]!.id });
  await shows(page, 'You are now in: Labour');
  await shown(page.getByRole('navigation').getByRole('link', { name: 'My group' }));
});
