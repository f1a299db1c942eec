import type { CopyLink } from '@board/shared/commands-charter';
import type { VoteOpened } from '@board/shared/commands-votes';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addAction, addRow } from '@board/shared/model/strategy-edits';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Joined, join } from '../support/people.ts';
import { CharterDesk } from './support/charter-desk.ts';
import { Hall } from './support/hall.ts';
import { shown, shows } from './support/looking.ts';
import { type Printed, printed } from './support/printed.ts';
import { seat } from './support/seat.ts';

/** What is printed is longer than a page: lines lie over no others, and pages are filled. */
const sentence =
  'Every organisation in this hall tells the others before the end of May what it has done for the rights of workers, and asks the Ministry in writing for the reports of the last three years.';
const reason = 'It is too early for that: nobody has asked the people in the provinces, and the law is not out yet.';
const items = Array.from({ length: 7 }, (_, at) => `${at + 1}: ${sentence}`);

let hall: Hall;
let desk: CharterDesk;
let folk: Joined[];
let page: Page;

beforeAll(async () => {
  hall = await Hall.open('printed');
  desk = await CharterDesk.set(hall, items);
  const { workshop } = desk;
  folk = [];
  for (const name of ['Mia Sok', 'Dara Chan', 'ស៊ីម ចាន់'])
    folk.push(await join(workshop, name, { groupId: workshop.groups[1]!.id }));
  await desk.setStage('charter-adoption');
  page = await seat(hall, 'facilitator', workshop.facilitator, 'laptop');
});
afterAll(async () => {
  desk.clear();
  await hall.close();
});

/** Two rounds on each item: one that is blocked, with a reason and a note, and one that adopts it. */
async function askTwice(itemId: string): Promise<void> {
  const { workshop, at } = desk;
  for (const isBlocked of [true, false]) {
    const { voteId } = await workshop.facilitator.must<VoteOpened>('POST', `${at}/votes`, {
      scope: { kind: 'item', itemId },
      rule: 'consensus',
      quorum: { numerator: 1, denominator: 4 },
      secrecy: 'open',
    });
    const choices = [isBlocked ? { position: 'block', reason } : { position: 'agree' }, { position: 'agree' }];
    choices.push({ position: 'stand-aside', reason });
    for (const [place, choice] of choices.entries())
      await folk[place]!.caller.must('POST', `${at}/votes/${voteId}/ballots`, choice);
    await workshop.facilitator.must('POST', `${at}/votes/${voteId}/close`, {});
  }
}

function expectWhole(paper: Printed): void {
  expect(paper.pages).toBeGreaterThan(2);
  expect(paper.overprinted).toEqual([]);
  expect(Math.max(...paper.empty), `empty ${paper.empty}`).toBeLessThan(0.2);
}

test('CH61 the printed record of an adoption with many rounds has no line over another and no page half empty, also as a copy by link', async () => {
  const { workshop, at } = desk;
  for (const id of desk.itemIds) await askTwice(id);
  await workshop.facilitator.must('POST', `${at}/charter/adopt`, {});
  await page.goto(`${desk.pages}/charter/print`);
  await shown(page.getByRole('heading', { name: 'All rounds of voting' }));
  await hall.print(page, 'record');
  const record = await printed(page);
  expectWhole(record);
  expect(record.text.split('It is too early').length).toBeGreaterThan(2 * items.length);

  const { key } = await workshop.facilitator.must<CopyLink>('POST', `${at}/charter/copies`, { label: '' });
  const stranger = await hall.enter('stranger', 'phone');
  await stranger.goto(`${desk.pages}/charter/copy#key=${key}`);
  await shows(stranger, 'A read-only copy.');
  await hall.print(stranger, 'copy');
  expectWhole(await printed(stranger));
});

test('CH61 a printed strategy whose rows are longer than a page is whole, and so are all of them together', async () => {
  const { strategy } = desk;
  strategy.write('long', (doc) => {
    for (let at = 0; at < 6; at++) {
      const row = addRow(doc, null);
      while ((readStrategy(doc).find(({ id }) => id === row)?.actions.length ?? 9) < 4) addAction(doc, row);
      for (const action of readStrategy(doc).find(({ id }) => id === row)!.actions)
        fillFragment(
          cellFragment(doc, { row, action: action.id, cell: 'text' })!,
          `${sentence} `.repeat(at === 3 ? 20 : 3),
        );
    }
  });
  await strategy.allStored();
  const across = { height: 595, margin: 40 };
  for (const path of [`/${desk.workshop.groups[0]!.id}`, '?by=group']) {
    await page.goto(`${desk.pages}/take-home/print${path}`);
    await shows(page, 'Paper: A4, landscape.');
    await hall.print(page, path.startsWith('/') ? 'strategy' : 'all');
    expectWhole(await printed(page, across));
  }
});
