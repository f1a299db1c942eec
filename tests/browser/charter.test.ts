import { setTimeout as pause } from 'node:timers/promises';
import { addItem, drawContributions, itemFragment, readItems, removeItem } from '@board/shared/model/charter';
import { mergeItems } from '@board/shared/model/charter-edits';
import { reword } from '@board/shared/model/plain-edit';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { CharterDesk } from './support/charter-desk.ts';
import { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import { layoutFaultsAtBothSizes } from './support/screen-layout.ts';

/** The charter before it is adopted: items and where they come from, and other words that phones propose. */
let hall: Hall;
let desk: CharterDesk;
const open: Page[] = [];

beforeAll(async () => {
  hall = await Hall.open('charter');
});
afterAll(() => hall.close());
beforeEach(async () => {
  desk = await CharterDesk.set(hall, ['We meet again in May.', 'We publish the report.']);
});
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
  desk.clear();
});

const keep = async (page: Promise<Page>): Promise<Page> => {
  const opened = await page;
  open.push(opened);
  return opened;
};
const phoneAtCharter = (name = 'Mara') => keep(desk.open(name, '/charter', 'phone'));
const facilitator = () => keep(desk.facilitate());
const given = 'Train forty judges in the new labour law';

async function propose(phone: Page, item: number, words: string): Promise<void> {
  await phone.getByRole('button', { name: `Propose other words: item ${item}` }).tap();
  await phone.getByRole('dialog').getByLabel('Your words').fill(words);
  await phone.getByRole('dialog').getByRole('button', { name: 'Propose' }).tap();
  await gone(phone.getByRole('dialog'));
}

/** Opens an item's editor and puts the caret behind its first words. */
async function caretBehind(page: Page, item: number, words: string): Promise<void> {
  await page.getByRole('button', { name: `Write in item ${item}` }).click();
  await shown(page.locator('[role="textbox"]:focus'));
  await pause(300);
  await page.keyboard.press('Home');
  for (let count = 0; count < words.length; count += 1) await page.keyboard.press('ArrowRight');
  // The editor hears of the caret after the key.
  await pause(100);
}

async function choose(page: Page, item: number, choice: string): Promise<void> {
  await page.getByRole('button', { name: `Item ${item}: order and removal` }).click();
  await page.getByRole('menuitem', { name: choice }).click();
}

test('CH37 a phone proposes other words; what changes meanwhile is shown before they are sent; they can be withdrawn', async () => {
  const phone = await phoneAtCharter();
  await phone.setViewportSize({ width: 360, height: 740 });
  await phone.getByRole('button', { name: 'Propose other words: item 1' }).tap();
  const dialog = phone.getByRole('dialog', { name: 'Other words for item 1' });
  const send = dialog.getByRole('button', { name: 'Propose' });
  expect(await send.isDisabled()).toBe(true);
  await dialog.getByLabel('Your words').fill('We meet again in June, with the youth.');
  await shown(dialog.getByRole('region', { name: 'What you change' }).locator('ins').first());
  await hall.shoot(phone, 'propose');
  await hall.examine(phone, 'propose');
  await phone.reload();
  await phone.getByRole('button', { name: 'Propose other words: item 1' }).tap();
  expect(await dialog.getByLabel('Your words').inputValue()).toBe('We meet again in June, with the youth.');
  await desk.edit((doc) => reword(itemFragment(doc, readItems(doc)[0]!.id)!, 'We meet again in autumn.'));
  await shown(dialog.getByText('The words have changed while you were writing:'));
  expect(await send.isDisabled()).toBe(true);
  await hall.shoot(phone, 'propose-moved');
  await dialog.getByRole('button', { name: 'I have read them' }).tap();
  await send.tap();
  await gone(dialog);
  await shown(phone.getByText('Your proposal', { exact: true }));
  await hall.shoot(phone, 'proposed');
  await hall.examine(phone, 'proposed');
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  const other = await phoneAtCharter('Nico');
  await other.getByText('1 proposal').tap();
  await shown(other.locator('ins').filter({ hasText: 'June' }));
  expect(await other.getByText('Mara').count()).toBe(0);
  await phone.getByRole('button', { name: 'Withdraw' }).tap();
  await gone(other.locator('ins').filter({ hasText: 'June' }));
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('CH38 the facilitator shows a proposal to the hall and takes it; everybody sees what became of it; words that moved are put in by hand', async () => {
  const [phone, page] = [await phoneAtCharter(), await facilitator()];
  const projector = await keep(desk.open('Screen', '/plenary', 'projector', 'screen'));
  await propose(phone, 1, 'We meet again in June.');
  const here = page.getByRole('region', { name: 'Proposals for Item 1' });
  await shown(here.getByText('Mara'));
  await shows(page, '1 proposal waits');
  await hall.shoot(page, 'proposal-at-item');
  await hall.examine(page, 'proposal at its item');
  await here.getByRole('button', { name: 'Show the hall' }).click();
  await shows(projector, 'Other words for item 1?');
  await shown(projector.locator('ins').filter({ hasText: 'June' }));
  await hall.shoot(projector, 'amendment');
  await hall.examine(projector, 'amendment');
  await here.getByRole('button', { name: 'Take it' }).click();
  await desk.reads('We meet again in June.', 'We publish the report.');
  await shows(phone, /Taken into the charter at/);
  await gone(projector.getByText('Other words for item 1?'));
  await hall.shoot(phone, 'taken');

  await propose(phone, 2, 'We publish the report in Khmer.');
  await desk.edit((doc) => reword(itemFragment(doc, readItems(doc)[1]!.id)!, 'We publish the report at once.'));
  const second = page.getByRole('region', { name: 'Proposals for Item 2' });
  await shown(second.getByText(/The words have changed since this was proposed/));
  await hall.shoot(page, 'proposal-moved');
  expect(await second.getByRole('button', { name: 'Take it' }).count()).toBe(0);
  await second.getByRole('button', { name: 'Decline …' }).click();
  await page.getByRole('dialog').getByLabel('A word to everybody').fill('In all three languages.');
  await page.getByRole('dialog').getByRole('button', { name: 'Decline', exact: true }).click();
  await shows(phone, /In all three languages\./);
  await hall.shoot(phone, 'declined');
  await page.getByText('What became of 1 proposal').nth(1).click();
  await second.getByRole('button', { name: 'Take the decision back' }).click();
  await second.getByRole('button', { name: 'I have written it in' }).click();
  await shows(phone, /Written in by the facilitator/);
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('CH23 CH45 the page says that a group has changed its own words, with the difference, and takes them over or leaves them', async () => {
  const page = await facilitator();
  await page.getByRole('button', { name: 'Draw the groups’ contributions' }).click();
  await desk.reads('We meet again in May.', 'We publish the report.', given);
  const rewordGiven = async (words: string): Promise<void> => {
    desk.strategy.write('other words', (doc) => {
      const [row] = readStrategy(doc);
      reword(cellFragment(doc, { row: row!.id, action: row!.actions[0]!.id, cell: 'text' })!, words);
    });
    await desk.strategy.allStored();
  };
  await rewordGiven('Train fifty judges in the new labour law');
  await shows(page, 'has changed its own words since they were drawn:');
  await hall.shoot(page, 'source-changed');
  await hall.examine(page, 'source changed');
  const phone = await phoneAtCharter();
  const wall = await keep(desk.open('Wall', '/plenary', 'projector', 'screen'));
  await shows(wall, 'The group’s words changed since');
  await hall.shoot(wall, 'source-changed-screen');
  expect(await layoutFaultsAtBothSizes(wall)).toEqual([]);
  await phone.getByText('The group has changed its own words since').tap();
  await shows(phone, 'fifty');
  await hall.shoot(phone, 'source-changed-phone');
  await hall.examine(phone, 'source changed on a phone');
  await page.getByRole('button', { name: 'Take over' }).click();
  await desk.reads('We meet again in May.', 'We publish the report.', 'Train fifty judges in the new labour law');
  await gone(wall.getByText('The group’s words changed since'));
  await desk.edit((doc) => reword(itemFragment(doc, readItems(doc)[2]!.id)!, 'We train judges.'));
  await phone.getByText('In the group’s own words').tap();
  await shows(phone, 'Train fifty judges in the new labour law');
  await desk.edit((doc) =>
    reword(itemFragment(doc, readItems(doc)[2]!.id)!, 'Train fifty judges in the new labour law'),
  );
  await rewordGiven('Train sixty judges in the new labour law');
  await page.getByRole('button', { name: 'Leave as it is' }).click();
  await gone(page.getByText('has changed its own words since they were drawn:'));
  expect(desk.items[2]).toBe('Train fifty judges in the new labour law');
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('CH22 items are merged and split at the caret in front of all, each taken back with one press', async () => {
  const page = await facilitator();
  await choose(page, 2, 'Merge into another item …');
  const dialog = page.getByRole('dialog', { name: 'Merge item 2 into another item' });
  await shown(dialog.getByRole('region', { name: 'It then reads' }).getByText('We publish the report.'));
  await hall.shoot(page, 'merge');
  await hall.examine(page, 'merge');
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await desk.reads('We meet again in May.\nWe publish the report.');
  await page.getByRole('button', { name: 'Undo this' }).click();
  await desk.reads('We meet again in May.', 'We publish the report.');
  await caretBehind(page, 2, 'We publish ');
  await hall.shoot(page, 'split');
  await page.getByRole('button', { name: 'Split here' }).click();
  await desk.reads('We meet again in May.', 'We publish', 'the report.');
  await hall.shoot(page, 'split-done');
  await page.getByRole('button', { name: 'Undo this' }).click();
  await desk.reads('We meet again in May.', 'We publish the report.');
  await caretBehind(page, 1, 'We meet ');
  await page.keyboard.press('Control+Shift+Enter');
  await desk.reads('We meet', 'again in May.', 'We publish the report.');
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('CH52 CH53 who writes in an item that somebody merges meanwhile goes on in it; of one that is removed the words are offered back', async () => {
  const page = await facilitator();
  await caretBehind(page, 2, 'We publish the report.');
  await hall.goOffline(page);
  await page.keyboard.type(' With the unions', { delay: 15 });
  await desk.edit((doc) => mergeItems(doc, readItems(doc)[1]!.id, readItems(doc)[0]!.id));
  await hall.goOnline(page);
  await desk.reads('We meet again in May.\nWe publish the report. With the unions');
  await shown(page.getByRole('textbox', { name: 'Part 2 of item 1: write in it' }));
  await page.keyboard.type(' and the press.', { delay: 15 });
  await desk.reads('We meet again in May.\nWe publish the report. With the unions and the press.');
  await hall.shoot(page, 'merged-open');
  await hall.examine(page, 'merged and open');
  for (let count = 0; count < ' and the press.'.length; count += 1) await page.keyboard.press('ArrowLeft');
  await pause(100);
  await page.getByRole('button', { name: 'Split here' }).click();
  await desk.reads('We meet again in May.\nWe publish the report. With the unions', 'and the press.');
  await caretBehind(page, 2, 'and the press.');
  await hall.goOffline(page);
  await page.keyboard.type(' Words that the hall said', { delay: 15 });
  await desk.edit((doc) => removeItem(doc, readItems(doc)[1]!.id));
  await hall.goOnline(page);
  await shown(page.getByText('Words that the hall said'));
  await hall.shoot(page, 'words-offered');
  await hall.examine(page, 'words offered');
  await page.getByRole('button', { name: 'Put my words back' }).click();
  await desk.reads(
    'We meet again in May.\nWe publish the report. With the unions',
    'and the press. Words that the hall said',
  );
  await gone(page.getByRole('button', { name: 'Put my words back' }));
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('CH54 what two facilitators draw at once stands in the charter once', async () => {
  const page = await facilitator();
  await hall.goOffline(page);
  await page.getByRole('button', { name: 'Draw the groups’ contributions' }).click();
  const [row] = readStrategy(desk.strategy.doc);
  const source = { rowId: row!.id, actionId: row!.actions[0]!.id };
  await desk.edit(
    (doc) => void drawContributions(doc, [{ groupId: desk.workshop.groups[0]!.id, source, text: given }]),
  );
  await hall.goOnline(page);
  await page.getByRole('button', { name: 'Item 3: order and removal' }).waitFor();
  await desk.edit((doc) => void addItem(doc, 'And more.'));
  await shown(page.getByRole('button', { name: 'Write in item 4' }));
  await desk.reads('We meet again in May.', 'We publish the report.', given, 'And more.');
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('CH26 what the facilitator types is read on a phone and on the projector while it is typed', async () => {
  const [phone, page] = [await phoneAtCharter(), await facilitator()];
  const projector = await keep(desk.open('Screen', '/plenary', 'projector', 'screen'));
  await caretBehind(page, 1, 'We meet ');
  for (const [typed, words] of [
    ['all ', 'We meet all again in May.'],
    ['of us ', 'We meet all of us again in May.'],
  ] as const) {
    await page.keyboard.type(typed, { delay: 15 });
    await shows(phone, words);
    await shows(projector, words);
  }
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('CH25 items are moved by dragging their number and with the arrow keys, which keep the focus', async () => {
  const page = await facilitator();
  const handle = (item: number) => page.getByRole('button', { name: `Item ${item}: move it by dragging` });
  await handle(2).dragTo(handle(1), { targetPosition: { x: 5, y: 2 } });
  await desk.reads('We publish the report.', 'We meet again in May.');
  await handle(1).focus();
  await page.keyboard.press('ArrowDown');
  await desk.reads('We meet again in May.', 'We publish the report.');
  await shown(page.locator('[data-handle]:focus').filter({ hasText: '2' }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await desk.reads('We publish the report.', 'We meet again in May.');
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('CH24 a first draft of preamble and closing is put in with one press, and says what is still to be filled in', async () => {
  const page = await facilitator();
  await page.getByRole('button', { name: 'Put in a first draft' }).first().click();
  await shows(page, /We are people of civil society in Cambodia\. We met \(\[dates\]\) in 2 working groups/);
  await page.getByRole('button', { name: 'Put in a first draft' }).click();
  await gone(page.getByRole('button', { name: 'Put in a first draft' }));
  await shows(page, 'Some words stand in brackets: they are still to be filled in.');
  await page.evaluate(() => scrollTo(0, 0));
  await hall.shoot(page, 'first-draft');
  await hall.examine(page, 'first draft');
  expect(hall.troubles.splice(0)).toEqual([]);
});
