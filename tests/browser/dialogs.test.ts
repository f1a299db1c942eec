import { addCluster, readClusters } from '@board/shared/model/clusters';
import { expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { atDesk } from './support/at-desk.ts';
import { coveredInDialog } from './support/covered.ts';
import { number } from './support/desk.ts';
import { focused, gone, shown } from './support/looking.ts';
import { moreInCatalogue } from './support/more-in-catalogue.ts';

/** Where the focus is in dialogs, and where their buttons are. */
const here = atDesk('dialogs');

const patient = { timeout: 30_000 };

test('TA117 the focus stays in a dialog when what had it goes or cannot be pressed any more', async () => {
  const { page } = here.desk;
  await moreInCatalogue(here.desk, ['110.12', '110.13', '110.14']);
  await page.getByRole('button', { name: 'Add recommendations' }).click();
  const add = page.getByRole('button', { name: 'Add 110.12', exact: true });
  await add.focus();
  await page.keyboard.press('Enter');
  await gone(add);
  await expect.poll(() => focused(page), patient).toBe('Add 110.13');
  await page.keyboard.press('Escape');
  await here.desk.othersWrite((doc) => {
    for (const name of ['Courts', 'Prisons', 'Schools']) addCluster(doc, name);
  });
  await page.getByRole('button', { name: 'Clusters' }).click();
  await page.getByRole('button', { name: 'Move up: the cluster Prisons' }).focus();
  await page.keyboard.press('Enter');
  await until('it is the first', () => here.desk.others(readClusters)[0]?.name === 'Prisons');
  await expect.poll(() => focused(page), patient).toBe('Move down: the cluster Prisons');
  await page.getByRole('button', { name: 'Remove the cluster Courts' }).focus();
  await page.keyboard.press('Enter');
  await until('it is gone', () => here.desk.others(readClusters).length === 2);
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('dialog') !== null), patient).toBe(true);
});

test('TA117 the buttons of a long dialog are in view on a small screen', async () => {
  const { page } = here.desk;
  await moreInCatalogue(
    here.desk,
    Array.from({ length: 30 }, (_, at) => `111.${at + 1}`),
  );
  await page.getByRole('button', { name: 'Add recommendations' }).click();
  await shown(page.getByRole('button', { name: 'Add 111.20', exact: true }));
  for (const size of [
    { width: 768, height: 600 },
    { width: 1366, height: 500 },
  ]) {
    await page.setViewportSize(size);
    const done = page.getByRole('dialog').getByRole('button', { name: 'Done' });
    await expect
      .poll(async () => {
        const box = await done.boundingBox();
        return box !== null && box.y > 0 && box.y + box.height <= size.height;
      }, patient)
      .toBe(true);
    expect(await page.evaluate(coveredInDialog)).toBeNull();
  }
});

test('TA117 the buttons of a short dialog cover none of its text and stand at its end', async () => {
  const { page } = here.desk;
  await page.getByRole('button', { name: `Row: what to do with recommendation ${number}` }).click();
  await page.getByRole('menuitem', { name: 'Sort into a cluster' }).click();
  await shown(page.getByRole('dialog'));
  for (const size of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
    { width: 360, height: 420 },
  ]) {
    await page.setViewportSize(size);
    await expect.poll(() => page.evaluate(coveredInDialog), patient).toBeNull();
  }
});
