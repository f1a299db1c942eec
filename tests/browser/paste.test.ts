import { fillFragment } from '@board/shared/model/read';
import { cellFragment, type StrategyRow } from '@board/shared/model/strategy';
import { addAction, moveAction, removeAction } from '@board/shared/model/strategy-edits';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { atDesk } from './support/at-desk.ts';
import { type Copied, copied, paste } from './support/clipboard.ts';
import { number } from './support/desk.ts';
import { gone, shown, shows } from './support/looking.ts';
import { rowOf, typeInto, write } from './support/strategy.ts';
import { cellAt, othersAdd, rowsOf } from './support/table.ts';

/** What is pasted into the strategy: forms that stay, words that it meets, and how much of it there may be. */
const here = atDesk('paste');

const rows = (): StrategyRow[] => rowsOf(here.desk);

/** A cell of a row's first action as the document holds it. */
function markup(row: number, cell: 'text' | 'indicator' | 'resources' | 'partners'): string {
  return here.desk.others((doc) => {
    const { id, actions } = rows()[row]!;
    return cellFragment(doc, { row: id, action: actions[0]!.id, cell })!.toString();
  });
}

const twoItems =
  '<bulletlist><listitem><paragraph>Train <bold>judges</bold></paragraph></listitem>' +
  '<listitem><paragraph>Publish the list</paragraph></listitem></bulletlist>';

/** As Word writes two bullets, with our own words. */
const word = (words: string): string =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;
const wordList: Copied = {
  text: '·\tTrain judges\r\n·\tPublish the list\r\n',
  html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=EN-GB><!--StartFragment-->${word('Train <b>judges</b>')}${word('Publish\nthe list')}<!--EndFragment--></body></html>`,
};

/** As Excel writes four cells. */
const excel =
  '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{padding:0}</style></head><body><table><!--StartFragment--><col width=64><tr><td class=xl65>Draft a bill</td><td>Bill tabled</td></tr><tr><td>Train judges</td><td>40 judges</td></tr><!--EndFragment--></table></body></html>';

test('TA18 lists of a word processor land as lists, on a closed cell, in an open one and from one cell to another', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 2);
  await cellAt(page, 0, 'text').focus();
  await paste(page, wordList);
  await until('a closed cell has the list', () => markup(0, 'text') === twoItems);
  await typeInto(page, number, 'indicator', '');
  await paste(page, wordList);
  await page.keyboard.press('Escape');
  await until('an open cell has the list', () =>
    markup(0, 'indicator').includes('Publish the list</paragraph></listitem>'),
  );
  expect(markup(0, 'indicator').match(/<listitem/g)).toHaveLength(2);
  await typeInto(page, number, 'partners', '');
  await paste(page, { text: wordList.text });
  await page.keyboard.press('Escape');
  await until('plain words are a list too', () => markup(0, 'partners').match(/<listitem/g)?.length === 2);
  await cellAt(page, 0, 'text').focus();
  const taken = await copied(page);
  await cellAt(page, 1, 'resources').focus();
  await paste(page, taken);
  await until('another cell has the list', () => markup(1, 'resources') === twoItems);
});

test('TA18 forms and safe links stay on a closed cell, and a list in a cell of a table has no empty lines', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 1);
  await cellAt(page, 0, 'text').focus();
  await paste(page, {
    text: 'one two',
    html: '<p><b style="font-weight:normal">one</b> <i>two</i> <a href="https://example.org/">three</a> <a href="javascript:1">four</a></p>',
  });
  await until('it is there', () => rows()[0]?.actions[0]?.text === 'one two three four');
  expect(markup(0, 'text')).toMatch(
    /^<paragraph>one <italic>two<\/italic> <link href="https:\/\/example.org\/">three<\/link> four/,
  );
  await cellAt(page, 1, 'text').focus();
  await paste(page, { html: '<table><tr><td><ul>\n<li>one</li>\n<li>two</li>\n</ul></td><td>count</td></tr></table>' });
  await shows(page, '2 filled cells get other words.');
  await page.getByRole('dialog').getByRole('button', { name: 'Paste', exact: true }).click();
  const list =
    '<bulletlist><listitem><paragraph>one</paragraph></listitem><listitem><paragraph>two</paragraph></listitem></bulletlist>';
  await until('two items and nothing else', () => markup(1, 'text') === list);
});

test('TA19 more than a text can hold is not pasted and says so, on a closed cell and in an open one; writing goes on', async () => {
  const { page } = here.desk;
  const tooMuch = 'Lorem ipsum dolor sit amet. '.repeat(190_000);
  await cellAt(page, 0, 'indicator').focus();
  await paste(page, { text: tooMuch });
  await shown(page.getByRole('alert').filter({ hasText: 'characters can be pasted at once' }));
  expect(await page.getByRole('dialog').getByRole('button', { name: 'Paste', exact: true }).isDisabled()).toBe(true);
  await here.hall.examine(page, 'too-much');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await gone(page.getByRole('dialog'));
  await cellAt(page, 0, 'indicator').focus();
  await paste(page, { text: 'x'.repeat(limits.cellText + 1) });
  await shown(page.getByRole('alert').filter({ hasText: 'One cell would hold more' }));
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await typeInto(page, number, 'text', 'mine');
  await paste(page, { text: tooMuch });
  await shows(page, 'characters fit into one text');
  await paste(page, { text: 'line\n'.repeat(limits.cellText / 6) });
  await page.keyboard.type(' too');
  await page.keyboard.press('Escape');
  await here.desk.isRead('mine too');
  await write(page, number, 'partners', 'and after');
  await until('it is stored', () => rows()[0]?.actions[0]?.partners === 'and after');
});

test('TA22 the preview says which filled cells change, who is in one of them, and that a number has its row already', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 2);
  const { id, actions } = rows()[1]!;
  here.desk.othersAreIn(`${id}.${actions[0]!.id}.text`);
  await shown(page.locator('tbody').nth(1).locator('[data-others]'));
  await cellAt(page, 1, 'text').focus();
  await paste(page, { text: 'one\ttwo\n\tthree' });
  await shows(page, '3 filled cells get other words.');
  await shows(page, 'In these cells just now: Ann.');
  await here.hall.examine(page, 'effects');
  await here.hall.shoot(page, 'effects');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await gone(page.getByRole('dialog'));
  await cellAt(page, 1, 'text').focus();
  await paste(page, { text: 'one value' });
  await shows(page, 'In these cells just now: Ann.');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await write(page, number, 'text', 'There already');
  await cellAt(page, 0, 'number').focus();
  await paste(page, { text: `No.\tAction\n${number}\tFrom the sheet` });
  await shows(page, `In the strategy already, with actions that would change, the first one first: ${number}.`);
  await page.getByText('Add new actions instead of changing those that are there').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Paste', exact: true }).click();
  await until('there are two', () => rows()[0]?.actions.length === 2);
  expect(rows()[0]?.actions.map(({ text }) => text)).toEqual(['There already', 'From the sheet']);
});

test('TA17 TA21 what is no time and no SDG target is said before it is kept as words', async () => {
  const { page } = here.desk;
  await cellAt(page, 0, 'timeframe').focus();
  await paste(page, { text: 'March 2027 – October 2028' });
  await until('the months are read', () => rows()[0]?.actions[0]?.timeframe.to === '2028-10');
  await paste(page, { text: 'before the election' });
  await shows(page, 'Not understood as a time, kept as words with the resources: before the election');
  await page.getByRole('dialog').getByRole('button', { name: 'Paste', exact: true }).click();
  await until('its words are kept', () => rows()[0]?.actions[0]?.resources === 'before the election');
  expect(rows()[0]?.actions[0]?.timeframe.to).toBe('2028-10');
  await cellAt(page, 0, 'sdg').focus();
  await paste(page, { text: '5.1, 99.9' });
  await shows(page, 'Not known as SDG goals or targets, kept as words with the references: 99.9');
  await page.getByRole('dialog').getByRole('button', { name: 'Paste', exact: true }).click();
  await until('the code is taken', () => rows()[0]?.sdgTargets.join() === '5.1');
  await cellAt(page, 0, 'sdg').focus();
  await paste(page, { text: '8.7' });
  await until('another takes its place', () => rows()[0]?.sdgTargets.join() === '8.7');
});

test('TA22 what others change while the preview is open is not overwritten: the paste is shown again where it would go elsewhere', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 1);
  const [, { id }] = rows() as [StrategyRow, StrategyRow];
  const add = (words: string, isFirst: boolean): Promise<void> =>
    here.desk.othersWrite((doc) => {
      const action = addAction(doc, id)!;
      fillFragment(cellFragment(doc, { row: id, action, cell: 'text' })!, words);
      if (isFirst) moveAction(doc, id, action, null);
    });
  const texts = (): string[] => rows()[1]!.actions.map(({ text }) => text);
  await add('second', false);
  const [first, second] = rows()[1]!.actions;
  // One value goes to its cell, wherever that stands by now.
  here.desk.othersAreIn(`${id}.${first!.id}.text`);
  await shown(page.locator('tbody').nth(1).locator('[data-others]'));
  await cellAt(page, 1, 'text').focus();
  await paste(page, { text: 'one value' });
  await shows(page, 'In these cells just now: Ann.');
  await add('in front', true);
  await shown(page.locator('[data-cell]').getByText('in front').first());
  await page.getByRole('dialog').getByRole('button', { name: 'Paste', exact: true }).click();
  await until('it is in its cell', () => texts().includes('one value'));
  expect(texts()).toEqual(['in front', 'one value', 'second']);
  // A block whose second line has lost its action would take the next thing there is.
  await page.locator(`[data-cell="${id}.${first!.id}.text"]`).focus();
  await paste(page, { text: 'A\tB\nC\tD' });
  await shown(page.getByRole('dialog'));
  await here.desk.othersWrite((doc) => void removeAction(doc, id, second!.id));
  await page.getByRole('dialog').getByRole('button', { name: 'Paste', exact: true }).click();
  await shown(page.getByRole('dialog').getByText('Others have changed the table meanwhile'));
  await here.hall.shoot(page, 'look-again');
  expect(texts()).toEqual(['in front', 'one value']);
  await page.getByRole('dialog').getByRole('button', { name: 'Paste', exact: true }).click();
  await until('it is written then', () => texts().includes('A'));
  expect(texts()[0]).toBe('in front');
});

test('TA24 each cell of a table that is pasted into an open cell begins a line', async () => {
  const { page } = here.desk;
  await typeInto(page, number, 'text', '');
  await paste(page, { text: 'Draft a bill\tBill tabled\r\nTrain judges\t40 judges', html: excel });
  await page.keyboard.press('Escape');
  await here.desk.isRead('Draft a bill\nBill tabled\nTrain judges\n40 judges');
});

test('TA24 a page of a word processor on a closed cell says how many words outside of its first table are left out', async () => {
  const { page } = here.desk;
  await cellAt(page, 0, 'text').focus();
  await paste(page, {
    html: '<p>Agreed in the second session:</p><table><tr><td> </td></tr></table><table><tr><td>Train judges</td></tr></table><p>More.</p><table><tr><td>Draft a bill</td></tr></table>',
  });
  await shows(page, '9 words outside of the table are left out');
  await here.hall.shoot(page, 'beside');
  await page.getByRole('dialog').getByRole('button', { name: 'Paste', exact: true }).click();
  await here.desk.isRead('Train judges');
  await cellAt(page, 0, 'indicator').focus();
  await paste(page, { html: excel });
  await shown(page.getByRole('dialog'));
  expect(await page.getByText('outside of the table').count()).toBe(0);
});

test('TA23 one value fills what is chosen; a folded row between keeps its words, and that is said', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 3);
  await page.getByRole('button', { name: 'Row: what to do with row 3 without a recommendation' }).click();
  await page.getByRole('menuitem', { name: 'Fold the row' }).click();
  await shown(page.getByRole('button', { name: '1 action, 0 risks' }));
  await cellAt(page, 1, 'indicator').focus();
  await cellAt(page, 3, 'resources').click({ modifiers: ['Shift'] });
  await paste(page, { text: 'same' });
  await shows(page, '2 cells in folded rows were left as they are.');
  await until('all that are seen are filled', () => rows()[3]?.actions[0]?.resources === 'same');
  const words = () =>
    rows()
      .slice(1)
      .map((row) => [row.actions[0]?.indicator, row.actions[0]?.resources]);
  expect(words()).toEqual([
    ['same', 'same'],
    ['indicator 2', 'resources 2'],
    ['same', 'same'],
  ]);
  await cellAt(page, 1, 'indicator').focus();
  await page.keyboard.press('Delete');
  await until('they are empty', () => rows()[3]?.actions[0]?.resources === '');
  expect(words()).toEqual([
    ['', ''],
    ['indicator 2', 'resources 2'],
    ['', ''],
  ]);
});

test('TA20 a cell with a list that is emptied has no bullet left', async () => {
  const { page } = here.desk;
  await cellAt(page, 0, 'text').focus();
  await paste(page, { text: 'x', html: '<ul><li>one</li><li>two</li></ul>' });
  await until('the list is there', () => markup(0, 'text').includes('bulletlist'));
  await page.keyboard.press('Delete');
  await until('nothing is left of it', () => !markup(0, 'text').includes('bulletlist'));
  await gone(cellAt(page, 0, 'text').locator('li'));
});

test('TA19 TA20 a phone’s field takes no more than a text can hold and says so; emptied, it leaves no bullet', async () => {
  const { page } = here.desk;
  await cellAt(page, 0, 'text').focus();
  await paste(page, { text: 'x', html: '<ul><li>one</li><li>two</li></ul>' });
  await until('the list is there', () => markup(0, 'text').includes('bulletlist'));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Write in: Action 1' }).click();
  const field = page.getByRole('dialog').getByRole('textbox');
  await field.fill('x'.repeat(limits.cellText));
  await shown(page.getByRole('alert').filter({ hasText: 'characters fit into one text' }));
  expect(await field.inputValue()).toBe('one\ntwo');
  await field.fill('');
  await until('nothing is left of the list', () => !markup(0, 'text').includes('bulletlist'));
  await field.fill('new words');
  await here.desk.isRead('new words');
});

test('TA19 a comment of which not all fits says that its end is missing', async () => {
  const { page } = here.desk;
  await rowOf(page, number)
    .getByRole('button', { name: /omment/ })
    .first()
    .click();
  const field = page.getByRole('dialog', { name: /Comments/ }).getByLabel('New comment');
  await field.focus();
  await paste(page, { text: 'x'.repeat(limits.commentText + 1) });
  await shows(page, 'the end of what was pasted is missing');
});
