import { expect, test } from 'vitest';
import { wordTable, workbook } from './fixtures.ts';
import { readBytes } from './read-for-test.ts';

async function read(heads: readonly string[], rows: readonly (readonly string[])[], inWord = false) {
  const body = rows.map((cells, at) => [`7.${at + 1}`, `Mend the wells of village ${at}`, 'Peru', ...cells]);
  const table = [['No.', 'Recommendation', 'Country', ...heads], ...body];
  const found = await readBytes(inWord ? wordTable(table) : workbook([{ name: 'List', rows: table }]));
  return {
    positions: found.recommendations.map(({ position }) => position),
    left: found.findings.flatMap((one) => (one.kind === 'columns-left' ? [one.words] : [])),
    flags: found.recommendations.flatMap(({ flags }) => flags.map(({ kind }) => kind)),
  };
}

const wishes = [
  'CSO position',
  'Our proposal',
  'What we want',
  'Lobby for',
  'Position of the previous cycle',
  'Second cycle status',
  'Final CSO position',
  'Expected position',
  'Implementation',
  'Position de la société civile',
  'Posición de la coalición',
  'موقف المجتمع المدني',
  'ជំហររបស់សង្គមស៊ីវិល',
];

test.each(wishes)(
  'UP111 words for positions below a heading that is not of the State set none, and are named: %s',
  async (head) => {
    for (const inWord of [false, true]) {
      const pending = { positions: ['pending', 'pending', 'pending'], left: [head], flags: [] };
      const open = ['Supported', 'Noted', 'Supported'];
      expect(
        await read(
          ['Government position', head],
          open.map((wish) => ['Pending', wish]),
          inWord,
        ),
      ).toEqual(pending);
      expect(
        await read(
          [head, 'Government position'],
          open.map((wish) => [wish, '']),
          inWord,
        ),
      ).toEqual(pending);
      expect(
        await read(
          [head],
          open.map((wish) => [wish]),
          inWord,
        ),
      ).toEqual(pending);
      const said = await read(
        ['Position', head],
        [
          ['Noted', 'Supported'],
          ['', 'Supported'],
          ['Supported', 'Noted'],
        ],
        inWord,
      );
      expect(said).toEqual({ positions: ['noted', 'pending', 'supported'], left: [head], flags: [] });
    }
  },
);

test.each([
  'Response of the Government',
  'response_upr_info',
  'Position in the report of the Working Group',
  'Réponse de l’État',
  'Respuesta del Gobierno',
  'رد الحكومة',
  'ចម្លើយរបស់រដ្ឋាភិបាល',
])(
  'UP111 a second column whose heading is of the State, its report or its reply answers what is pending: %s',
  async (head) => {
    expect(
      await read(
        ['Position', head],
        [
          ['Pending', 'Noted'],
          ['', 'Supported'],
        ],
      ),
    ).toEqual({
      positions: ['noted', 'supported'],
      left: [],
      flags: [],
    });
  },
);

test('UP111 the answers of two reviews are not one: of years that lie apart the last counts', async () => {
  const old = [
    ['Supported', 'Pending'],
    ['Noted', ''],
    ['Noted', 'Supported'],
  ];
  const positions = ['pending', 'pending', 'supported'];
  for (const last of ['Position 2024', 'Final position 2024'])
    expect(await read(['Position 2019', last], old)).toEqual({ positions, left: ['Position 2019'], flags: [] });
  const turned = old.map(([first = '', second = '']) => [second, first]);
  for (const now of ['Position 2024', 'Position'])
    expect(await read([now, 'Position 2019'], turned)).toEqual({ positions, left: ['Position 2019'], flags: [] });
  const close = await read(['Position 2023', 'Position 2024'], old);
  expect(close.positions).toEqual(['supported', 'noted', 'pending']);
});

test('UP111 the State’s name before the only column of positions says whose it is', async () => {
  expect((await read(["Fiji's official response"], [['Accepted'], ['Noted']])).positions).toEqual([
    'supported',
    'noted',
  ]);
});

test.each([
  ['Position in the report', 'Final position'],
  ['Response', 'Response (Addendum)'],
  ['Réponse', 'Réponse définitive'],
  ['ជំហរ', 'ជំហរចុងក្រោយ'],
])('UP113 where the last word is empty what was said before counts: %s, %s', async (before, last) => {
  const rows = [
    ['Supported', ''],
    ['Noted', 'Supported'],
    ['Noted', '-'],
    ['Pending', ''],
    ['', 'Noted'],
  ];
  const positions = ['supported', 'supported', 'noted', 'pending', 'noted'];
  for (const inWord of [false, true]) {
    expect(await read([before, last], rows, inWord)).toEqual({ positions, left: [], flags: [] });
    const turned = rows.map(([first = '', second = '']) => [second, first]);
    expect(await read([last, before], turned, inWord)).toEqual({ positions, left: [], flags: [] });
  }
});
