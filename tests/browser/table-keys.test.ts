import { AxeBuilder } from '@axe-core/playwright';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { removeRow, setTimeframe } from '@board/shared/model/strategy-edits';
import { expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { atDesk } from './support/at-desk.ts';
import { paste } from './support/clipboard.ts';
import { number } from './support/desk.ts';
import { gone, shown, shows } from './support/looking.ts';
import { cellOf, typeInto } from './support/strategy.ts';
import { cellAt, othersAdd, rowsOf } from './support/table.ts';

/** The strategy table by the keyboard alone: where the focus is, goes, and never falls to. */
const here = atDesk('table-keys');

const rows = (): StrategyRow[] => rowsOf(here.desk);

/** What has the focus: a cell as row and column, or what it is called. */
function focused(): Promise<string> {
  return here.desk.page.evaluate(() => {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement)) return 'nothing';
    const key = active.dataset['cell'];
    if (key === undefined) return `${active.tagName} ${active.id || active.ariaLabel || active.textContent}`.trim();
    const blocks = [...document.querySelectorAll<HTMLElement>('[data-row]')];
    return `${blocks.findIndex((one) => key.startsWith(one.dataset['row'] ?? '-'))} ${key.split('.').at(-1)}`;
  });
}

/** Opens the menu of a row by keys: it is the second thing in the cell of the number, behind the questions. */
async function openMenu(row: number): Promise<void> {
  const { page } = here.desk;
  await cellAt(page, row, 'number').press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

test('TA31 the focus goes to the nearest cell when what had it is gone, and undo is heard wherever the focus is', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 3);
  await openMenu(1);
  await page.getByRole('menuitem', { name: 'Remove the row' }).press('Enter');
  await until('the row is gone', () => rows().length === 3);
  await until('the focus is on the next row', async () => (await focused()) === '1 number');
  await page.keyboard.press('Control+z');
  await until('the row is back', () => rows().length === 4);

  await openMenu(1);
  await page.getByRole('menuitem', { name: 'Add action' }).press('Enter');
  await page.keyboard.type('A second one');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+Enter');
  await page.getByRole('button', { name: 'Remove action' }).press('Enter');
  await until('the action is gone', () => rows()[1]?.actions.length === 1);
  await until('the focus is on the other action', async () => (await focused()) === '1 text');

  await paste(page, { text: 'a\tb\nc\td' });
  await page.getByRole('dialog').getByRole('button', { name: 'Paste', exact: true }).press('Enter');
  await until('the focus is where it was pasted', async () => (await focused()) === '1 text');
  await page.getByRole('button', { name: 'Add recommendations' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).press('Enter');
  expect(await focused()).toBe('BUTTON Add recommendations');
  await page.keyboard.press('Control+z');
  await until('the pasted words are gone', () => rows()[1]?.actions[0]?.text === 'text 1');

  await typeInto(page, number, 'text', 'Half');
  await here.desk.isRead('Half');
  const lost = rows()[0]!.id;
  await here.desk.othersWrite((doc) => void removeRow(doc, lost));
  await page.getByRole('button', { name: 'Put it back' }).press('Enter');
  await here.desk.isRead('Half');
  await until('the cell goes on where it was left', () =>
    page.evaluate(() => document.activeElement?.closest('[data-cell$=".text"]') !== null),
  );
});

test('TA32 the form of the words is reached from the open cell by keys, and a link by what people type', async () => {
  const { page } = here.desk;
  await typeInto(page, number, 'text', 'see ');
  await page.keyboard.press('Alt+F10');
  expect(await focused()).toBe('BUTTON Bold');
  await shown(page.getByRole('toolbar', { name: 'Form of the words (Alt+F10)' }));
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('BUTTON Italic');
  await page.keyboard.press('Escape');
  for (const address of ['example.org/report', 'a@b.org']) {
    await page.keyboard.press('Control+k');
    await page.getByLabel('Address of the link').waitFor();
    await page.keyboard.type(address);
    await page.keyboard.press('Enter');
    await gone(page.getByLabel('Address of the link'));
    await page.keyboard.type(' ');
  }
  await page.keyboard.press('Control+k');
  await page.getByLabel('Address of the link').press('Escape');
  await page.keyboard.type('end');
  await page.keyboard.press('Escape');
  expect(await focused()).toBe('0 text');
  const links = cellOf(page, number, 'text').locator('a');
  expect(await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))).toEqual([
    'https://example.org/report',
    'mailto:a@b.org',
  ]);
  await here.desk.isRead('see example.org/report a@b.org end');
});

test('TA33 Tab goes from cell to cell and comes to the table at one place; F6 leaves it, also from an open cell, Shift+F6 comes back', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 2);
  await cellAt(page, 1, 'text').focus();
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('1 indicator');
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe('1 text');
  await shown(page.getByText('F6: leave the table, Shift+F6: come back'));
  await here.hall.shoot(page, 'keys');
  await page.keyboard.press('F6');
  expect(await focused()).toBe('DIV after-table');
  const stops = await page
    .locator('[role="grid"] *')
    .evaluateAll((all) => all.filter((one) => (one as HTMLElement).tabIndex === 0 && one.checkVisibility()).length);
  expect(stops).toBe(1);
  await page.keyboard.press('Shift+Tab');
  expect(await focused(), 'Tab comes back to the cell that had the focus').toBe('1 text');
  await page.keyboard.press('Enter');
  await cellAt(page, 1, 'text').locator('[contenteditable="true"]').waitFor();
  await shown(page.getByText('Alt+F10: form of the words'));
  await page.keyboard.press('F6');
  expect(await focused()).toBe('DIV after-table');
  await gone(page.getByRole('textbox', { name: 'Action 1' }));
  await page.keyboard.press('Shift+F6');
  expect(await focused()).toBe('1 text');
  await cellAt(page, 2, 'risks').focus();
  await page.keyboard.press('Tab');
  expect(await focused()).toMatch(/^HR Width of the column/);
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe('2 risks');
});

test('TA34 far keys lead to the ends of rows and of the table, page keys by a screenful, Escape back to the cell', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 12);
  await cellAt(page, 1, 'text').focus();
  await page.keyboard.press('End');
  expect(await focused()).toBe('1 risks');
  await page.keyboard.press('Control+End');
  expect(await focused()).toBe('12 risks');
  await page.keyboard.press('Control+Home');
  expect(await focused()).toBe('0 number');
  await page.keyboard.press('PageDown');
  const [row, column] = (await focused()).split(' ');
  expect(Number(row)).toBeGreaterThan(1);
  expect(column).toBe('number');
  await page.keyboard.press('PageUp');
  expect(await focused()).toBe('0 number');
  await page.keyboard.press('Enter');
  expect(await focused()).toMatch(/^BUTTON/);
  await page.keyboard.press('Escape');
  expect(await focused()).toBe('0 number');
});

test('TA35 columns are called by their names, empty cells empty', async () => {
  const { page } = here.desk;
  await here.hall.examine(page, 'table');
  await shown(page.getByRole('columnheader', { name: 'Indicator', exact: true }));
  await shown(page.getByRole('columnheader', { name: '1. Other mechanisms, 2. SDG target', exact: true }));
  expect(await page.getByRole('gridcell', { name: 'empty', exact: true }).count()).toBeGreaterThanOrEqual(4);
});

test('TA36 a row that does not fit the filter any more, or was added under it, stays until the filter is changed', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 3);
  await here.desk.othersWrite((doc) => {
    for (const row of readStrategy(doc).slice(0, 2)) {
      const fragment = cellFragment(doc, { row: row.id, action: row.actions[0]!.id, cell: 'indicator' })!;
      fragment.delete(0, fragment.length);
      if (row.actions[0]!.text === '')
        fillFragment(cellFragment(doc, { row: row.id, action: row.actions[0]!.id, cell: 'text' })!, 'An action');
    }
  });
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByLabel('What is missing').selectOption('indicator');
  await shows(page, '2 of 4 rows');
  await cellAt(page, 0, 'indicator').press('Enter');
  await cellAt(page, 0, 'indicator').locator('[contenteditable="true"]').waitFor();
  await page.keyboard.type('Number of judges');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Trainers');
  await until('both cells are filled', () => rows()[0]?.actions[0]?.resources === 'Trainers');
  expect(rows()[0]?.actions[0]?.indicator).toBe('Number of judges');
  await page.keyboard.press('Escape');
  expect(await focused()).toBe('0 resources');
  await shows(page, '1 row does not fit and stays until the filter is changed.');
  await page.getByRole('button', { name: 'Add a row without one' }).click();
  await until('the new row has the focus', async () => (await focused()) === '2 number');
  await page.getByLabel('What is missing').selectOption('timeframe');
  await page.getByLabel('What is missing').selectOption('indicator');
  await shows(page, '1 of 5 rows');
});

test('TA37 the timeframe’s dialog leaves alone what others have set meanwhile', async () => {
  const { page } = here.desk;
  await cellOf(page, number, 'timeframe').press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Last month').selectOption({ label: 'October' });
  const year = String(new Date().getFullYear() + 1);
  await dialog.getByLabel('Last year').selectOption(year);
  await here.desk.othersWrite((doc) => {
    const [row] = readStrategy(doc);
    setTimeframe(doc, row!.id, row!.actions[0]!.id, { from: `${year}-02`, to: '', term: 'medium' });
  });
  await until('the other’s month is shown', async () => (await dialog.getByLabel('First month').inputValue()) === '02');
  // Nobody has read so soon what else would be saved.
  await dialog.getByRole('button', { name: 'Save' }).click();
  await shown(dialog.getByText('Somebody else has just set other months here.'));
  expect(rows()[0]?.actions[0]?.timeframe.to).toBe('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await until('both are there', () => rows()[0]?.actions[0]?.timeframe.to === `${year}-10`);
  expect(rows()[0]?.actions[0]?.timeframe).toEqual({ from: `${year}-02`, to: `${year}-10`, term: 'medium' });
});

test('UI27 the buttons of the table are called by what is on them, in Arabic too', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 2);
  await page.evaluate(() => localStorage.setItem('board:language', 'ar'));
  await page.reload();
  await shown(page.locator('[data-row] button').filter({ hasText: '؟' }).first());
  const axe = new AxeBuilder({ page }).include('[role="grid"]').withRules(['label-content-name-mismatch']);
  expect((await axe.analyze()).violations).toEqual([]);
  await here.hall.shoot(page, 'arabic');
});

test('TA97 when my row is removed while I write, the focus goes to what offers it back, and what I still type does nothing', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 1);
  await typeInto(page, number, 'text', 'Half a sentence');
  await here.desk.isRead('Half a sentence');
  const lost = rows()[0]!.id;
  await here.desk.othersWrite((doc) => void removeRow(doc, lost));
  const offer = page.getByRole('region', { name: 'Somebody removed what you were writing in.' });
  await shown(offer);
  await until('the focus is there', () => offer.evaluate((element) => element === document.activeElement));
  await page.keyboard.type(' and more');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  expect(rows().map((row) => row.actions[0]?.text)).toEqual(['text 1']);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await until('it is back', () => rows()[0]?.actions[0]?.text === 'Half a sentence');
});

test('TA98 in Arabic the number stands where the lines begin', async () => {
  const { page } = here.desk;
  await page.evaluate(() => localStorage.setItem('board:language', 'ar'));
  await page.reload();
  const box = await cellAt(page, 0, 'number').boundingBox();
  const shownNumber = await cellAt(page, 0, 'number').getByText(number, { exact: true }).boundingBox();
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  expect(shownNumber!.x).toBeGreaterThan(box!.x + box!.width / 4);
  expect(box!.x + box!.width - shownNumber!.x - shownNumber!.width).toBeLessThan(16);
});
