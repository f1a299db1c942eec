import { applyChange } from '@board/shared/model/plain-edit';
import { plainOf } from '@board/shared/model/plain-paragraphs';
import { seePositions } from '@board/shared/model/position-news';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { addAction, addRisk, addRow } from '@board/shared/model/strategy-edits';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { until } from '../support/until.ts';
import { atDesk } from './support/at-desk.ts';
import { number } from './support/desk.ts';
import { shown } from './support/looking.ts';
import { cellOf, rowOf, write } from './support/strategy.ts';
import { othersAdd, rowsOf } from './support/table.ts';

/** What happens at one moment: others begin lines around one’s own, a cell is left before its editor is there. */
const here = atDesk('table-mends');

const rows = (): StrategyRow[] => rowsOf(here.desk);

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
  await shown(page.locator('[contenteditable="true"]'));
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
  await shown(page.locator('[contenteditable="true"]').getByText('own', { exact: true }));
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
    const named = names.filter((name) => name.includes(number));
    expect(named.length, language).toBeGreaterThan(20);
    expect(new Set(named).size, `${language}: ${named.join(' | ')}`).toBe(named.length);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), language).toBe(0);
  }
  await here.hall.examine(page, `cards of ${workshop.workshopId}`);
});

test('TA59 a number that is named above the table leads to its row, also where a filter hides it, on a phone too', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 2);
  // The group has seen another position than the catalogue has now.
  await here.desk.othersWrite((doc) => seePositions(doc, [[rows()[0]!.id, 'supported']]));
  const press = page.getByRole('button', { name: number, exact: true });
  const focus = () => page.evaluate(() => document.activeElement?.closest('[data-row]')?.getAttribute('aria-label'));
  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(viewport);
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByLabel('Words').fill('text 2');
    await until('its row is hidden', async () => (await rowOf(page, number).count()) === 0);
    await press.click();
    await shown(rowOf(page, number));
    await until('the focus is there', async () => (await focus()) === `recommendation ${number}`);
    await page.getByRole('button', { name: 'Filter' }).click();
  }
});

/** The code of the editor arrives only when the returned function is called. */
async function editorHeld(): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await here.desk.page.route(/cell-editor-.*\.js/, async (route) => {
    await held.promise;
    await route.continue();
  });
  return held.resolve;
}

test('TA54 a paste, a word of an input method and a letter of several keys land, too, before the editor is there', async () => {
  const { page } = here.desk;
  const letGo = await editorHeld();
  await here.desk.othersWrite((doc) => {
    const [row] = readStrategy(doc);
    fillFragment(cellFragment(doc, { row: row!.id, action: row!.actions[0]!.id, cell: 'partners' })!, 'one two');
  });
  await here.desk.openStrategy();
  await cellOf(page, number, 'partners').focus();
  await page.keyboard.press('Control+c');
  const session = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await cellOf(page, number, 'text').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('to ');
  // AltGr and Q: keyboards say that Ctrl and Alt are pressed, and only the browser knows the letter.
  const key = { key: '@', code: 'KeyQ', windowsVirtualKeyCode: 81 };
  await session.send('Input.dispatchKeyEvent', { ...key, type: 'rawKeyDown', modifiers: 3 });
  await session.send('Input.dispatchKeyEvent', { ...key, type: 'char', text: '@' });
  await session.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' });
  await page.keyboard.press('Control+v');
  await compose('に');
  await compose('にほん');
  await session.send('Input.insertText', { text: '日本' });
  await page.keyboard.press('Escape');
  await here.desk.isRead('to @one two日本');

  // The editor comes while a word is being composed: the word is finished first.
  await cellOf(page, number, 'indicator').focus();
  await page.keyboard.press('Enter');
  await compose('に');
  letGo();
  await page.waitForTimeout(1500);
  await compose('にほん');
  await session.send('Input.insertText', { text: '日本' });
  await shown(cellOf(page, number, 'indicator').locator('[contenteditable="true"]').getByText('日本'));
  await page.keyboard.type('!');
  await until('it is there, once', () => rows()[0]!.actions[0]!.indicator === '日本!');
});

test('TA54 what is typed before the editor is there lands; Escape and Tab leave the cell all the same', async () => {
  const { page } = here.desk;
  const letGo = await editorHeld();
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
  await shown(page.locator('[contenteditable="true"]'));
  await page.keyboard.type('!');
  await until('all of it is there', () => rows()[0]!.actions[0]!.resources === 'one\ntwo!');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await until('it is taken back', () => rows()[0]!.actions[0]!.resources === '');
});

test('TA63 the letter that opened a cell is typed once, also when the window grows narrow and wide again', async () => {
  const { page } = here.desk;
  await here.desk.openStrategy();
  await cellOf(page, number, 'text').focus();
  await page.keyboard.type('ten words');
  await shown(page.locator('[contenteditable="true"]'));
  await here.desk.isRead('ten words');
  for (const width of [600, 1366]) {
    await page.setViewportSize({ width, height: 768 });
    await page.waitForTimeout(300);
  }
  await page.keyboard.type('!');
  await until('all of it is there, once', () => rows()[0]!.actions[0]!.text === 'ten words!');
});

test('TA64 what was typed before the editor is there stays when the window grows narrow', async () => {
  const { page } = here.desk;
  const letGo = await editorHeld();
  await here.desk.openStrategy();
  await cellOf(page, number, 'text').focus();
  await page.keyboard.type('typed early');
  await page.setViewportSize({ width: 600, height: 768 });
  await until('it is written', () => rows()[0]!.actions[0]!.text === 'typed early');
  letGo();
});
