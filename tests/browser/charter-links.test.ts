import type { VoteOpened } from '@board/shared/commands-votes';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join } from '../support/people.ts';
import { CharterDesk } from './support/charter-desk.ts';
import { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import { seat } from './support/seat.ts';

/** The charter is adopted; a facilitator makes a link to it, and somebody who has never been in the workshop opens it on a phone. */
let hall: Hall;
let desk: CharterDesk;
let facilitator: Page;
let stranger: Page;

beforeAll(async () => {
  hall = await Hall.open('charter-links');
  desk = await CharterDesk.set(hall, ['We meet again in May.', 'We publish the report.']);
  await desk.setStage('charter-adoption');
  const { caller } = await join(desk.workshop, 'Mia Sok', { groupId: desk.workshop.groups[0]!.id });
  const { workshop, at } = desk;
  const { voteId } = await workshop.facilitator.must<VoteOpened>('POST', `${at}/votes`, {
    scope: { kind: 'charter' },
    rule: 'consensus',
    quorum: { numerator: 1, denominator: 4 },
    secrecy: 'open',
  });
  await caller.must('POST', `${at}/votes/${voteId}/ballots`, { position: 'stand-aside', reason: 'May is too early.' });
  facilitator = await seat(hall, 'facilitator', workshop.facilitator, 'laptop');
});
afterAll(async () => {
  desk.clear();
  await hall.close();
});

test('SG50 the control page begins with the vote that is open, and leads to each of its parts by a link', async () => {
  await facilitator.goto(`${desk.pages}#people`);
  await shown(facilitator.getByRole('region', { name: 'Open vote' }));
  await shown(facilitator.getByText('Mia Sok'));
  const nav = facilitator.getByRole('navigation', { name: 'More of this page' });
  await nav.getByRole('link', { name: 'Links' }).click();
  await shows(facilitator, 'Once the charter is adopted you can make links here');
  await gone(facilitator.getByText('Mia Sok'));
  await facilitator.goBack();
  await shown(facilitator.getByText('Mia Sok'));
  for (const size of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
    { width: 360, height: 740 },
  ]) {
    await facilitator.setViewportSize(size);
    await facilitator.evaluate(() => scrollTo(0, 0));
    const wide = await facilitator.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, `${size.width}`).toBeLessThanOrEqual(0);
    await hall.shoot(facilitator, `control-${size.width}`);
    await hall.examine(facilitator, `control, ${size.width}`);
  }
  await facilitator.setViewportSize({ width: 1366, height: 768 });
  const timer = await facilitator.getByRole('heading', { name: 'Timer' }).boundingBox();
  const message = await facilitator.getByLabel('A word to the hall').boundingBox();
  for (const box of [timer, message]) expect(box!.y + box!.height).toBeLessThan(768);
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('CH40 CH41 CH44 a link opens the adopted charter for somebody who has joined nothing, on a phone, without a name', async () => {
  const { workshop, at } = desk;
  const late = await join(workshop, 'Late', { groupId: workshop.groups[1]!.id });
  await facilitator.getByRole('button', { name: 'Close the vote' }).click();
  await facilitator
    .getByRole('alertdialog')
    .or(facilitator.getByRole('dialog'))
    .getByRole('button', { name: 'Close the vote' })
    .click();
  await gone(facilitator.getByRole('region', { name: 'Open vote' }));
  // Standing aside alone adopts nothing by consensus; who has come since agrees.
  const { voteId } = await workshop.facilitator.must<VoteOpened>('POST', `${at}/votes`, {
    scope: { kind: 'charter' },
    rule: 'consensus',
    quorum: { numerator: 1, denominator: 4 },
    secrecy: 'open',
  });
  await late.caller.must('POST', `${at}/votes/${voteId}/ballots`, { position: 'agree' });
  await workshop.facilitator.must('POST', `${at}/votes/${voteId}/close`, {});
  await facilitator.goto(`${desk.pages}#links`);
  await facilitator.getByLabel('Whom it is for').fill('The ministry');
  await facilitator.getByRole('button', { name: 'Make a link' }).click();
  await facilitator.getByRole('button', { name: 'Show: The ministry' }).click();
  const link = await facilitator.getByLabel('The link').inputValue();
  await hall.shootWhole(facilitator, 'links');
  await hall.examine(facilitator, 'links');

  stranger = await hall.enter('stranger', 'phone');
  await stranger.goto(hall.address + link.slice(link.indexOf('/w/')));
  await shows(stranger, 'We publish the report.');
  await shows(stranger, 'A read-only copy. Names of people are not in it.');
  for (const name of ['Mia', 'Ann', 'Late']) expect(await stranger.textContent('body')).not.toContain(name);
  expect(await stranger.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await hall.shootWhole(stranger, 'copy-phone');
  await hall.examine(stranger, 'copy');
  await hall.print(stranger, 'copy');

  await facilitator.goto(`${desk.pages}/charter/print`);
  await facilitator.getByLabel('The printed code opens for').selectOption({ label: 'Anybody: The ministry' });
  await shows(facilitator, 'It opens for anybody who has this code, until the link is revoked.');
  await hall.shootWhole(facilitator, 'printed-with-link');

  await facilitator.goto(`${desk.pages}#links`);
  await facilitator.getByRole('button', { name: 'Revoke: The ministry' }).click();
  await facilitator.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await gone(facilitator.getByRole('button', { name: 'Show: The ministry' }));
  expect(hall.troubles.splice(0)).toEqual([]);
  await stranger.reload();
  await shows(stranger, 'This link opens nothing any more.');
  await hall.shoot(stranger, 'revoked-phone');
});
