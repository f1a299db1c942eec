import { expect, test } from 'vitest';
import { workbook } from './fixtures.ts';
import { bytesOf, readBytes } from './read-for-test.ts';

const heads = ['No.', 'Recommendation', 'State'];
const row = (number: string, state = 'Peru') => [number, `Mend the wells of village ${number}`, state];
const said = (found: Awaited<ReturnType<typeof readBytes>>) =>
  found.recommendations.map(
    ({ number, position, states }) => `${number} ${position} ${states.map(({ code }) => code)}`,
  );

test('UP94 of tables beside each other all are read, each with what stands above it', async () => {
  const rows = [
    ['Supported', '', '', '', 'Noted', '', ''],
    [...heads, '', ...heads],
    [...row('7.1'), '', ...row('8.1', 'Chad')],
    [...row('7.2'), '', ...row('8.2', 'Togo')],
    [...row('7.3'), '', '', '', ''],
  ];
  const found = await readBytes(workbook([{ name: 'List', rows }]));
  expect(said(found)).toEqual([
    '7.1 supported PER',
    '7.2 supported PER',
    '7.3 supported PER',
    '8.1 noted TCD',
    '8.2 noted TGO',
  ]);
  expect(found.findings.map(({ kind }) => kind)).toContain('tables-beside');
  const text = await readBytes(bytesOf(rows.map((cells) => cells.join('\t')).join('\n')));
  expect(said(text)).toEqual(said(found));
});

test('UP94 two texts in two languages are no two tables', async () => {
  const found = await readBytes(
    bytesOf(
      'No,Recommendation,No,Recommandation\n7.1,Mend the wells of the north,7.1,Réparer les puits dans le nord\n',
    ),
  );
  expect(found.recommendations).toHaveLength(1);
});

test('UP95 a title over rows of a table gives their position, and is said; one that is not understood is asked about', async () => {
  const rows = [
    ['Recommendations that were accepted'],
    heads,
    row('7.1'),
    [],
    ['Recommendations noted'],
    heads,
    row('8.1'),
    ['Partially supported recommendations'],
    row('9.1'),
  ];
  const bytes = await workbook([{ name: 'List', rows }]);
  const found = await readBytes(bytes);
  expect(said(found)).toEqual(['7.1 supported PER', '8.1 noted PER', '9.1 pending PER']);
  expect(found.findings.filter(({ kind }) => kind === 'title-position')).toHaveLength(3);
  expect(found.unknownPositions).toEqual([{ value: 'Partially supported recommendations', count: 1 }]);
  const told = await readBytes(bytes, { positions: { 'partially supported recommendations': 'noted' } });
  expect(said(told)).toEqual(['7.1 supported PER', '8.1 noted PER', '9.1 noted PER']);
});

test.each([
  'Recommandations acceptées',
  'អនុសាសន៍ដែលបានទទួលយក',
  'التوصيات المقبولة',
  'A. Supported',
  'Recommendations which enjoy the support of Velmora',
])('UP95 titles are known in the languages of the board: %s', async (title) => {
  const found = await readBytes(workbook([{ name: 'List', rows: [[title], heads, row('7.1')] }]));
  expect(said(found)).toEqual(['7.1 supported PER']);
});

test('UP95 a title over all of them, accepted and noted, gives none', async () => {
  const rows = [['Recommendations accepted and noted by Velmora'], heads, row('7.1')];
  const found = await readBytes(workbook([{ name: 'List', rows }]));
  expect([said(found), found.unknownPositions]).toEqual([['7.1 pending PER'], undefined]);
});

test('UP95 a position of its own row counts more than the title, and a recommendation alone in its row is no title', async () => {
  const rows = [
    ['Supported'],
    [...heads, 'Position'],
    [...row('7.1'), 'Noted'],
    [...row('7.2'), ''],
    ['', 'Support the fishers of the coast with boats', '', ''],
  ];
  const found = await readBytes(workbook([{ name: 'List', rows }]));
  expect(found.recommendations.map(({ position }) => position)).toEqual(['noted', 'supported', 'supported']);
});

test('UP96 what a sheet’s name says of the position is asked about, and other sheets that are lists are named', async () => {
  const sheets = [
    { name: 'Supported', rows: [heads, row('7.1'), row('7.2')] },
    { name: 'Noted', rows: [heads, row('8.1')] },
    {
      name: 'Contacts',
      rows: [
        ['Name', 'Telephone'],
        ['Ann', '12'],
      ],
    },
  ];
  const bytes = await workbook(sheets);
  const found = await readBytes(bytes);
  expect(said(found)).toEqual(['7.1 pending PER', '7.2 pending PER']);
  expect(found.unknownPositions).toEqual([{ value: 'Supported', count: 2 }]);
  expect(found.findings).toContainEqual({ kind: 'other-sheets', line: 1, count: 1, words: 'Noted (2)' });
  const told = await readBytes(bytes, { positions: { supported: 'supported' } });
  expect(said(told)).toEqual(['7.1 supported PER', '7.2 supported PER']);
});

test('UP97 rows that hold only a State belong to the recommendation above, and that is said', async () => {
  const rows = [heads, row('7.1'), ['', '', 'Chad'], ['', '', 'Togo; Peru'], row('7.2'), ['', '', 'to be asked']];
  const found = await readBytes(workbook([{ name: 'List', rows }]));
  expect(said(found)).toEqual(['7.1 pending PER,TCD,TGO', '7.2 pending PER']);
  expect(found.findings.map((one) => [one.kind, one.line, 'count' in one && one.count])).toEqual([
    ['states-below', 3, 2],
    ['unexplained', 6, 1],
  ]);
});

/** Days since the end of 1899, as a sheet holds 6 January and the months after it. */
const sixths = [45297, 45328, 45357, 45388, 45418, 45449];

test.each(['dd-mmm', 'd-mmm', 'mmm-dd', 'yyyy-mm-dd', 'd. mmm'])(
  'UP98 numbers that a sheet has made dates of are put back, with what was printed: %s',
  async (format) => {
    const rows = sixths.map((number, at) => [{ number, format: 1 }, `Mend well ${at}`, 'Peru']);
    const { recommendations } = await readBytes(
      workbook([{ name: 'List', rows: [heads, ...rows] }], ['General', format]),
    );
    expect(recommendations.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6].map((item) => `6.${item}`));
    expect(recommendations[0]!.flags.map(({ kind }) => kind)).toEqual(['number-mended']);
  },
);

test.each([
  ['06-Jan', '6.1'],
  ['6 janv', '6.1'],
  ['Jan-06', '6.1'],
  ['2024-01-06', '6.1'],
  ['06/01/2024', '6.1'],
  ['07-Jan', undefined],
])(
  'UP98 a date in words among numbers is flagged, with the number that it may have been made of: %s',
  async (printed, cure) => {
    const rows = [heads, row(printed), row('6.2'), row('6.3'), row('110.1')];
    const { recommendations } = await readBytes(workbook([{ name: 'List', rows }]));
    expect(recommendations[0]!.number).toBe(printed);
    expect(recommendations[0]!.flags.find(({ kind }) => kind === 'number-as-date')).toEqual({
      kind: 'number-as-date',
      detail: printed,
      ...(cure && { cure }),
    });
  },
);
