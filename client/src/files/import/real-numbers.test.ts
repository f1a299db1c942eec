import { expect, test } from 'vitest';
import { workbook } from './fixtures.ts';
import { bytesOf, readBytes } from './read-for-test.ts';

const words = ['Mend the wells of the north', 'Open the archives to all', 'Train the midwives', 'Plant trees'];
const numbers = ['9.1', '9.2', '9.4', '9.10'];
const table = (heads: readonly string[] | null, row: (at: number) => string[]) => [
  ...(heads ? [heads] : []),
  ...words.map((_, at) => row(at)),
];
const counted = (at: number) => [String(at + 1), numbers[at]!, words[at]!, 'Peru'];

test.each([
  [['No.', 'Rec. No.', 'Recommendation', 'State']],
  [['#', 'Paragraph', 'Recommendation', 'State']],
  [['No.', 'UPR Ref', 'Recommendation', 'State']],
  [['N°', 'Paragraphe', 'Recommandation', 'État']],
  [['رقم', 'رقم التوصية', 'التوصية', 'الدولة']],
  [['ល.រ', 'លេខអនុសាសន៍', 'អនុសាសន៍', 'រដ្ឋ']],
  [null],
])('UP117 numbers with a paragraph win over a column that counts the rows: %j', async (heads) => {
  const rows = table(heads, counted);
  for (const found of [
    await readBytes(await workbook([{ name: 'A', rows }])),
    await readBytes(bytesOf(rows.map((cells) => cells.join(';')).join('\n'))),
  ]) {
    expect(found.recommendations.map(({ number }) => number)).toEqual(numbers);
    expect(found.recommendations.map(({ text }) => text)).toEqual(words);
  }
});

test('UP117 where nothing but the count of the rows is there, it is the number; sums are none', async () => {
  const heads = ['No.', 'Recommendation', 'Million'];
  const rows = table(heads, (at) => [String(at + 1), words[at]!, `${at + 1}.5`]);
  const found = await readBytes(await workbook([{ name: 'A', rows }]));
  expect(found.recommendations.map(({ number }) => number)).toEqual(['1', '2', '3', '4']);
});
