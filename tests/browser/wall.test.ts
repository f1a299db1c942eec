import { type MessageId, newId } from '@board/shared/ids';
import { itemFragment, readItems } from '@board/shared/model/charter';
import { fillFragment } from '@board/shared/model/read';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CharterDesk } from './support/charter-desk.ts';
import { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import { layoutFaultsAtBothSizes, moved, remember } from './support/screen-layout.ts';
import { openVote } from './support/voting.ts';

/** What the wall tells a hall that writes in several scripts, is spoken to, and votes. */
let hall: Hall;
let desk: CharterDesk;
let facilitator: Page;
let wall: Page;
let mia: Page;

const items = ['We meet again in May.', 'We publish the report.', 'We sing.'];

beforeAll(async () => {
  hall = await Hall.open('wall');
  desk = await CharterDesk.set(hall, items);
  await desk.setStage('charter-adoption');
  facilitator = await desk.facilitate();
  mia = await desk.open('Mia', '/charter', 'phone');
  wall = await desk.open('Wall', '', 'projector', 'screen');
  await shows(wall, items[0]!);
});
afterAll(async () => {
  desk.clear();
  await hall.close();
});

const command = (path: string, body: object) => desk.workshop.facilitator.must('POST', desk.at + path, body);

const say = (kind: 'words' | 'call', text: string) =>
  command('/messages', { id: newId<MessageId>(), kind, text, to: null });

/** The whole title, where nothing lies over it. */
const title = () =>
  wall.evaluate(() => {
    const h1 = document.querySelector('h1')!;
    const { left, right, top, height } = h1.getBoundingClientRect();
    const seen = [left + 10, (left + right) / 2, right - 10].every((x) =>
      h1.contains(document.elementFromPoint(x, top + height / 2)),
    );
    return seen ? h1.textContent : null;
  });

test('SC17 the letters of every script are there before the first of them, which then moves nothing', async () => {
  const faces = [
    'Noto Sans Khmer Variable',
    'Noto Serif Khmer Variable',
    'Noto Sans Arabic Variable',
    'Noto Naskh Arabic',
  ];
  await wall.waitForFunction(
    (wanted) =>
      wanted.every((name) => [...document.fonts].some((one) => one.family.includes(name) && one.status === 'loaded')),
    faces,
  );
  const sizes = () =>
    wall.evaluate(() => [...document.querySelectorAll('main ol p')].map((one) => getComputedStyle(one).fontSize));
  const before = await sizes();
  await remember(wall);
  await desk.edit((doc) => fillFragment(itemFragment(doc, readItems(doc)[2]!.id)!, 'សិទ្ធិ '));
  await shows(wall, /សិទ្ធិ/);
  expect(await sizes()).toEqual(before);
  expect(await moved(wall)).toEqual([]);
  await hall.shoot(wall, 'khmer');
  expect(await layoutFaultsAtBothSizes(wall)).toEqual([]);
});

test('SC16 a message to everybody stands beside the title of every view, and covers neither it nor who presents', async () => {
  await say('words', 'Lunch is served in the garden. Please be back at two.');
  await shows(wall, 'Lunch is served in the garden.');
  expect(await title()).toBe('The charter');
  expect(await layoutFaultsAtBothSizes(wall)).toEqual([]);
  await desk.setStage('plenary');
  await command('/presentations', { groupId: desk.workshop.groups[0]!.id, feedback: 'named' });
  await shows(wall, 'Labour');
  expect(await title()).toContain('Labour');
  await hall.shoot(wall, 'message-presenting');
  expect(await layoutFaultsAtBothSizes(wall)).toEqual([]);
  const long = `${'We go on with the second item of the agenda in the large hall. '.repeat(4)}Bring your papers.`;
  await say('call', long);
  await shows(wall, /Bring your papers/);
  expect(await title()).toContain('Labour');
  await hall.shoot(wall, 'long-message');
  await wall.setViewportSize({ width: 1280, height: 720 });
  expect(await title()).toContain('Labour');
  await hall.shoot(wall, 'long-message-720');
  await wall.setViewportSize({ width: 1920, height: 1080 });
});

test('VO81 the short address on the wall leads who has joined to the vote, and lets nobody in', async () => {
  await desk.setStage('charter-adoption');
  await openVote(facilitator, 1);
  const address = wall.getByText(/\/v$/);
  await shown(address);
  expect(await address.textContent()).toBe(`${hall.address.replace('http://', '')}/v`);
  expect(await wall.textContent('main')).not.toContain(desk.workshop.joinCode);
  expect(await title()).toBe('Vote on item 1');
  await hall.shoot(wall, 'vote');
  expect(await layoutFaultsAtBothSizes(wall)).toEqual([]);
  await mia.goto(`${hall.address}/v`);
  await shows(mia, 'Your position');
  const stranger = await hall.enter('stranger', 'phone');
  await stranger.goto(`${hall.address}/v`);
  await shows(stranger, /This device is in no workshop yet/);
  await gone(stranger.getByText(items[0]!));
  await hall.examine(stranger, 'the short address, to a stranger');
  expect(hall.troubles).toEqual([]);
});
