import type { VoteOpened } from '@board/shared/commands-votes';
import { newSecret } from '@board/shared/ids';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Caller } from '../support/caller.ts';
import { type CharterDesk, openAdoption } from './support/charter-desk.ts';
import type { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import { vote } from './support/voting.ts';

/** Lia has joined on a laptop, and brings in a phone as herself. */
let hall: Hall;
let desk: CharterDesk;
let laptop: Page;
let phone: Page;
let link: string;

beforeAll(async () => {
  ({ hall, desk } = await openAdoption('devices', ['We meet again in May.']));
  laptop = await desk.open('Lia', '', 'laptop');
  phone = await hall.enter('Lia’s phone', 'phone');
});
afterAll(async () => {
  desk.clear();
  await hall.close();
});

const dialog = () => laptop.getByRole('dialog');
const show = async (): Promise<string> => {
  await laptop.getByRole('button', { name: 'Come in on another device too' }).click();
  await shown(dialog().getByText(/Whoever photographs the code/));
  await gone(dialog().getByRole('img'));
  await dialog().getByRole('button', { name: 'Show the code' }).click();
  await shown(dialog().getByRole('img', { name: 'Code that brings in another device as you' }));
  return dialog().getByLabel('The link, for you only').inputValue();
};
/** Under the name by which these browsers reach the server. */
const here = (address: string): string => hall.address + address.slice(new URL(address).origin.length);

test('WO61 the code is shown by a press only, with what it lets somebody do, and is taken back with its dialog', async () => {
  link = await show();
  expect(link).toMatch(/\/device#key=[2-9a-z]{32}$/);
  await hall.shoot(laptop, 'code');
  await hall.examine(laptop, 'a code for another device');
  await dialog().getByRole('button', { name: 'Close' }).click();
  await gone(dialog());
  await phone.goto(here(link));
  await expect.poll(() => phone.url()).not.toContain('key=');
  await phone.getByRole('button', { name: 'Come in on this device' }).tap();
  await shown(phone.getByText(/This code opens nothing any more/));
});

test('WO67 a code goes with the page that shows it, also when that is only loaded again', async () => {
  link = await show();
  await laptop.reload();
  await shown(laptop.getByRole('button', { name: 'Come in on another device too' }));
  await phone.goto('about:blank');
  await phone.goto(here(link));
  await phone.getByRole('button', { name: 'Come in on this device' }).tap();
  await shown(phone.getByText(/This code opens nothing any more/));
});

test('WO61 the phone comes in as the same person; the laptop’s code goes away and it says that a device came in', async () => {
  link = await show();
  await phone.goto('about:blank');
  await phone.goto(here(link));
  await hall.shoot(phone, 'come-in');
  await hall.examine(phone, 'coming in on another device');
  await phone.getByRole('button', { name: 'Come in on this device' }).tap();
  await shows(phone, 'You are here as Lia');
  await shown(dialog().getByText(/Another device has come in as you/));
  await gone(dialog().getByRole('img'));
  await hall.shoot(laptop, 'came-in');
  await dialog().getByRole('button', { name: 'Close' }).click();
  await shown(laptop.getByText(/You are also in on another device, since/));
  await shown(phone.getByText('This device was brought in from your other one.'));
  await gone(phone.getByRole('button', { name: 'Come in on another device too' }));
  await hall.shoot(phone, 'landing');
  await hall.examine(phone, 'home on a device that was brought in');
});

test('VO106 a vote from the phone is on the laptop too, and what the laptop changes is on the phone', async () => {
  await desk.workshop.facilitator.must<VoteOpened>('POST', `${desk.at}/votes`, {
    ...{ scope: { kind: 'charter' }, rule: 'consensus', secrecy: 'open' },
    quorum: { numerator: 1, denominator: 3 },
  });
  for (const page of [phone, laptop]) await page.goto(`${desk.pages}/vote`);
  const own = (page: Page, position: string) =>
    page.locator('section').filter({ hasText: 'Your ballot' }).getByText(position, { exact: true });
  await vote(phone, 'Stand aside', 'Too early.');
  await shown(own(laptop, 'Stand aside'));
  await shows(laptop, 'Too early.');
  await hall.shoot(laptop, 'same-ballot');
  await laptop.getByRole('button', { name: 'Change my ballot' }).click();
  await laptop.getByRole('radio', { name: 'Agree', exact: true }).check({ force: true });
  await laptop.getByRole('button', { name: 'Send the changed ballot' }).click();
  await shown(own(phone, 'Agree'));
  await shows(laptop, '1 of 3 have voted');
});

test('WO68 two devices that were brought in have lines that can be told apart', async () => {
  const key = await laptop.evaluate(async (at) => {
    const body = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    return ((await (await fetch(`${at}/me/device-link`, body)).json()) as { key: string }).key;
  }, desk.at);
  await new Caller(hall.server.address).must('POST', `${desk.at}/devices`, { key, claim: newSecret() });
  await laptop.goto(desk.pages);
  const line = (number: number) => laptop.getByText(new RegExp(`another device, since .+ \\(device ${number}\\)`));
  for (const number of [1, 2]) await shown(line(number));
  await laptop.getByRole('button', { name: 'End it' }).last().click();
  await gone(line(2));
  await shown(line(1));
});

test('WO61 the laptop ends the phone, which says so and keeps nobody else out', async () => {
  await laptop.goto(desk.pages);
  await laptop.getByRole('button', { name: 'End it' }).click();
  await gone(laptop.getByText(/You are also in on another device/));
  await shows(phone, 'This device was ended');
  await hall.shoot(phone, 'ended');
  await shows(laptop, 'You are here as Lia');
  // The code that was taken back was tried.
  expect(hall.troubles.filter((one) => !/status of 403.*\/device\)$/u.test(one))).toEqual([]);
});
