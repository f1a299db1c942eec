import type { PersonListed } from '@board/shared/commands';
import { type GroupId, type MessageId, newId } from '@board/shared/ids';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join } from '../support/people.ts';
import { CharterDesk } from './support/charter-desk.ts';
import { Hall } from './support/hall.ts';
import { shown, shows } from './support/looking.ts';
import { layoutFaults } from './support/screen-layout.ts';

/** What the wall shows while a hall with many groups, absent people and paper ballots votes. */
let hall: Hall;
let desk: CharterDesk;
let wall: Page;
const groups: GroupId[] = [];
const absent: string[] = [];

const item =
  'Every organisation in this hall tells the others before the end of May what it has done for the rights of workers. ';

beforeAll(async () => {
  hall = await Hall.open('wall-votes');
  desk = await CharterDesk.set(hall, ['We meet again in May.', item.repeat(3)]);
  groups.push(...desk.workshop.groups.map(({ id }) => id));
  while (groups.length < 11) {
    const { id } = await command<{ id: GroupId }>('/groups', { name: `Group number ${groups.length}` });
    groups.push(id);
  }
  // So many that an open vote tells each group's turnout by itself.
  for (const groupId of groups) for (let n = 0; n < 5; n++) await join(desk.workshop, 'Sam', { groupId });
  const people = await desk.workshop.facilitator.must<PersonListed[]>('GET', `${desk.at}/people`);
  absent.push(...people.flatMap(({ name, personId }) => (name === 'Sam' ? personId : [])));
  await desk.setStage('charter-adoption');
  wall = await desk.open('Wall', '', 'projector', 'screen');
});
afterAll(async () => {
  desk.clear();
  await hall.close();
});

const command = <Body>(path: string, body: object): Promise<Body> =>
  desk.workshop.facilitator.must<Body>('POST', desk.at + path, body);

const say = (text: string) => command('/messages', { id: newId<MessageId>(), kind: 'call', text, to: null });

const open = async (set: object): Promise<() => Promise<unknown>> => {
  const { voteId } = await command<{ voteId: string }>('/votes', {
    ...{ scope: { kind: 'charter' }, rule: 'consensus', quorum: { numerator: 1, denominator: 2 }, slotMinutes: 10 },
    ...set,
  });
  await shown(wall.getByText(/\/v$/));
  return () => command(`/votes/${voteId}/close`, {});
};

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
];

/** The way to the ballot at both sizes: the height of the code in hundredths of the screen's, and the lines of the address. */
async function ways(name: string): Promise<{ code: number; lines: number; faults: string[] }[]> {
  const found = [];
  for (const size of sizes) {
    await wall.setViewportSize(size);
    const address = wall.getByText(/\/v$/);
    await shown(address);
    await hall.shoot(wall, `${name}-${size.height}`);
    await shown(
      wall.getByText(/^Consensus: adopted when nobody blocks\. It counts when at least \d+ of \d+ have voted\.$/),
    );
    const box = await wall.getByRole('img', { name: /voting page/ }).boundingBox();
    const lines = await address.evaluate((one) => one.getClientRects().length);
    found.push({ code: (100 * (box?.height ?? 0)) / size.height, lines, faults: await layoutFaults(wall) });
  }
  return found;
}

/** What the message covers, or is covered by. */
const covered = (): Promise<string[]> =>
  wall.evaluate(() => {
    const note = document.querySelector('header [role="status"]')!.getBoundingClientRect();
    const sheet = document.querySelector('header + div')!.getBoundingClientRect();
    const title = document.querySelector('h1')!.getBoundingClientRect();
    return [
      ...(note.bottom > sheet.top + 0.5 ? [`the sheet, by ${note.bottom - sheet.top} px`] : []),
      ...(note.top < 0 ? ['cut off above'] : []),
      ...(note.left < title.right && note.right > title.left ? ['the title'] : []),
    ];
  });

test('VO81 SC19 the code, the address, the rule and the quorum stay beside a secret vote with people absent and on paper; the rest gives way', async () => {
  const close = await open({
    secrecy: 'secret',
    absent: { people: absent.slice(0, 1), note: 'Ill, and had to leave for the airport early in the morning' },
    withoutPhone: [{ groupId: groups[0], people: 3 }],
  });
  for (const { code, lines, faults } of await ways('secret')) {
    expect(code).toBeGreaterThan(18);
    expect([lines, faults]).toEqual([1, []]);
  }
  await close();
});

test('VO81 SC12 SC19 the code, the address, the rule and the quorum stay beside an open vote of eleven groups, whose marks can be read', async () => {
  const close = await open({
    secrecy: 'open',
    absent: { people: absent.slice(0, 1), note: 'Ill' },
    withoutPhone: [{ groupId: groups[0], people: 3 }],
  });
  for (const { code, lines, faults } of await ways('open')) {
    expect(code).toBeGreaterThan(18);
    expect([lines, faults]).toEqual([1, []]);
  }
  const marks = await wall
    .locator('section [role="img"]')
    .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize) / innerHeight));
  expect(marks.length).toBe(11);
  expect(Math.min(...marks)).toBeGreaterThanOrEqual(1 / 40);
  await close();
});

const messages = {
  short: 'Lunch is served in the garden.',
  long: 'Lunch is served in the garden behind the hall; please be back at two. The buses leave at six from the gate, and who needs one tells it to the desk. Bring your papers for the second item, and give the ballots of people without a phone to the desk.',
  khmer: 'សូមអញ្ជើញមកសាលធំ។ អាហារថ្ងៃត្រង់មាននៅក្នុងសួនច្បារ សូមត្រឡប់មកវិញនៅម៉ោងពីររសៀល។ សូមយកឯកសាររបស់អ្នក។ '.repeat(2),
};

test.each(Object.keys(messages))('SC16 a message covers nothing of a vote, however long it is (%s)', async (name) => {
  const close = await open({ secrecy: 'open' });
  const text = messages[name as keyof typeof messages].trim();
  await say(text);
  await shows(wall, text.slice(0, 25));
  for (const size of sizes) {
    await wall.setViewportSize(size);
    await hall.shoot(wall, `message-${name}-${size.height}`);
    expect(await covered()).toEqual([]);
    expect(await layoutFaults(wall)).toEqual([]);
  }
  await close();
});

/** The letters of the message that can be seen whole on the wall now, by their place in it. */
const readable = (): Promise<number[]> =>
  wall.evaluate(() => {
    const text = document.querySelector('header [role="status"] bdi')!.firstChild as Text;
    const frame = text.parentElement!.closest('[role="status"]')!.getBoundingClientRect();
    return [...text.data].flatMap((letter, place) => {
      const range = new Range();
      range.setStart(text, place);
      range.setEnd(text, place + letter.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      const isInside =
        left >= frame.left - 1 && right <= frame.right + 1 && top >= frame.top - 1 && bottom <= frame.bottom + 1;
      return isInside && letter.trim() !== '' ? place : [];
    });
  });

test('SC18 every word of a long Khmer message can be read on the wall, part after part', async () => {
  const close = await open({ secrecy: 'open' });
  const text =
    `${'សូមអញ្ជើញមកសាលធំ។ អាហារថ្ងៃត្រង់មាននៅក្នុងសួនច្បារ សូមត្រឡប់មកវិញនៅម៉ោងពីររសៀល។ សូមយកឯកសាររបស់អ្នក។ '.repeat(2)}${'សូមអរគុណ។ '.repeat(6)}`.trim();
  for (const size of sizes) {
    await wall.setViewportSize(size);
    await say(text);
    await shows(wall, text.slice(-20));
    const seen = new Set<number>();
    await expect
      .poll(
        async () => {
          for (const place of await readable()) seen.add(place);
          return seen.size;
        },
        { timeout: 60_000, interval: 500 },
      )
      .toBe(text.replaceAll(' ', '').length);
    expect(await layoutFaults(wall)).toEqual([]);
    await hall.shoot(wall, `parts-${size.height}`);
  }
  await close();
});
