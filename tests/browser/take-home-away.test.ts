import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import fr from '../../client/src/locales/fr/takehome.json' with { type: 'json' };
import type { Workshop } from '../support/people.ts';
import { FilledHall } from './support/filled-hall.ts';
import type { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import { realTroubles } from './support/table.ts';

/** The server dies before anybody has taken anything home, and everybody takes home what they came for. */
let filled: FilledHall;
let hall: Hall;
let file: WorkshopFile;
let workshop: Workshop;

beforeAll(async () => {
  filled = await FilledHall.open('take-home-away', { groups: 3, rows: 4 });
  ({ hall, file, workshop } = filled);
});
afterAll(() => hall.close());
afterEach(async () => {
  if (hall.server.pid === null) await hall.bringServerBack();
  expect(realTroubles(hall.troubles)).toEqual([]);
});

const at = (path = '') => filled.at(path);

/** A member's phone on the page of their group, in a language that was chosen before. */
async function inGroup(language: 'en' | 'fr'): Promise<Page> {
  const page = await hall.enter('Ann', 'phone');
  const group = file.groups[0]!;
  await page.goto(`${hall.address}/j/${workshop.joinCode}`);
  await page.getByLabel('Your name').fill('Ann');
  await page.getByText(group.name, { exact: true }).first().click();
  await page.getByRole('button', { name: 'Join' }).click();
  await page.waitForURL(/\/w\//);
  await page.evaluate((code) => localStorage.setItem('board:language', code), language);
  await page.goto(at(`/group/${group.id}`));
  await shown(page.locator(`a[href$="/take-home"]`));
  return page;
}

/** What prints the charter is what is loaded last. */
async function everythingIsHere(page: Page): Promise<void> {
  await page.waitForEvent('requestfinished', {
    predicate: (request) => /\/print-page-[^/]+\.js$/.test(request.url()),
    timeout: 60_000,
  });
  await pause(1_000);
}

/** Presses a button and gives what the browser was handed. */
async function taken(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return readFile(await download.path());
}

/** All words of a document or workbook. */
function wordsIn(archive: Buffer): string {
  const parts = unzipSync(archive, { filter: ({ name }) => name.endsWith('.xml') });
  return Object.values(parts)
    .map((part) => strFromU8(part))
    .join('\n');
}

test('FO60 FO62 a facilitator who has only opened Take home has every kind of file and print when the server dies', async () => {
  const page = await filled.facilitate();
  const isHere = everythingIsHere(page);
  await page.getByRole('link', { name: 'Take home' }).click();
  await shown(page.getByRole('heading', { level: 1, name: 'Take home' }));
  await isHere;
  await hall.loseServer();
  const names = file.groups.map(({ name }) => name.replace('&', '&amp;'));
  for (const kind of ['Word', 'Excel']) {
    const words = wordsIn(await taken(page, `${kind}: Consolidated strategy`));
    for (const name of names) expect(words).toContain(name);
  }
  const csv = (await taken(page, 'CSV: Consolidated strategy')).toString();
  for (const { name } of file.groups) expect(csv).toContain(name);
  expect(wordsIn(await taken(page, 'Word: Charter'))).toContain('We will watch every trial.');
  expect((await taken(page, 'Plain text: Charter')).toString()).toContain('We will watch every trial.');
  expect(wordsIn(await taken(page, 'Excel: Catalogue of recommendations'))).toContain(file.recommendations[0]!.number);
  expect((await taken(page, 'CSV: Catalogue of recommendations')).length).toBeGreaterThan(500);
  const all = unzipSync(await taken(page, 'Everything (.zip): Everything'));
  const workshopFile: WorkshopFile = JSON.parse(strFromU8(all['workshop.json']!));
  expect(workshopFile.charter.items).toHaveLength(file.charter.items.length);
  expect(workshopFile.groups.map(({ strategy }) => strategy?.rows.length)).toEqual([4, 4, 4]);
  await shows(page, /could not be asked for/);
  await gone(page.getByText(/Not in these files/));
  await page.locator('a[href$="/charter/print"]').last().click();
  await shows(page, 'We will watch every trial.');
  await page.goBack();
  await page.locator('a[href*="/take-home/print?by="]').click();
  await shows(page, /Save as PDF/);
  await shown(page.getByRole('heading', { name: file.groups[0]!.name }));
});

for (const [language, button] of [
  ['en', (kind: string) => `${kind}: Action strategy of a group`],
  ['fr', (kind: string) => fr.formatOf.replace('{{format}}', kind).replace('{{what}}', fr.strategy.title)],
] as const)
  test(`FO21 FO60 on a phone (${language}) that was only on its group’s page the table goes home in every kind when the server dies`, async () => {
    const page = await inGroup(language);
    await everythingIsHere(page);
    await hall.loseServer();
    await page.locator('a[href$="/take-home"]').click();
    const row = file.groups[0]!.strategy!.rows[0]!;
    const { number } = file.recommendations.find(({ id }) => id === row.recommendation)!;
    for (const kind of ['Word', 'Excel']) expect(wordsIn(await taken(page, button(kind)))).toContain(number);
    expect((await taken(page, button('CSV'))).toString()).toContain(number);
    await hall.examine(page, 'take home on a phone');
    await hall.shootWhole(page, `take-home-phone-${language}`);
    await page.locator(`a[href*="/take-home/print/"]`).click();
    await shown(page.getByRole('heading', { name: new RegExp(file.groups[0]!.name) }));
    await page.goBack();
    await page.locator('a[href$="/charter/print"]').last().click();
    await shows(page, 'We will watch every trial.');
  });

for (const [what, address] of [
  ['what makes it', /\/export-worker-[^/]+\.js$/],
  ['the titles of goals', /\/en-[^/]+\.js$/],
] as const)
  test(`FO61 of a document for which ${what} had not been fetched before the server died this is said, and it is made when the server is back`, async () => {
    const page = await inGroup('en');
    const { promise: lost, resolve: lose } = Promise.withResolvers<void>();
    await page.route(address, async (route) => {
      await lost;
      await route.abort();
    });
    await page.locator('a[href$="/take-home"]').click();
    await shown(page.getByRole('heading', { level: 1, name: 'Take home' }));
    await hall.loseServer();
    lose();
    await page.getByRole('button', { name: 'Word: Action strategy of a group', exact: true }).click();
    await shows(page, /had not yet been fetched to this device/);
    await hall.bringServerBack();
    await page.unroute(address);
    expect(wordsIn(await taken(page, 'Word: Action strategy of a group'))).toContain('110.10');
  });

test('FO61 a charter that is not on this device is not made empty: it is said, and so it is in an archive of everything', async () => {
  const page = await inGroup('en');
  await everythingIsHere(page);
  await hall.loseServer();
  await page.locator('a[href$="/take-home"]').click();
  await page.getByRole('button', { name: 'Plain text: Charter', exact: true }).click();
  await shows(page, /What belongs in this file is not on this device/);
  await hall.shootWhole(page, 'charter-absent');
  await taken(page, 'Everything (.zip): Everything');
  await shows(page, /Not in these files: .*Charter/);
});
