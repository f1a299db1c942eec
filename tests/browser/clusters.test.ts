import { readClusters, sectionsOf } from '@board/shared/model/clusters';
import { readStrategy } from '@board/shared/model/strategy';
import { expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { atDesk } from './support/at-desk.ts';
import { gone, shown, shows } from './support/looking.ts';
import { cellAt, othersAdd, rowsOf } from './support/table.ts';

/** Clusters of rows, and what stays in view, under the hands of one person while another reads the same strategy. */
const here = atDesk('clusters');

/** The places of the rows in the document, by the names of their clusters, as everybody else reads them. */
function sections(): Record<string, number[]> {
  const rows = rowsOf(here.desk);
  return here.desk.others((doc) =>
    Object.fromEntries(
      sectionsOf(readStrategy(doc), readClusters(doc)).map((section) => [
        section.cluster?.name ?? '',
        section.rows.map(({ id }) => rows.findIndex((row) => row.id === id)),
      ]),
    ),
  );
}

async function nameCluster(name: string): Promise<void> {
  const { page } = here.desk;
  await page.getByRole('button', { name: 'Clusters' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('A new cluster').fill(name);
  await page.keyboard.press('Enter');
  await until('the cluster is with the others', () => name in sections());
  await dialog.getByRole('button', { name: 'Done' }).click();
}

test('TA14 several chosen rows are sorted into a new cluster at once; one undo takes it back', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 3);
  await cellAt(page, 1, 'text').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: 'Row: what to do with row 3 without a recommendation' }).click();
  await page.getByRole('menuitem', { name: 'Sort into a cluster' }).click();
  await shown(page.getByRole('dialog', { name: 'Sort 2 rows into a cluster' }));
  await page.getByLabel('Name of the cluster').fill('Courts');
  await page.keyboard.press('Enter');
  await until('the two are sorted in', () => sections()['Courts']?.join() === '1,2');
  await shown(page.getByRole('rowheader', { name: 'Courts 2 rows' }));
  await shown(page.getByRole('rowheader', { name: 'In no cluster 2 rows' }));
  await page.getByRole('button', { name: 'Undo' }).click();
  await until('all are as they were', () => Object.keys(sections()).join() === '');
  await gone(page.getByRole('rowheader', { name: 'Courts' }));
});

test('TA14 a row is sorted in by dragging and by the keyboard; the table can be shown as one list', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 2);
  await nameCluster('Prisons');
  const [first, second] = rowsOf(here.desk).map(({ id }) => id);
  await page.locator(`[data-drag="${second}"]`).dragTo(page.getByRole('rowheader', { name: 'Prisons No rows yet' }));
  await until('the second is sorted in', () => sections()['Prisons']?.join() === '1');
  await page.locator(`[data-row="${first}"] [data-cell$=".number"]`).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await shows(page, 'The row is now in: Prisons.');
  await until('the first follows', () => sections()['Prisons']?.length === 2 && sections()['']?.length === 1);
  const inOrder = () =>
    page.locator('[data-row]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['row']));
  expect((await inOrder()).slice(0, 2)).toEqual([second, first]);
  await page.getByRole('button', { name: 'Clusters' }).click();
  await page.getByLabel('Show the table by clusters').uncheck({ force: true });
  await page.getByRole('button', { name: 'Done' }).click();
  await gone(page.getByRole('rowheader', { name: /Prisons/ }));
  await here.desk.openStrategy();
  expect(await page.getByRole('rowheader', { name: /Prisons/ }).count()).toBe(0);
});

test('TA14 a cluster is renamed, moved and removed; its rows stay', async () => {
  const { page } = here.desk;
  await nameCluster('Prisons');
  await nameCluster('Courts');
  await page.getByRole('button', { name: 'Clusters' }).click();
  const names = page.getByRole('dialog').getByLabel('Name of the cluster');
  await names.first().fill('Places of detention');
  await page.keyboard.press('Enter');
  await until('it has its new name', () => 'Places of detention' in sections());
  await page.getByRole('button', { name: 'Move up: the cluster Courts' }).click();
  await until('courts are first', () => Object.keys(sections())[0] === 'Courts');
  await page.getByRole('button', { name: 'Remove the cluster Courts' }).click();
  await until('it is gone', () => !('Courts' in sections()));
  expect(rowsOf(here.desk)).toHaveLength(1);
});

test('TA14 on a phone cards stand below the names of their clusters', async () => {
  const { page } = here.desk;
  await nameCluster('Prisons');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: /^Row: what to do/ }).click();
  await page.getByRole('menuitem', { name: 'Sort into a cluster' }).click();
  await page.getByRole('radio', { name: 'Prisons' }).check({ force: true });
  await page.getByRole('button', { name: 'Sort in' }).click();
  await shown(page.getByRole('heading', { name: 'Prisons 1 row' }));
});

test('TA15 the number and the recommendation stay in view, also beside the comments', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 1);
  await page
    .getByRole('button', { name: /comments/i })
    .first()
    .click();
  await shown(page.getByRole('dialog'));
  const cell = (name: string) => page.locator('[data-row]').first().locator(`[data-cell$=".${name}"]`).first();
  const before = await cell('recommendation').boundingBox();
  await cell('timeframe').scrollIntoViewIfNeeded();
  const [number, recommendation, timeframe, panel] = await Promise.all(
    [cell('number'), cell('recommendation'), cell('timeframe'), page.getByRole('dialog')].map((one) =>
      one.boundingBox(),
    ),
  );
  expect(recommendation?.x).toBeCloseTo(before?.x ?? -1, 0);
  expect(recommendation?.x).toBeGreaterThanOrEqual((number?.x ?? 0) + (number?.width ?? 0) - 1);
  expect((timeframe?.x ?? 0) + (timeframe?.width ?? 0)).toBeLessThanOrEqual((panel?.x ?? 0) + 1);
  const head = page.getByRole('columnheader', { name: /Recommendation/ });
  expect((await head.boundingBox())?.x).toBeCloseTo(recommendation?.x ?? -1, 0);
});
