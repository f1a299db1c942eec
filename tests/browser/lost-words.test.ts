import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { removeRow } from '@board/shared/model/strategy-edits';
import { putBack } from '@board/shared/model/strategy-put-back';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { until } from '../support/until.ts';
import { atDesk } from './support/at-desk.ts';
import { number } from './support/desk.ts';
import { gone, shown, shows } from './support/looking.ts';
import { typeInto, write } from './support/strategy.ts';
import { rowsOf } from './support/table.ts';

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
