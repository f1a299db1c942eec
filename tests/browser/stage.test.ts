import { addItem } from '@board/shared/model/charter';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkshop, facilitatorOf, type Workshop } from '../support/people.ts';
import { Writer } from '../support/writer.ts';
import { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import { connectScreen, showPart } from './support/screen.ts';

/** The facilitator drives the hall; a group's laptop, a phone that votes and the projector follow. */
let hall: Hall;
let workshop: Workshop;
let control: Page;
let laptop: Page;
let phone: Page;
let projector: Page;
const seats = () => ({ control, laptop, phone, projector });

/** What a device thinks the time is, in hours beside the right one. */
async function withWrongClock(page: Page, hours: number): Promise<void> {
  await page.addInitScript((offset) => {
    const right = Date.now.bind(Date);
    Date.now = () => right() + offset;
  }, hours * 3_600_000);
}

async function join(page: Page, name: string, group: string): Promise<void> {
  await page.goto(`${hall.address}/j/${workshop.joinCode}`);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('radio', { name: group }).check({ force: true });
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.waitForURL(/\/w\/[^/]+$/);
}

beforeAll(async () => {
  hall = await Hall.open('stage');
  workshop = await createWorkshop(hall.server.address, 'Driven', ['Labour', 'Health']);
  control = await hall.enter('facilitator', 'laptop');
  laptop = await hall.enter('laptop', 'laptop');
  phone = await hall.enter('phone', 'phone');
  projector = await hall.enter('projector', 'projector');
  await withWrongClock(laptop, 3);
  await withWrongClock(phone, -2);
  await control.goto(`${hall.address}/w/${workshop.workshopId}/facilitate#key=${workshop.facilitatorKey}`);
  await control.getByLabel('Your name').fill('Facilitator');
  await control.getByRole('button', { name: 'Come in' }).click();
  await shown(control.getByRole('heading', { name: 'Driven' }));
  await join(laptop, 'Bo', 'Labour');
  await join(phone, 'Cy', 'Health');
  await laptop.getByRole('navigation').getByRole('link', { name: 'My group' }).click();
  await shown(laptop.getByRole('heading', { name: 'Strategy of Labour' }));
  await phone.getByRole('navigation').getByRole('link', { name: 'Vote' }).click();
  await projector.goto(`${hall.address}/screen`);
  await connectScreen(control, projector);
  await shows(projector, workshop.joinCode);
});
afterAll(async () => {
  await hall.shootAll(Object.entries(seats()));
  await hall.close();
});

/** One of the stages on the control page; `isNow`: only when it is the present one. */
const stage = (name: string, isNow?: boolean) =>
  control
    .getByRole('radiogroup', { name: 'Stage' })
    .getByRole('radio', { name, exact: true, ...(isNow ? { checked: true } : {}) });

async function goOn(to: string): Promise<void> {
  await control.getByRole('button', { name: `Go on: ${to}` }).click();
}

test('SG16 SG17 a facilitator takes the preset, takes it back and again, changes it, and goes through the agenda with one press for each step', async () => {
  await control.getByRole('navigation').getByRole('link', { name: 'Agenda' }).click();
  await shows(control, 'There is no agenda yet');
  await hall.shoot(control, 'agenda-empty');
  await hall.examine(control, 'agenda, empty');
  await control.getByLabel('First day').fill('2027-03-04');
  await control.getByRole('button', { name: 'Take three days' }).click();
  await shown(control.getByRole('heading', { name: 'Adopting the charter' }));
  await control.getByRole('button', { name: 'Undo' }).click();
  await shows(control, 'There is no agenda yet');
  await control.getByRole('button', { name: 'Redo' }).click();
  await control.getByRole('button', { name: 'Change Arriving' }).click();
  await control.getByLabel('Title').fill('Arriving and tea');
  await control.getByLabel('Who leads it').fill('Ana');
  await control.getByRole('button', { name: 'Save' }).click();
  await shown(control.getByRole('heading', { name: 'Arriving and tea' }));
  await hall.shoot(control, 'agenda');
  await hall.examine(control, 'agenda');
  await control.getByRole('navigation').getByRole('link', { name: 'Control' }).click();
  await goOn('Arriving and tea');
  await shows(laptop, 'Arriving and tea');
  await goOn('What was recommended, and what we want');
  await goOn('Choosing recommendations');
  await shown(stage('Group work', true));
  await shows(laptop, 'Choosing recommendations');
  await hall.shoot(control, 'control');
  await hall.examine(control, 'control with an agenda');
  await control.getByRole('button', { name: 'Back: What was recommended, and what we want' }).click();
  await shown(stage('Arriving', true));
  await goOn('Choosing recommendations');
});

test('SG27 a timer is on every page at once, whatever the clocks of the devices say', async () => {
  await control.getByRole('button', { name: '45 minutes' }).click();
  const times = await Promise.all(
    Object.values(seats()).map(async (page) => {
      await shows(page, '45 min');
      return page.getByRole('timer').first().textContent();
    }),
  );
  expect(new Set(times).size).toBe(1);
  await control.getByRole('button', { name: '+5 min' }).click();
  for (const page of Object.values(seats())) await shows(page, '50 min');
  await hall.shoot(control, 'timer-control');
  await hall.shoot(laptop, 'timer-group');
  await hall.shoot(phone, 'timer-vote');
  await hall.shoot(projector, 'timer-projector');
  for (const [who, page] of Object.entries(seats())) await hall.examine(page, `timer, ${who}`);
  for (const _ of [1, 2]) await control.getByRole('button', { name: '−5 min' }).click();
  for (const page of Object.values(seats())) await shows(page, '40 min');
  await control.getByRole('button', { name: 'Stop', exact: true }).click();
  for (const page of Object.values(seats())) await gone(page.getByRole('timer'));
  await control.getByLabel('Minutes').fill('0.1');
  await control.getByLabel('Minutes').press('Enter');
  for (const page of Object.values(seats())) await shows(page, 'Time is up');
  await control.getByRole('button', { name: 'Stop', exact: true }).click();
});

test('SG30 a message to all is on every page until it is put away on that device', async () => {
  await control.getByLabel('A word to the hall').fill('Lunch is served in the garden.');
  await control.getByRole('button', { name: 'Send' }).click();
  for (const page of [laptop, phone, projector]) await shows(page, 'Lunch is served in the garden.');
  await hall.shoot(projector, 'message-projector');
  await hall.shoot(phone, 'message-phone');
  await hall.examine(phone, 'message on a phone');
  await phone.getByRole('button', { name: 'Put away' }).click();
  await gone(phone.getByText('Lunch is served in the garden.'));
  await phone.reload();
  await shows(phone, 'Vote');
  await shown(phone.getByRole('region', { name: 'What the hall is doing' }));
  expect(await phone.getByText('Lunch is served in the garden.').count()).toBe(0);
  await shows(laptop, 'Lunch is served in the garden.');
  await control.getByRole('button', { name: 'Take back' }).click();
  for (const page of [laptop, projector]) await gone(page.getByText('Lunch is served in the garden.'));
});

test('SG32 a message to one group is on its pages, and on nobody else’s', async () => {
  await control.getByLabel('A word to the hall').fill('Five minutes each, please.');
  await control.getByLabel('To', { exact: true }).selectOption({ label: 'Labour' });
  await control.getByRole('button', { name: 'Send' }).click();
  await shows(laptop, 'Five minutes each, please.');
  await shows(control, 'Five minutes each, please.');
  expect(await phone.getByText('Five minutes each, please.').count()).toBe(0);
  await laptop.getByRole('button', { name: 'Put away' }).click();
});

test('SG33 everybody is called to the plenary, and is led there by a button only', async () => {
  await control.getByRole('button', { name: 'Call all to the plenary' }).click();
  for (const page of [laptop, phone]) await shows(page, 'Please come to the plenary');
  await hall.shoot(laptop, 'call-laptop');
  await hall.examine(laptop, 'call');
  expect(laptop.url()).toContain('/group/');
  expect(phone.url()).toContain('/vote');
  await laptop.getByRole('link', { name: 'Go to the plenary' }).click();
  await laptop.waitForURL(/\/plenary$/);
  expect(phone.url()).toContain('/vote');
  await phone.getByRole('button', { name: 'Put away' }).click();
  await laptop.goBack();
});

test('SG4 what the hall is doing, what is open and what is closed stands in words on every page', async () => {
  const words = 'Open: the groups’ tables and contributions to the charter.';
  for (const page of [laptop, phone, projector, control]) await shows(page, words);
  await laptop.getByRole('navigation').getByRole('link', { name: 'Workshop' }).click();
  await shows(laptop, words);
  await shows(laptop, 'Closed: feedback, proposals for the charter, and votes.');
  await laptop.goBack();
  await shown(laptop.getByRole('heading', { name: 'Strategy of Labour' }));
  await stage('Preparing the charter').click();
  await shows(
    laptop,
    'Open: proposals for the charter. Closed: the groups’ tables, contributions to the charter, feedback, and votes.',
  );
  await shows(laptop, 'In this part of the workshop the groups’ tables are closed to writing.');
  await hall.shoot(laptop, 'tables-closed');
  await hall.examine(laptop, 'tables closed by the stage');
});

test('SG3 a vote that is asked for too early says so, and leads to its stage with one press', async () => {
  await stage('Plenary').click();
  await shows(phone, 'feedback');
  const charter = new Writer(await facilitatorOf(workshop), 'charter', 1);
  await charter.synced();
  charter.write('item', (doc) => void addItem(doc, 'We meet again in six months.'));
  await charter.allStored();
  charter.close();
  await control.getByRole('navigation').getByRole('link', { name: 'Charter', exact: true }).click();
  await control.getByRole('button', { name: 'Vote on the whole charter' }).click();
  const dialog = control.getByRole('dialog');
  await shown(dialog.getByText('Votes are opened in the stage “Adopting the charter”.'));
  await hall.shoot(control, 'vote-too-early');
  await hall.examine(control, 'vote too early');
  await dialog.getByRole('button', { name: 'Go to that stage' }).click();
  await shows(phone, 'Open: proposals for the charter and votes.');
  await gone(dialog.getByText('Votes are opened in the stage “Adopting the charter”.'));
  expect(await dialog.getByRole('button', { name: 'Open the vote' }).isEnabled()).toBe(true);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await control.getByRole('navigation').getByRole('link', { name: 'Control' }).click();
  await stage('Preparing the charter').click();
  await shows(phone, 'Preparing the charter');
});

test('SG2 a facilitator opens one table in a stage that closes them', async () => {
  await showPart(control, 'Groups');
  await control.getByRole('button', { name: 'Change group Labour' }).click();
  await control.getByRole('menuitem', { name: 'Open for writing' }).click();
  await shown(laptop.getByRole('status').getByText('Saved', { exact: true }));
  await shows(laptop, 'Your group’s table is open all the same.');
  await hall.shoot(control, 'one-open');
  await control.getByRole('button', { name: 'Change group Labour' }).click();
  await control.getByRole('menuitem', { name: 'As the stage says' }).click();
  await shows(laptop, 'In this part of the workshop the groups’ tables are closed to writing.');
});

test('SG41 a group that comes late is opened at once, and joined by the same link', async () => {
  await control.getByRole('button', { name: 'Add a group' }).click();
  await control.getByLabel('Name of the group').fill('Coming late');
  await shown(control.getByText('Open its table, although the stage has closed the others'));
  await control.getByRole('button', { name: 'Add the group' }).click();
  await shown(control.getByRole('row', { name: 'Coming late' }).getByText('set by hand'));
  await hall.examine(control, 'late group');
  const late = await hall.enter('late', 'phone');
  await join(late, 'Di', 'Coming late');
  await shows(late, 'Your group’s table is open all the same.');
  await hall.shoot(late, 'late-group');
  await shown(control.getByRole('row', { name: 'Coming late' }).getByText('1/1'));
  await late.context().close();
});

test('SG16 closing the workshop asks once', async () => {
  await stage('Adopting the charter').click();
  await shows(phone, 'Open: proposals for the charter and votes.');
  await control.getByRole('button', { name: 'Go on: Farewell' }).click();
  const dialog = control.getByRole('dialog');
  await shows(control, 'Close the workshop?');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await shows(phone, 'Open: proposals for the charter and votes.');
  await control.getByRole('button', { name: 'Go on: Farewell' }).click();
  await dialog.getByRole('button', { name: 'Close the workshop' }).click();
  await shows(phone, 'The workshop is closed.');
  await hall.shoot(control, 'control-closed');
  await hall.examine(control, 'control, closed');
  expect(hall.troubles).toEqual([]);
});
