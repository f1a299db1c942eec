import type { GroupComments } from '@board/shared/commands';
import { groupDocument, newId } from '@board/shared/ids';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow, removeRow } from '@board/shared/model/strategy-edits';
import { mergeTwin } from '@board/shared/model/strategy-twins';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { join } from '../support/people.ts';
import { until } from '../support/until.ts';
import { Writer } from '../support/writer.ts';
import { number, StrategyDesk } from './support/desk.ts';
import { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import { cellOf, rowOf } from './support/strategy.ts';
import { rowsOf } from './support/table.ts';

/** What is said beside a strategy, and what two groups do together. Bo is of Labour, Cy of Health; both have the same recommendation. */
let hall: Hall;
let desk: StrategyDesk;

beforeAll(async () => {
  hall = await Hall.open('comments');
});
afterAll(() => hall.close());
beforeEach(async () => {
  desk = await StrategyDesk.set(hall);
});
afterEach(() => desk.clear());

const commentButton = (page: Page) => rowOf(page, number).getByRole('button', { name: /omment.*recommendation/ });
const panel = (page: Page) => page.getByRole('dialog', { name: /Comments/ });
const list = () =>
  desk.facilitator.must<GroupComments>('GET', `${desk.at}/groups/${desk.workshop.groups[0]!.id}/comments`);

async function say(page: Page, words: string): Promise<void> {
  await panel(page).getByLabel('New comment').fill(words);
  await panel(page).getByRole('button', { name: 'Send' }).click();
}

/** Opens a group’s strategy in the browser of somebody who joins in Health. */
async function cyOpens(group: number, device: 'laptop' | 'phone' = 'laptop'): Promise<Page> {
  const page = await hall.enter('Cy', device);
  await page.goto(`${hall.address}/j/${desk.workshop.joinCode}`);
  await page.getByLabel('Your name').fill('Cy');
  await page.getByRole('radio', { name: 'Health' }).check({ force: true });
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.waitForURL(/\/w\/[^/]+$/);
  await page.goto(`${hall.address}/w/${desk.workshop.workshopId}/group/${desk.workshop.groups[group]!.id}`);
  return page;
}

/** Health takes the same recommendation, with one action. */
async function healthTakesItToo(): Promise<Writer> {
  const group = desk.workshop.groups[1]!.id;
  const writer = new Writer(await join(desk.workshop, 'Dee', { groupId: group }), groupDocument(group), 1);
  const catalogue = new Writer(await join(desk.workshop, 'Reader'), 'catalogue', 1);
  await Promise.all([writer.synced(), catalogue.synced()]);
  const [recommendation] = catalogue.doc.getMap('recommendations').keys();
  writer.write('row', (doc) => {
    const row = addRow(doc, recommendation as Parameters<typeof addRow>[1]);
    const action = readStrategy(doc)[0]!.actions[0]!.id;
    fillFragment(cellFragment(doc, { row, action, cell: 'text' })!, 'Visit the clinics');
    fillFragment(cellFragment(doc, { row, action, cell: 'indicator' })!, 'Ten clinics');
  });
  await writer.allStored();
  catalogue.close();
  return writer;
}

test('CO12 a comment is written beside a row, answered by somebody else while one looks, and resolved', async () => {
  const { page } = desk;
  await commentButton(page).click();
  await shows(page, 'Nothing has been said here yet.');
  await say(page, 'Which court?');
  await shown(panel(page).getByText('Which court?'));
  await shown(rowOf(page, number).getByText('1 comment open').first());
  await until('the server has it', async () => (await list()).comments!.length === 1);
  const [first] = (await list()).comments!;
  const place = { thread: first!.id };
  const path = `${desk.at}/groups/${desk.workshop.groups[0]!.id}/comments`;
  await desk.facilitator.must('POST', path, { id: newId(), text: 'The labour court.', place });
  await shown(panel(page).getByText('The labour court.'));
  await shows(page, 'New comment by A facilitator.');
  await hall.shoot(page, 'thread');
  await hall.examine(page, 'thread');
  await panel(page).getByRole('button', { name: 'Resolve' }).click();
  await shown(panel(page).getByText('1 resolved'));
  await gone(rowOf(page, number).getByText('1 comment open'));
  await page.keyboard.press('Escape');
  await gone(panel(page));
  await cellOf(page, number, 'indicator').focus();
  await page.keyboard.press('Control+Alt+m');
  await say(page, 'How many?');
  await shown(cellOf(page, number, 'indicator').getByRole('button', { name: '1 comment open' }));
  await until('the server has it', async () => (await list()).comments!.at(-1)!.text === 'How many?');
  expect((await list()).comments!.at(-1)!.cell).toMatch(/\.indicator$/);
  await panel(page).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog', { name: 'Delete this comment?' }).getByRole('button', { name: 'Delete' }).click();
  await gone(panel(page).getByText('How many?'));
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('CO13 a comment that could not be sent is said to be kept, and is there once when the network is back', async () => {
  const { page } = desk;
  await commentButton(page).click();
  await shows(page, 'Nothing has been said here yet.');
  await hall.goOffline(page);
  await say(page, 'Written without a network');
  await shows(page, 'Not sent yet: kept on this device, and sent when the server answers.');
  await hall.shoot(page, 'kept');
  await hall.goOnline(page);
  await gone(panel(page).getByText(/Not sent yet/));
  await shown(panel(page).getByText('Written without a network'));
  expect((await list()).comments!.map(({ text }) => text)).toEqual(['Written without a network']);
});

test('CO14 the plenary reads and writes comments on its phones when the group has presented, and not before', async () => {
  const { page } = desk;
  await commentButton(page).click();
  await say(page, 'Between us');
  await shown(panel(page).getByText('Between us'));
  const phone = await cyOpens(0, 'phone');
  await shown(rowOf(phone, number));
  await gone(commentButton(phone));
  await desk.facilitator.must('PATCH', `${desk.at}/groups/${desk.workshop.groups[0]!.id}`, { presented: true });
  await commentButton(phone).tap();
  await shown(panel(phone).getByText('Between us'));
  await say(phone, 'From the hall');
  await shown(panel(page).getByText('From the hall'));
  await hall.shoot(phone, 'phone');
  await hall.examine(phone, 'phone');
  await phone.emulateMedia({ colorScheme: 'dark' });
  await hall.shoot(phone, 'phone-dark');
  await phone.context().close();
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('CO27 two groups read each other’s row, agree to do it together, and see it end when one row is removed', async () => {
  const { page } = desk;
  const health = await healthTakesItToo();
  await rowOf(page, number)
    .getByRole('button', { name: /^Also in 1 other group/ })
    .click();
  const dialog = page.getByRole('dialog', { name: /Other groups/ });
  await shown(dialog.getByText('Visit the clinics'));
  await shown(dialog.getByText('Ten clinics'));
  await dialog.getByRole('button', { name: 'We do this together' }).click();
  await shown(dialog.getByText('You asked Health. It has not answered yet.'));
  const cy = await cyOpens(1);
  await shown(rowOf(cy, number).getByText('Labour asks: do we do this together?'));
  await hall.shoot(cy, 'asked');
  await rowOf(cy, number)
    .getByRole('button', { name: /^Also in/ })
    .click();
  await cy.getByRole('button', { name: 'Yes, together' }).click();
  await shown(cy.getByRole('dialog').getByText('Together with Labour'));
  await shown(dialog.getByText('Together with Health'));
  await hall.shoot(page, 'together');
  await hall.examine(page, 'together');
  await page.emulateMedia({ colorScheme: 'dark' });
  await hall.shoot(page, 'together-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  health.write('gone', (doc) => void removeRow(doc, readStrategy(doc)[0]!.id));
  await shown(dialog.getByText(/No longer together with Health/));
  await dialog.getByRole('button', { name: 'Remove this note' }).click();
  await gone(dialog.getByText(/No longer together with Health/));
  await until(
    'it is gone',
    async () =>
      (await rowOf(page, number)
        .getByText(/ogether with Health/)
        .count()) === 0,
  );
  health.close();
  await cy.context().close();
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('CO16 what could not be sent before the right to read ended is offered, and is sent by no later way', async () => {
  const { page } = desk;
  const words = 'Typed before the right ended';
  await commentButton(page).click();
  await shows(page, 'Nothing has been said here yet.');
  await hall.goOffline(page);
  await say(page, words);
  await shows(page, /Not sent yet/);
  const { personId } = await desk.bo();
  await desk.facilitator.must('PATCH', `${desk.at}/people/${personId}`, { groupId: desk.workshop.groups[1]!.id });
  await hall.goOnline(page);
  await shown(page.getByText('Words that are only on this device: comments'));
  expect(await page.getByLabel('Comment', { exact: true }).inputValue()).toBe(words);
  await desk.facilitator.must('PATCH', `${desk.at}/people/${personId}`, { groupId: desk.workshop.groups[0]!.id });
  await commentButton(page).click();
  await shows(page, /^Not sent: /);
  expect((await list()).comments).toEqual([]);
  await panel(page).getByRole('button', { name: 'Throw away' }).click();
  await gone(page.getByText(words));
  expect(hall.troubles.filter((trouble) => !trouble.includes('403'))).toEqual([]);
  hall.troubles.splice(0);
});

test('TA71 a comment that is being written goes on when its row is put together with another; sorting ends with its row', async () => {
  const { page } = desk;
  await desk.othersWrite((doc) => {
    const [first] = readStrategy(doc);
    addRow(doc, first!.recommendation);
  });
  await until('both rows are there', async () => (await rowOf(page, number).count()) === 2);
  const ids = rowsOf(desk).map(({ id }) => id);
  const goes = ids.indexOf(ids.toSorted()[1]!);
  await commentButton(page).nth(goes).click();
  await panel(page).getByLabel('New comment').fill('begun');
  await desk.othersWrite((doc) => void mergeTwin(doc, ids[1]!));
  await until('one row is left', async () => (await rowOf(page, number).count()) === 1);
  await page.keyboard.type(' and ended');
  await panel(page).getByRole('button', { name: 'Send' }).click();
  await until('it is said of the row that stays', async () => (await list()).comments?.[0]?.text === 'begun and ended');
  expect((await list()).comments?.[0]?.row).toBe(ids.toSorted()[0]);
  await page.keyboard.press('Escape');

  await rowOf(page, number)
    .getByRole('button', { name: /what to do/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Sort into a cluster' }).click();
  await shown(page.getByRole('dialog', { name: /cluster/i }));
  await desk.othersWrite((doc) => void removeRow(doc, ids.toSorted()[0]!));
  await gone(page.getByRole('dialog', { name: /cluster/i }));
});

test('TA78 what other groups do stays open when the row is put together with another, and closes with a word when it is removed', async () => {
  const { page } = desk;
  const health = await healthTakesItToo();
  await desk.othersWrite((doc) => void addRow(doc, readStrategy(doc)[0]!.recommendation));
  await until('both rows are there', async () => (await rowOf(page, number).count()) === 2);
  const ids = rowsOf(desk).map(({ id }) => id);
  const [stays, goes] = ids.toSorted();
  await rowOf(page, number)
    .nth(ids.indexOf(goes!))
    .getByRole('button', { name: /^Also in 1 other group/ })
    .click();
  const dialog = page.getByRole('dialog', { name: /Other groups/ });
  await shown(dialog.getByText('Visit the clinics'));
  await desk.othersWrite((doc) => void mergeTwin(doc, ids[1]!));
  await until('one row is left', async () => (await rowOf(page, number).count()) === 1);
  await dialog.getByRole('button', { name: 'We do this together' }).click();
  await shown(dialog.getByText('You asked Health. It has not answered yet.'));
  await shown(rowOf(page, number).getByText('Health was asked'));
  await desk.othersWrite((doc) => void removeRow(doc, stays!));
  await gone(dialog);
  await shows(page, 'That row was removed: it is no longer in your strategy.');
  health.close();
  expect(hall.troubles.splice(0)).toEqual([]);
});
