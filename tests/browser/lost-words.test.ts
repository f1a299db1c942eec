import { applyChange } from '@board/shared/model/plain-edit';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addAction, removeRow } from '@board/shared/model/strategy-edits';
import { putBack } from '@board/shared/model/strategy-put-back';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { until } from '../support/until.ts';
import { atDesk } from './support/at-desk.ts';
import { colleague } from './support/colleague.ts';
import { number } from './support/desk.ts';
import { gone, shown, shows } from './support/looking.ts';
import { cellOf, rowOf, typeInto, write } from './support/strategy.ts';
import { othersAdd, rowsOf } from './support/table.ts';

/** What happens to words whose row or line somebody else removes while they are typed. */
const here = atDesk('lost-words');

const texts = (): string[] => rowsOf(here.desk).flatMap(({ actions }) => actions.map(({ text }) => text));

test('TA16 a row that was removed and put back while I wrote in it offline takes what I type, and offers back what I typed', async () => {
  const { desk, hall } = here;
  const { page } = desk;
  await typeInto(page, number, 'text', 'start ');
  await desk.isRead('start');
  await hall.goOffline(page);
  await page.keyboard.type('ten minutes of work', { delay: 15 });
  await desk.othersWrite((doc) => {
    const [row] = readStrategy(doc);
    removeRow(doc, row!.id);
    putBack(doc, row!);
  });
  await hall.goOnline(page);
  await shows(page, 'ten minutes of work');
  await page.getByRole('button', { name: 'Put my words back' }).click();
  await until('the words are with the others', () => texts().join().includes('ten minutes of work'));
  await write(page, number, 'text', ' and more');
  await until('what is typed now arrives', () => texts().join().includes('and more'));
  await gone(page.getByRole('button', { name: 'Put my words back' }));
});

test('TA16 words in a line that somebody joins with another meanwhile are offered back into their cell', async () => {
  const { desk, hall } = here;
  const { page } = desk;
  await typeInto(page, number, 'text', 'first');
  await page.keyboard.press('Enter');
  await page.keyboard.type('second', { delay: 15 });
  await desk.isRead('first\nsecond');
  await hall.goOffline(page);
  await page.keyboard.type(' five words typed by me', { delay: 15 });
  await desk.othersWrite((doc) => {
    const [row] = readStrategy(doc);
    const cell = cellFragment(doc, { row: row!.id, action: row!.actions[0]!.id, cell: 'text' })!;
    cell.delete(1, 1);
    const [line] = (cell.get(0) as Y.XmlElement).toArray();
    if (line instanceof Y.XmlText) line.insert(line.length, 'second');
  });
  await hall.goOnline(page);
  await shown(page.getByRole('definition').filter({ hasText: 'five words typed by me' }));
  await page.getByRole('button', { name: 'Put my words back' }).click();
  await until('all words are there', () => texts()[0] === 'firstsecond\nfive words typed by me');
});

test('TA16 words in cells that I have left are offered back when somebody removed their row before they arrived', async () => {
  const { desk, hall } = here;
  const { page } = desk;
  await hall.goOffline(page);
  await write(page, number, 'text', 'An action');
  await write(page, number, 'indicator', 'An indicator');
  await desk.othersWrite((doc) => void removeRow(doc, readStrategy(doc)[0]!.id));
  await hall.goOnline(page);
  await shows(page, 'An indicator');
  await page.getByRole('button', { name: 'Put my words back' }).click();
  await until('the row is back with both', () => texts().join() === 'An action');
  expect(rowsOf(desk)[0]?.actions[0]?.indicator).toBe('An indicator');
});

/** The action’s cell, as others write in it. */
const cellIn = (doc: Y.Doc) => {
  const [row] = readStrategy(doc);
  return cellFragment(doc, { row: row!.id, action: row!.actions[0]!.id, cell: 'text' })!;
};

test('TA80 words that others wrote in a line that I joined with another while I was away are offered to me', async () => {
  const { desk, hall } = here;
  const { page } = desk;
  await typeInto(page, number, 'text', 'first');
  await page.keyboard.press('Enter');
  await page.keyboard.type('second', { delay: 15 });
  await desk.isRead('first\nsecond');
  await hall.goOffline(page);
  await page.keyboard.press('Home');
  await page.keyboard.press('Backspace');
  await desk.othersWrite((doc) =>
    applyChange(cellIn(doc), { at: 12, removed: 0, inserted: ' and five words of theirs' }, null),
  );
  await hall.goOnline(page);
  await shows(page, 'Somebody was writing in what you changed or removed');
  await shown(page.getByRole('definition').filter({ hasText: 'and five words of theirs' }));
  await page.getByRole('button', { name: 'Put the words back' }).click();
  await until('all words are there', () => texts()[0] === 'firstsecond\nand five words of theirs');
  await gone(page.getByRole('button', { name: 'Put the words back' }));
});

test('TA80 what others wrote in a row that I removed while I was away comes back with the row, what they began in it too', async () => {
  const { desk, hall } = here;
  const { page } = desk;
  await write(page, number, 'text', 'Mine');
  await desk.isRead('Mine');
  await hall.goOffline(page);
  await rowOf(page, number)
    .getByRole('button', { name: `What to do with recommendation ${number}` })
    .click();
  await page.getByRole('menuitem', { name: 'Remove the row' }).click();
  await gone(rowOf(page, number));
  await desk.othersWrite((doc) => {
    applyChange(cellIn(doc), { at: 4, removed: 0, inserted: ' and theirs' }, null);
    const { id } = readStrategy(doc)[0]!;
    const action = addAction(doc, id)!;
    fillFragment(cellFragment(doc, { row: id, action, cell: 'text' })!, 'Another action');
    fillFragment(cellFragment(doc, { row: id, action, cell: 'partners' })!, 'Two unions');
  });
  await hall.goOnline(page);
  await shown(page.getByRole('definition').filter({ hasText: 'Another action' }));
  await page.getByRole('button', { name: 'Put the words back' }).click();
  await until('the row is back with all words', () => texts().join('|') === 'Mine\nand theirs|Another action');
  expect(rowsOf(desk)[0]!.actions[1]!.partners).toBe('Two unions');
});

test('TA80 what others wrote in a row that I removed is offered to me, too, when the page was opened anew before it met the server', async () => {
  const { desk, hall } = here;
  const { page } = desk;
  await write(page, number, 'text', 'Mine');
  await desk.isRead('Mine');
  const [row] = rowsOf(desk);
  await hall.goOffline(page);
  await rowOf(page, number)
    .getByRole('button', { name: `What to do with recommendation ${number}` })
    .click();
  await page.getByRole('menuitem', { name: 'Remove the row' }).click();
  await gone(rowOf(page, number));
  await page.waitForTimeout(500);
  await page.goto('about:blank');
  await desk.othersWrite((doc) => {
    applyChange(cellIn(doc), { at: 4, removed: 0, inserted: ' and theirs' }, null);
    fillFragment(cellFragment(doc, { row: row!.id, cell: 'mechanisms' })!, 'Their reference');
  });
  await hall.goOnline(page);
  await page.goto(`${hall.address}/w/${desk.workshop.workshopId}/${desk.document}`);
  await shown(page.getByRole('definition').filter({ hasText: 'Their reference' }));
  await until('the removal has arrived', () => rowsOf(desk).length === 0);
  await page.getByRole('button', { name: 'Put the words back' }).click();
  await until('the words of others are back', () => texts().join() === 'and theirs');
  expect(rowsOf(desk)[0]).toMatchObject({ recommendation: row!.recommendation, mechanisms: 'Their reference' });
  await shown(rowOf(page, number));
});

test('TA80 two people who join neighbouring lines at one moment are both offered what went, until one of them has put it back', async () => {
  const { desk, hall } = here;
  const { page } = desk;
  const cy = await colleague(here);
  await desk.othersWrite((doc) => fillFragment(cellIn(doc), 'train judges\nprint the law\npay the courts'));
  for (const [one, line] of [
    [page, 1],
    [cy, 2],
  ] as const) {
    await shown(cellOf(one, number, 'text').getByText('pay the courts'));
    await typeInto(one, number, 'text', '');
    await one
      .locator('[contenteditable="true"] p')
      .nth(line)
      .evaluate((paragraph) => getSelection()?.setPosition(paragraph.firstChild, 0));
    await hall.goOffline(one);
    await one.keyboard.press('Backspace');
  }
  await hall.goOnline(cy);
  await desk.isRead('train judges\nprint the lawpay the courts');
  await hall.goOnline(page);
  await shows(page, 'Somebody was writing in what you changed or removed');
  await shows(cy, 'words of yours went with it');
  for (const one of [page, cy]) await shown(one.getByRole('definition').filter({ hasText: 'pay the courts' }));
  await hall.shoot(page, 'offered-to-who-removed');
  await hall.examine(page, 'words of others that are offered back');
  await page.getByRole('button', { name: 'Put the words back' }).click();
  await desk.isRead('train judgesprint the law\npay the courts');
  for (const one of [page, cy]) await gone(one.getByRole('definition').filter({ hasText: 'pay the courts' }));
  await cy.context().close();
});

test('TA82 a dialog or a sheet that went with its row stays closed when somebody puts the row back; who does it goes on in it', async () => {
  const { desk } = here;
  const { page } = desk;
  const [row] = rowsOf(desk);
  const remove = () => desk.othersWrite((doc) => void removeRow(doc, row!.id));
  const back = () => desk.othersWrite((doc) => void putBack(doc, row!));
  await cellOf(page, number, 'timeframe').focus();
  await page.keyboard.press('Enter');
  await shown(page.getByRole('dialog'));
  await remove();
  await gone(page.getByRole('dialog'));
  await page.getByRole('button', { name: 'Leave it removed' }).click();
  await back();
  await shown(rowOf(page, number));
  await page.setViewportSize({ width: 390, height: 844 });
  await rowOf(page, number).getByRole('button', { name: 'Write in: Action 1' }).click();
  await page.keyboard.type('on a phone');
  await desk.isRead('on a phone');
  await remove();
  await shows(page, 'Somebody removed what you were writing in.');
  await back();
  await shown(rowOf(page, number));
  await page.waitForTimeout(500);
  expect(await page.getByRole('dialog').count()).toBe(0);

  await rowOf(page, number).getByRole('button', { name: 'Write in: Action 1' }).click();
  await page.keyboard.type('again');
  await desk.isRead('again');
  await remove();
  await page.getByRole('button', { name: 'Put it back' }).click();
  await shown(page.getByRole('dialog').getByRole('textbox'));
  await page.keyboard.type(' and more');
  await desk.isRead('again and more');
});

test('TA83 however much is offered back, the buttons stay within reach, on the smallest phone too', async () => {
  const { desk, hall } = here;
  const { page } = desk;
  await othersAdd(desk, 6);
  await desk.othersWrite((doc) => fillFragment(cellIn(doc), 'A long day of work. '.repeat(300)));
  await page.setViewportSize({ width: 320, height: 568 });
  await rowOf(page, number).getByRole('button', { name: 'Write in: Action 1' }).click();
  await page.keyboard.type('mine ');
  await desk.othersWrite((doc) => void removeRow(doc, readStrategy(doc)[0]!.id));
  const back = page.getByRole('button', { name: 'Put it back' });
  await shown(back);
  await page.evaluate(() => scrollTo(0, 900));
  await page.waitForTimeout(200);
  const box = (await back.boundingBox())!;
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThanOrEqual(568);
  await hall.shoot(page, 'much-is-offered-back');
  await hall.examine(page, 'much that is offered back');
  await back.click();
  await until('it is back', () => texts()[0]!.startsWith('A long day of work.'));
});
