import { expect, test } from 'vitest';
import { openDocument, pdf, wordDocument, workbook } from './fixtures.ts';
import { bytesOf, readBytes } from './read-for-test.ts';

const text = (number: string) => `Mend the wells of village ${number}`;
const said = (found: Awaited<ReturnType<typeof readBytes>>) =>
  found.recommendations.map(({ number, position }) => `${number} ${position}`);
const kindsOf = (found: Awaited<ReturnType<typeof readBytes>>) => found.findings.map(({ kind }) => kind);
const sheet = (rows: readonly (readonly string[])[], merges: readonly string[] = []) =>
  readBytes(workbook([{ name: 'List', rows, merges }]));

test.each([
  ['crosses', ['x', 'X'], ['x', ''], ['', '']],
  ['ticks', ['✓', '✔'], ['✓', ''], ['', '']],
  ['ticks beside crosses', ['✓', '✓'], ['✓', '✗'], ['✗', '✗']],
  ['yes and no', ['Yes', 'yes'], ['Oui', 'no'], ['No', 'non']],
  ['boxes', ['☒', '☒'], ['☒', '☐'], ['☐', '☐']],
  ['true and false', ['TRUE', 'true'], ['1', '0'], ['FALSE', 'faux']],
  ['letters of Wingdings', ['ü', 'ü'], ['ü', ''], ['', '']],
])('UP100 columns below positions that only mark rows give these positions: %s', async (_, [a, b], [c, no], [d, e]) => {
  const found = await sheet([
    ['No.', 'Recommendation', 'State', 'Supported', 'Noted'],
    ['7.1', text('7.1'), 'Peru', a!, no!],
    ['7.2', text('7.2'), 'Chad', no!, b!],
    ['7.3', text('7.3'), 'Togo', c!, no!],
    ['7.4', text('7.4'), 'Togo', d!, e!],
  ]);
  expect(said(found)).toEqual(['7.1 supported', '7.2 noted', '7.3 supported', '7.4 pending']);
  expect(found.table?.columns.map(({ field }) => field)).toEqual(['number', 'text', 'state', 'position', 'position']);
  expect(kindsOf(found)).not.toContain('columns-left');
});

test('UP100 so in every kind of file, in any language, with how many there are behind the heads', async () => {
  const rows = [
    ['Recommandation', 'Acceptées (2)', 'Notées (1)', 'En attente'],
    [`7.1 ${text('a')} (Peru)`, 'x', '', ''],
    [`7.2 ${text('b')} (Chad)`, '', 'x', ''],
    [`7.3 ${text('c')} (Togo)`, 'x', '', ''],
    [`7.4 ${text('d')} (Togo)`, '', '', 'x'],
  ];
  const all = ['7.1 supported', '7.2 noted', '7.3 supported', '7.4 pending'];
  expect(said(await sheet(rows))).toEqual(all);
  for (const separator of [';', '\t', ','])
    expect(said(await readBytes(bytesOf(rows.map((cells) => cells.join(separator)).join('\r\n'))))).toEqual(all);
  const cells = (row: readonly string[]) =>
    row.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`).join('');
  const table = rows.map((row) => `<table:table-row>${cells(row)}</table:table-row>`).join('');
  const body = `<office:body><table:table table:name="A">${table}</table:table></office:body>`;
  expect(said(await readBytes(openDocument(body)))).toEqual(all);
  const khmer = [['អនុសាសន៍', 'គាំទ្រ', 'កត់សម្គាល់'], ...rows.slice(1).map((row) => row.slice(0, 3))];
  expect(said(await sheet(khmer))).toEqual(all);
  const places = [40, 300, 400, 500];
  const page = rows.flatMap((row, at) =>
    row.flatMap((cell, column): [number, number, number, string][] =>
      cell === '' ? [] : [[places[column]!, 700 - at * 20, 10, cell]],
    ),
  );
  expect(said(await readBytes(pdf([page])))).toEqual(all);
});

test('UP100 in a Word table signs of the fonts of symbols are marks, and the heads may stand below one over all of them', async () => {
  const cell = (inside: string, span = '') => `<w:tc><w:tcPr>${span}</w:tcPr><w:p><w:r>${inside}</w:r></w:p></w:tc>`;
  const words = (inside: string) => `<w:t>${inside}</w:t>`;
  const sign = (place: string) => `<w:sym w:font="Wingdings" w:char="${place}"/>`;
  const down = (inside: string, is: string) => cell(inside, `<w:vMerge${is}/>`);
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
  const restart = ' w:val="restart"';
  const table = [
    row(
      down(words('No.'), restart),
      down(words('Recommendation'), restart),
      cell(words('Position'), '<w:gridSpan w:val="2"/>'),
    ),
    row(down('', ''), down('', ''), cell(words('Supported')), cell(words('Noted'))),
    row(cell(words('7.1')), cell(words(text('a'))), cell(sign('F0FC')), cell('')),
    row(cell(words('7.2')), cell(words(text('b'))), cell(''), cell(sign('F0FE'))),
  ];
  const found = await readBytes(wordDocument(`<w:tbl>${table.join('')}</w:tbl>`));
  expect(said(found)).toEqual(['7.1 supported', '7.2 noted']);
});

test('UP100 so in a sheet whose heads stand in two rows, and come again', async () => {
  const heads = [
    ['No.', 'Recommendation', 'State', 'Position of the State', ''],
    ['', '', '', 'Supported', 'Noted'],
  ];
  const found = await sheet(
    [
      ...heads,
      ['7.1', text('7.1'), 'Peru', 'x', ''],
      ['7.2', text('7.2'), 'Chad', '', 'x'],
      ...heads,
      ['7.3', text('7.3'), 'Togo', '', 'x'],
    ],
    ['D1:E1', 'A1:A2', 'B1:B2', 'C1:C2'],
  );
  expect(said(found)).toEqual(['7.1 supported', '7.2 noted', '7.3 noted']);
});

test('UP101 two marks in a row, words beside a mark, a “no” below a head that stands alone and support in part are asked about', async () => {
  const rows = [
    ['No.', 'Recommendation', 'Supported', 'Noted', 'Partially supported'],
    ['7.1', text('a'), 'x', 'x', ''],
    ['7.2', text('b'), 'x (see comment)', '', ''],
    ['7.3', text('c'), '', '', 'x'],
    ['7.4', text('d'), 'x', '', ''],
  ];
  const found = await sheet(rows);
  expect(said(found)).toEqual(['7.1 pending', '7.2 pending', '7.3 pending', '7.4 supported']);
  expect(found.unknownPositions?.map(({ value }) => value)).toEqual([
    'Supported: x (see comment)',
    'Partially supported',
  ]);
  expect(found.recommendations[0]!.flags).toContainEqual({ kind: 'positions-differ', detail: 'Supported · Noted' });
  const alone = await sheet([
    ['No.', 'Recommendation', 'Accepted?'],
    ['7.1', text('a'), 'Yes'],
    ['7.2', text('b'), 'No'],
  ]);
  expect(said(alone)).toEqual(['7.1 supported', '7.2 pending']);
  expect(alone.unknownPositions).toEqual([{ value: 'Accepted: No', count: 1 }]);
});

test('UP101 where a column tells the position in words, or a head is over something else, nothing is marked', async () => {
  const both = await sheet([
    ['No.', 'Recommendation', 'Response', 'Supported', 'Noted'],
    ['7.1', text('a'), 'Noted', 'x', ''],
  ]);
  expect([said(both), kindsOf(both)]).toEqual([['7.1 noted'], ['columns-left']]);
  const other = await sheet([
    ['No.', 'Recommendation', 'Support', 'Position'],
    ['7.1', text('a'), 'The ministry of water gives it', 'Noted'],
    ['7.2', text('b'), 'Villages ask for it', 'Supported'],
  ]);
  expect([said(other), kindsOf(other)]).toEqual([['7.1 noted', '7.2 supported'], ['columns-left']]);
  const told = await readBytes(
    workbook([
      {
        name: 'List',
        rows: [
          ['No.', 'Recommendation', 'Supported', 'Noted'],
          ['7.1', text('a'), 'x', ''],
        ],
      },
    ]),
    { columns: ['number', 'text', null, 'position'] },
  );
  expect(said(told)).toEqual(['7.1 pending']);
});
