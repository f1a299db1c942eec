import { expect, test } from 'vitest';
import { workbook } from './fixtures.ts';
import { bytesOf, readBytes } from './read-for-test.ts';

test('UP62 from words and translations nothing is taken but the number of their own row', async () => {
  const french = ['0.7 pour cent du budget', '10-12 Ans d’école', '9.3 Réparer (Pérou)', '9.1 Voir ailleurs'];
  const english = ['0.7 per cent of the budget', '10-12 Years of school', '9.3 Mend (Peru)', '9.1 See elsewhere'];
  const rows = [
    ['No', 'Text (English)', 'Text (French)'],
    ...english.map((words, at) => [`9.${at + 1}`, words, french[at]!]),
  ];
  const found = await readBytes(workbook([{ name: 'List', rows }]));
  expect(found.recommendations.map(({ text, translations }) => [text, translations?.['fr']])).toEqual([
    [english[0], french[0]],
    [english[1], french[1]],
    ['Mend', 'Réparer'],
    [english[3], french[3]],
  ]);
  const numbered = async (...words: string[]) => {
    const table = workbook([
      { name: 'List', rows: [['Recommendation', 'State'], ...words.map((one) => [one, 'Peru'])] },
    ]);
    return (await readBytes(table)).recommendations.map(({ number, text, flags }) => [
      number,
      text,
      flags.some(({ kind }) => kind === 'number-rewritten'),
    ]);
  };
  expect(await numbered('15-24 ឆ្នាំ', '15-49 ឆ្នាំ', '0.7 ភាគរយ')).toEqual([
    ['', '15-24 ឆ្នាំ', false],
    ['', '15-49 ឆ្នាំ', false],
    ['', '0.7 ភាគរយ', false],
  ]);
  expect(await numbered('118-1 ជួសជុល', '118-2 សម្រាក', '118-3 ភ្ញាក់')).toEqual([
    ['118.1', 'ជួសជុល', true],
    ['118.2', 'សម្រាក', true],
    ['118.3', 'ភ្ញាក់', true],
  ]);
  expect(await numbered('118-1 Mend', '118-2 Rest', '118-3 Sleep')).toEqual([
    ['118.1', 'Mend', true],
    ['118.2', 'Rest', true],
    ['118.3', 'Sleep', true],
  ]);
});

test('UP63 a word of a list that is a word of the programme’s too is a word like any other', async () => {
  for (const word of ['constructor', '__proto__', 'toString']) {
    const cells = workbook([
      {
        name: 'List',
        rows: [
          ['No', 'Text', 'Position'],
          ['9.1', 'Mend', word],
          ['9.2', 'Rest', 'Noted'],
        ],
      },
    ]);
    const found = await readBytes(cells);
    expect(found.recommendations.map(({ position }) => position)).toEqual(['pending', 'noted']);
    expect(found.unknownPositions).toEqual([{ value: word, count: 1 }]);
  }
});

test('UP103 a text file without a zero at the end of any number may have lost them all: what its neighbours do not tell is asked about', async () => {
  const read = async (...numbers: string[]) => {
    const lines = numbers.map((number, at) => `${number},Mend the wells of village ${at},Peru`);
    const found = await readBytes(bytesOf(['No,Recommendation,State', ...lines].join('\n')));
    return found.recommendations.flatMap(({ number, flags }) =>
      flags.flatMap(({ kind, cure }) => (kind === 'number-shortened' ? `${number} ${cure}` : [])),
    );
  };
  expect(await read('110.7', '110.1', '110.3', '110.13')).toEqual(['110.1 110.10']);
  expect(await read('110.1', '110.13')).toEqual(['110.1 110.10']);
  // The order tells.
  expect(await read('110.1', '110.7', '110.13')).toEqual([]);
  // One zero is there: so are the others.
  expect(await read('110.7', '110.1', '110.20', '110.13')).toEqual([]);
});
