import type { RowId } from '@board/shared/ids';
import { groupDocument, newId } from '@board/shared/ids';
import { addStep } from '@board/shared/model/agenda';
import { addItem } from '@board/shared/model/charter';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow, setContribution, setPriority } from '@board/shared/model/strategy-edits';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkshop, facilitatorOf, join, type Workshop } from '../support/people.ts';
import { Writer } from '../support/writer.ts';
import { Hall } from './support/hall.ts';
import { shows } from './support/looking.ts';
import { seat } from './support/seat.ts';

/** Everything that people write in this hall is a web address without a place to break. */
let hall: Hall;
let workshop: Workshop;
let phone: Page;
let desk: Page;
const long = (begin: string, most = 110) =>
  `${begin}-${'aVeryLongAddressWithoutAnEnd0123456789'.repeat(4)}`.slice(0, most);
const at = () => `/api/workshops/${workshop.workshopId}`;

beforeAll(async () => {
  hall = await Hall.open('long-words');
  workshop = await createWorkshop(hall.server.address, long('title'), [long('labour', 60), long('health', 60)]);
  const group = workshop.groups[0]!.id;
  const { facilitator } = workshop;
  const rita = await join(workshop, long('Rita', 80), { groupId: group });
  await rita.caller.must('PATCH', `${at()}/me`, { organisation: long('union', 80) });
  const writer = new Writer(rita, groupDocument(group), 1);
  const charter = new Writer(await facilitatorOf(workshop), 'charter', 1);
  const board = new Writer(await facilitatorOf(workshop), 'board', 1);
  await Promise.all([writer.synced(), charter.synced(), board.synced()]);
  let row = '' as RowId;
  writer.write('row', (doc) => {
    row = addRow(doc, null);
    const action = readStrategy(doc)[0]!.actions[0]!.id;
    fillFragment(cellFragment(doc, { row, action, cell: 'text' })!, long('action'));
    setPriority(doc, row, true);
    setContribution(doc, row, action, true);
  });
  charter.write('item', (doc) => void addItem(doc, long('item')));
  const facts = { day: '2027-03-04', start: '09:00', end: '10:00', stage: 'lobby' } as const;
  board.write('step', (doc) => {
    addStep(doc, { ...facts, title: long('step'), objective: long('objective'), facilitator: long('leader', 80) });
  });
  await Promise.all([writer.allStored(), charter.allStored(), board.allStored()]);
  await facilitator.must('POST', `${at()}/messages`, {
    ...{ id: newId(), kind: 'words', to: null },
    text: `Slides: ${long('https://', 140)}`,
  });
  await facilitator.must('PUT', `${at()}/stage`, { stage: 'charter-adoption' });
  phone = await seat(hall, 'Rita', rita.caller, 'phone');
  desk = await seat(hall, 'facilitator', facilitator, 'laptop');
  await phone.setViewportSize({ width: 360, height: 640 });
});
afterAll(async () => hall.close());

const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);
/** What reaches beyond the page, to be read where this fails. */
const beyond = (page: Page) =>
  page.evaluate(
    (most) =>
      [...document.querySelectorAll('body *')]
        .filter((one) => one.getBoundingClientRect().right > most + 1)
        .map(
          (one) =>
            `${one.tagName} ${one.className} ${Math.round(one.getBoundingClientRect().left)}+${Math.round(one.getBoundingClientRect().width)} ${one.textContent?.slice(0, 30)}`,
        )
        .slice(0, 40),
    page.viewportSize()!.width,
  );

test('SG54 a word without an end makes no page of a phone wider, on whichever page it stands', async () => {
  const group = workshop.groups[0]!.id;
  await workshop.facilitator.must('POST', `${at()}/votes`, {
    ...{ scope: { kind: 'charter' }, rule: 'consensus', secrecy: 'open' },
    quorum: { numerator: 1, denominator: 2 },
  });
  for (const page of ['', '/agenda', `/group/${group}`, '/charter', '/vote']) {
    await phone.goto(`${hall.address}/w/${workshop.workshopId}${page}`);
    await shows(phone, /aVeryLongAddress/);
    await shows(phone, /Slides:/);
    if (page === '/vote') await shows(phone, 'Send my ballot');
    await hall.shoot(phone, `page${page.replaceAll('/', '-')}`);
    expect([page, await width(phone), await beyond(phone)]).toEqual([page, 360, []]);
  }
});

test('SG54 nor those of a facilitator on a laptop', async () => {
  for (const page of ['', '#people', '/agenda', '/charter']) {
    await desk.goto(`${hall.address}/w/${workshop.workshopId}${page}`);
    await shows(desk, /aVeryLongAddress/);
    expect([page, await width(desk), await beyond(desk)]).toEqual([page, desk.viewportSize()!.width, []]);
  }
});
