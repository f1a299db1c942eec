import { readStrategy } from '@board/shared/model/strategy';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import { filledFile } from '@board/shared/workshop-file/workshop-file.fixture';
import { read, utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { makeOne } from '../export/make-one.ts';
import { testWords } from '../export/words.fixture.ts';
import { formColumns } from '../form-columns.ts';
import { applyForm, isNothingNew, planForm } from './form-plan.ts';
import { byNumber, docOf, kinds, tablesOf } from './own-form.fixture.ts';

/** A strategy with links, lists, forms, a row on no recommendation, and an action and a risk that say something in their second cells only. */
function board(): WorkshopFile {
  const file = structuredClone(filledFile({ groups: 1, rows: 3 }));
  const rows = file.groups[0]!.strategy!.rows;
  rows.at(-1)!.recommendation = null;
  const action = rows[0]!.actions[1]!;
  action.indicator = action.indicator.length > 0 ? action.indicator : action.text;
  action.text = [];
  return file;
}

/** The group's workbook as values that somebody copied to a new sheet: without forms, and without the columns of ids. */
async function copiedValues(file: WorkshopFile, change = (lines: string[][]) => lines): Promise<Uint8Array> {
  const group = file.groups[0]!;
  const { bytes } = await makeOne({ what: 'strategy', group: group.id, as: 'xlsx' }, file, await testWords('en'));
  const lines = utils.sheet_to_json<string[]>(Object.values(read(bytes).Sheets)[0]!, { header: 1, defval: '' });
  const ids = ['rowId', 'actionId', 'riskId'].map((column) => formColumns.indexOf(column as 'rowId'));
  const bare = change(lines).map((line) => line.filter((_, column) => !ids.includes(column)));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(bare), 'Copied');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

test.each(kinds)('FO70 a file that nobody has changed brings nothing new into its own table: %s', async (as) => {
  for (const file of [filledFile({ groups: 1, rows: 3 }), board()]) {
    const group = file.groups[0]!;
    const words = await testWords('en');
    const { bytes } = await makeOne({ what: 'strategy', group: group.id, as }, file, words);
    const [table] = await tablesOf(bytes, words);
    const doc = docOf(file, group);
    expect(isNothingNew(doc, planForm(table!.rows, readStrategy(doc), byNumber(file)))).toBe(true);
  }
});

test('FO71 values that were copied from a workbook, without its ids and forms, bring nothing new and leave all forms', async () => {
  const file = board();
  const [table] = await tablesOf(await copiedValues(file), await testWords('en'));
  const doc = docOf(file, file.groups[0]!);
  const plan = planForm(table!.rows, readStrategy(doc), byNumber(file));
  expect(isNothingNew(doc, plan)).toBe(true);
});

test('FO71 what was changed among such values comes in, each to its action', async () => {
  const file = board();
  const at = formColumns.indexOf('indicator');
  const bytes = await copiedValues(file, (lines) => {
    const first = lines.findIndex(
      (line) => line[formColumns.indexOf('actionId')] === file.groups[0]!.strategy!.rows[0]!.actions[0]!.id,
    );
    lines[first]![at] = 'Counted anew';
    return lines;
  });
  const [table] = await tablesOf(bytes, await testWords('en'));
  const doc = docOf(file, file.groups[0]!);
  const before = readStrategy(doc);
  applyForm(doc, planForm(table!.rows, before, byNumber(file)), {});
  const after = readStrategy(doc);
  expect(after[0]!.actions[0]!.indicator).toBe('Counted anew');
  const rest = (rows: typeof before) =>
    rows.map(({ actions, risks, mechanisms }) => [actions.map(({ text }) => text), risks, mechanisms]);
  expect(rest(after)).toEqual(rest(before));
});

test('FO72 lines without a number belong to the row that the table has them in, else they go on with the row above', async () => {
  const file = board();
  const bytes = await copiedValues(file, (lines) => {
    const added = lines
      .at(-1)!
      .map((_, column) => (column === formColumns.indexOf('text') ? 'Written below the last' : ''));
    const second = lines.findIndex(
      (line) => line[formColumns.indexOf('rowId')] === file.groups[0]!.strategy!.rows[1]!.id,
    );
    const between = added.map((cell) => (cell === '' ? '' : 'Written below the first'));
    return [...lines.slice(0, second), between, ...lines.slice(second), added];
  });
  const [table] = await tablesOf(bytes, await testWords('en'));
  const doc = docOf(file, file.groups[0]!);
  const before = readStrategy(doc);
  const plan = planForm(table!.rows, before, byNumber(file));
  expect(plan.paste.added).toEqual([]);
  applyForm(doc, plan, {});
  const texts = (rows: typeof before) => rows.map(({ actions }) => actions.map(({ text }) => text));
  const [first, ...others] = texts(before);
  const last = others.pop()!;
  expect(texts(readStrategy(doc))).toEqual([
    [...first!, 'Written below the first'],
    ...others,
    [...last, 'Written below the last'],
  ]);
});
