import type { GroupFeedback, PresentationBegun } from '@board/shared/commands-present';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkshop, join, type Workshop } from '../support/people.ts';
import { Hall } from './support/hall.ts';
import { shows } from './support/looking.ts';
import { seat } from './support/seat.ts';

/** Gus of Health has the form for nameless feedback open in two tabs. */
let hall: Hall;
let workshop: Workshop;
let one: Page;
let other: Page;

beforeAll(async () => {
  hall = await Hall.open('slips-two-tabs');
  workshop = await createWorkshop(hall.server.address, 'Rights', ['Labour', 'Health']);
});
afterAll(() => hall.close());

const at = (): string => `/api/workshops/${workshop.workshopId}`;

async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel('Your words').fill(words);
  await page.getByRole('button', { name: 'Send without my name' }).tap();
  await page.waitForFunction(() => document.querySelector('textarea')?.value === '');
}

test('SG55 two tabs that open at once have one set of slips, and one that both use in one moment costs nobody the others', async () => {
  const { facilitator } = workshop;
  const [labour, health] = workshop.groups.map(({ id }) => id);
  await facilitator.must('PUT', `${at()}/stage`, { stage: 'plenary' });
  const begun = { groupId: labour, feedback: 'nameless' };
  const { presentationId } = await facilitator.must<PresentationBegun>('POST', `${at()}/presentations`, begun);
  const gus = await join(workshop, 'Gus', { groupId: health! });
  one = await seat(hall, 'Gus', gus.caller, 'phone');
  other = await one.context().newPage();
  const address = `${hall.address}/w/${workshop.workshopId}/presenting`;
  await Promise.all([one.goto(address), other.goto(address)]);
  for (const page of [one, other]) await shows(page, '5 left');
  const slips = (): Promise<[string, string][]> =>
    one.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('board:slips:')));
  const before = await slips();
  expect(before).toHaveLength(1);
  await say(one, 'Said in the first tab');
  // The other tab has read the storage in the same moment, before the first has written.
  await other.evaluate(([key, value]) => localStorage.setItem(key, value), before[0]!);
  await say(other, 'Said in the second tab');
  for (const words of ['A third', 'A fourth', 'A fifth']) await say(one, words);
  await facilitator.must('POST', `${at()}/presentations/${presentationId}/end`, { presented: true });
  const { feedback } = await facilitator.must<GroupFeedback>('GET', `${at()}/groups/${labour}/feedback`);
  expect(feedback!.map(({ text }) => text).sort()).toEqual([
    'A fifth',
    'A fourth',
    'A third',
    'Said in the first tab',
    'Said in the second tab',
  ]);
});
