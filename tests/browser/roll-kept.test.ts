import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join } from '../support/people.ts';
import { type CharterDesk, openAdoption } from './support/charter-desk.ts';
import type { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import { closeVote, vote } from './support/voting.ts';

/** A hall decides item by item; Dan has gone home, and is taken off the roll once. */
let hall: Hall;
let desk: CharterDesk;
let facilitator: Page;
let mia: Page;
let dan: Page;

beforeAll(async () => {
  const items = ['We meet again in May.', 'We publish the report.', 'We sing.'];
  ({ hall, desk, facilitator, mia } = await openAdoption('roll-kept', items));
  dan = await desk.open('Dan', '/vote', 'phone');
  await shows(dan, 'No vote is open.');
  await dan.goto('about:blank');
});
afterAll(async () => {
  desk.clear();
  await hall.close();
});

const dialog = () => facilitator.getByRole('dialog');

async function open(item: number): Promise<void> {
  await dialog().getByRole('button', { name: 'Open the vote' }).click();
  await gone(dialog());
  await shows(mia, 'Not here and taken off the list of voters: 1 (went home early).');
  await vote(mia, 'Agree', '', `Vote on item ${item}`);
}

test('VO98 VO105 who was taken off the roll stays off in the next vote of that page, with the note; who has joined since is on it', async () => {
  await facilitator.getByRole('listitem').first().getByRole('button', { name: /^Vote/ }).click();
  await dialog().getByRole('button', { name: 'Look person by person' }).click();
  await shown(dialog().getByText(/^So few vote by phone/));
  await dialog().getByLabel('How Dan votes').selectOption('Absent');
  await dialog().getByLabel('Why they are not here').fill('went home early');
  await dialog().getByLabel('How many must vote?').selectOption('1/3');
  await open(1);
  await closeVote(facilitator, '1 of 2 have voted');

  await facilitator.reload();
  await facilitator.getByRole('button', { name: 'Vote on item 2 …' }).first().click();
  await shown(dialog().getByText(/Begun as in the last vote: absent 1, without a phone 0/));
  await shown(dialog().getByText(/^2 on the list of voters/));
  expect(await dialog().getByLabel('Why they are not here').inputValue()).toBe('went home early');
  await join(desk.workshop, 'Eve', { groupId: desk.workshop.groups[1]!.id });
  await shown(dialog().getByText(/^3 on the list of voters/));
  await hall.shoot(facilitator, 'as-in-the-last');
  await hall.examine(facilitator, 'a roll as in the last vote');
  await open(2);
  await closeVote(facilitator, '1 of 3 have voted');
});

test('VO98 who was taken off and is here again is named; the list can begin anew, and another device says what it does not know', async () => {
  await dan.goto(`${desk.pages}/vote`);
  await facilitator.getByRole('button', { name: 'Vote on item 3 …' }).first().click();
  await shown(dialog().getByText('Taken off as absent, but connected just now: 1.'));
  await hall.shoot(facilitator, 'here-again');
  await dialog().getByRole('button', { name: 'Count them in' }).click();
  await shown(dialog().getByText(/^4 on the list of voters/));
  await gone(dialog().getByLabel('Why they are not here'));
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await facilitator.getByRole('button', { name: 'Vote on item 3 …' }).first().click();
  await dialog().getByRole('button', { name: 'Begin anew with everybody' }).click();
  await shown(dialog().getByText(/^4 on the list of voters/));
  await gone(dialog().getByText(/Begun as in the last vote/));
  const other = await desk.facilitate();
  await other.getByRole('button', { name: 'Vote on item 3 …' }).first().click();
  await shown(other.getByText(/opened elsewhere, without 1 who were absent \(went home early\)/));
  await shown(other.getByText(/^4 on the list of voters/));
  await hall.shoot(other, 'elsewhere');
});

test('VO104 somebody who has joined on two devices is named, and taken off once with one press that says why', async () => {
  await join(desk.workshop, 'eve', { groupId: desk.workshop.groups[1]!.id });
  await shown(dialog().getByText(/^More than once on the list: Eve\./));
  await shown(dialog().getByText(/^5 on the list of voters/));
  await hall.shoot(facilitator, 'twice');
  await dialog().getByRole('button', { name: 'Keep one of each' }).click();
  await gone(dialog().getByText(/More than once/));
  await shown(dialog().getByText(/^4 on the list of voters/));
  await gone(dialog().getByText(/^So few vote by phone/));
  expect(await dialog().getByLabel('Why they are not here').inputValue()).toBe('joined on two devices');
  expect(hall.troubles).toEqual([]);
});
