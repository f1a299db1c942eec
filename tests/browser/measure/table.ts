import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { paste } from '../support/clipboard.ts';
import { Hall } from '../support/hall.ts';
import { shown } from '../support/looking.ts';
import { joinAs, openStrategy } from './enter.ts';
import { drag, editorsIn, heapOf, notesOf, takeNotes } from './in-page.ts';
import { type LongStrategy, makeLongStrategy, size } from './long-strategy.ts';
import { Typists } from './typists.ts';

/** Measures the longest strategy in real Chromium and prints a table. Run after `vite build client`. */

const keys = 120;
const others = 6;

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function openLong(page: Page, hall: Hall, strategy: LongStrategy): Promise<void> {
  await joinAs(page, hall.address, 'Bo', strategy);
  await takeNotes(page, size.rows);
  await openStrategy(page, hall.address, strategy);
  await page.waitForFunction(() => (window as unknown as { notes: { wholeAt: number } }).notes.wholeAt > 0);
  await pause(1500);
}

async function typeLong(page: Page): Promise<void> {
  const cell = page.locator('[data-cell$=".text"]').nth(2);
  await cell.focus();
  await cell.press('Enter');
  await shown(cell.locator('[contenteditable="true"]'));
  await pause(500);
  await page.evaluate(() => (window as unknown as { notes: { keys: number[] } }).notes.keys.splice(0));
  for (let key = 0; key < keys; key++) {
    await page.keyboard.press('abcdefghij '[key % 11] === ' ' ? 'Space' : ('abcdefghij'[key % 11] ?? 'a'));
    await pause(100);
  }
}

/** Pastes 200 lines of 9 columns into new rows; how long until they can be seen here, and until somebody else has them. */
async function pasteLong(page: Page, others: Typists): Promise<[here: number, there: number]> {
  const block = Array.from({ length: 200 }, (_, line) =>
    [
      `9${line}.1`,
      '',
      '',
      '',
      `Pasted action ${line}`,
      'Counted yearly',
      'A grant',
      'Unions',
      '2027-03 – 2028-10',
    ].join('\t'),
  );
  await page.locator('[data-cell$=".number"]').first().focus();
  await paste(page, { text: block.join('\n') });
  const button = page.getByRole('dialog').getByRole('button', { name: 'Paste', exact: true });
  await shown(button);
  const arrived = others.waitFor('Pasted action 199');
  const here = await button.evaluate(
    (element: HTMLElement) =>
      new Promise<number>((tell) => {
        const begin = performance.now();
        element.click();
        requestAnimationFrame(() => setTimeout(() => tell(performance.now() - begin)));
      }),
  );
  return [here, await arrived];
}

const hall = await Hall.open('measure');
try {
  const strategy = await makeLongStrategy(hall.server.address);
  const page = await hall.enter('Bo', 'laptop');
  await openLong(page, hall, strategy);
  const opened = await notesOf(page);
  const typists = await Typists.enter(strategy, others);
  typists.start();
  await typeLong(page);
  const typed = await notesOf(page);
  const editors = await editorsIn(page);
  await page.keyboard.press('Escape');
  const frames = await drag(page, 10_000);
  typists.stop();
  const [pastedHere, pastedThere] = await pasteLong(page, typists);
  const heap = await heapOf(page);
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  typists.close();
  const ms = (value: number): string => `${Math.round(value)} ms`;
  const rows: [string, string, string][] = [
    ['open: data → first rows painted', ms(opened.firstRowAt - opened.dataAt), ''],
    ['open: data → all rows in the page', ms(opened.wholeAt - opened.dataAt), '≤ 1000 ms'],
    ['open: navigation → first rows painted', ms(opened.firstRowAt), ''],
    ['key to paint, median', ms(percentile(typed.keys, 0.5)), ''],
    ['key to paint, p95', ms(percentile(typed.keys, 0.95)), '≤ 30 ms'],
    ['10 s drag: frames over 50 ms', `${frames.filter((frame) => frame > 50).length} of ${frames.length}`, '0'],
    ['10 s drag: longest frame', ms(Math.max(...frames)), '≤ 50 ms'],
    ['200 × 9 pasted: press → next paint', ms(pastedHere), '≤ 1000 ms'],
    ['200 × 9 pasted: press → another person has it', ms(pastedThere), '≤ 2000 ms'],
    ['editors in the page, at most', String(editors), '≤ 2'],
    ['script heap', `${heap.toFixed(0)} MB`, '≤ 250 MB'],
    ['elements in the page', String(nodes), ''],
  ];
  console.log(`${size.rows} rows × ${size.actions} actions, ${others} others typing, load ${loadavg()[0]?.toFixed(1)}`);
  console.log('\n| what | measured | must be |\n| --- | --- | --- |');
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  if (hall.troubles.length > 0) console.log(hall.troubles.join('\n'));
} finally {
  await hall.close();
}
