import { readFile } from 'node:fs/promises';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { addAction, moveRow, removeRow } from '@board/shared/model/strategy-edits';
import { expect, test } from 'vitest';
import { root } from '../scripts/run.ts';
import { until } from '../support/until.ts';
import { atDesk } from './support/at-desk.ts';
import { copied, paste } from './support/clipboard.ts';
import { number } from './support/desk.ts';
import { gone, shown, shows } from './support/looking.ts';
import { typeInto, write } from './support/strategy.ts';
import { cellAt, othersAdd, rowsOf } from './support/table.ts';

/** The strategy table under the hands of one person at a laptop while others work in it through sockets of their own. */
const here = atDesk('table');

const rows = (): StrategyRow[] => rowsOf(here.desk);

test('TA1 cells are chosen with Shift and the arrow keys or the pointer; Delete empties them, one undo brings them back', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 3);
  await cellAt(page, 1, 'text').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  expect(await page.locator('[aria-selected="true"]').count()).toBe(4);
  await page.keyboard.press('Delete');
  await until('four cells are empty', () =>
    [rows()[1], rows()[2]].every((row) => row?.actions[0]?.text === '' && row.actions[0].indicator === ''),
  );
  expect(rows()[1]?.actions[0]?.resources).toBe('resources 1');
  await page.keyboard.press('Control+z');
  await until('the words are back', () => rows()[2]?.actions[0]?.indicator === 'indicator 2');
  await page.keyboard.press('Escape');
  expect(await page.locator('[aria-selected="true"]').count()).toBe(0);
  await cellAt(page, 1, 'partners').click({ modifiers: ['Shift'] });
  expect(await page.locator('[aria-selected="true"]').count()).toBeGreaterThan(1);
});

test('TA2 what is copied comes back as it was, with line breaks and quotes, also when it is cut', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 2);
  await cellAt(page, 1, 'text').focus();
  await paste(page, { text: 'first line\nsecond "quoted"' });
  await until('one cell took both lines', () => rows()[1]?.actions[0]?.text === 'first line\nsecond "quoted"');
  await page.keyboard.press('Shift+ArrowRight');
  const { text, html } = await copied(page);
  expect(text).toBe('"first line\nsecond ""quoted"""\tindicator 1');
  await copied(page, 'x');
  await until('the cells are empty', () => rows()[1]?.actions[0]?.indicator === '');
  await cellAt(page, 2, 'text').focus();
  await paste(page, { text, html });
  await page.getByRole('dialog').getByRole('button', { name: 'Paste', exact: true }).click();
  await until('the words are there', () => rows()[2]?.actions[0]?.text === 'first line\nsecond "quoted"');
  expect(rows()[2]?.actions[0]?.indicator).toBe('indicator 1');
});

const merged =
  '<meta charset="utf-8"><table><tbody><tr><td>Raise pay</td><td>Count it</td><td rowspan="2">A grant</td></tr>' +
  '<tr><td>Inspect mills</td><td colspan="1">Reports</td></tr></tbody></table>';

test('TA3 O11 a block with a merged corner is shown first, adds rows at the edge, and is one undo', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 2);
  await cellAt(page, 2, 'text').focus();
  await paste(page, { html: merged });
  const dialog = page.getByRole('dialog');
  await shows(page, '1 row is added.');
  await here.hall.examine(page, 'paste');
  await here.hall.shoot(page, 'paste');
  await dialog.getByRole('button', { name: 'Paste', exact: true }).click();
  await until('both lines have landed', () => rows()[3]?.actions[0]?.text === 'Inspect mills');
  expect(
    rows()
      .slice(2)
      .map((row) => row.actions[0]?.resources),
  ).toEqual(['A grant', 'A grant']);
  await gone(dialog);
  await cellAt(page, 2, 'text').focus();
  await page.keyboard.press('Control+z');
  await until('nothing of it is left', () => rows().length === 3 && rows()[2]?.actions[0]?.text === 'text 2');
});

test('TA3 a merged cell reaches no further than the table that it stands in, whatever it says', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 1);
  await cellAt(page, 1, 'text').focus();
  const line = (cells: string): string => `<tr>${cells}</tr>`;
  const html =
    `<table><thead>${line('<td>Teach</td><td rowspan="3">Lessons</td>')}</thead>` +
    `<tbody>${line('<td>Count</td><td rowspan="9">Lists</td>')}${line('<td>Print</td>')}</tbody></table>`;
  await paste(page, { html });
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Paste', exact: true }).click();
  await gone(dialog);
  await until('the last line has landed', () => rows().at(-1)?.actions[0]?.text === 'Print');
  expect(
    rows()
      .slice(1)
      .map(({ actions }) => [actions[0]?.text, actions[0]?.indicator]),
  ).toEqual([
    ['Teach', 'Lessons'],
    ['Count', 'Lists'],
    ['Print', 'Lists'],
  ]);
});

test('TA3 O11 files of spreadsheets land whole: merged cells, a quoted cell with two lines', async ({ skip }) => {
  const { page } = here.desk;
  const files = `${root}../shared/cases/files/`;
  const html = await readFile(`${files}clipboard-sheets-merged.html`, 'utf8').catch(() => null);
  const text = await readFile(`${files}clipboard-excel-multiline.txt`, 'utf8').catch(() => null);
  if (html === null || text === null) return skip();
  await othersAdd(here.desk, 4);
  for (const [row, content] of [
    [2, { html }],
    [4, { html }],
    [3, { text }],
  ] as const) {
    await cellAt(page, row, 'text').focus();
    await paste(page, content);
    await page.getByRole('dialog').getByRole('button', { name: 'Paste', exact: true }).click();
    await gone(page.getByRole('dialog'));
  }
  await until('the last line is there', () => rows()[4]?.actions[0]?.text === '110.11');
  expect(rows()[3]?.actions[0]?.indicator).toBe('First line\nsecond line with "quotes"');
  expect(rows()[2]?.actions[0]?.resources).toBe('Ministry X');
  expect(rows()).toHaveLength(6);
  return undefined;
});

test('TA4 O09 undo right after opening changes nothing; later it reaches one’s own edits in order, and redo brings them back', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 1);
  await cellAt(page, 0, 'text').focus();
  const before = JSON.stringify(rows());
  for (let press = 0; press < 10; press++) await page.keyboard.press('Control+z');
  expect(JSON.stringify(rows())).toBe(before);
  await write(page, number, 'text', 'Mine');
  await here.desk.othersWrite((doc) => {
    const [, second] = readStrategy(doc);
    const action = second?.actions[0]?.id;
    const fragment = second && action && cellFragment(doc, { row: second.id, action, cell: 'text' });
    if (fragment) fillFragment(fragment, 'Theirs: ');
  });
  await until('my words are there', () => rows()[0]?.actions[0]?.text === 'Mine');
  for (let press = 0; press < 3; press++) await page.keyboard.press('Control+z');
  await until('my words are gone', () => rows()[0]?.actions[0]?.text === '');
  expect(rows()[1]?.actions[0]?.text).toContain('Theirs');
  for (let press = 0; press < 3; press++) await page.keyboard.press('Control+y');
  await until('my words are back', () => rows()[0]?.actions[0]?.text === 'Mine');
});

test('TA5 O10 two people move one row while a third types in it: it is there once, with the words', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 2);
  const second = rows()[1]!.id;
  await here.hall.goOffline(page);
  await cellAt(page, 1, 'number').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await shows(page, 'The row is now number 1.');
  await here.desk.othersWrite((doc) => {
    moveRow(doc, second, { side: 'after', beside: readStrategy(doc).at(-1)!.id });
    const action = readStrategy(doc).find((row) => row.id === second)!.actions[0]!.id;
    addAction(doc, second);
    fillFragment(cellFragment(doc, { row: second, action, cell: 'text' })!, 'typed meanwhile ');
  });
  await here.hall.goOnline(page);
  await until('both know of both', async () => (await page.getByText('typed meanwhile').count()) === 1);
  await shown(page.getByRole('status').filter({ hasText: /^Saved/ }));
  expect(rows().filter((row) => row.id === second)).toHaveLength(1);
  expect(await page.locator(`[data-row="${second}"]`).count()).toBe(1);
  expect([0, 2]).toContain(rows().findIndex((row) => row.id === second));
});

test('TA6 a row that somebody removes while I write in it is offered back with my words', async () => {
  const { page } = here.desk;
  await typeInto(page, number, 'text', 'Half a sentence');
  await here.desk.isRead('Half a sentence');
  const [row] = rows();
  await here.desk.othersWrite((doc) => void removeRow(doc, row!.id));
  await shows(page, 'Somebody removed what you were writing in.');
  await shown(page.locator('blockquote').getByText('Half a sentence'));
  await page.getByRole('button', { name: 'Put it back' }).click();
  await here.desk.isRead('Half a sentence');
  expect(rows().map(({ id, recommendation }) => [id, recommendation])).toEqual([[row!.id, row!.recommendation]]);
  await gone(page.getByText('Somebody removed what you were writing in.'));
});

test('TA11 a filter leaves the rows that fit, and says how many', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 3);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByLabel('Words').fill('partners 2');
  await shows(page, '1 of 4 rows');
  expect(await page.locator('tbody').count()).toBe(1);
  await page.getByLabel('Words').fill('');
  await page.getByLabel('What is missing').selectOption('action');
  await shows(page, '1 of 4 rows');
  await here.hall.examine(page, 'filter');
  await here.hall.shoot(page, 'filter');
  await page.getByRole('button', { name: 'Show all rows' }).click();
  expect(await page.locator('tbody').count()).toBe(4);
});

test('TA12 a column that was made wider with the keyboard and the pointer is as wide after a reload', async () => {
  const { page } = here.desk;
  const head = page.getByRole('columnheader', { name: 'Indicator' });
  const width = async (): Promise<number> => (await head.boundingBox())?.width ?? 0;
  const before = await width();
  await page.getByRole('separator', { name: 'Width of the column: Indicator' }).focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
  const wider = await width();
  expect(wider).toBeGreaterThan(before + 50);
  const box = await page.getByRole('separator', { name: 'Width of the column: Indicator' }).boundingBox();
  await page.mouse.move(box!.x + box!.width / 2, box!.y + box!.height / 2);
  await page.mouse.down();
  await page.mouse.move(box!.x + box!.width / 2 + 40, box!.y + box!.height / 2, { steps: 4 });
  await page.mouse.up();
  expect(await width()).toBeGreaterThan(wider + 30);
  const widest = await width();
  await here.desk.openStrategy();
  expect(await width()).toBeCloseTo(widest, 0);
});

test('TA13 a row is dragged to another place; folded rows are passed over by the arrow keys', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 3);
  const [first, second, third, fourth] = rows().map(({ id }) => id);
  const handle = (row: string) => page.locator(`[data-drag="${row}"]`);
  await handle(fourth!).dragTo(page.locator(`[data-row="${second}"]`), { targetPosition: { x: 300, y: 4 } });
  await until('the fourth is the second', () => rows()[1]?.id === fourth);
  expect(rows().map(({ id }) => id)).toEqual([first, fourth, second, third]);
  await page.getByRole('button', { name: 'Row: what to do with row 2 without a recommendation' }).click();
  await page.getByRole('menuitem', { name: 'Fold the row' }).click();
  await shown(page.getByRole('button', { name: '1 action, 0 risks' }));
  await page.locator('[data-cell$=".text"]').first().focus();
  await page.keyboard.press('ArrowDown');
  const focusedIn = () =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row']);
  expect(await focusedIn()).toBe(second);
  await page.getByRole('button', { name: '1 action, 0 risks' }).click();
  await shown(page.locator(`[data-row="${fourth}"] [data-cell$=".text"]`));
});
