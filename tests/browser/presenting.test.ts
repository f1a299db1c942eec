import type { GroupComments } from '@board/shared/commands';
import type { GroupFeedback, PresentationBegun } from '@board/shared/commands-present';
import { type GroupId, groupDocument, newId } from '@board/shared/ids';
import { takeIn } from '@board/shared/model/catalogue';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addAction, addRow, setPriority } from '@board/shared/model/strategy-edits';
import type { Stage } from '@board/shared/stages';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createWorkshop, facilitatorOf, join, type Workshop } from '../support/people.ts';
import { Writer } from '../support/writer.ts';
import type { Device } from './support/devices.ts';
import { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import { connectScreen } from './support/screen.ts';

/** Two groups present; Rita steps through Labour's priorities on a phone, Gus and Hal of Health answer. */
let hall: Hall;
let workshop: Workshop;
let labour: GroupId;
let health: GroupId;

beforeAll(async () => {
  hall = await Hall.open('presenting');
});
beforeEach(async () => {
  workshop = await createWorkshop(hall.server.address, 'Rights', ['Labour', 'Health']);
  [labour, health] = workshop.groups.map(({ id }) => id) as [GroupId, GroupId];
  await writePriorities();
  await goTo('plenary');
});
afterAll(() => hall.close());

const goTo = (stage: Stage) =>
  workshop.facilitator.must('PUT', `/api/workshops/${workshop.workshopId}/stage`, { stage });

const numbers = ['110.11', '110.12'];
const actions = ['Write to the ministry', 'Meet the inspectors'];

/** Labour marks two priorities, each with two actions. */
async function writePriorities(): Promise<void> {
  const catalogue = new Writer(await facilitatorOf(workshop), 'catalogue', 1);
  const writer = new Writer(await join(workshop, 'Writer', { groupId: labour }), groupDocument(labour), 1);
  await Promise.all([catalogue.synced(), writer.synced()]);
  const texts = ['Ratify the convention', 'Train the inspectors'];
  catalogue.write('list', (doc) => {
    takeIn(
      doc,
      numbers.map((number, index) => ({
        number,
        text: { en: texts[index]! },
        states: [],
        position: 'supported' as const,
        themes: [],
        source: '',
      })),
    );
  });
  const recommendations = [...catalogue.doc.getMap('recommendations').keys()] as Parameters<typeof addRow>[1][];
  for (const recommendation of recommendations) {
    writer.write('row', (doc) => {
      const row = addRow(doc, recommendation);
      setPriority(doc, row, true);
      const action = readStrategy(doc).at(-1)!.actions[0]!.id;
      const words = actions[readStrategy(doc).length - 1]!;
      fillFragment(cellFragment(doc, { row, action, cell: 'text' })!, words);
      fillFragment(cellFragment(doc, { row, action, cell: 'indicator' })!, 'By June');
    });
  }
  await Promise.all([catalogue.allStored(), writer.allStored()]);
  catalogue.close();
  writer.close();
}

/** Somebody comes in with a browser of their own. */
async function enter(name: string, device: Device, as: object): Promise<Page> {
  const page = await hall.enter(name, device);
  await page.goto(hall.address);
  await page.evaluate(
    async ([path, body]) => {
      await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    },
    [`/api/workshops/${workshop.workshopId}/people`, JSON.stringify({ name, ...as })] as const,
  );
  return page;
}

const to = (page: Page, path: string) => page.goto(`${hall.address}/w/${workshop.workshopId}${path}`);

/** Writes and sends something to the group that presents. */
async function say(phone: Page, kind: string, words: string, button: string): Promise<void> {
  await phone.getByRole('radio', { name: kind }).tap();
  await phone.getByLabel('Your words').fill(words);
  await phone.getByRole('button', { name: button }).tap();
  await phone.waitForFunction(() => document.querySelector('textarea')?.value === '');
}

test('PR34 A group presents: a phone steps through its priorities, the hall answers, the facilitator chooses what stands beside them and goes on', async () => {
  const code = workshop.joinCode;
  const facilitator = await enter('Fay', 'laptop', { key: workshop.facilitatorKey });
  const projector = await hall.enter('Wall', 'projector');
  await to(facilitator, '');
  await projector.goto(`${hall.address}/screen`);
  await connectScreen(facilitator, projector);
  const rita = await enter('Rita', 'phone', { code, groupId: labour });
  const gus = await enter('Gus', 'phone', { code, groupId: health });
  const hal = await enter('Hal', 'phone', { code, groupId: health });
  await to(gus, '/vote');
  await to(hal, '');

  await to(facilitator, '/presenting');
  await facilitator.getByRole('radio', { name: 'Without names' }).click();
  await facilitator.getByRole('button', { name: 'Begin with: Labour' }).click();
  for (const phone of [gus, hal]) await shows(phone, 'Presenting now: Labour');
  await shows(projector, 'Presents now');
  await shows(projector, 'Train the inspectors');

  await to(rita, '/presenting');
  await rita.getByRole('button', { name: 'I present', exact: true }).tap();
  await rita.getByRole('button', { name: 'Next: Priority 1', exact: true }).tap();
  await gone(projector.getByText('Train the inspectors'));
  await shows(projector, 'Rita presents');
  await rita.getByRole('button', { name: 'Next: Priority 1, action 1' }).tap();
  await shown(projector.locator('[data-place="turned"]').filter({ hasText: actions[0]! }));
  await shown(rita.locator('[aria-current="true"]').filter({ hasText: actions[0]! }));
  await shown(facilitator.getByText('The hall sees: Priority 1, action 1'));
  await hall.examine(rita, 'remote');

  await gus.getByRole('link', { name: 'Say something to the group' }).tap();
  await shows(gus, /Without your name: the board keeps nothing/);
  await say(gus, 'Question', 'Which ministry?', 'Send without my name');
  await say(gus, 'Suggestion', 'Leave it out', 'Send without my name');
  await shows(gus, '3 left');
  await shown(projector.getByText('Which ministry?'));
  await hall.examine(gus, 'say');
  await facilitator
    .getByRole('listitem')
    .filter({ hasText: 'Leave it out' })
    .getByRole('button', { name: 'Hide' })
    .click();
  await gone(projector.getByText('Leave it out'));
  await gone(gus.getByText('Leave it out'));

  const beside = projector.getByRole('region', { name: 'What the hall says' });
  const read = beside.getByText('Which ministry?');
  const node = await read.elementHandle();
  const place = await read.boundingBox();
  await facilitator.getByRole('radio', { name: 'With names' }).click();
  await hal.getByRole('link', { name: 'Say something to the group' }).tap();
  await shows(hal, 'Everybody sees it with your name: Hal.');
  await say(hal, 'Support', 'Well done', 'Send with my name');
  await shown(beside.getByText('Hal'));
  expect(await node!.evaluate((one) => one.isConnected)).toBe(true);
  expect(await read.boundingBox()).toEqual(place);
  expect(await beside.getByText('Gus').count()).toBe(0);
  await facilitator
    .getByRole('listitem')
    .filter({ hasText: 'Well done' })
    .getByRole('button', { name: 'Put first' })
    .click();
  await shown(beside.getByRole('listitem').first().filter({ hasText: 'Well done' }));
  await hall.shoot(projector, 'projector');
  await hall.shoot(facilitator, 'facilitator');
  await hall.examine(facilitator, 'facilitator');
  await hall.examine(projector, 'projector');

  await hal.getByLabel('Your words').fill('Begun too late');
  await facilitator.getByRole('button', { name: 'Next group: Health' }).click();
  await shows(hal, 'Not sent to the group: Labour');
  await shows(hal, 'Begun too late');
  for (const phone of [rita, gus]) await shows(phone, 'Presenting now: Health');
  await shows(projector, 'No priorities marked yet.');
  await facilitator.getByLabel('To the group').selectOption({ label: 'Labour (2)' });
  await facilitator.getByRole('button', { name: 'Hand over to the group (2)' }).click();
  await shows(facilitator, "A comment on the group's page.");
  const path = `/api/workshops/${workshop.workshopId}/groups/${labour}/comments`;
  const { comments } = await workshop.facilitator.must<GroupComments>('GET', path);
  expect(comments!.map(({ text, name, heard }) => [text, name, heard]).sort()).toEqual([
    ['Well done', 'Hal', 'support'],
    ['Which ministry?', '', 'question'],
  ]);
  expect(hall.troubles).toEqual([]);
});

/** In the page: the server takes the next feedback in, but its answer is lost. */
function loseOneAnswer(): void {
  const real = window.fetch;
  window.fetch = async (...sent) => {
    const answer = await real(...sent);
    if (!String(sent[0]).endsWith('/feedback')) return answer;
    window.fetch = real;
    throw new TypeError('the answer was lost');
  };
}

test('PR35 What was sent without an answer is sent again by the same press and is there once, with a name and without', async () => {
  const { facilitator } = workshop;
  const at = `/api/workshops/${workshop.workshopId}`;
  const begun = { groupId: labour, feedback: 'nameless' };
  const { presentationId } = await facilitator.must<PresentationBegun>('POST', `${at}/presentations`, begun);
  const phone = await enter('Ida', 'phone', { code: workshop.joinCode, groupId: health });
  await to(phone, '/presenting');
  for (const [feedback, button] of [
    ['nameless', 'Send without my name'],
    ['named', 'Send with my name'],
  ] as const) {
    await facilitator.must('PATCH', `${at}/presentations/${presentationId}`, { feedback });
    await shown(phone.getByRole('button', { name: button }));
    await phone.getByLabel('Your words').fill(`Once, ${feedback}`);
    await phone.evaluate(loseOneAnswer);
    await phone.getByRole('button', { name: button }).tap();
    await shows(phone, 'The server did not answer. Check the network and try again.');
    await phone.getByRole('button', { name: button }).tap();
    await phone.waitForFunction(() => document.querySelector('textarea')?.value === '');
  }
  await facilitator.must('POST', `${at}/presentations/${presentationId}/end`, { presented: true });
  const { feedback } = await facilitator.must<GroupFeedback>('GET', `${at}/groups/${labour}/feedback`);
  const said = feedback!.filter((piece) => piece.presentationId === presentationId);
  expect(said.map(({ text, name }) => [text, name])).toEqual([
    ['Once, named', 'Ida'],
    ['Once, nameless', ''],
  ]);
});

const sentence = 'Write to the ministry that keeps the register and ask for the numbers of each province by month ';

/** In the page: texts smaller than a fortieth of the height, and boxes that hold more than they show. */
function troublesOfLayout(): string[] {
  const troubles: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('main *')) {
    const { overflow, webkitLineClamp, fontSize } = getComputedStyle(element);
    const isCut =
      element.scrollHeight > element.clientHeight + 2 && overflow === 'hidden' && webkitLineClamp === 'none';
    if (isCut) troubles.push(`cut: ${element.className} ${element.scrollHeight} > ${element.clientHeight}`);
    const hasWords = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    if (hasWords && Number.parseFloat(fontSize) < innerHeight / 40 - 0.1)
      troubles.push(`small: ${element.textContent}`);
  }
  return troubles;
}

test('PR36 However much a group and the hall have written, nothing on the projector is cut through or too small, on both sizes', async () => {
  const { facilitator } = workshop;
  const at = `/api/workshops/${workshop.workshopId}`;
  const writer = new Writer(await join(workshop, 'Wordy', { groupId: labour }), groupDocument(labour), 1);
  await writer.synced();
  writer.write('actions', (doc) => {
    const { id: row } = readStrategy(doc)[0]!;
    for (let index = 0; index < 6; index++) {
      const action = addAction(doc, row)!;
      fillFragment(cellFragment(doc, { row, action, cell: 'text' })!, sentence.repeat(3));
      fillFragment(cellFragment(doc, { row, action, cell: 'indicator' })!, sentence.repeat(2));
    }
  });
  await writer.allStored();
  const rows = readStrategy(writer.doc).filter((row) => row.priority);
  writer.close();
  const begun = { groupId: labour, feedback: 'named' };
  const { presentationId } = await facilitator.must<PresentationBegun>('POST', `${at}/presentations`, begun);
  const speaker = await join(workshop, 'Jo', { groupId: health });
  for (const text of [sentence.repeat(2), 'Who pays?', sentence, sentence.repeat(2)]) {
    const said = { id: newId(), kind: 'question', text, row: null };
    await speaker.caller.must('POST', `${at}/presentations/${presentationId}/feedback`, said);
  }
  const projector = await enter('Wall 2', 'projector', { code: workshop.joinCode, role: 'observer' });
  await to(projector, '/plenary');
  await shown(projector.getByText('Who pays?'));
  const [first] = rows;
  const views = [
    { row: null, action: null },
    { row: first!.id, action: null },
    { row: first!.id, action: first!.actions[0]!.id },
    { row: first!.id, action: first!.actions.at(-1)!.id },
  ];
  for (const view of views) {
    await facilitator.must('PUT', `${at}/presentations/${presentationId}/view`, view);
    await projector.waitForTimeout(500);
    for (const size of [
      { width: 1920, height: 1080 },
      { width: 1280, height: 720 },
    ]) {
      await projector.setViewportSize(size);
      await hall.shoot(projector, `full-${size.height}`);
      expect(await projector.evaluate(troublesOfLayout), JSON.stringify([size, view])).toEqual([]);
    }
  }
});
