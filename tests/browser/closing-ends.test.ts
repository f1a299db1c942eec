import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CharterDesk, openAdoption } from './support/charter-desk.ts';
import type { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import { closeVote, openVote, vote } from './support/voting.ts';

/** Blocks are lifted unseen while a facilitator adopts without an item, and closes the workshop. */
let hall: Hall;
let desk: CharterDesk;
let facilitator: Page;
let mia: Page;
let ben: Page;

beforeAll(async () => {
  const items = ['We meet again in May.', 'We publish the report.'];
  ({ hall, desk, facilitator, mia } = await openAdoption('closing-ends', items));
  ben = await desk.open('Ben', '/vote', 'phone');
});
afterAll(async () => {
  desk.clear();
  await hall.close();
});

const dialog = () => facilitator.getByRole('dialog').or(facilitator.getByRole('alertdialog'));

async function blockAndLift(on: number | 'whole', about: string): Promise<void> {
  await openVote(facilitator, on);
  await vote(ben, 'Agree', '', about);
  await vote(mia, 'Block', 'Not so.', about);
  await closeVote(facilitator, '2 of 3 have voted');
  await mia.getByRole('button', { name: 'Lift my block' }).tap();
  await mia.getByRole('button', { name: 'Yes, lift it for good' }).tap();
  await shows(mia, 'It is lifted.');
}

test('CH51 an adoption that is refused since a lifted block let another item stand says so, although nothing is left out any more', async () => {
  await openVote(facilitator, 1);
  await vote(mia, 'Agree', '', 'Vote on item 1');
  await closeVote(facilitator, '1 of 3 have voted');
  await blockAndLift(2, 'Vote on item 2');
  const part = facilitator.getByRole('region', { name: 'Adoption' });
  await part.getByRole('button', { name: 'Adopt without 1 item …' }).click();
  await dialog().getByRole('button', { name: 'Adopt the charter without them' }).click();
  await shown(part.getByText(/Other items stand adopted now than you saw/));
  await gone(dialog());
  await gone(facilitator.getByText('The charter is adopted.', { exact: true }));
  await hall.shoot(facilitator, 'others-stand');
});

test('VO99 the control page says before closing that a time for amendments ends, and that the whole may be adopted by it', async () => {
  await blockAndLift('whole', 'Vote on the whole charter');
  await facilitator.goto(`${desk.pages}/charter`);
  await facilitator.getByRole('listitem').first().getByRole('button', { name: /^Vote/ }).click();
  await shown(dialog().getByText(/opening this vote adopts the charter instead/));
  await facilitator.keyboard.press('Escape');
  await facilitator.goto(desk.pages);
  await facilitator.getByRole('radio', { name: 'Closed', exact: true }).click();
  await shown(dialog().getByText(/Closing ends it: blocks that were lifted count at once/));
  await shown(dialog().getByText(/closing adopts the charter/));
  await hall.shoot(facilitator, 'closing');
  await hall.examine(facilitator, 'closing while a time for amendments runs');
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await shows(mia, /Amendments are welcome until/);
  await facilitator.getByRole('radio', { name: 'Closed', exact: true }).click();
  await dialog().getByRole('button', { name: 'Close the workshop' }).click();
  await gone(dialog());
  await shows(mia, 'The charter is adopted.');
  // Browsers write every refused command into the console, and one was refused.
  expect(hall.troubles.filter((trouble) => !/^facilitator: .* 409 /.test(trouble))).toEqual([]);
});
