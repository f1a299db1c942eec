import type { WorkshopCreated } from '@board/shared/commands';
import { filledFile } from '@board/shared/workshop-file/workshop-file.fixture';
import type { Page } from 'playwright-core';
import type { Hall } from '../../browser/support/hall.ts';
import { longestTask, noteLongTasks } from '../../browser/support/long-tasks.ts';
import { shown } from '../../browser/support/looking.ts';
import { Caller } from '../../support/caller.ts';
import type { FileResult } from '../report/results.ts';

/**
 * The strategies of eleven groups with twenty rows each go out of a real Chromium, in every kind of file: from the press to
 * the file, and how long the page's own thread was ever busy with one thing meanwhile.
 */

const size = { groups: 11, rows: 20 };
/** Milliseconds, each with what is fetched for it; null where nothing is asked for. */
const kinds = [
  { button: 'Word: Consolidated strategy', most: 5_000 },
  { button: 'Excel: Consolidated strategy', most: 5_000 },
  { button: 'CSV: Consolidated strategy', most: 5_000 },
  { button: 'Everything (.zip): Everything', most: null },
] as const;

/** Makes every kind of file twice: the first time with what has to be fetched for it. */
export async function makeFiles(hall: Hall): Promise<FileResult[]> {
  const page = await openTakeHome(hall);
  const results: FileResult[] = [];
  for (const round of ['first', 'again'])
    for (const { button, most } of kinds)
      results.push({ ...(await measure(page, button)), file: `${button}, ${round}`, most });
  return results;
}

async function openTakeHome(hall: Hall): Promise<Page> {
  const facilitator = new Caller(hall.server.address);
  const { workshopId, facilitatorKey } = await facilitator.must<WorkshopCreated>(
    'POST',
    '/api/taken-up',
    filledFile(size),
  );
  const page = await hall.enter('facilitator', 'laptop');
  await page.goto(`${hall.address}/w/${workshopId}/facilitate#key=${facilitatorKey}`);
  await page.getByLabel('Your name').fill('Facilitator');
  await page.getByRole('button', { name: 'Come in' }).click();
  await page.getByRole('link', { name: 'Take home' }).click();
  await shown(page.getByRole('heading', { level: 1, name: 'Take home' }));
  return page;
}

async function measure(page: Page, button: string): Promise<FileResult> {
  await noteLongTasks(page);
  const started = performance.now();
  await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  const milliseconds = performance.now() - started;
  return {
    server: 'ours',
    what: 'made',
    file: button,
    found: null,
    expected: null,
    milliseconds,
    most: null,
    pause: await longestTask(page),
    megabytes: null,
    mostMegabytes: null,
  };
}
