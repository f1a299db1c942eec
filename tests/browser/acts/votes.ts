import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Cast } from '../cast.ts';
import { shown, shows } from '../support/looking.ts';
import { choose, closeVote, openVote, vote } from '../support/voting.ts';
import { setStage } from './group-work.ts';
import { readFromTheBack, writeInCharter } from './plenary.ts';

/** Bytes of script and style that a phone may load before it can vote. */
const firstLoadBudget = 150 * 1024;

/** The phones open the voting page, which is light; the first item is voted on, blindly until it is closed. */
export async function voteOnFirst(cast: Cast): Promise<void> {
  const { hall, facilitator, projector } = cast;
  const [one, two, three] = cast.phones as [Page, Page, Page];
  await openStage(facilitator);
  for (const phone of cast.phones) await phone.goto(`${cast.workshop}/vote`);
  await shows(one, 'No vote is open.');
  const bytes = await hall.firstLoad(one);
  expect(bytes).toBeGreaterThan(firstLoadBudget / 5);
  expect(bytes).toBeLessThan(firstLoadBudget);
  await shows(one, 'No vote is open.');
  await openVote(facilitator, 1);
  await shows(one, 'Vote on item 1');
  await hall.shoot(one, 'vote-phone');
  await hall.examine(one, 'vote on a phone');
  await vote(one, 'Agree');
  await vote(two, 'Agree with reservation', 'Bring water and shoes.');
  await vote(three, 'Stand aside');
  await shows(projector, '3 of 7');
  await hall.shoot(two, 'vote-counted');
  await hall.examine(two, 'vote, counted');
  await hall.shoot(projector, 'plenary-vote-open');
  await hall.examine(projector, 'plenary, vote open');
  await readFromTheBack(cast);
  for (const page of [facilitator, projector, one]) {
    expect(await page.getByText('Ballots by position').count()).toBe(0);
    expect(await page.getByText('Bring water and shoes.').count()).toBe(0);
  }
  await closeVote(facilitator, '3 of 7 have voted');
  await shows(projector, 'Adopted');
  await shows(one, 'Bring water and shoes.');
  await hall.shoot(projector, 'plenary-vote-closed');
  await hall.examine(projector, 'plenary, vote closed');
  await readFromTheBack(cast);
  await hall.shoot(one, 'vote-result');
  await hall.examine(one, 'vote, result');
}

/** One block with a reason stops the second item; the wording is changed and asked again. A ballot after closing does not count. */
export async function blockAndAskAgain(cast: Cast): Promise<void> {
  const { hall, facilitator } = cast;
  const [one, two, three] = cast.phones as [Page, Page, Page];
  await openVote(facilitator, 2);
  for (const phone of cast.phones) await shows(phone, 'Vote on item 2');
  await choose(one, 'Block');
  await shows(one, 'A block needs a reason.');
  await vote(one, 'Block', 'Forty is not enough for nine districts.');
  await vote(two, 'Agree');
  await vote(three, 'Agree');
  await hall.shoot(one, 'vote-block');
  await closeVote(facilitator, '3 of 7 have voted');
  await shows(two, 'Forty is not enough for nine districts.');
  await shows(two, 'Not adopted');

  await writeInCharter(facilitator, 'Write in item 2', ' in every district');
  await facilitator.keyboard.press('Escape');
  await shows(facilitator, 'The wording has changed since the last vote.');
  await openVote(facilitator, 2);
  for (const phone of cast.phones) await shows(phone, /in every district/);
  await vote(one, 'Block', 'I had not read the end.');
  await one.getByRole('button', { name: 'Change my ballot' }).tap();
  await vote(one, 'Agree');
  await vote(two, 'Agree');
  await hall.goOffline(three);
  await choose(three, 'Block', 'Too late.');
  await shows(three, /Not sent yet: no connection/);
  await hall.shoot(three, 'vote-offline');
  await cast.landPhone.goto(`${cast.workshop}/vote`);
  await vote(cast.landPhone, 'Agree');
  await closeVote(facilitator, '3 of 7 have voted');
  await hall.goOnline(three);
  await shows(three, 'The vote was closed before the server confirmed your ballot.');
  await shows(two, 'Nobody blocked.');
}

/** The whole charter is put to one vote, passes, and reads as one printed page. */
export async function adopt(cast: Cast): Promise<void> {
  const { hall, facilitator, projector, landLaptop } = cast;
  await openVote(facilitator, 'whole');
  for (const phone of cast.phones) {
    await shows(phone, 'Vote on the whole charter');
    await vote(phone, 'Agree');
  }
  await hall.shoot(facilitator, 'charter-voting');
  await hall.examine(facilitator, 'charter, voting');
  await closeVote(facilitator, '3 of 7 have voted');
  await shows(projector, 'The charter is adopted');
  await hall.shoot(projector, 'plenary-adopted');
  await hall.examine(projector, 'plenary, adopted');
  await readFromTheBack(cast);
  await landLaptop.goto(`${cast.workshop}/charter/print`);
  await shown(landLaptop.getByRole('heading', { name: 'Record of adoption' }));
  for (const words of [
    'We met for three days, and we will meet again.',
    'in every district',
    'In a year we read this aloud',
  ])
    await shows(landLaptop, new RegExp(words));
  await hall.shoot(landLaptop, 'charter-print');
  await hall.examine(landLaptop, 'charter, printed');
  await facilitator.reload();
  await shows(facilitator, 'We met for three days, and we will meet again.');
  expect(await facilitator.getByRole('button', { name: 'Write in: Preamble' }).count()).toBe(0);
  await hall.shoot(facilitator, 'charter-adopted');
  await hall.examine(facilitator, 'charter, adopted');
}

async function openStage(page: Page): Promise<void> {
  const charter = page.url();
  await page.getByRole('navigation').getByRole('link', { name: 'Control' }).click();
  await setStage(page, 'Adopting the charter');
  await page.goto(charter);
  await shown(page.getByRole('button', { name: 'Write in item 4' }));
}
