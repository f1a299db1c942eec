import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CharterDesk, openAdoption } from './support/charter-desk.ts';
import type { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import { layoutFaultsAtBothSizes } from './support/screen-layout.ts';
import { closeVote, openVote, vote } from './support/voting.ts';

/** A hall whose vote on the whole charter is blocked decides item by item, and adopts what stands. */
let hall: Hall;
let desk: CharterDesk;
let facilitator: Page;
let mia: Page;
let projector: Page;

beforeAll(async () => {
  const items = ['We meet again in May.', 'We publish the report.', 'We sing.'];
  ({ hall, desk, facilitator, mia, projector } = await openAdoption('item-by-item', items));
});
afterAll(async () => {
  desk.clear();
  await hall.close();
});

const part = () => facilitator.getByRole('region', { name: 'Adoption' });
const dialog = () => facilitator.getByRole('dialog');

/** Asks the hall about the next item, and Mia answers. */
async function decide(item: number, position: 'Agree' | 'Block'): Promise<void> {
  await part()
    .getByRole('button', { name: `Vote on item ${item} …` })
    .click();
  await dialog().getByRole('button', { name: 'Open the vote' }).click();
  await gone(dialog());
  await vote(mia, position, position === 'Block' ? 'It costs too much.' : '', `Vote on item ${item}`);
  await closeVote(facilitator, '1 of 2 have voted');
}

test('CH48 after a blocked vote on the whole the page leads from item to item, each vote by the rules of the last', async () => {
  await openVote(facilitator, 'whole');
  await vote(mia, 'Block', 'Not the second one.');
  await closeVote(facilitator, '1 of 2 have voted');
  await shown(part().getByText(/You can ask the hall item by item/));
  await hall.shootWhole(facilitator, 'blocked');
  await hall.examine(facilitator, 'after a blocked vote on the whole');
  await part().getByRole('button', { name: 'Vote on item 1 …' }).click();
  expect(await dialog().getByLabel('How many must vote?').inputValue()).toBe('1/3');
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await decide(1, 'Agree');
  await decide(2, 'Block');
  await shown(part().getByRole('button', { name: 'Vote on item 3 …' }));
  await hall.shoot(facilitator, 'next');
  await shows(projector, 'It costs too much.');
  await hall.shoot(projector, 'item-blocked');
  expect(await layoutFaultsAtBothSizes(projector)).toEqual([]);
});

test('CH47 CH50 VO95 the charter is adopted with what stands; what is left out is shown before, and named in the record on every page', async () => {
  await part().getByRole('button', { name: 'Adopt without 2 items …' }).click();
  await shown(dialog().getByText('We publish the report.'));
  await shown(dialog().getByText('Not voted on'));
  await shown(dialog().getByText(/A time for amendments is still running. Adopting ends it/));
  await shown(mia.getByText('If you blocked'));
  await hall.shoot(facilitator, 'without');
  await hall.examine(facilitator, 'adopting without some items');
  await dialog().getByRole('button', { name: 'Adopt the charter without them' }).click();
  await shows(facilitator, 'The charter is adopted.');
  await shows(projector, 'The charter is adopted');
  await hall.shoot(projector, 'adopted');
  const charter = await projector.textContent('main');
  expect(charter).toContain('We meet again in May.');
  expect(charter).not.toContain('We publish the report.');
  await gone(mia.getByText('If you blocked'));
  await mia.goto(`${desk.pages}/charter/print`);
  const left = mia.getByRole('region', { name: 'Left out' });
  await shown(left.getByText('We sing.'));
  await shown(left.getByText('Not adopted'));
  await shown(mia.getByText(/An item that was left out: Not adopted/));
  await hall.shootWhole(mia, 'record');
  await hall.examine(mia, 'the record with what was left out');
  const copies = `${desk.at}/charter/copies`;
  const { key } = await desk.workshop.facilitator.must<{ key: string }>('POST', copies, { label: '' });
  const stranger = await hall.enter('stranger', 'phone');
  await stranger.goto(`${desk.pages}/charter/copy#key=${key}`);
  await shown(stranger.getByText(/adopted the charter without 2 items of its draft/));
  expect(await stranger.textContent('main')).not.toContain('We sing.');
  await shown(stranger.getByRole('heading', { name: 'The votes that adopted it' }));
  await hall.shootWhole(stranger, 'copy');
  expect(hall.troubles).toEqual([]);
});
