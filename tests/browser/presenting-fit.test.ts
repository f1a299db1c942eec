import type { PresentationBegun } from '@board/shared/commands-present';
import { type GroupId, groupDocument } from '@board/shared/ids';
import { reword } from '@board/shared/model/plain-edit';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addAction, addRow, setContribution, setPriority } from '@board/shared/model/strategy-edits';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkshop, join, type Workshop } from '../support/people.ts';
import { until } from '../support/until.ts';
import { Writer } from '../support/writer.ts';
import { Hall } from './support/hall.ts';
import { shown, shows } from './support/looking.ts';
import { layoutFaultsAtBothSizes } from './support/screen-layout.ts';
import { seat } from './support/seat.ts';

/** Labour presents one priority, of which it writes little, then much, then little again, while the hall looks. */
let hall: Hall;
let workshop: Workshop;
let labour: GroupId;
let writer: Writer;
let wall: Page;

beforeAll(async () => {
  hall = await Hall.open('presenting-fit');
  workshop = await createWorkshop(hall.server.address, 'Rights', ['Labour', 'Health']);
  labour = workshop.groups[0]!.id;
  writer = await new Writer(await join(workshop, 'Ann', { groupId: labour }), groupDocument(labour), 1).synced();
  await write((doc) => {
    const row = addRow(doc, null);
    setPriority(doc, row, true);
    const action = readStrategy(doc)[0]!.actions[0]!.id;
    const cells = {
      text: 'Meet the inspectors',
      indicator: 'By June',
      resources: 'Two lawyers',
      partners: 'River Watch',
    };
    for (const [cell, words] of Object.entries(cells))
      fillFragment(cellFragment(doc, { row, action, cell: cell as keyof typeof cells })!, words);
    setContribution(doc, row, action, true);
  });
  wall = await seat(hall, 'wall', (await join(workshop, 'Wall', { role: 'screen' })).caller, 'projector');
});
afterAll(async () => {
  writer.close();
  await hall.close();
});

const at = () => `/api/workshops/${workshop.workshopId}`;
const command = <Answer>(method: string, path: string, body: object) =>
  workshop.facilitator.must<Answer>(method, at() + path, body);
const sentence = 'Write to the ministry that keeps the register and ask for the numbers of each province by month. ';

async function write(change: Parameters<Writer['write']>[1]): Promise<void> {
  writer.write('change', change);
  await writer.allStored();
}

/** Every action of the row gets these words. */
const rewordAll = (words: string) =>
  write((doc) => {
    const [row] = readStrategy(doc);
    for (const { id } of row!.actions) reword(cellFragment(doc, { row: row!.id, action: id, cell: 'text' })!, words);
  });

/** The size of an action's letters, in hundredths of the screen's height. */
const letters = () =>
  wall.evaluate(() => {
    const item = document.querySelector('[data-fit="item"]:not([hidden]) p[dir]');
    return item ? (100 * Number.parseFloat(getComputedStyle(item).fontSize)) / innerHeight : 0;
  });
const seen = () => wall.locator('[data-fit="item"]:not([hidden])').count();

test('PR37 PR38 a group’s row stands in letters as large as it fits, says how many actions have no room, and grows only when the hall turns', async () => {
  await command('PUT', '/stage', { stage: 'plenary' });
  const begun = { groupId: labour, feedback: 'off' };
  const { presentationId } = await command<PresentationBegun>('POST', '/presentations', begun);
  await wall.goto(`${hall.address}/w/${workshop.workshopId}/plenary`);
  await shown(wall.getByText('Meet the inspectors'));
  for (const words of ['Indicator: ', 'Resources: ', 'Partners: ']) await shows(wall, new RegExp(words));
  await hall.shoot(wall, 'little');
  expect(await letters()).toBeGreaterThan(5);

  await rewordAll(sentence.repeat(6));
  await until('the letters are smaller', async () => (await letters()) < 5);
  const whole = await letters();
  expect(await seen()).toBe(1);
  expect(await layoutFaultsAtBothSizes(wall)).toEqual([]);

  await write((doc) => {
    const { id: row } = readStrategy(doc)[0]!;
    for (let more = 0; more < 8; more++)
      fillFragment(cellFragment(doc, { row, action: addAction(doc, row)!, cell: 'text' })!, sentence.repeat(4));
  });
  await shown(wall.getByText(/^and \d+ more actions$/));
  await hall.shoot(wall, 'much');
  const count = await seen();
  await shown(wall.getByText(`and ${9 - count} more actions`, { exact: true }));
  expect(count).toBeGreaterThan(1);
  const small = await letters();
  expect(small).toBeLessThan(whole);
  expect(small).toBeGreaterThanOrEqual(2.49);
  expect(await layoutFaultsAtBothSizes(wall)).toEqual([]);

  await rewordAll('Meet them');
  await until('every action has room', async () => (await seen()) === 9);
  expect(await wall.getByText(/more actions?$/).count()).toBe(0);
  expect(await letters()).toBeCloseTo(small, 1);
  const [row] = readStrategy(writer.doc);
  await command('PUT', `/presentations/${presentationId}/view`, { row: row!.id, action: null });
  await until('the letters are larger', async () => (await letters()) > small);
  await command('PUT', `/presentations/${presentationId}/view`, { row: row!.id, action: row!.actions[0]!.id });
  await shows(wall, /Partners: /);
  await hall.shoot(wall, 'turned');
  expect(await layoutFaultsAtBothSizes(wall)).toEqual([]);
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('PR39 who presents taps on, and the phone brings what the hall sees into sight', async () => {
  await rewordAll(sentence);
  const rita = await seat(hall, 'Rita', (await join(workshop, 'Rita', { groupId: labour })).caller, 'phone');
  await rita.setViewportSize({ width: 360, height: 640 });
  await rita.goto(`${hall.address}/w/${workshop.workshopId}/presenting`);
  await rita.getByRole('button', { name: 'I present', exact: true }).tap();
  for (let action = 2; action <= 7; action++)
    await rita.getByRole('button', { name: `Next: Priority 1, action ${action}`, exact: true }).tap();
  await shown(wall.locator('[data-place="turned"]'));
  const [now, buttons] = [rita.locator('[aria-current="true"]'), rita.getByRole('button', { name: /^Next/ })];
  const isBetween = async () => {
    const [words, bar] = [await now.boundingBox(), await buttons.boundingBox()];
    return words !== null && bar !== null && words.y >= 0 && words.y + words.height <= bar.y && bar.y < 640;
  };
  await until('the action is in sight', isBetween);
  await hall.shoot(rita, 'remote');
  await hall.examine(rita, 'remote');
  await rita.context().close();
});

test('PR37 what a group gives to the charter stands as large as it fits, and what has no room is counted', async () => {
  await rewordAll('Meet all');
  await command('PUT', '/screen', { shows: 'group', group: labour, page: 1 });
  await shows(wall, 'For the charter');
  await until('one contribution stands large', async () => (await letters()) > 5);
  await write((doc) => {
    const [row] = readStrategy(doc);
    for (const { id } of row!.actions) setContribution(doc, row!.id, id, true);
  });
  await rewordAll(sentence.repeat(3));
  await shown(wall.getByText(/^and \d+ more actions$/));
  await hall.shoot(wall, 'contributions');
  expect(await layoutFaultsAtBothSizes(wall)).toEqual([]);
  expect(hall.troubles.splice(0)).toEqual([]);
});
