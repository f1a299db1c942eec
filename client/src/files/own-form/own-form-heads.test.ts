import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { testWords } from '../export/words.fixture.ts';
import { wordTable } from '../import/fixtures.ts';
import { wordsOf } from './form.ts';
import { kinds, tablesOf } from './own-form.fixture.ts';

type Rows = readonly (readonly string[])[];

/** A table of a group's own as a file: a row of one cell goes over the whole width. */
function made(as: (typeof kinds)[number], rows: Rows): Promise<Uint8Array> {
  if (as === 'docx') return wordTable(rows);
  const sheet = utils.aoa_to_sheet(rows.map((cells) => [...cells]));
  const width = Math.max(...rows.map((cells) => cells.length));
  sheet['!merges'] = rows.flatMap((cells, r) =>
    cells.length === 1 ? [{ s: { r, c: 0 }, e: { r, c: width - 1 } }] : [],
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Group A');
  return Promise.resolve(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer));
}

async function read(as: (typeof kinds)[number], rows: Rows) {
  const [table] = await tablesOf(await made(as, rows), await testWords('en'));
  return table!.rows.map(({ number, words, cluster, actions, risks }) => [
    number,
    words,
    cluster,
    ...actions.map((action) => [wordsOf(action.text), wordsOf(action.indicator), action.timeframe].join(' / ')),
    ...risks.map(({ risk, response }) => `${wordsOf(risk)} > ${wordsOf(response)}`),
  ]);
}

const heads = ['No.', 'Recommendation', 'Action', 'Indicator', 'Timeframe', 'Risk', 'Response'];
const line = (number: string) => [number, 'Mend the wells', 'Train', 'Ten wells', '2027', 'Floods', 'Dams'];
const one = (number: string, cluster = '') => [
  number,
  'Mend the wells',
  cluster,
  'Train / Ten wells / 2027',
  'Floods > Dams',
];

test.each(kinds)('FO76 titles may stand above the heads, and heads in two rows: %s', async (as) => {
  expect(await read(as, [['Action strategy of group A'], heads, line('6.1'), line('6.2')])).toEqual([
    one('6.1'),
    one('6.2'),
  ]);
  const twofold = [...heads.slice(0, 5), 'Risks and responses', ''];
  const below = ['', '', '', '', '', 'Risk', 'Response'];
  expect(await read(as, [['Our plan'], twofold, below, line('6.1')])).toEqual([one('6.1')]);
});

test.each(kinds)(
  'FO76 titles between rows are clusters, one above another too; words below all rows stay: %s',
  async (as) => {
    const rows = [heads, ['Women'], line('6.1'), ['Children'], ['Schools'], line('6.2'), ['Seen by the whole group']];
    expect(await read(as, rows)).toEqual([
      one('6.1', 'Women'),
      one('6.2', 'Children · Schools'),
      ['Seen by the whole group', '', 'Children · Schools'],
    ]);
  },
);

test.each([
  ['N°', 'Recommandation', 'Activités des OSC', 'Indicateurs de résultats', 'Calendrier', 'Risques', 'Réponses'],
  ['N.º', 'Recomendación', 'Acciones', 'Indicadores', 'Plazo', 'Riesgos', 'Respuestas'],
  ['الرقم', 'التوصية', 'الأنشطة', 'المؤشرات', 'الإطار الزمني', 'المخاطر', 'الاستجابة'],
  ['លេខ', 'អនុសាសន៍', 'សកម្មភាព', 'សូចនាករ', 'ពេលវេលាអនុវត្ត', 'ហានិភ័យ', 'ការឆ្លើយតប'],
  ['Rec. no.', 'UPR recommendation', 'CSO actions', 'Indicators of success', 'Time frame', 'Risks', 'Risk response'],
])('FO77 heads are known in every language of the board, whatever the page is in: %s, %s', async (...own) => {
  for (const as of kinds) expect(await read(as, [own, line('6.1')])).toEqual([one('6.1')]);
});

test.each(kinds)('FO77 a number may stand before the words of its recommendation: %s', async (as) => {
  const rows = [
    heads.slice(1),
    ['6.1 Mend the wells', ...line('').slice(2)],
    ['0.7 per cent of all', ...line('').slice(2)],
  ];
  expect(await read(as, rows)).toEqual([one('6.1'), ['', '0.7 per cent of all', ...one('').slice(2)]]);
});
