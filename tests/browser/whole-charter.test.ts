import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CharterDesk, openAdoption } from './support/charter-desk.ts';
import type { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import { layoutFaultsAtBothSizes } from './support/screen-layout.ts';
import { vote } from './support/voting.ts';

/** A hall votes on its whole charter: Mia on a phone, somebody else on paper, who blocks and thinks again. */
let hall: Hall;
let desk: CharterDesk;
let facilitator: Page;
let mia: Page;
let projector: Page;

beforeAll(async () => {
  const items = ['We meet again in May.', 'We publish the report.'];
  ({ hall, desk, facilitator, mia, projector } = await openAdoption('whole-charter', items));
});
afterAll(async () => {
  desk.clear();
  await hall.close();
});

const running = () => facilitator.getByRole('region', { name: 'Open vote' });
const dialog = () => facilitator.getByRole('dialog').or(facilitator.getByRole('alertdialog'));

/** What the facilitator's browser keeps. */
const kept = () => facilitator.evaluate(() => JSON.stringify({ ...localStorage }));

/** Somebody facilitates on another device, on which no paper ballot was entered, and has the code on paper. */
async function liftElsewhere(code: string): Promise<void> {
  const other = await desk.facilitate();
  const asked = other.getByRole('dialog');
  const lift = async (typed: string) => {
    await asked.getByLabel('Code of these paper ballots').fill(typed);
    await asked.getByRole('button', { name: 'Lift one block' }).click();
  };
  await other.getByRole('button', { name: 'Lift a block on paper' }).click();
  await lift('');
  await shows(other, /there is no block left/);
  await lift('no code');
  await shows(other, /not a code of paper ballots/);
  await hall.shoot(other, 'lift-paper');
  await hall.examine(other, 'lifting a block on paper');
  await lift(code.toLowerCase());
  await gone(asked);
  await shows(other, 'One block on paper is lifted. That shows when the time is over.');
  await other.getByRole('button', { name: 'Lift a block on paper' }).click();
  await lift(code);
  await shows(other, /there is no block left/);
}

test('VO76 VO77 VO80 VO81 the whole charter is blocked on paper: all see until when it may be amended, and a facilitator lifts the block unseen, from another device', async () => {
  await facilitator.getByRole('button', { name: 'Vote on the whole charter' }).click();
  await dialog().getByRole('button', { name: 'Look person by person' }).click();
  await dialog().getByLabel('Labour: people who are here without a phone').fill('1');
  await shown(dialog().getByLabel('If somebody blocks, for how long are amendments welcome?'));
  await dialog().getByRole('button', { name: 'Open the vote' }).click();
  await gone(dialog());
  const code = projector.getByRole('img', { name: 'The voting page as a QR code' });
  await shown(code);
  const [place, below] = [await code.boundingBox(), await projector.getByText(/^Consensus: adopted/).boundingBox()];
  expect(place!.height).toBeGreaterThan(1080 / 6);
  expect(place!.y + place!.height).toBeLessThan(below!.y);
  await hall.shoot(projector, 'open');
  expect(await layoutFaultsAtBothSizes(projector)).toEqual([]);
  await mia.setViewportSize({ width: 360, height: 640 });
  await mia.getByRole('radio', { name: 'Agree', exact: true }).tap();
  const send = mia.getByRole('button', { name: 'Send my ballot' });
  // The choices begin low on the screen: without help what sends the ballot would be below it.
  await mia.getByRole('radiogroup').evaluate((group) => {
    scrollBy(0, group.getBoundingClientRect().top - 420);
  });
  const box = await send.boundingBox();
  expect(box!.y).toBeGreaterThan(500);
  expect(box!.y + box!.height).toBeLessThanOrEqual(641);
  await hall.shoot(mia, 'thumb');
  await vote(mia, 'Agree');
  await running().getByRole('button', { name: 'Enter ballots by hand' }).click();
  await dialog().getByLabel('Block').fill('1');
  await dialog().getByLabel('Your reason').fill('May is in the rainy season.');
  const written = await dialog().getByLabel('Code of these paper ballots').inputValue();
  await hall.shoot(facilitator, 'paper-code');
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
  expect(await kept()).not.toContain(written.replaceAll(' ', ''));
  expect(await kept()).toContain('board:paper-blocks');

  await facilitator.getByRole('button', { name: 'End it now' }).click();
  await facilitator.getByRole('button', { name: 'Give 5 minutes for amendments' }).click();
  await liftElsewhere(written);
  await shows(projector, 'Not adopted');
  await hall.shoot(facilitator, 'slot');
  await facilitator.getByRole('button', { name: 'End it now' }).click();
  await shows(projector, 'We meet again in May.');
  await shows(facilitator, 'The charter is adopted.');
  await facilitator.waitForFunction(() => !JSON.stringify({ ...localStorage }).includes('board:paper'));
  expect(hall.troubles).toEqual([]);
});
