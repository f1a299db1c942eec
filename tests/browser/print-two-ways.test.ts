import type { Block } from '@board/shared/model/rich-text';
import { plainBlocks } from '@board/shared/workshop-file/workshop-file.fixture';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { FilledHall } from './support/filled-hall.ts';
import { shown } from './support/looking.ts';
import { realTroubles } from './support/table.ts';

/** What is printed and shown from right to left, with words and lists in both directions. */
let filled: FilledHall;

const list = (ordered: boolean, ...items: Block[][]): Block => ({ kind: 'list', ordered, items });
const inner = list(true, plainBlocks('Ask the elders'), plainBlocks('سؤال الشيوخ'));
const mixed = [
  list(false, [...plainBlocks('Open the wells'), inner], [...plainBlocks('فتح الآبار'), inner], plainBlocks('12 345')),
];

beforeAll(async () => {
  filled = await FilledHall.open('print-two-ways', { groups: 1, rows: 2 }, (file) => {
    for (const row of file.groups[0]!.strategy!.rows)
      for (const action of row.actions) Object.assign(action, { text: mixed, indicator: mixed });
  });
});
afterAll(() => filled.hall.close());
afterEach(() => expect(realTroubles(filled.hall.troubles)).toEqual([]));

/** How far the words of each item are from the cell's edge on the side where they begin, and whether they begin at its right. */
function marksIn(page: Page, cells: string) {
  return page.locator(`${cells} li`).evaluateAll((items) =>
    items.map((item) => {
      const isRight = getComputedStyle(item).direction === 'rtl';
      const own = item.getBoundingClientRect();
      const cell = item.closest('td, [role=gridcell]')!.getBoundingClientRect();
      return { gap: isRight ? cell.right - own.right : own.left - cell.left, isRight };
    }),
  );
}

async function inArabic(path: string): Promise<Page> {
  const page = await filled.facilitate();
  await page.evaluate(() => localStorage.setItem('board:language', 'ar'));
  await page.goto(filled.at(path));
  await expect.poll(() => page.evaluate(() => document.documentElement.dir), { timeout: 60_000 }).toBe('rtl');
  return page;
}

test('FO74 the mark of each item stands in its cell, at the side where its words begin, on paper and on screen', async () => {
  const group = filled.file.groups[0]!.id;
  for (const [path, cells] of [
    [`/take-home/print/${group}`, 'td'],
    [`/group/${group}`, '[role=gridcell]'],
  ] as const) {
    const page = await inArabic(path);
    await shown(page.locator(`${cells} li`).first());
    const marks = await marksIn(page, cells);
    expect(marks.length).toBeGreaterThanOrEqual(14);
    for (const { gap } of marks) expect(gap).toBeGreaterThan(12);
    expect(marks.slice(0, 7).map(({ isRight }) => isRight)).toEqual([false, false, true, true, false, true, false]);
    await filled.hall.shootWhole(page, path.includes('print') ? 'print' : 'screen');
    await page.context().close();
  }
});

test('FO75 what stands above a printed strategy begins where its lines begin, in whatever script it is written', async () => {
  const page = await inArabic(`/take-home/print/${filled.file.groups[0]!.id}`);
  await shown(page.locator('article header h1'));
  const edges = await page.locator('article header').evaluate((head) => {
    const right = head.getBoundingClientRect().right;
    return [...head.children].map((line) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      return Math.abs(right - range.getBoundingClientRect().right);
    });
  });
  expect(edges.length).toBeGreaterThan(2);
  for (const edge of edges) expect(edge).toBeLessThan(3);
});
