import { applyChange } from '@board/shared/model/plain-edit';
import { plainOf } from '@board/shared/model/plain-paragraphs';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { addAction, addRow, removeRow } from '@board/shared/model/strategy-edits';
import { mergeTwin } from '@board/shared/model/strategy-twins';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { until } from '../support/until.ts';
import { atDesk } from './support/at-desk.ts';
import { paste } from './support/clipboard.ts';
import { number } from './support/desk.ts';
import { shown } from './support/looking.ts';
import { rowOf, write } from './support/strategy.ts';
import { cellAt, rowsOf } from './support/table.ts';

/** Two rows on one recommendation, taken by two people at the same moment. */
const here = atDesk('table-twins');

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
  await shown(rowOf(here.desk.page, number).nth(1).getByText(text));
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

/** Presses the button of the later row, by the keyboard. */
async function putTogether(): Promise<void> {
  const { page } = here.desk;
  await cellAt(page, 1, 'recommendation').focus();
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.press('Enter');
}

test('TA52 rows are put together without connection, too; what others type in both meanwhile stands in the one', async () => {
  const { hall, desk } = here;
  const { page } = desk;
  await write(page, number, 'text', 'mine');
  await desk.isRead('mine');
  await othersTakeIt('theirs');
  await saved();
  await hall.goOffline(page);
  await putTogether();
  await until('one row is shown', async () => (await rowOf(page, number).count()) === 1);
  await desk.othersWrite((doc) => {
    for (const row of readStrategy(doc)) {
      for (const cell of ['text', 'partners'] as const) {
        const fragment = cellFragment(doc, { row: row.id, action: row.actions[0]!.id, cell })!;
        applyChange(fragment, { at: plainOf(fragment).length, removed: 0, inserted: ' later' }, null);
      }
      fillFragment(cellFragment(doc, { row: row.id, cell: 'mechanisms' })!, `A/HRC/4${row.actions[0]!.text.length}/1`);
    }
  });
  await hall.goOnline(page);
  await until('one row is left', () => rows().length === 1);
  expect(words()).toEqual(['mine later', 'theirs later']);
  expect(rows()[0]!.actions.map(({ partners }) => partners)).toEqual(['later', 'later']);
  const references = page.locator('[data-cell$=".mechanisms"]');
  await until('both references are shown', async () => (await references.count()) === 2);
  expect((await references.allTextContents()).toSorted()).toEqual(rows()[0]!.mechanisms.split('\n').toSorted());
  await hall.shoot(page, 'put-together');
  await hall.examine(page, 'two rows that were put together');
  // Each can be written in, and the arrow keys reach both.
  await references.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('!');
  await shown(references.nth(1).locator('[contenteditable="true"]'));
  await page.keyboard.press('Escape');
  await until('it is read', () => rows()[0]!.mechanisms.includes('!'));
  await page.setViewportSize({ width: 390, height: 844 });
  await shown(page.getByRole('button', { name: /^Write in: Other mechanisms/ }).nth(1));
  await hall.shoot(page, 'put-together-on-a-phone');
});

test.each(['text', 'mechanisms'])(
  'TA52 who writes in the %s of the row that goes goes on in the one that stays, at the same place, every letter',
  async (name) => {
    const { page } = here.desk;
    await othersTakeIt('theirs');
    const [first, second] = rows();
    const goes = first!.id < second!.id ? 1 : 0;
    const cell = cellAt(page, goes, name);
    await cell.focus();
    await cell.press('Enter');
    await shown(cell.locator('[contenteditable="true"]'));
    const read = () => rows().map((row) => (name === 'text' ? row.actions.map(({ text }) => text) : [row.mechanisms]));
    const before = goes === 1 && name === 'text' ? 'theirs' : '';
    await page.keyboard.type('begin  end');
    await until('it is read', () => read()[goes]![0] === `${before}begin  end`);
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft');
    const sentence = 'every letter of a longer sentence';
    const typing = page.keyboard.type(sentence, { delay: 30 });
    await page.waitForTimeout(300);
    await here.desk.othersWrite((doc) => void mergeTwin(doc, second!.id));
    await typing;
    await until('every letter is there', () => read().flat().join('|').includes(`begin ${sentence} end`));
    expect(rows()).toHaveLength(1);
    // And so when both are taken apart again.
    await here.desk.othersWrite((doc) => {
      for (const row of doc.getMap('rows').values()) (row as Y.Map<unknown>).delete('mergedInto');
    });
    await until('both are there', () => rows().length === 2);
    await page.keyboard.type('!');
    const id = (goes === 0 ? first : second)!.id;
    const again = () => rows().find((row) => row.id === id)!;
    await until('it goes on there', () =>
      `${again().mechanisms}${again().actions[0]?.text}`.includes(`begin ${sentence}! end`),
    );
    expect(await page.getByText('Somebody removed').count()).toBe(0);
  },
);

test('TA52 an empty action that somebody has open stays under the caret when its row is put together with another', async () => {
  const { page } = here.desk;
  await write(page, number, 'text', 'mine');
  await othersTakeIt('theirs');
  await here.desk.othersWrite((doc) => void addAction(doc, rows()[1]!.id));
  const { id, actions } = rows()[1]!;
  const cell = page.locator(`[data-cell="${id}.${actions[1]!.id}.partners"]`);
  await cell.focus();
  await page.keyboard.press('Enter');
  await shown(cell.locator('[contenteditable="true"]'));
  await here.desk.othersWrite((doc) => void mergeTwin(doc, id));
  await until('one row is left', () => rows().length === 1);
  await page.keyboard.type('written');
  await until('it is there', () => rows()[0]!.actions.some(({ partners }) => partners === 'written'));
});

test('TA52 on a phone the focus goes to what has become of two rows', async () => {
  const { page } = here.desk;
  await page.setViewportSize({ width: 390, height: 844 });
  await othersTakeIt('theirs');
  await rowOf(page, number).nth(1).getByRole('button', { name: 'Put both rows together' }).press('Enter');
  await until('one row is left', () => rows().length === 1);
  const focus = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await until('the focus is on the card', async () => (await focus()) === `recommendation ${number}`);
});

test('TA65 each of several cells of references has its name, a paste lands in the second, and a removed row comes back with both', async () => {
  const { hall, desk } = here;
  const { page } = desk;
  await write(page, number, 'text', 'mine');
  await othersTakeIt('theirs');
  await desk.othersWrite((doc) => {
    for (const [at, row] of readStrategy(doc).entries())
      fillFragment(cellFragment(doc, { row: row.id, cell: 'mechanisms' })!, `A/HRC/4${at}/1`);
    mergeTwin(doc, readStrategy(doc)[1]!.id);
  });
  await until('one row is left', () => rows().length === 1);
  const references = page.locator('[data-cell$=".mechanisms"]');
  await until('both references are shown', async () => (await references.count()) === 2);
  const [own, other] = await references.allInnerTexts();
  await references.nth(1).focus();
  await paste(page, { text: 'CAT/C/9' });
  await until('it is pasted', () => rows()[0]!.mechanisms.includes('CAT/C/9'));
  expect(rows()[0]!.mechanisms).toContain(own!.trim());
  expect(rows()[0]!.mechanisms).not.toContain(other!.trim());
  await page.setViewportSize({ width: 390, height: 844 });
  for (const place of [1, 2])
    expect(await page.getByRole('button', { name: `Write in: Other mechanisms ${place}, ` }).count()).toBe(1);
  await hall.shoot(page, 'references-on-a-phone');
  await page.setViewportSize({ width: 1366, height: 768 });
  const before = rows()[0]!;
  const mine = before.actions.find(({ text }) => text === 'mine')!;
  const cell = page.locator(`[data-cell="${before.id}.${mine.id}.indicator"]`);
  await cell.focus();
  await page.keyboard.press('Enter');
  await shown(cell.locator('[contenteditable="true"]'));
  await page.keyboard.type('marks');
  await until('it is read', () => rows()[0]!.actions.some(({ indicator }) => indicator === 'marks'));
  const whole = rows()[0]!;
  await desk.othersWrite((doc) => void removeRow(doc, before.id));
  await page.getByRole('button', { name: 'Put it back' }).click();
  await until('it is back', () => rows().length === 1);
  const { actions, risks, sdgTargets, mechanisms } = rows()[0]!;
  expect({ actions, risks, sdgTargets }).toEqual({
    actions: whole.actions,
    risks: whole.risks,
    sdgTargets: whole.sdgTargets,
  });
  expect(mechanisms.split('\n').toSorted()).toEqual(whole.mechanisms.split('\n').toSorted());
  await hall.shoot(page, 'put-back');
});
