import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { testWords } from '../export/words.fixture.ts';
import { wordTable } from '../import/fixtures.ts';
import { wordsOf } from './form.ts';
import { kinds, tablesOf } from './own-form.fixture.ts';

type Rows = readonly (readonly (string | number)[])[];

async function read(as: (typeof kinds)[number], rows: Rows) {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((cells) => [...cells])), 'Group A');
  const sheet = () => new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  const bytes = as === 'docx' ? await wordTable(rows.map((cells) => cells.map(String))) : sheet();
  const [table] = await tablesOf(bytes, await testWords('en'));
  return table!.rows.map(({ number, actions }) => [number, ...actions.map(({ text }) => wordsOf(text))].join(' '));
}

const heads = ['No.', 'Recommendation', 'Action'];
const numbersOf = async (numbers: readonly (string | number)[]) => {
  const rows = numbers.map((number, at) => [number, `Mend ${at}`, `Train ${at}`]);
  return (await read('xlsx', [heads, ...rows])).map((row) => row.replace(/ Train.*/, ''));
};

test('FO86 the zero that a sheet has taken from a number is put back where its neighbours tell it', async () => {
  const nine = [110.1, 110.2, 110.3, 110.4, 110.5, 110.6, 110.7, 110.8, 110.9];
  expect((await numbersOf([...nine, 110.1, 110.11])).slice(8)).toEqual(['110.9', '110.10', '110.11']);
  expect(await numbersOf([110.8, 110.9, 110.1, 110.1, 110.11])).toEqual(['110.8', '110.9', '110.10', '110.11']);
});

test.each([
  [
    [110.3, 110.7, 110.1],
    ['110.3', '110.7', '110.1 / 110.10'],
  ],
  [
    [110.5, 110.2, 110.14, 110.16],
    ['110.5', '110.2 / 110.20', '110.14', '110.16'],
  ],
  [
    [110.7, 110.2, 110.35],
    ['110.7', '110.2 / 110.20', '110.35'],
  ],
])('FO86 where they do not, it is nobody’s and is asked about: %j', async (numbers, said) => {
  expect(await numbersOf(numbers)).toEqual(said);
});

test('FO86 what is text, and a list in its order, stays as it is', async () => {
  expect(await numbersOf(['110.3', '110.7', '110.1'])).toEqual(['110.3', '110.7', '110.1']);
  expect(await numbersOf([110.1, 110.2, 110.3])).toEqual(['110.1', '110.2', '110.3']);
});

const two = ['110.1 Train', '110.3 Build'];
test.each(kinds)(
  'FO87 of two columns of numbers the one with paragraphs has them, under many heads: %s',
  async (as) => {
    for (const head of ['Rec. No.', 'Number', 'Recommendation number', 'Ref.', 'UPR Rec #', 'Rec.', 'Paragraph', 'ល.រ'])
      expect(
        await read(as, [
          ['#', head, 'Action', 'Indicator'],
          ['1', '110.1', 'Train', 'Ten'],
          ['2', '110.3', 'Build', 'Six'],
        ]),
        head,
      ).toEqual(two);
    for (const head of ['Ref.', 'ល.រ', 'UPR Rec #', 'Recommendation number'])
      expect(
        await read(as, [
          [head, 'Action', 'Indicator'],
          ['110.1', 'Train', 'Ten'],
          ['110.3', 'Build', 'Six'],
        ]),
        head,
      ).toEqual(two);
  },
);

test.each(kinds)('FO88 heads that are typed again between rows are heads: %s', async (as) => {
  const line = (number: string, action: string) => [number, 'Mend the wells', action];
  expect(await read(as, [heads, line('110.1', 'Train'), heads, line('110.3', 'Build')])).toEqual(two);
});
