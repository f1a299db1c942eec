import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDocument, pdf, workbookParts, zipped } from '../../client/src/files/import/fixtures.ts';
import { until } from '../support/until.ts';
import { Hall } from './support/hall.ts';
import { file, type ListFile, longTable, reportPdf, thematicList, workbookWithTroubles } from './support/list-files.ts';
import { shown, shows } from './support/looking.ts';

/** Files of recommendations on the facilitator's page, each read in a worker of a real browser. */

let hall: Hall;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-reading-'));
  hall = await Hall.open('reading');
  page = await hall.enter('facilitator', 'laptop');
  // A device that asks to save data fetches nothing ahead.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.goto(hall.address);
  await page.getByLabel('Title of the workshop').fill('Reading');
  await page.getByRole('button', { name: 'Create the workshop' }).click();
  await page.waitForURL(/\/w\/[^/]+$/);
  await page.goto(`${page.url()}/catalogue`);
  await page.getByRole('button', { name: 'Take in recommendations' }).first().click();
});
afterAll(async () => {
  await hall?.close();
  await rm(folder, { recursive: true, force: true });
});

async function choose(chosen: ListFile | string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(chosen);
}

async function back(): Promise<void> {
  await page.getByRole('button', { name: 'Back to the text' }).click();
}

const found = (count: number) => shown(page.getByRole('heading', { name: `${count} recommendations found` }));
const line = (text: string) => page.getByRole('listitem').filter({ hasText: text });

test('UP42 a workbook is shown before it is taken in: what was recognised, what looks wrong, and a cure for it', async () => {
  await choose(file('list.xlsx', await workbookWithTroubles()));
  await found(7);
  await shows(page, 'From an Excel workbook.');
  await shows(page, /^Row 4 — Themes: .Rivers. — SDGs: 14$/);
  await hall.shootWhole(page, 'workbook');
  await line('Open a school').getByRole('button', { name: 'Use Argentina' }).click();
  await shown(line('Open a school').getByText('(Argentina)'));
  await line('Count all boats').getByRole('button', { name: 'Use 110.1, as printed' }).click();
  await shown(line('Count all boats').getByText('110.1', { exact: true }));
  await page.getByLabel(/Partially supported/).selectOption({ label: 'Noted' });
  await shown(line('Dig wells').getByText('Noted', { exact: true }));
  await page.getByLabel('Hidden rows').selectOption({ label: 'Leave them out' });
  await found(6);
  await page.getByText('What the columns hold').click();
  await page.getByLabel('Theme').selectOption({ label: 'not taken in' });
  await shown(page.getByText('Row 4 — SDGs: 14'));
  await hall.examine(page, 'preview of a workbook');
  await page.getByLabel('Sheet', { exact: true }).selectOption('Old list');
  await shown(page.getByRole('heading', { name: '1 recommendation found' }));
  await back();
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('UP42 a thematic list in Word, a report as PDF and an OpenDocument sheet are read the same way', async () => {
  await choose(file('list.docx', await thematicList()));
  await found(7);
  await shows(page, 'Read as the thematic list of OHCHR.');
  await shows(page, 'UPR of Exampleland (4th Cycle - 48th Session)');
  await shows(page, /Themes: .Roads. · .Rivers & lakes. — SDGs: 9$/);
  await hall.shootWhole(page, 'word');
  await back();
  await choose(file('report.pdf', reportPdf()));
  await found(7);
  await shows(page, 'From a PDF.');
  await back();
  const cells = (words: string[]) =>
    `<table:table-row>${words.map((word) => `<table:table-cell><text:p>${word}</text:p></table:table-cell>`).join('')}</table:table-row>`;
  const rows = cells(['No', 'Recommendation']) + cells(['9.10', 'Mend the roads']) + cells(['9.11', 'Rest']);
  await choose(file('list.ods', await openDocument(`<table:table table:name="List">${rows}</table:table>`)));
  await found(2);
  await back();
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('UP46 a file that cannot be read says why, nothing is taken in, and the page lives on', async () => {
  const sheet = workbookParts([{ name: 'List', rows: [['No', 'Text']] }], ['General']);
  const bomb = `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>${'0'.repeat(70 * 1024 * 1024)}</v></c></row></sheetData></worksheet>`;
  const whole = await zipped(sheet);
  const bad: [string, RegExp, Uint8Array | string][] = [
    ['list.xlsx', /is a picture/, Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
    ['list.xlsx', /opens with a password/, await zipped(sheet, 'secret')],
    ['list.xlsx', /damaged or was cut off/, whole.subarray(0, whole.length / 2)],
    ['list.xlsx', /far too large inside/, await zipped({ ...sheet, 'xl/worksheets/sheet0.xml': bomb })],
    ['report.pdf', /only pictures of its pages/, pdf([[]])],
    ['report.pdf', /damaged or was cut off/, '%PDF-1.7\n'],
    ['report.doc', /old kind of Word/, '{\\rtf1 A letter}'],
    ['list.csv', /No recommendations were found/, 'A letter to a friend.\nIt holds no list.'],
  ];
  for (const [name, words, bytes] of bad) {
    await choose(file(name, bytes));
    await shown(page.getByRole('alert').filter({ hasText: words }));
    await until('the worker is ended', () => page.workers().length === 0);
  }
  const large = join(folder, 'large.csv');
  await writeFile(large, new Uint8Array(41 * 1024 * 1024));
  await choose(large);
  await shown(page.getByRole('alert').filter({ hasText: 'at most 40 MB' }));
  await page.getByLabel('Paste the recommendations here').fill('9.1 Mend the roads (Peru);\n9.2 Rest (Chad);');
  await page.getByRole('button', { name: 'See what is in it' }).click();
  await found(2);
  await shows(page, 'New: 2');
  await back();
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('UP46 without a network a kind of file whose reader was never fetched says so, and is read when the network is back', async () => {
  const book = file(
    'list.xls',
    '<html><table><tr><td>No</td><td>Recommendation</td></tr><tr><td>9.1</td><td>Rest</td></tr></table></html>',
  );
  await hall.goOffline(page);
  await choose(book);
  await shown(page.getByRole('alert').filter({ hasText: 'could not be loaded' }));
  await hall.goOnline(page);
  await choose(book);
  await shown(page.getByRole('heading', { name: '1 recommendation found' }));
  await back();
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('UP47 a table of a hundred thousand rows shows how far it is, can be stopped, and never holds up the page', async () => {
  // From the disk, as people do: what is handed over by a test is unpacked on the page's own thread.
  const long = join(folder, 'long.csv');
  await writeFile(long, longTable(100_000));
  await choose(long);
  await shown(page.getByRole('progressbar', { name: /^Row [\d,]+ of 100,000$/ }));
  await hall.shoot(page, 'progress');
  await page.getByRole('button', { name: 'Stop reading' }).click();
  await shown(page.getByLabel('Paste the recommendations here'));
  await until('the worker is ended', () => page.workers().length === 0);
  const frames = await page.evaluateHandle(() => {
    const seen = { longest: 0, last: performance.now() };
    const next = (now: number) => {
      seen.longest = Math.max(seen.longest, now - seen.last);
      seen.last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    return seen;
  });
  await choose(long);
  await page.getByRole('heading', { name: '2,000 recommendations found' }).waitFor({ timeout: 90_000 });
  await shows(page, '98,000 at the end were left out');
  // A tenth of a second where it was measured; the reading itself takes seconds.
  expect(await frames.evaluate((seen) => seen.longest)).toBeLessThan(2000);
  await page.getByLabel('State under review').selectOption('State 7');
  await page.getByRole('heading', { name: '2,000 recommendations found' }).waitFor({ timeout: 90_000 });
  await shows(page, 'Mend road 14000,');
  await back();
  expect(hall.troubles.splice(0)).toEqual([]);
});
