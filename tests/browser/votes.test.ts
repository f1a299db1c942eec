import { addItem } from '@board/shared/model/charter';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkshop, facilitatorOf, join, type Workshop } from '../support/people.ts';
import { until } from '../support/until.ts';
import { Writer } from '../support/writer.ts';
import { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import { seat } from './support/seat.ts';
import { choose, vote } from './support/voting.ts';

/** Ana and Cy vote on phones, Ben on paper, Dan has gone home. One votes, blocks, lifts and adopts as a hall does. */
let hall: Hall;
let workshop: Workshop;
let facilitator: Page;
let projector: Page;
let ana: Page;
let cy: Page;

const items = ['We publish the report in three languages by May.', 'We meet again in a year and read this aloud.'];

beforeAll(async () => {
  hall = await Hall.open('votes');
  workshop = await createWorkshop(hall.server.address, 'Three days in May', ['Labour', 'Health']);
  const [labour, health] = workshop.groups;
  const writer = await new Writer(await facilitatorOf(workshop), 'charter', 1).synced();
  for (const text of items) writer.write(text, (doc) => void addItem(doc, text));
  await writer.allStored();
  writer.close();
  const at = `/w/${workshop.workshopId}`;
  const organisation = (name: string) => ({ organisation: name });
  const people = [];
  for (const [name, groupId, of] of [
    ['Ana', labour!.id, 'Rights Now'],
    ['Ben', labour!.id, 'Rights Now'],
    ['Cy', health!.id, 'Clean Water'],
    ['Dan', health!.id, 'Clean Water'],
  ] as const) {
    const who = await join(workshop, name, { groupId });
    await who.caller.must('PATCH', `/api/workshops/${workshop.workshopId}/me`, organisation(of));
    people.push(who);
  }
  await workshop.facilitator.must('PUT', `/api/workshops/${workshop.workshopId}/stage`, { stage: 'charter-adoption' });
  facilitator = await seat(hall, 'facilitator', workshop.facilitator, 'laptop');
  ana = await seat(hall, 'Ana', people[0]!.caller, 'phone');
  cy = await seat(hall, 'Cy', people[2]!.caller, 'phone');
  const screen = await join(workshop, 'Hall', { role: 'screen' });
  projector = await seat(hall, 'projector', screen.caller, 'projector');
  await Promise.all([
    facilitator.goto(`${hall.address}${at}/charter`),
    projector.goto(`${hall.address}${at}/plenary`),
    ana.goto(`${hall.address}${at}/vote`),
    cy.goto(`${hall.address}${at}/vote`),
  ]);
  await shows(ana, 'No vote is open.');
  await shows(cy, 'No vote is open.');
});
afterAll(() => hall.close());

/** What Ana's screen reader was told politely, in order. */
const spoken = () => ana.evaluate(() => (window as unknown as { spoken: string[] }).spoken);

async function listen(): Promise<void> {
  await ana.evaluate(() => {
    const told: string[] = [];
    (window as unknown as { spoken: string[] }).spoken = told;
    const note = (target: Node): void => {
      const region = (target instanceof Element ? target : target.parentElement)?.closest('[role="status"]');
      if (region) told.push(region.textContent ?? '');
    };
    new MutationObserver((changes) => {
      for (const { target } of changes) note(target);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

const running = () => facilitator.getByRole('region', { name: 'Open vote' });

async function askToVote(item: number): Promise<ReturnType<Page['getByRole']>> {
  const row = facilitator.getByRole('listitem').nth(item - 1);
  await row.getByRole('button', { name: /^Vote/ }).click();
  return facilitator.getByRole('dialog');
}

async function close(): Promise<void> {
  await running().getByRole('button', { name: 'Close the vote' }).click();
  await facilitator
    .getByRole('alertdialog')
    .or(facilitator.getByRole('dialog'))
    .getByRole('button', { name: 'Close the vote' })
    .click();
  await gone(running());
}

test('VO61 the facilitator looks who is here, takes off who is not with a note, and all see it beside the quorum', async () => {
  const dialog = await askToVote(1);
  await shown(dialog.getByText('4 on the list of voters, from 2 organisations'));
  await dialog.getByRole('button', { name: 'Look person by person' }).click();
  await dialog.getByLabel('How Ben votes').selectOption('By hand or on paper');
  await shown(dialog.getByText('Not connected just now: 1.'));
  await hall.shoot(facilitator, 'roll');
  await dialog.getByRole('button', { name: 'Take them off as absent' }).click();
  expect(await dialog.getByRole('button', { name: 'Open the vote' }).isDisabled()).toBe(true);
  await dialog.getByLabel('Why they are not here').fill('went home early');
  await hall.shoot(facilitator, 'roll-absent');
  await hall.examine(facilitator, 'opening a vote');
  await dialog.getByRole('button', { name: 'Open the vote' }).click();
  await gone(dialog);
  for (const page of [facilitator, projector, ana])
    await shows(page, 'Not here and taken off the list of voters: 1 (went home early).');
  await shows(ana, 'It counts when at least 2 of 3 have voted.');
  await hall.shoot(ana, 'vote-open-phone');
});

test('VO62 a paper ballot is entered beside the phones’ and counts in the same tally', async () => {
  await vote(ana, 'Agree');
  await running().getByRole('button', { name: 'Enter ballots by hand' }).click();
  const dialog = facilitator.getByRole('dialog');
  await dialog.getByLabel('Stand aside').fill('1');
  await dialog.getByLabel('One line for the record').fill('May is in the rainy season.');
  await hall.shoot(facilitator, 'paper-ballots');
  await hall.examine(facilitator, 'paper ballots');
  await dialog.getByRole('button', { name: 'Put them in the box' }).click();
  await gone(dialog);
  await shown(running().getByText('2 of 3 have voted', { exact: true }));
  await hall.shoot(facilitator, 'running');
  await hall.examine(facilitator, 'running vote');
});

test('CA26 (O26) positions and results are told by words, and can be read in light and dark', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const page of [ana, projector, facilitator]) {
      await page.emulateMedia({ colorScheme: scheme });
      await hall.examine(page, `vote, ${scheme}`);
      await hall.shoot(page, `vote-${scheme}`);
    }
  }
  for (const page of [ana, projector, facilitator]) await page.emulateMedia({ colorScheme: null });
});

test('VO71 the reason of a block stands on the projector when the vote is closed, and not before', async () => {
  await vote(cy, 'Block', 'Three languages leave out half of the villages.');
  await shown(running().getByText('3 of 3 have voted', { exact: true }));
  expect(await projector.getByText('leave out half').count()).toBe(0);
  await close();
  await shows(projector, 'Three languages leave out half of the villages.');
  await shows(projector, /This was blocked. Amendments are welcome until/);
  await hall.shoot(projector, 'blocked-projector');
  await hall.examine(projector, 'plenary, blocked');
});

test('VO68 every phone that voted offers the same; who blocked lifts it, and it shows when the time is over', async () => {
  for (const phone of [ana, cy]) await shown(phone.getByRole('heading', { name: 'If you blocked' }));
  await hall.shoot(cy, 'lift-phone');
  await hall.examine(cy, 'lifting a block');
  await cy.reload();
  await cy.getByRole('button', { name: 'Lift my block' }).tap();
  await cy.getByRole('button', { name: 'Yes, lift it for good' }).tap();
  await shows(cy, 'It is lifted.');
  await ana.getByRole('button', { name: 'Lift my block' }).tap();
  await ana.getByRole('button', { name: 'Yes, lift it for good' }).tap();
  await shows(ana, 'There is no block here that could be lifted.');
  await shows(projector, 'Not adopted');
  await hall.shoot(facilitator, 'slot-facilitator');
  await facilitator.getByRole('button', { name: 'End it now' }).click();
  await shows(projector, 'Adopted');
  for (const page of [projector, ana]) await shows(page, /Blocks that were lifted afterwards and now stand aside: 1/);
  await gone(cy.getByRole('heading', { name: 'If you blocked' }));
  const kept = () => cy.evaluate(() => Object.values(localStorage).join());
  await until('the phone has forgotten the paper', async () => !(await kept()).includes('"paper"'));
  await hall.shoot(ana, 'lifted-phone');
});

test('VO64 VO65 CA25 (O25) a named vote takes shows of hands and shows people and organisations side by side; its opening and closing are spoken once', async () => {
  await listen();
  const dialog = await askToVote(2);
  await dialog.getByRole('button', { name: 'Begin anew with everybody' }).click();
  await dialog.getByText('Named', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Look person by person' }).click();
  await dialog.getByLabel('Labour: people who are here without a phone').fill('2');
  await dialog.getByRole('button', { name: 'Open the vote' }).click();
  await gone(dialog);
  await vote(ana, 'Agree');
  await vote(cy, 'Block', 'A year is too long.');
  await running().getByRole('button', { name: 'Enter ballots by hand' }).click();
  const hands = facilitator.getByRole('dialog');
  await hands.getByLabel('Agree', { exact: true }).fill('2');
  await hall.shoot(facilitator, 'show-of-hands');
  await hall.examine(facilitator, 'show of hands');
  await hands.getByRole('button', { name: 'Put them in the box' }).click();
  await shown(hands.getByText('Entered so far: 2 of 2.'));
  await hands.getByRole('button', { name: 'Close', exact: true }).click();
  await shown(running().getByText('4 of 6 have voted', { exact: true }));
  await close();
  await shows(ana, 'Labour, by show of hands');
  await shows(projector, /Organisations: 2, each counted once/);
  await hall.shoot(projector, 'organisations-projector');
  await hall.shoot(ana, 'organisations-phone');
  await hall.examine(ana, 'result with organisations');
  const told = await spoken();
  expect(told.filter((words) => words.startsWith('A vote was opened: Item 2'))).toHaveLength(1);
  expect(told.filter((words) => words.startsWith('The vote was closed: Item 2'))).toHaveLength(1);
});

test('VO74 a ballot that could not be sent goes on from another page of the board, and one that came too late says that it was not counted', async () => {
  const dialog = await askToVote(2);
  await dialog.getByRole('button', { name: 'Begin anew with everybody' }).click();
  await dialog.getByRole('button', { name: 'Open the vote' }).click();
  await gone(dialog);
  const home = `${hall.address}/w/${workshop.workshopId}`;
  await shows(cy, 'Vote on item 2');
  await shows(ana, 'Vote on item 2');
  await shown(cy.getByRole('button', { name: 'Send my ballot' }));
  await hall.goOffline(cy);
  await choose(cy, 'Agree');
  await shows(cy, /Not sent yet: no connection/);
  await cy.goto('about:blank');
  await hall.goOnline(cy);
  await cy.goto(home);
  await shown(running().getByText('1 of 4 have voted', { exact: true }));
  await hall.goOffline(ana);
  await choose(ana, 'Agree with reservation', 'Too late.');
  await shows(ana, /Not sent yet: no connection/);
  await hall.shoot(ana, 'kept-phone');
  await ana.goto('about:blank');
  await close();
  await hall.goOnline(ana);
  await ana.goto(`${home}/vote`);
  await shows(ana, 'The vote was closed before your ballot arrived. It was not counted.');
  await hall.shoot(ana, 'too-late-phone');
  await cy.goto(`${home}/vote`);
  await shows(cy, 'Your ballot was counted. This device has forgotten which one it was.');
});

test('VO75 the pages of a vote read from right to left, and on a phone of 360 px nothing is wider than the screen', async () => {
  for (const page of [ana, facilitator]) await page.getByLabel('Language').first().selectOption('ar');
  await ana.setViewportSize({ width: 360, height: 740 });
  await shows(ana, 'النتيجة');
  await hall.shootWhole(ana, 'phone-arabic');
  expect(await ana.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await facilitator.reload();
  await facilitator
    .getByRole('listitem')
    .nth(1)
    .getByRole('button', { name: /التصويت/ })
    .first()
    .click();
  await facilitator.getByRole('dialog').getByRole('button', { name: 'عرض شخصاً شخصاً' }).click();
  await hall.shoot(facilitator, 'roll-arabic');
  await hall.examine(facilitator, 'opening a vote, Arabic');
  await facilitator.keyboard.press('Escape');
  for (const page of [ana, facilitator]) await page.getByLabel('اللغة').first().selectOption('en');
  await shows(ana, 'Result');
});

test('VO66 the record of an adoption prints every round, reason and note, with roll and fingerprints, and reads on a phone', async () => {
  await facilitator.getByRole('button', { name: 'Vote on the whole charter' }).click();
  const dialog = facilitator.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Open the vote' }).click();
  await gone(dialog);
  await vote(ana, 'Agree');
  await vote(cy, 'Agree with reservation', 'Read it aloud in the villages too.');
  await shown(running().getByText('2 of 4 have voted', { exact: true }));
  await close();
  await facilitator.goto(`${hall.address}/w/${workshop.workshopId}/charter/print`);
  for (const words of [
    'Record of adoption',
    'All rounds of voting',
    'May is in the rainy season.',
    'Three languages leave out half of the villages.',
    'A year is too long.',
    'Read it aloud in the villages too.',
    'Clean Water: 2 · Rights Now: 2',
  ])
    await shows(facilitator, words);
  await shown(facilitator.getByRole('img', { name: 'QR code of this page' }));
  await hall.shootWhole(facilitator, 'record');
  await hall.examine(facilitator, 'record');
  await ana.goto(`${hall.address}/w/${workshop.workshopId}/charter/print`);
  await shows(ana, 'All rounds of voting');
  expect(await ana.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await hall.shootWhole(ana, 'record-phone');
  await hall.print(facilitator, 'record');
  // Browsers write every refused command into the console, and Ana was refused.
  expect(hall.troubles.filter((trouble) => !/^Ana: .* 409 /.test(trouble))).toEqual([]);
});
