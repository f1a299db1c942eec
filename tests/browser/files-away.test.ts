import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openDocument } from '../../client/src/files/import/fixtures.ts';
import { adoptCharter } from '../cases/adoption.ts';
import { join } from '../support/people.ts';
import { until } from '../support/until.ts';
import { fixture } from './support/catalogue-desk.ts';
import { FilledHall } from './support/filled-hall.ts';
import type { Hall } from './support/hall.ts';
import { file, type ListFile, reportPdf, thematicList, workbookWithTroubles } from './support/list-files.ts';
import { shown, shows } from './support/looking.ts';
import { realTroubles } from './support/table.ts';

/** The server dies after a page was opened, and files are read and taken home all the same. */
let filled: FilledHall;
let hall: Hall;

beforeAll(async () => {
  filled = await FilledHall.open('files-away', { groups: 2, rows: 3 });
  ({ hall } = filled);
});
afterAll(() => hall.close());
afterEach(async () => {
  if (hall.server.pid === null) await hall.bringServerBack();
  expect(realTroubles(hall.troubles)).toEqual([]);
});

/** The names of workers that have come and gone on a page: one that fetches ahead ends when everything is there. */
function endedWorkers(page: Page): { has: (name: string) => boolean } {
  const ended = new Set<string>();
  page.on('worker', (worker) => worker.on('close', () => ended.add(worker.url())));
  return { has: (name) => [...ended].some((url) => url.includes(name)) };
}

/** Somebody of the first group on the group's page. */
async function inGroup(
  name: string,
  device: 'laptop' | 'phone',
): Promise<{ page: Page; hasEnded: (name: string) => boolean }> {
  const page = await hall.enter(name, device);
  const ended = endedWorkers(page);
  const group = filled.file.groups[0]!;
  await page.goto(`${hall.address}/j/${filled.workshop.joinCode}`);
  await page.getByLabel('Your name').fill(name);
  await page.getByText(group.name, { exact: true }).first().click();
  await page.getByRole('button', { name: 'Join' }).click();
  await page.waitForURL(/\/w\//);
  await page.goto(filled.at(`/group/${group.id}`));
  await shown(page.locator(`a[href$="/take-home"]`));
  return { page, hasEnded: ended.has };
}

async function taken(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return readFile(await download.path());
}

test('UP81 who has only opened the catalogue’s page reads lists and replies of every kind when the server dies', async () => {
  const page = await filled.facilitate();
  const ended = endedWorkers(page);
  await page.goto(filled.at('/catalogue'));
  await shown(page.getByRole('button', { name: 'Take in recommendations' }).first());
  await until(
    'what reads lists and replies is here',
    () => ended.has('reading-worker') && ended.has('reply-worker'),
    90_000,
  );
  await hall.loseServer();
  await page.getByRole('button', { name: 'Take in recommendations' }).first().click();
  const cell = (words: string) =>
    `<table:table-cell office:value-type="string"><text:p>${words}</text:p></table:table-cell>`;
  const rows = [
    ['No.', 'Recommendation'],
    ['110.91', 'Mend the roof of every school'],
  ]
    .map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`)
    .join('');
  const lists: ListFile[] = [
    file('list.xlsx', await workbookWithTroubles()),
    file('list.docx', await thematicList()),
    file('report.pdf', reportPdf()),
    file('list.ods', await openDocument(`<table:table table:name="List">${rows}</table:table>`)),
    file('list.csv', 'No,Recommendation\n110.91,Mend the roof\n'),
  ];
  for (const list of lists) {
    await page.locator('input[type=file]').setInputFiles(list);
    await shown(page.getByRole('heading', { name: /\d recommendations? found/ }));
    await page.getByRole('button', { name: 'Back to the text' }).click();
  }
  await page.getByLabel('Paste the recommendations here').fill(await fixture('invented-reply.txt'));
  await page.getByRole('button', { name: 'See what is in it' }).click();
  await shown(page.getByRole('heading', { name: /The State’s reply/ }));
});

test('FO63 a group that has only opened its page takes a strategy in from a file when the server dies', async () => {
  const { page, hasEnded } = await inGroup('Ann', 'laptop');
  await page.locator(`a[href$="/take-home"]`).click();
  const buffer = await taken(page, 'Excel: Action strategy of a group');
  await page.goto(filled.at(`/group/${filled.file.groups[0]!.id}`));
  await until('what reads files is here', () => hasEnded('form-worker'), 90_000);
  await hall.loseServer();
  await page.getByRole('button', { name: 'Take in a file' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.xlsx', mimeType: 'application/octet-stream', buffer });
  await shows(page, /3 rows, 6 actions/);
  await hall.shoot(page, 'take-in-away');
});

test('FO64 an adopted charter goes home from a phone that has never opened Take home when the server dies', async () => {
  const group = filled.file.groups[0]!.id;
  const voters = [
    await join(filled.workshop, 'Bo', { groupId: group }),
    await join(filled.workshop, 'Cy', { groupId: group }),
  ];
  const { page } = await inGroup('Di', 'phone');
  const isHere = page.waitForEvent('requestfinished', {
    predicate: (request) => /\/print-page-[^/]+\.js$/.test(request.url()),
    timeout: 90_000,
  });
  await adoptCharter(filled.workshop, voters);
  await isHere;
  await hall.loseServer();
  await page.locator('a[href$="/take-home"]').click();
  expect((await taken(page, 'Plain text: Charter')).toString()).toContain('We will watch every trial.');
  expect((await taken(page, 'Word: Charter')).length).toBeGreaterThan(1000);
});
