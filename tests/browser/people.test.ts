import type { GroupComments } from '@board/shared/commands';
import { groupDocument, newId, type RowId } from '@board/shared/ids';
import { addRow } from '@board/shared/model/strategy-edits';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkshop, join, type Workshop } from '../support/people.ts';
import { Writer } from '../support/writer.ts';
import { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import { showPart } from './support/screen.ts';

/** The facilitator looks after people and the join link. */
let hall: Hall;
let page: Page;
let workshop: Workshop;
let row: RowId | null = null;

beforeAll(async () => {
  hall = await Hall.open('people');
  workshop = await createWorkshop(hall.server.address, 'People', ['Labour', 'Health']);
  await join(workshop, 'Bo', { groupId: workshop.groups[0]!.id });
  page = await hall.enter('facilitator', 'laptop');
  await page.goto(`${hall.address}/w/${workshop.workshopId}/facilitate#key=${workshop.facilitatorKey}`);
  await page.getByLabel('Your name').fill('Facilitator');
  await page.getByRole('button', { name: 'Come in' }).click();
  await shown(page.getByText(workshop.joinCode, { exact: true }));
  await showPart(page, 'People');
});
afterAll(() => hall.close());

test('UI26 a member is made an observer after a question, and a member of the same group again', async () => {
  const bo = page.getByRole('listitem').filter({ hasText: 'Bo' });
  await bo.getByRole('button', { name: 'Make observer: Bo' }).click();
  const dialog = page.getByRole('dialog');
  await shown(dialog.getByText('Observers read; they do not write or vote'));
  await hall.examine(page, 'make observer');
  await dialog.getByRole('button', { name: 'Make observer' }).click();
  await gone(dialog);
  await shown(bo.getByText('Observer', { exact: true }));
  await hall.shoot(page, 'observer');
  await bo.getByRole('button', { name: 'Make member: Bo' }).click();
  await gone(bo.getByText('Observer', { exact: true }));
  const chosen = bo.getByRole('combobox', { name: 'Group of Bo' }).locator('option:checked');
  expect(await chosen.textContent()).toBe('Labour');
});

test('DO87 a person is removed with all comments, when that is chosen in the question', async () => {
  const groupId = workshop.groups[1]!.id;
  const crowd = await join(workshop, 'Crowd', { groupId });
  const doc = groupDocument(groupId);
  const writer = await new Writer(crowd, doc, 1).synced();
  writer.write('a row', (written) => {
    row = addRow(written, null);
  });
  await writer.allStored();
  writer.close();
  const comments = `/api/workshops/${workshop.workshopId}/groups/${groupId}/comments`;
  await crowd.caller.must('POST', comments, { id: newId(), text: 'Said', place: { row, cell: null } });
  const line = page.getByRole('listitem').filter({ hasText: 'Crowd' });
  await line.getByRole('button', { name: 'Remove Crowd' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Also take out all comments').click();
  await hall.examine(page, 'remove person');
  await hall.shoot(page, 'remove-person');
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await gone(dialog);
  await gone(line);
  const told = await workshop.facilitator.must<GroupComments>('GET', comments);
  expect(told.comments).toEqual([]);
});

test('DO92 what somebody said is taken out later, when it was forgotten in the question', async () => {
  const groupId = workshop.groups[1]!.id;
  const hasty = await join(workshop, 'Hasty', { groupId });
  const comments = `/api/workshops/${workshop.workshopId}/groups/${groupId}/comments`;
  await hasty.caller.must('POST', comments, { id: newId(), text: 'Said', place: { row, cell: null } });
  const line = page.getByRole('listitem').filter({ hasText: 'Hasty' });
  await line.getByRole('button', { name: 'Remove Hasty' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await shown(line.getByText('comments or proposals still stand'));
  await hall.shoot(page, 'removed-with-words');
  await line.getByRole('button', { name: 'Take out what Hasty said' }).click();
  const dialog = page.getByRole('dialog');
  await hall.examine(page, 'words out');
  await dialog.getByRole('button', { name: 'Take out what was said' }).click();
  await gone(line);
  const told = await workshop.facilitator.must<GroupComments>('GET', comments);
  expect(told.comments).toEqual([]);
});

test('UI26 a new link is made after it is explained what it means for those who have joined', async () => {
  await showPart(page, 'Links');
  await page.getByRole('button', { name: 'Make a new link' }).click();
  const dialog = page.getByRole('dialog');
  await shown(dialog.getByText('Only those who come from now on need the new link. The projector shows it.'));
  await dialog.getByText('They join again').click();
  await hall.shoot(page, 'renew-link');
  await hall.examine(page, 'renew link');
  await dialog.getByRole('button', { name: 'Make the new link' }).click();
  await gone(dialog);
  await gone(page.getByText(workshop.joinCode, { exact: true }));
  await showPart(page, 'People');
  await shows(page, 'must join again');
  await hall.shoot(page, 'control-after-renewal');
  expect(hall.troubles).toEqual([]);
});
