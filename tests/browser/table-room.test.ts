import { addCluster, setCluster } from '@board/shared/model/clusters';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { atDesk } from './support/at-desk.ts';
import { number } from './support/desk.ts';
import { gone, shown } from './support/looking.ts';
import { rowOf } from './support/strategy.ts';
import { cellAt, othersAdd, rowsOf } from './support/table.ts';

/** How much of the table is in view below what stands above it. */
const here = atDesk('table-room');

/** A laptop of 1366 × 768 at 400 %. */
const zoomed = { width: 341, height: 192 };

/** Rows that stand whole in the window, below what stays at its top. */
function rowsInView(page: Page): Promise<number> {
  return page.evaluate(() => {
    const top = document.querySelector('thead')?.getBoundingClientRect().bottom ?? 0;
    const boxes = [...document.querySelectorAll('tbody[data-row]')].map((row) => row.getBoundingClientRect());
    return boxes.filter((box) => box.top >= top - 1 && box.bottom <= innerHeight).length;
  });
}

/** Seven rows as they are after an hour; the first four are sorted into a cluster. */
async function fill(): Promise<void> {
  const { desk } = here;
  await othersAdd(desk, 6);
  await desk.othersWrite((doc) => {
    const rows = readStrategy(doc);
    const cluster = addCluster(doc, 'Courts and police');
    setCluster(
      doc,
      rows.slice(0, 4).map(({ id }) => id),
      cluster,
    );
    for (const row of rows) {
      const words = 'Follow ten trials in three provinces and publish a report on each';
      fillFragment(cellFragment(doc, { row: row.id, action: row.actions[0]!.id, cell: 'text' })!, words);
    }
  });
  await shown(desk.page.getByRole('rowheader', { name: 'Courts and police 4 rows' }));
}

test('TA102 with the filter open, and the rows by cluster, three rows are in view on a small laptop', async () => {
  const { hall, desk } = here;
  const { page } = desk;
  await fill();
  const filter = page.locator('[data-table-tools] [aria-expanded]').first();
  const bar = page.getByRole('search');
  for (const language of ['en', 'fr', 'km', 'ar']) {
    await page.getByRole('banner').getByRole('combobox').first().selectOption(language);
    await page.waitForFunction((chosen) => document.documentElement.lang === chosen, language);
    await filter.click();
    await shown(bar);
    await expect.poll(() => rowsInView(page)).toBeGreaterThanOrEqual(3);
    await hall.shoot(page, `filter-${language}`);
    const bottoms = await bar.evaluate((one) => [...one.children].map((part) => part.getBoundingClientRect().bottom));
    expect(Math.max(...bottoms) - Math.min(...bottoms)).toBeLessThan(2);
    await filter.click();
    await gone(bar);
  }
});

test('TA103 at 400 % the cell that one writes in is reached, and read with its way out, by thumb and by keyboard', async () => {
  const { hall, desk } = here;
  const { page } = desk;
  await fill();
  await page.setViewportSize(zoomed);
  await page.evaluate(() => scrollTo(0, 0));
  const write = rowOf(page, number).getByRole('button', { name: 'Write in: Action 1' });
  await write.focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog');
  const field = sheet.getByRole('textbox');
  await shown(field);
  await page.keyboard.type('Ask the ministry for the list', { delay: 15 });
  await hall.shoot(page, 'sheet');
  for (const one of [field, sheet.getByRole('button', { name: 'Done' })]) {
    const box = await one.boundingBox();
    expect(box!.y >= 0 && box!.x >= 0 && box!.x + box!.width <= zoomed.width + 1).toBe(true);
    expect(box!.y + Math.min(box!.height, 48)).toBeLessThanOrEqual(zoomed.height);
  }
  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => rowsOf(desk)[0]?.actions[0]?.text).toContain('Ask the ministry for the list');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const words = page.getByLabel('Words');
  await shown(words);
  await hall.shoot(page, 'filter');
  const box = await words.boundingBox();
  expect(box!.y >= 0 && box!.y + box!.height <= zoomed.height).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(zoomed.width);
  await page.setViewportSize({ width: 1366, height: 768 });
  await shown(cellAt(page, 1, 'text'));
});
