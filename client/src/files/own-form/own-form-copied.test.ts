import { readStrategy } from '@board/shared/model/strategy';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import { filledFile } from '@board/shared/workshop-file/workshop-file.fixture';
import { read, utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { makeOne } from '../export/make-one.ts';
import { testWords } from '../export/words.fixture.ts';
import { formColumns } from '../form-columns.ts';
import { applyForm, planForm } from './form-plan.ts';
import { byNumber, docOf, tablesOf } from './own-form.fixture.ts';

type Lines = string[][];
const at = formColumns.indexOf.bind(formColumns);

/** The first group's table after its workbook was changed by hand and taken in: what each row is about, and its actions. */
async function taken(file: WorkshopFile, change: (lines: Lines, first: number) => void): Promise<[string, string[]][]> {
  const group = file.groups[0]!;
  const words = await testWords('en');
  const { bytes } = await makeOne({ what: 'strategy', group: group.id, as: 'xlsx' }, file, words);
  const lines = utils.sheet_to_json<string[]>(Object.values(read(bytes).Sheets)[0]!, { header: 1, defval: '' });
  change(
    lines,
    lines.findIndex((line) => line[at('rowId')] === group.strategy!.rows[0]!.id),
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(lines), group.name);
  const changed = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  const [table] = await tablesOf(changed, words);
  const doc = docOf(file, group);
  applyForm(doc, planForm(table!.rows, readStrategy(doc), byNumber(file)), {});
  const numbers = new Map(file.recommendations.map(({ id, number }) => [id, number]));
  return readStrategy(doc).map((row) => [numbers.get(row.recommendation!) ?? '', row.actions.map(({ text }) => text)]);
}

/** A copy of a line with other words for its action. */
function copy(line: readonly string[], text: string, number = line[at('number')]!): string[] {
  return line.map((cell, column) => (column === at('text') ? text : column === at('number') ? number : cell));
}

test('FO57 a line that was copied to write another action takes nobody’s place, wherever it stands', async () => {
  const file = filledFile({ groups: 1, rows: 2 });
  const before = await taken(file, () => {});
  const [[number, actions], ...others] = before as [[string, string[]], ...[string, string[]][]];
  const expected = [[number, [...actions, 'Written in a copy']], ...others];
  for (const below of [1, 0])
    expect(
      await taken(file, (lines, first) => lines.splice(first + below, 0, copy(lines[first]!, 'Written in a copy'))),
    ).toEqual(expected);
});

test('FO57 a line that was copied and got another number goes to that recommendation', async () => {
  const file = filledFile({ groups: 1, rows: 2 });
  const [[number, actions], [second, more]] = (await taken(file, () => {})) as [[string, string[]], [string, string[]]];
  const other = file.recommendations.find((one) => ![number, second].includes(one.number));
  expect(
    await taken(file, (lines, first) => lines.splice(first + 1, 0, copy(lines[first]!, 'For the second', second))),
  ).toEqual([
    [number, actions],
    [second, [...more, 'For the second']],
  ]);
  if (!other) return;
  expect(
    await taken(file, (lines, first) => lines.splice(first + 1, 0, copy(lines[first]!, 'Of its own', other.number))),
  ).toEqual([
    [number, actions],
    [second, more],
    [other.number, ['Of its own']],
  ]);
});
