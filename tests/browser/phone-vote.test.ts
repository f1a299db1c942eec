import { addItem } from '@board/shared/model/charter';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkshop, facilitatorOf, join, type Workshop } from '../support/people.ts';
import { Writer } from '../support/writer.ts';
import { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import { seat } from './support/seat.ts';
import { closeVote, vote } from './support/voting.ts';

/** A whole vote on phones of 360 × 640: Ana votes, Ben by hand, Dan is put down as absent, Eve comes late. */
let hall: Hall;
let workshop: Workshop;
let facilitator: Page;
let [ana, ben, dan, eve]: Page[] = [];

const small = { width: 360, height: 640 };
const items = ['We publish the report in three languages by May.', 'We meet again in a year and read this aloud.'];

async function phoneOf(name: string, group: number, organisation: string): Promise<Page> {
  const who = await join(workshop, name, { groupId: workshop.groups[group]!.id });
  await who.caller.must('PATCH', `/api/workshops/${workshop.workshopId}/me`, { organisation });
  const page = await seat(hall, name, who.caller, 'phone');
  await page.setViewportSize(small);
  await page.goto(`${hall.address}/w/${workshop.workshopId}/vote`);
  await shows(page, /No vote is open|Vote on/);
  return page;
}

beforeAll(async () => {
  hall = await Hall.open('phone-vote');
  workshop = await createWorkshop(hall.server.address, 'Three days in May', ['Labour', 'Health']);
  const writer = await new Writer(await facilitatorOf(workshop), 'charter', 1).synced();
  for (const text of items) writer.write(text, (doc) => void addItem(doc, text));
  await writer.allStored();
  writer.close();
  await workshop.facilitator.must('PUT', `/api/workshops/${workshop.workshopId}/stage`, { stage: 'charter-adoption' });
  ana = await phoneOf('Ana', 0, 'Rights Now');
  ben = await phoneOf('Ben', 0, 'Rights Now');
  dan = await phoneOf('Dan', 1, 'Clean Water');
  facilitator = await seat(hall, 'facilitator', workshop.facilitator, 'laptop');
  await facilitator.goto(`${hall.address}/w/${workshop.workshopId}/charter`);
});
afterAll(() => hall.close());

const isWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

async function look(page: Page, name: string): Promise<void> {
  await hall.shootWhole(page, name);
  await hall.shoot(page, `${name}-top`);
  expect([name, await isWide(page)]).toEqual([name, false]);
}

async function ask(button: string | number): Promise<Locator> {
  if (typeof button === 'string') await facilitator.getByRole('button', { name: button }).click();
  else
    await facilitator
      .getByRole('listitem')
      .nth(button - 1)
      .getByRole('button', { name: /^Vote/ })
      .click();
  return facilitator.getByRole('dialog');
}

async function openWith(dialog: Locator, kind: 'Named' | 'Secret'): Promise<void> {
  await dialog.getByText(kind, { exact: true }).click();
  await dialog.getByRole('button', { name: 'Open the vote' }).click();
  await gone(dialog);
}

/** Ben is put down as voting by hand, Dan as absent; two more of Labour are here without a phone. */
async function putDown(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Look person by person' }).click();
  await dialog.getByLabel('How Ben votes').selectOption('By hand or on paper');
  await dialog.getByLabel('How Dan votes').selectOption('Absent');
  await dialog.getByLabel('Labour: people who are here without a phone').fill('2');
  await dialog.getByLabel('Why they are not here').fill('left at noon');
}

const offered = (page: Page): Promise<number> => page.getByRole('radio').count();

test('VO122 in a named vote whoever votes by hand, is put down as absent or came late is told so before anything is offered', async () => {
  const refused: string[] = [];
  for (const page of [ben!, dan!])
    page.on('response', (answer) => {
      if (answer.status() >= 400 && answer.url().includes('/votes/')) refused.push(answer.url());
    });
  const dialog = await ask(1);
  await putDown(dialog);
  await openWith(dialog, 'Named');
  await shows(ana!, 'Vote on item 1');
  await shown(ana!.getByRole('button', { name: 'Send my ballot' }));
  await shows(ben!, /you are noted as voting by a show of hands/);
  await shows(dan!, /you were noted as absent when it was opened/);
  eve = await phoneOf('Eve', 1, 'Clean Water');
  await shows(eve, /its list of voters was made when it was opened/);
  for (const page of [ben!, dan!, eve]) expect(await offered(page)).toBe(0);
  await ben!.reload();
  await shows(ben!, /you are noted as voting by a show of hands/);
  const heading = ben!.getByRole('heading', { name: 'Vote on item 1' });
  const [under, top] = [await ben!.getByText(/you are noted as voting/).boundingBox(), await heading.boundingBox()];
  expect(under!.y - top!.y).toBeLessThan(120);
  await look(ana!, 'named-open');
  await look(ben!, 'named-by-hand');
  await look(dan!, 'named-absent');
  await look(eve, 'named-late');
  await hall.examine(ben!, 'who votes by hand');
  expect(refused).toEqual([]);
});

test('VO123 a show of hands opens with what was entered, says for whom it is, and refuses what cannot be in words', async () => {
  const running = facilitator.getByRole('region', { name: 'Open vote' });
  const open = async (): Promise<Locator> => {
    await running.getByRole('button', { name: 'Enter ballots by hand' }).click();
    return facilitator.getByRole('dialog');
  };
  let hands = await open();
  await shown(hands.getByText('Noted as voting by hand: Ben. Here without having joined: 2.'));
  await hands.getByLabel('Agree', { exact: true }).fill('4');
  await shown(hands.getByText('That makes 4. There are only 3 people without a phone on the list.'));
  expect(await hands.getByRole('button', { name: 'Put them in the box' }).isDisabled()).toBe(true);
  await hall.shoot(facilitator, 'hands-too-many');
  await hands.getByLabel('Agree', { exact: true }).fill('2');
  await hands.getByLabel('Stand aside', { exact: true }).fill('1');
  await hands.getByRole('textbox').last().fill('May is in the rainy season.');
  await hands.getByRole('button', { name: 'Put them in the box' }).click();
  await shown(hands.getByText('In the box for this group: 3 of 3.'));
  await facilitator.reload();
  hands = await open();
  await shown(hands.getByText('In the box for this group: 3 of 3.'));
  expect(await hands.getByLabel('Agree', { exact: true }).inputValue()).toBe('2');
  expect(await hands.getByRole('textbox').last().inputValue()).toBe('May is in the rainy season.');
  await hall.shoot(facilitator, 'hands-again');
  await hall.examine(facilitator, 'a show of hands that was entered before');
  await facilitator.setViewportSize(small);
  await hall.shoot(facilitator, 'hands-phone');
  await facilitator.setViewportSize({ width: 1366, height: 768 });
  await hands.getByRole('button', { name: 'Close', exact: true }).click();
});

test('VO126 what another facilitator has entered meanwhile is shown beside one’s own, and replaced only when it was seen', async () => {
  const running = facilitator.getByRole('region', { name: 'Open vote' });
  const looked = facilitator.waitForResponse((answer) => answer.url().endsWith('/hand'));
  await running.getByRole('button', { name: 'Enter ballots by hand' }).click();
  const path = new URL((await looked).url()).pathname;
  const hands = facilitator.getByRole('dialog');
  await hands.getByLabel('Agree', { exact: true }).fill('1');
  const groupId = workshop.groups[0]!.id;
  const block = { agree: 1, reservation: 0, 'stand-aside': 0, block: 1 };
  const remarks = [{ position: 'block', text: 'We have no bus.' }];
  await workshop.facilitator.must('PUT', path, { groupId, tally: block, remarks });
  await shown(hands.getByText(/Entered meanwhile: Agree 1, .*Block 1/));
  expect(await hands.getByLabel('Agree', { exact: true }).inputValue()).toBe('1');
  await hall.shoot(facilitator, 'hands-meanwhile');
  await hall.examine(facilitator, 'hands entered meanwhile');
  await hands.getByRole('button', { name: 'Put them in the box' }).click();
  await shown(hands.getByText(/Something else was entered for this group meanwhile/));
  expect(await hands.getByLabel('Agree', { exact: true }).inputValue()).toBe('1');
  await hands.getByLabel('Agree', { exact: true }).fill('2');
  await hands.getByRole('button', { name: 'Put them in the box' }).click();
  await shown(hands.getByText('In the box for this group: 3 of 3.'));
  expect(await hands.getByLabel('Block', { exact: true }).inputValue()).toBe('0');
  await hands.getByRole('button', { name: 'Close', exact: true }).click();
});

test('VO124 a named vote is counted by organisation on the phone; who did not vote on it is told nothing of a ballot', async () => {
  await vote(ana!, 'Agree with reservation', 'Bring water and shoes.');
  await look(ana!, 'named-counted');
  await closeVote(facilitator, '4 of 4 have voted');
  await shows(
    ana!,
    /Organisations: 0, each counted once.*Not known of 1: some of their people voted by a show of hands/,
  );
  await look(ana!, 'named-result');
  await look(ben!, 'named-result-by-hand');
});

test('VO122 VO124 in a secret vote the same is said, no paper is asked for, and the result says why it is not counted by organisation', async () => {
  const asked: string[] = [];
  for (const page of [ben!, dan!]) page.on('request', (one) => void asked.push(one.url()));
  const dialog = await ask(2);
  await openWith(dialog, 'Secret');
  await shows(ben!, /you are noted as voting on paper/);
  await shows(dan!, /you were noted as absent/);
  await look(ben!, 'secret-on-paper');
  await shows(eve!, 'Vote on item 2');
  await look(eve!, 'secret-open');
  await vote(ana!, 'Agree');
  await vote(eve!, 'Block', 'A year is too long for those who wait for water.');
  await look(eve!, 'secret-counted');
  expect(asked.filter((url) => /papers|ballots/.test(url))).toEqual([]);
  await closeVote(facilitator, '2 of 5 have voted');
  await shows(ana!, /Not counted by organisation/);
  await shows(eve!, 'If you blocked');
  await look(eve!, 'secret-blocked');
});

test('VO125 a block is lifted on a phone, the second round says that it is one, and the whole is adopted', async () => {
  await eve!.getByRole('button', { name: 'Lift my block' }).tap();
  await look(eve!, 'lift-asks');
  await shown(eve!.getByRole('button', { name: 'Yes, lift it for good' }));
  await eve!.waitForTimeout(700);
  await eve!.getByRole('button', { name: 'Yes, lift it for good' }).tap();
  await shows(eve!, 'It is lifted.');
  await look(eve!, 'lifted');
  const again = await ask(2);
  await openWith(again, 'Secret');
  await shows(eve!, 'Vote on item 2');
  await shows(eve!, 'Secret vote · Round 2');
  await look(eve!, 'second-round');
  await vote(eve!, 'Stand aside', 'We would have met sooner.');
  await vote(ana!, 'Agree');
  await closeVote(facilitator, '2 of 5 have voted');
  await look(ana!, 'second-result');
  const whole = await ask('Vote on the whole charter');
  await whole.getByRole('button', { name: 'Begin anew with everybody' }).click();
  await openWith(whole, 'Secret');
  await shows(ana!, 'Vote on the whole charter');
  for (const words of ['Item 2 · Round 1', 'Item 2 · Round 2']) await shows(ana!, words);
  expect(await ana!.getByText('Item 1 · Round').count()).toBe(0);
  await look(ana!, 'whole-open');
  for (const page of [ana!, ben!, eve!]) await vote(page, 'Agree');
  await closeVote(facilitator, '3 of 4 have voted');
  await shows(ana!, 'The charter is adopted.');
  await look(ana!, 'whole-adopted');
});

test('CH66 on a phone the record’s votes are pairs that need no moving sideways', async () => {
  await ana!.goto(`${hall.address}/w/${workshop.workshopId}/charter/print`);
  await shows(ana!, 'All rounds of voting');
  await look(ana!, 'record');
  const table = ana!.getByRole('table').first();
  const sideways = await table.evaluate((one) => {
    const frame = one.parentElement!;
    return [frame.scrollWidth - frame.clientWidth, one.getBoundingClientRect().right <= innerWidth];
  });
  expect(sideways).toEqual([0, true]);
  const heads = await table
    .locator('td')
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').content));
  expect(heads.every((head) => head.length > 4)).toBe(true);
  await shows(ana!, /Not counted by organisation/);
  await hall.examine(ana!, 'record on a small phone');
  await facilitator.goto(`${hall.address}/w/${workshop.workshopId}/charter/print`);
  await shows(facilitator, 'All rounds of voting');
  await hall.shootWhole(facilitator, 'record-laptop');
  expect(
    await facilitator
      .getByRole('table')
      .first()
      .evaluate((one) => [
        one.parentElement!.scrollWidth - one.parentElement!.clientWidth,
        getComputedStyle(one).display,
      ]),
  ).toEqual([0, 'table']);
  await hall.print(facilitator, 'record');
});
