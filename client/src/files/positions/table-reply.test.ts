import { type NewRecommendation, type Recommendation, readCatalogue, takeIn } from '@board/shared/model/catalogue';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type CellMade, openDocument, type SheetMade, workbook } from '../import/fixtures.ts';
import { bytesOf } from '../import/read-for-test.ts';
import type { ReplyAnswer } from './read-reply.ts';
import { replyIn } from './reply-file.ts';
import { settle } from './settle.ts';

const base: NewRecommendation = { number: '', text: {}, states: [], position: 'pending', themes: [], source: '' };

function catalogueOf(most: number): Recommendation[] {
  const doc = new Y.Doc();
  const numbers = Array.from({ length: most }, (_, at) => `110.${at + 1}`);
  takeIn(
    doc,
    numbers.map((number) => ({ ...base, number })),
  );
  return readCatalogue(doc);
}

/** What a reply would set, and what it leaves to be asked, each by its number. */
function outcome(answer: ReplyAnswer, most = 24) {
  if (!answer.ok) return answer.problem;
  const { settled, misprints } = settle(answer.value, catalogueOf(most), new Map());
  const set = settled.filter(({ question }) => question === null).map(({ number, after }) => `${number} ${after}`);
  const asked = settled.filter(({ question }) => question !== null).map(({ number }) => number);
  const mended = misprints.map(({ kind, printed, line, numbers }) => `${line} ${printed} ${kind} ${numbers}`);
  return { set, asked, mended, confidence: answer.value.confidence };
}

type Rows = readonly (readonly (CellMade | null)[])[];
type Extra = Omit<SheetMade, 'name' | 'rows'>;

const sheet = async (rows: Rows, extra: Extra = {}, isInsisted = false) =>
  outcome(await replyIn({ given: await workbook([{ name: 'A', rows, ...extra }]), isInsisted }));
const inText = async (rows: readonly (readonly string[])[], separator: string) =>
  outcome(await replyIn({ given: bytesOf(rows.map((cells) => cells.join(separator)).join('\r\n')) }));

const answered = { set: ['110.1 supported', '110.2 noted', '110.3 supported'], asked: [], mended: [], confidence: 1 };
const words = [
  ['No.', 'Position'],
  ['110.1', 'Supported'],
  ['110.2', 'Noted'],
  ['110.3', 'Accepted'],
];

test('ME62 a table of numbers and positions without texts is the State’s reply, in every kind of file', async () => {
  expect(await sheet(words)).toEqual(answered);
  for (const separator of [';', ',', '\t']) expect(await inText(words, separator)).toEqual(answered);
  expect(outcome(await replyIn({ given: words.map((row) => row.join('\t')).join('\n') }))).toEqual(answered);
  const cells = (row: readonly string[]) =>
    row.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`).join('');
  const table = words.map((row) => `<table:table-row>${cells(row)}</table:table-row>`).join('');
  const body = `<office:body><table:table table:name="A">${table}</table:table></office:body>`;
  expect(outcome(await replyIn({ given: await openDocument(body) }))).toEqual(answered);
});

test.each<[string, Rows]>([
  [
    'ticks',
    [
      ['Rec.', 'Supported', 'Noted'],
      ['110.1', 'x', null],
      ['110.2', null, 'x'],
      ['110.3', 'x', null],
    ],
  ],
  [
    'numbers below',
    [
      ['Supported', 'Noted'],
      ['110.1', '110.2'],
      ['110.3', null],
    ],
  ],
  [
    'lists below',
    [
      ['Supported', 'Noted'],
      ['110.1, 110.3', '110.2'],
    ],
  ],
  ['no heads', words.slice(1)],
  ['a title above', [['Answers of Exampleland'], [], ...words]],
  ['the recommendation’s column', [['Recommendation', 'Response'], ...words.slice(1)]],
  [
    'numbers with words',
    [
      ['Rec.', 'Reply'],
      ['Rec. 110.1', 'Supported'],
      ['(110.2)', 'Noted'],
      ['§ 110.3', 'Supported'],
    ],
  ],
  ['titles', [['Supported recommendations'], [null, '110.1'], [null, '110.3'], ['Noted'], [null, '110.2']]],
  [
    'its reasons',
    [
      ['No.', 'Position', 'Explanation'],
      ['110.1', 'Supported', 'The ministry has begun to work on this, and will report on it in two years.'],
      ['110.2', 'Noted', 'The constitution as it stands does not allow for it, as the courts have found.'],
      ['110.3', 'Supported', 'A bill is before the parliament, which will vote on it in the coming year.'],
    ],
  ],
  [
    'letters',
    [
      ['No.', 'S/N'],
      ['110.1', 'S'],
      ['110.2', 'N'],
      ['110.3', 'S'],
    ],
  ],
  [
    'in French',
    [
      ['N°', 'Position de l’État'],
      ['110.1', 'Acceptée'],
      ['110.2', 'Notée'],
      ['110.3', 'Acceptée'],
    ],
  ],
  [
    'in Arabic',
    [
      ['الرقم', 'موقف الدولة'],
      ['١١٠٫١', 'مقبولة'],
      ['١١٠٫٢', 'أحيط بها علما'],
      ['١١٠٫٣', 'مقبولة'],
    ],
  ],
  [
    'in Khmer',
    [
      ['លេខ', 'ជំហរ'],
      ['១១០.១', 'គាំទ្រ'],
      ['១១០.២', 'កត់សម្គាល់'],
      ['១១០.៣', 'គាំទ្រ'],
    ],
  ],
])('ME62 however its positions stand: %s', async (_, rows) => {
  expect(await sheet(rows)).toEqual(answered);
});

test('ME62 a table with the texts of recommendations is a list, unless somebody insists', async () => {
  const list = [
    ['No.', 'Recommendation', 'Position'],
    ['110.1', 'Mend the roads of the north before the winter (Peru)', 'Supported'],
    ['110.2', 'Mend the bridges of the south before the winter (Chad)', 'Noted'],
    ['110.3', 'Open the archives of the capital to everybody (Togo)', 'Supported'],
  ];
  expect(await sheet(list)).toBe('nothing-found');
  expect(await sheet(list.map(([number, text, said]) => [number!, said!, text!]))).toBe('nothing-found');
  expect(await sheet(list.slice(1))).toBe('nothing-found');
  expect(await sheet(list, {}, true)).toEqual(answered);
  const both = workbook([
    { name: 'List', rows: list },
    { name: 'Counts', rows: words },
  ]);
  expect(outcome(await replyIn({ given: await both }))).toBe('nothing-found');
  expect(
    await sheet([
      ['No.', 'Year'],
      ['110.1', '2019'],
      ['110.2', '2020'],
    ]),
  ).toBe('nothing-found');
});

test('ME62 a list is a list where its heading says that recommendations are below it, however short they are', async () => {
  for (const head of ['Recommendation', 'Recommandation', 'التوصية']) {
    const rows = [
      ['No', head, 'State', 'Position'],
      ['121.1', 'Abolish tolls', 'Peru', 'Noted'],
      ['121.2', 'Print maps', 'Chad', 'Noted'],
      ['121.3', 'Light piers', 'Mali', 'Supported'],
    ];
    expect([head, await sheet(rows)]).toEqual([head, 'nothing-found']);
    for (const separator of [',', ';', '\t', '|'])
      expect([head, separator, await inText(rows, separator)]).toEqual([head, separator, 'nothing-found']);
  }
});

test('ME62 what differs, is not clear, or has two marks is asked about, and so is a hidden row; an empty cell says nothing', async () => {
  const rows: Rows = [
    ['No.', 'Position'],
    ['110.1', 'Supported'],
    ['110.2', 'Supported in part'],
    ['110.3', 'To be discussed with the ministry'],
    ['110.4', null],
    ['110.5', 'Noted'],
    ['110.5', 'Supported'],
    ['110.6', 'Noted'],
  ];
  const { set, asked } = (await sheet(rows, { hiddenRows: [8] })) as Exclude<Awaited<ReturnType<typeof sheet>>, string>;
  expect([set, asked]).toEqual([['110.1 supported'], ['110.2', '110.3', '110.5', '110.6']]);
  const marked: Rows = [
    ['No.', 'Supported', 'Noted'],
    ['110.1', 'x', 'x'],
    ['110.2', 'x', null],
    ['110.3', 'in part', null],
  ];
  expect(await sheet(marked)).toMatchObject({ set: ['110.2 supported'], asked: ['110.1', '110.3'] });
});

test('ME63 a zero that a sheet has taken from a number is put back where its neighbours tell it, and named', async () => {
  const rows = (last: number) =>
    Array.from({ length: last }, (_, at): CellMade[] => [
      Number(`110.${at + 1}`),
      at % 2 === 0 ? 'Supported' : 'Noted',
    ]);
  const all = Array.from({ length: 21 }, (_, at) => `110.${at + 1} ${at % 2 === 0 ? 'supported' : 'noted'}`);
  const found = await sheet([['No.', 'Position'], ...rows(21)]);
  expect(found).toMatchObject({ set: all, asked: [] });
  expect(found).toMatchObject({ mended: ['11 110.1 zero-lost 110.10', '21 110.2 zero-lost 110.20'] });
  const separated = [['No.', 'Position'], ...rows(21).map((cells) => cells.map(String))];
  for (const separator of [';', '\t'])
    expect(await inText(separated, separator)).toMatchObject({ set: all, asked: [] });
});

test('ME63 what its neighbours do not tell is asked about with all that it may be', async () => {
  const parted: Rows = [
    ['No.', 'Position'],
    [110.1, 'Supported'],
    [110.3, 'Supported'],
    [110.12, 'Supported'],
    [110.2, 'Noted'],
    [110.21, 'Noted'],
  ];
  const found = (await sheet(parted)) as { asked: string[] };
  expect(found).toMatchObject({ set: ['110.3 supported', '110.12 supported', '110.21 noted'], mended: [] });
  expect(found).toMatchObject({ asked: ['110.1', '110.2', '110.10', '110.20'] });
  const columns: Rows = [
    ['Supported', 'Noted'],
    [110.1, 110.2],
    [110.12, 110.21],
  ];
  expect(await sheet(columns)).toMatchObject({ asked: ['110.1', '110.2', '110.10', '110.20'] });
  // Whether there is such a number the catalogue says.
  expect(await sheet([...parted.slice(0, 4), [110.2, 'Noted']])).toMatchObject({ asked: found.asked });
  const few = outcome(await replyIn({ given: await workbook([{ name: 'A', rows: parted.slice(0, 3) }]) }), 9);
  expect(few).toMatchObject({ set: ['110.1 supported', '110.3 supported'], asked: [] });
  const asText = parted.map(([number, said]) => [String(number), said!]);
  expect(await sheet([...asText, ['110.20', 'Noted']])).toMatchObject({ asked: [], mended: [] });
});

test('ME63 a number that a sheet has made a date is put back, and named', async () => {
  const bytes = workbook(
    [
      {
        name: 'A',
        rows: [
          ['No.', 'Position'],
          [{ number: 44927 + 5, format: 1 }, 'Supported'],
          [{ number: 44927 + 36, format: 1 }, 'Noted'],
          ['6.13', 'Supported'],
        ],
      },
    ],
    ['General', 'd-mmm'],
  );
  const answer = await replyIn({ given: await bytes });
  const found = answer.ok
    ? answer.value.statements.map(
        ({ references: [one], stance }) => `${one!.section}.${one!.from} ${one!.misprint} ${stance}`,
      )
    : [];
  expect(found).toEqual(['6.1 made-date supported', '6.2 made-date noted', '6.13 null supported']);
});
