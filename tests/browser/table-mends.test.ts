import { applyChange } from '@board/shared/model/plain-edit';
import { plainOf } from '@board/shared/model/plain-paragraphs';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { addAction, addRisk, addRow } from '@board/shared/model/strategy-edits';
import { mergeTwin } from '@board/shared/model/strategy-twins';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { until } from '../support/until.ts';
import { atDesk } from './support/at-desk.ts';
import { number } from './support/desk.ts';
import { gone, shown } from './support/looking.ts';
import { cellOf, rowOf, write } from './support/strategy.ts';
import { cellAt, rowsOf } from './support/table.ts';

/** What happens at one moment: two rows on one recommendation, a cell that is left before its editor is there. */
const here = atDesk('table-mends');

const rows = (): StrategyRow[] => rowsOf(here.desk);
const words = (): string[] => rows()[0]!.actions.map(({ text }) => text);

/** Everything of this page is on the server. */
async function saved(): Promise<void> {
  await shown(here.desk.page.getByRole('status').filter({ hasText: /^Saved/ }));
}

/** Somebody else takes the recommendation, too, and begins to write. */
async function othersTakeIt(text: string): Promise<void> {
  await here.desk.othersWrite((doc) => {
    const id = addRow(doc, readStrategy(doc)[0]!.recommendation);
    const row = readStrategy(doc).find((one) => one.id === id)!;
    fillFragment(cellFragment(doc, { row: id, action: row.actions[0]!.id, cell: 'text' })!, text);
  });
  await shown(cellAt(here.desk.page, 1, 'text').getByText(text));
}

test('TA52 the later of two rows on one recommendation says so; one press makes one of them, one undo both again', async () => {
  const { hall } = here;
  const { page } = here.desk;
  await write(page, number, 'text', 'mine');
  await othersTakeIt('theirs');
  expect(await rowOf(page, number).getByText('has another row').count()).toBe(1);
  await shown(rowOf(page, number).nth(1).getByText('This recommendation has another row in this table.'));
  await hall.shoot(page, 'twice');
  await hall.examine(page, 'a recommendation that is there twice');
  await saved();
  // By the keyboard: into the cell, to the button.
  await cellAt(page, 1, 'recommendation').focus();
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.press('Enter');
  await until('one row is left', () => rows().length === 1);
  expect(words()).toEqual(['mine', 'theirs']);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? '')).toMatch(
    /\.recommendation$/,
  );
  await page.keyboard.press('Control+z');
  await until('both rows are back', () => rows().length === 2);
  expect(rows().map(({ actions }) => actions.map(({ text }) => text))).toEqual([['mine'], ['theirs']]);
  await page.setViewportSize({ width: 390, height: 844 });
  await hall.shoot(page, 'twice-on-a-phone');
  await saved();
  await rowOf(page, number).nth(1).getByRole('button', { name: 'Put both rows together' }).click();
  await until('one row is left', () => rows().length === 1);
  expect(words()).toEqual(['mine', 'theirs']);
});

test('TA52 two rows are not put together while somebody else is in one of them, or without connection; it is said why', async () => {
  const { hall, desk } = here;
  const { page } = desk;
  await othersTakeIt('theirs');
  const press = async (): Promise<void> => {
    await cellAt(page, 1, 'recommendation').focus();
    await page.keyboard.press('Alt+Enter');
    await page.keyboard.press('Enter');
  };
  const note = rowOf(page, number).nth(1);
  for (const row of rows()) {
    desk.othersAreIn(`${row.id}.${row.actions[0]!.id}.text`);
    await shown(note.getByText('Ann is in one of the two rows.'));
    await press();
    await shown(page.getByRole('status').filter({ hasText: 'Ann is in one of the two rows.' }));
    expect(rows()).toHaveLength(2);
    desk.othersAreIn(null);
    await gone(note.getByText('Ann is in one of the two rows.'));
  }
  await hall.goOffline(page);
  await shown(note.getByText('Both rows can be put together when this page is connected'));
  await hall.shoot(page, 'not-now');
  await hall.examine(page, 'why two rows cannot be put together now');
  await press();
  expect(await rowOf(page, number).count()).toBe(2);
  await hall.goOnline(page);
  await gone(note.getByText('Both rows can be put together when this page is connected'));
  await saved();
  await press();
  await until('one row is left', () => rows().length === 1);
});

test('TA52 somebody who writes in the row that goes finds the cell open in the one that stays, and no letter is lost', async () => {
  const { page } = here.desk;
  await othersTakeIt('theirs');
  for (const at of [0, 1]) {
    const cell = cellAt(page, at, 'text');
    await cell.focus();
    await cell.press('Enter');
    await shown(cell.getByRole('textbox'));
    await page.keyboard.type(` row${at}`);
    await until('it is read', () => rows()[at]!.actions[0]!.text.endsWith(`row${at}`));
    await page.keyboard.press('Escape');
  }
  const [first, second] = rows();
  const goes = first!.id < second!.id ? 1 : 0;
  const cell = cellAt(page, goes, 'text');
  await cell.focus();
  await cell.press('Enter');
  await shown(cell.getByRole('textbox'));
  await page.keyboard.type(' and');
  await until('it is read', () => rows()[goes]!.actions[0]!.text.endsWith(' and'));
  await here.desk.othersWrite((doc) => void mergeTwin(doc, second!.id));
  await until('one row is left', () => rows().length === 1);
  await shown(page.getByRole('textbox'));
  await page.keyboard.type(' on');
  await until('it goes on there', () => words().includes(`${goes === 0 ? 'row0' : 'theirs row1'} and on`));
  expect(await page.getByText('Somebody removed').count()).toBe(0);
});

test('TA50 a line that is typed in the open cell stays whole while others begin lines around it', async () => {
  const { page } = here.desk;
  const line = (): Y.XmlElement => new Y.XmlElement('paragraph');
  const cell = (doc: Y.Doc): Y.XmlFragment => {
    const [row] = readStrategy(doc);
    return cellFragment(doc, { row: row!.id, action: row!.actions[0]!.id, cell: 'text' })!;
  };
  await write(page, number, 'text', 'begin');
  await here.desk.isRead('begin');
  await cellOf(page, number, 'text').press('Enter');
  await shown(page.getByRole('textbox'));
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  const words = 'one line of my own';
  for (const [at, letter] of [...words].entries()) {
    await here.desk.othersWrite((doc) => cell(doc).insert(at % 2 === 0 ? 1 : cell(doc).length, [line()]));
    await page.keyboard.type(letter);
  }
  await here.desk.isRead(`begin\n${words}`);
  // Somebody ends the line in the middle: what is typed goes on behind the last letter.
  await here.desk.othersWrite((doc) =>
    applyChange(cell(doc), { at: plainOf(cell(doc)).indexOf(' own'), removed: 1, inserted: '\n' }, null),
  );
  await shown(page.getByRole('textbox').getByText('own', { exact: true }));
  await page.keyboard.type('er');
  await here.desk.isRead(`begin\none line of my\nowner`);
});

test('TA55 on a phone every button of a card says which action or risk it belongs to, in every language', async () => {
  const { page, workshop } = here.desk;
  await here.desk.othersWrite((doc) => {
    const [row] = readStrategy(doc);
    addAction(doc, row!.id);
    addRisk(doc, row!.id);
    addRisk(doc, row!.id);
    addRow(doc, null);
  });
  await page.setViewportSize({ width: 360, height: 740 });
  for (const language of ['en', 'fr', 'ar', 'km']) {
    await page.evaluate((chosen) => localStorage.setItem('board:language', chosen), language);
    await page.reload();
    await shown(page.locator('article button').last());
    const buttons = page.locator('article button');
    const names = await buttons.evaluateAll((all) =>
      all.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? ''),
    );
    // Adding stands at the end of what it adds to, and is named by that.
    const named = names.filter((name) => name.includes(number));
    expect(named.length, language).toBeGreaterThan(18);
    expect(new Set(named).size, `${language}: ${named.join(' | ')}`).toBe(named.length);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), language).toBe(0);
  }
  await here.hall.examine(page, `cards of ${workshop.workshopId}`);
});

test('TA54 what is typed before the editor is there lands; Escape and Tab leave the cell all the same', async () => {
  const { page } = here.desk;
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/cell-editor-.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await here.desk.openStrategy();
  const text = cellOf(page, number, 'text');
  await text.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  expect(await text.getAttribute('data-open')).toBeNull();
  await page.keyboard.type('ab');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('c');
  await page.keyboard.press('Escape');
  await here.desk.isRead('ac');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('x');
  await page.keyboard.press('Tab');
  await until('it is written', () => rows()[0]!.actions[0]!.indicator === 'x');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? '')).toMatch(/\.resources$/);
  await page.keyboard.type('one');
  await cellOf(page, number, 'recommendation').click();
  await until('it is written', () => rows()[0]!.actions[0]!.resources === 'one');
  await cellOf(page, number, 'resources').focus();
  await page.keyboard.press('Delete');
  await until('it is empty', () => rows()[0]!.actions[0]!.resources === '');
  await page.keyboard.type('one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('two');
  letGo();
  await shown(page.getByRole('textbox'));
  await page.keyboard.type('!');
  await until('all of it is there', () => rows()[0]!.actions[0]!.resources === 'one\ntwo!');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await until('it is taken back', () => rows()[0]!.actions[0]!.resources === '');
});
