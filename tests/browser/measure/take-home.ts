import type { WorkshopCreated } from '@board/shared/commands';
import { filledFile } from '@board/shared/workshop-file/workshop-file.fixture';
import type { Page } from 'playwright-core';
import { Caller } from '../../support/caller.ts';
import { Hall } from '../support/hall.ts';
import { shown } from '../support/looking.ts';

/**
 * The strategies of eleven groups with twenty rows each go out of a real browser, in every kind of file: how long from the
 * press to the file, and how long the page's own thread was ever busy with one thing meanwhile.
 * `node tests/browser/measure/take-home.ts`, after `vite build client`.
 */

const buttons = [
  'Word: Consolidated strategy',
  'Excel: Consolidated strategy',
  'CSV: Consolidated strategy',
  'Everything (.zip): Everything',
];

async function open(hall: Hall): Promise<Page> {
  const facilitator = new Caller(hall.server.address);
  const file = filledFile({ groups: 11, rows: 20 });
  const { workshopId, facilitatorKey } = await facilitator.must<WorkshopCreated>('POST', '/api/taken-up', file);
  const page = await hall.enter('facilitator', 'laptop');
  await page.goto(`${hall.address}/w/${workshopId}/facilitate#key=${facilitatorKey}`);
  await page.getByLabel('Your name').fill('Facilitator');
  await page.getByRole('button', { name: 'Come in' }).click();
  await page.getByRole('link', { name: 'Take home' }).click();
  await shown(page.getByRole('heading', { level: 1, name: 'Take home' }));
  await page.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      entryTypes: ['longtask'],
    });
    Object.assign(globalThis, { tasks });
  });
  return page;
}

async function measure(page: Page, button: string): Promise<string> {
  await page.evaluate(() => {
    (globalThis as unknown as { tasks: number[] }).tasks.length = 0;
  });
  const started = performance.now();
  await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  const took = Math.round(performance.now() - started);
  const longest = await page.evaluate(() => Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks));
  return `${button}: ${took} ms, longest task ${Math.round(longest)} ms`;
}

const hall = await Hall.open('measure-take-home');
try {
  const page = await open(hall);
  for (const round of ['first, with the documents to be fetched', 'again']) {
    console.log(round);
    for (const button of buttons) console.log(await measure(page, button));
  }
} finally {
  await hall.close();
}
