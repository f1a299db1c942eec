import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CharterDesk } from './support/charter-desk.ts';
import { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import { vote } from './support/voting.ts';

/** A hall votes on its whole charter: Mia on a phone, somebody else on paper, who blocks and thinks again. */
let hall: Hall;
let desk: CharterDesk;
let facilitator: Page;
let mia: Page;
let projector: Page;

beforeAll(async () => {
  hall = await Hall.open('whole-charter');
  desk = await CharterDesk.set(hall, ['We meet again in May.', 'We publish the report.']);
  await desk.setStage('charter-adoption');
  facilitator = await desk.facilitate();
  mia = await desk.open('Mia', '/vote', 'phone');
  projector = await desk.open('Wall', '/plenary', 'projector', 'screen');
});
afterAll(async () => {
  desk.clear();
  await hall.close();
});

const running = () => facilitator.getByRole('region', { name: 'Open vote' });
const dialog = () => facilitator.getByRole('dialog').or(facilitator.getByRole('alertdialog'));

/** What the facilitator's browser keeps. */
const kept = () => facilitator.evaluate(() => JSON.stringify({ ...localStorage }));

test('VO76 VO77 the whole charter is blocked on paper: all see until when it may be amended, and the facilitator lifts the block unseen', async () => {
  await facilitator.getByRole('button', { name: 'Vote on the whole charter' }).click();
  await dialog().getByRole('button', { name: 'Look person by person' }).click();
  await dialog().getByLabel('Labour: people who are here without a phone').fill('1');
  await shown(dialog().getByLabel('If somebody blocks, for how long are amendments welcome?'));
  await dialog().getByRole('button', { name: 'Open the vote' }).click();
  await gone(dialog());
  await vote(mia, 'Agree');
  await running().getByRole('button', { name: 'Enter ballots by hand' }).click();
  await dialog().getByLabel('Block').fill('1');
  await dialog().getByLabel('Your reason').fill('May is in the rainy season.');
  await dialog().getByRole('button', { name: 'Put them in the box' }).click();
  await gone(dialog());
  await shown(running().getByText('2 of 3 have voted', { exact: true }));
  await running().getByRole('button', { name: 'Close the vote' }).click();
  await dialog().getByRole('button', { name: 'Close the vote' }).click();
  await gone(running());
  for (const page of [facilitator, mia, projector])
    await shows(page, /This was blocked\. Amendments are welcome until/);
  await hall.shoot(projector, 'blocked');
  expect(await kept()).not.toContain('rainy season');
  expect(await kept()).toContain('board:paper-blocks');

  await facilitator.getByRole('button', { name: 'Lift a block on paper' }).click();
  await hall.shoot(facilitator, 'lift-paper');
  await hall.examine(facilitator, 'lifting a block on paper');
  await dialog().getByRole('button', { name: 'Lift one block' }).click();
  await gone(dialog());
  await shows(facilitator, 'One block on paper is lifted. That shows when the time is over.');
  await facilitator.getByRole('button', { name: 'Lift a block on paper' }).click();
  await dialog().getByRole('button', { name: 'Lift one block' }).click();
  await shows(facilitator, /there is no block left/);
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await shows(projector, 'Not adopted');
  await hall.shoot(facilitator, 'slot');
  await facilitator.getByRole('button', { name: 'End it now' }).click();
  await shows(projector, 'We meet again in May.');
  await shows(facilitator, 'The charter is adopted.');
  await facilitator.waitForFunction(() => !JSON.stringify({ ...localStorage }).includes('board:paper'));
  expect(hall.troubles).toEqual([]);
});
