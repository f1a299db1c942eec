import type { StrategyRow } from '@board/shared/model/strategy';
import { expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { atDesk } from './support/at-desk.ts';
import { paste } from './support/clipboard.ts';
import { number } from './support/desk.ts';
import { gone, shown, shows } from './support/looking.ts';
import { cellAt, othersAdd, rowsOf } from './support/table.ts';

/** Which rows the lines of a pasted table go to, and what of it goes nowhere. */
const here = atDesk('paste-rows');

const rows = (): StrategyRow[] => rowsOf(here.desk);
const pasteIt = () => here.desk.page.getByRole('dialog').getByRole('button', { name: 'Paste', exact: true }).click();
const tableOf = (lines: readonly (readonly string[])[], hidden = -1): string =>
  `<table>${lines.map((cells, at) => `<tr${at === hidden ? " height=0 style='display:none'" : ''}>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

test('TA93 TA94 the preview names the row of each line, and tells words that go nowhere', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 2);
  await cellAt(page, 1, 'recommendation').focus();
  await paste(page, {
    html: tableOf([
      ['Recommendation', 'Action', 'Mood'],
      [`${number} with words of our own`, 'Ask for it', 'hopeful'],
      ['99.123', 'Ask for more', ''],
    ]),
  });
  const dialog = page.getByRole('dialog');
  await shown(dialog.getByRole('rowheader', { name: number, exact: true }));
  await shown(dialog.getByRole('rowheader', { name: 'New row', exact: true }));
  await shows(page, `${number}: “${number} with words of our own”`);
  await shows(page, '1 word goes into no column and is left out: hopeful');
  await here.hall.examine(page, 'rows');
  await here.hall.shoot(page, 'rows');
  await pasteIt();
  await gone(dialog);
  await until('each is in its row', () => rows().at(-1)?.actions[0]?.text === '99.123\nAsk for more');
  expect(rows()[0]?.actions[0]?.text).toBe('Ask for it');
  expect(rows()[1]?.actions[0]?.text).toBe('text 1');
});

test('TA96 lines and columns that a sheet hides are left out, and said', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 3);
  await cellAt(page, 1, 'text').focus();
  await paste(page, {
    html: tableOf([['Open'], ['Not for you'], ['Close']], 1).replace(
      '<table>',
      '<table><col><col style="display:none">',
    ),
  });
  await shows(page, '3 words are hidden in the copied table and are left out');
  await pasteIt();
  await until('both are there', () => rows()[2]?.actions[0]?.text === 'Close');
  expect(rows().map((row) => row.actions[0]?.text)).toEqual([rows()[0]?.actions[0]?.text, 'Open', 'Close', 'text 3']);
  await cellAt(page, 3, 'text').focus();
  await paste(page, {
    html: '<table><colgroup><col><col style="display:none"></colgroup><tr><td>Seen</td><td>Unseen</td><td>Counted</td></tr></table>',
  });
  await shows(page, '1 word is hidden in the copied table and is left out');
  await pasteIt();
  await until('its neighbour moves up', () => rows()[3]?.actions[0]?.indicator === 'Counted');
});
