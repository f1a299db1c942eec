import { expect, test } from 'vitest';
import { workbook } from './fixtures.ts';
import { bytesOf, plainly, readBytes } from './read-for-test.ts';

const words = ['Mend the wells of the north', 'Open the archives of the war', 'Free the press of the capital'];
const khmer = ['ជួសជុលអណ្ដូងទឹកនៅភាគខាងជើង', 'បើកបណ្ណសារនៃសង្គ្រាម', 'ធានាសេរីភាពសារព័ត៌មាន'];
const states = ['Peru', 'Chad', 'Togo'];
const positions = ['Accepted', 'Rejected', 'Accepted'];

/** A sheet with these headings and, below them, one cell of each column for each recommendation. */
function sheetOf(columns: Readonly<Record<string, readonly string[]>>) {
  const rows = words.map((_, at) => Object.values(columns).map((cells) => cells[at]!));
  return readBytes(workbook([{ name: 'List', rows: [Object.keys(columns), ...rows] }]));
}
const numbers = (before = '') => words.map((_, at) => `${before}7.${at + 1}`);

test('UP90 a column whose heading nobody knows is told by its cells beside known ones, said, and can be chosen otherwise', async () => {
  const columns = {
    Serial: numbers(),
    Recommendation: words,
    Origin: states,
    'What the State said': positions,
    Desk: ['a', 'b', 'c'],
  };
  const found = await sheetOf(columns);
  expect(plainly(found)[1]).toEqual(['7.2', words[1], ['TCD'], 'noted', [], []]);
  expect(found.findings).toContainEqual({
    kind: 'columns-guessed',
    line: 1,
    count: 3,
    words: 'Serial · Origin · What the State said',
  });
  expect(found.findings).toContainEqual({ kind: 'columns-left', line: 1, count: 1, words: 'Desk' });
  const rows = [Object.keys(columns), ...words.map((_, at) => Object.values(columns).map((cells) => cells[at]!))];
  const told = await readBytes(workbook([{ name: 'List', rows }]), {
    columns: ['number', 'text', 'state', null, null],
  });
  expect([told.recommendations[1]!.position, told.findings.map(({ kind }) => kind)]).toEqual([
    'pending',
    ['columns-left'],
  ]);
});

test('UP90 a text in another language is a translation, notes in the language of the text and here and there are none', async () => {
  const notes = ['Ask the ministry of the north', '', ''];
  const found = await sheetOf({ No: numbers(), Recommendation: words, 'For the villages': khmer, Remarks: notes });
  expect(found.recommendations.map((one) => one.translations)).toEqual(khmer.map((km) => ({ km })));
  expect(found.table?.columns.map(({ field }) => field)).toEqual(['number', 'text', 'text', null]);
});

test('UP90 one State in every row is not who recommends, and a column that counts rows has no numbers of recommendations', async () => {
  const found = await sheetOf({
    'Row no.': ['1', '2', '3'],
    Recommendation: words.map((one, at) => `7.${at + 1} ${one} (${states[at]});`),
    Whose: ['Fiji', 'Fiji', 'Fiji'],
  });
  expect(plainly(found)[2]).toEqual(['7.3', words[2], ['TGO'], 'pending', [], []]);
  const counted = await sheetOf({
    No: ['1', '2', '3'],
    Recommendation: words.map((one, at) => `7.${at + 1} ${one} (Peru);`),
  });
  expect(counted.recommendations.map(({ number }) => number)).toEqual(numbers());
});

test.each(['Khmer', 'ភាសាខ្មែរ', 'In Khmer', 'Khmer version', 'KM', 'Unofficial translation', 'ការបកប្រែក្រៅផ្លូវការ'])(
  'UP91 a heading that is only a language’s name, or says that it is a translation, is believed: %s',
  async (heading) => {
    const few = [khmer[0]!, '', ''];
    const found = await sheetOf({ No: numbers(), Recommendation: words, [heading]: few, State: states });
    expect(found.recommendations.map((one) => one.translations)).toEqual([{ km: khmer[0] }, undefined, undefined]);
    expect(found.findings).toEqual([]);
  },
);

test('UP91 two columns that are only called by their languages are the text and its translation', async () => {
  const found = await sheetOf({ No: numbers(), English: words, ខ្មែរ: khmer, State: states });
  expect(found.recommendations.map(({ text, translations }) => [text, translations])).toEqual(
    words.map((text, at) => [text, { km: khmer[at] }]),
  );
});

test.each([
  'Government reply',
  'Outcome',
  'Result',
  'Reply',
  'Status',
  'Réponse de l’État',
  'Resultado',
  'លទ្ធផល',
  'ចម្លើយ',
  'رد الدولة',
  'النتيجة',
])('UP92 what a State has answered is known by its usual headings: %s', async (heading) => {
  const found = await sheetOf({ No: numbers(), Text: words, [heading]: ['Accepted', 'Let us see', 'Noted'] });
  expect(found.recommendations.map(({ position }) => position)).toEqual(['supported', 'pending', 'noted']);
  expect(found.unknownPositions).toEqual([{ value: 'Let us see', count: 1 }]);
});

test('UP92 sentences under “Outcome” are no positions', async () => {
  const long = words.map((one) => `By the end of the year the ministry will have been able to say: ${one}`);
  const found = await sheetOf({ No: numbers(), Text: words, Outcome: long });
  expect([found.unknownPositions, found.findings]).toEqual([
    undefined,
    [{ kind: 'columns-left', line: 1, count: 1, words: 'Outcome' }],
  ]);
});

test.each([
  ['ល.រ', 'រដ្ឋ'],
  ['លេខរៀង', 'ប្រទេស'],
  ['លេខ', 'ប្រទេស​ផ្តល់​អនុសាសន៍'],
  ['លេខ', 'ប្រទេសផ្ដល់អនុសាសន៍'],
  ['رقم', 'البلد'],
  ['رقم التوصية', 'الدوله'],
])('UP92 usual headings in Khmer and Arabic are known: %s, %s', async (number, state) => {
  const found = await sheetOf({ [number]: ['12', '13', '14'], Text: words, [state]: states });
  expect(found.table?.columns.map(({ field }) => field)).toEqual(['number', 'text', 'state']);
});

test('UP93 what is written around a number goes, and what was printed can be taken instead', async () => {
  const printed = [
    'Rec. 7.1',
    '(7.2)',
    '§ 7-3',
    'Recommendation no. 7.4',
    '[7.5]:',
    'Para 7.6.',
    'A12',
    'Total 2.1.2026',
  ];
  const list = printed.map((number, at) => `${number};Mend well ${at};Peru`).join('\n');
  const { recommendations } = await readBytes(bytesOf(`Number;Text;State\n${list}`));
  expect(recommendations.map(({ number }) => number)).toEqual([
    ...[1, 2, 3, 4, 5, 6].map((item) => `7.${item}`),
    'A12',
    'Total 2.1.2026',
  ]);
  expect(recommendations[0]!.flags).toContainEqual({ kind: 'number-rewritten', detail: 'Rec. 7.1', cure: 'Rec. 7.1' });
  const without = await sheetOf({ Paper: numbers('Rec. '), Recommendation: words });
  expect(without.recommendations.map(({ number }) => number)).toEqual(numbers());
});

test.each([
  [
    '7.1\tMend the wells of the north (Peru)\tx\t\n7.2\tOpen the archives (Chad)\t\tx\n7.3\tMend the roads (Togo)\tx\t\n',
    'x · x',
  ],
  ['7.1\tMend the wells of the north (Peru)\tx\t\n', 'x'],
  ['7.1;Mend the wells of the north (Peru);✓;–\n7.2;Open the archives of the war (Chad);–;✓\n', '✓ / – · – / ✓'],
])('UP106 columns of marks without a heading are said to be left out', async (rows, words) => {
  const { findings, recommendations } = await readBytes(bytesOf(rows));
  expect(recommendations[0]!.number).toBe('7.1');
  expect(findings).toContainEqual(expect.objectContaining({ kind: 'columns-left', words }));
});
