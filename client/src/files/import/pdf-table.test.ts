import { expect, test } from 'vitest';
import { pdf } from './fixtures.ts';
import { plainly, readBytes } from './read-for-test.ts';

type Piece = [x: number, y: number, size: number, words: string];

/** Lines of a column from a height downwards. */
function column(x: number, top: number, ...lines: string[]): Piece[] {
  return lines.map((words, at) => [x, top - at * 12, 10, words]);
}

const heads: Piece[] = [
  [110, 760, 10, 'Recommendation'],
  [300, 760, 10, 'Position'],
  [400, 760, 10, 'Full list of themes'],
];

test('UP68 a list that goes as a table through a PDF is read by its columns, over the ends of pages', async () => {
  const first: Piece[] = [
    [60, 800, 10, 'UPR of Exampleland Thematic list of recommendations Page 1 of 2'],
    ...heads,
    [60, 740, 10, 'Theme: Roads and rivers'],
    ...column(
      60,
      720,
      '110.1 Mend the roads of the',
      'north before the rains (Peru);',
      'Source of Position: A/HRC/99/8',
    ),
    ...column(300, 720, 'Supported'),
    ...column(400, 720, '- Roads and all that is', 'beside them', 'SDGs:', '- 9 - INDUSTRY AND INNOVATION'),
    ...column(60, 660, '110.10 Count the boats on'),
    ...column(300, 660, 'Noted'),
    ...column(400, 660, '- Rivers'),
  ];
  const second: Piece[] = [
    [60, 800, 10, 'UPR of Exampleland Thematic list of recommendations Page 2 of 2'],
    ...heads,
    ...column(60, 740, 'all of the rivers (Chad);'),
    ...column(400, 740, '- Boats'),
    [60, 715, 10, 'Theme: Schools'],
    ...column(60, 695, '110.2 Open 3 schools, and', '12 more in the next year', '(Togo);'),
    ...column(300, 695, 'Supported'),
    ...column(400, 695, '- Schools'),
  ];
  const found = await readBytes(pdf([first, second]));
  expect(found.file).toBe('pdf');
  expect(found.table?.origin).toBe('ohchr-list');
  expect(plainly(found)).toEqual([
    [
      '110.1',
      'Mend the roads of the north before the rains',
      ['PER'],
      'supported',
      ['Roads and all that is beside them'],
      ['9'],
    ],
    ['110.10', 'Count the boats on all of the rivers', ['TCD'], 'noted', ['Rivers', 'Boats'], []],
    ['110.2', 'Open 3 schools, and 12 more in the next year', ['TGO'], 'supported', ['Schools'], []],
  ]);
  expect(found.recommendations[0]!.source).toBe('A/HRC/99/8');
});

test('UP68 headings may go over two lines, and numbers have a column of their own', async () => {
  const page: Piece[] = [
    ...column(60, 760, 'No.'),
    ...column(110, 760, 'Recommendation and', 'recommending State'),
    ...column(300, 760, 'Position of the State', 'under review'),
    ...column(60, 720, '110.1'),
    ...column(110, 720, 'Mend the roads', '(Peru)'),
    ...column(300, 720, 'Supported'),
    ...column(60, 690, '110.2'),
    ...column(110, 690, 'Count 110.1 boats', '(Chad)'),
    ...column(300, 690, 'Noted'),
  ];
  expect(plainly(await readBytes(pdf([page])))).toEqual([
    ['110.1', 'Mend the roads', ['PER'], 'supported', [], []],
    ['110.2', 'Count 110.1 boats', ['TCD'], 'noted', [], []],
  ]);
});

test('UP68 a report with a small table in it stays a report', async () => {
  const table: Piece[] = [...heads, ...column(60, 740, '110.1 Mend'), ...column(300, 740, 'Noted')];
  const more: Piece[] = [...column(60, 715, '110.2 Count'), ...column(300, 715, 'Noted')];
  const list = Array.from(
    { length: 20 },
    (_, at) => `110.${at + 1} Mend road number ${at + 1}, and hear those who live beside it before the rains (Peru);`,
  );
  const found = await readBytes(pdf([[...table, ...more], column(60, 760, '110. These will be examined:', ...list)]));
  expect([found.table, found.recommendations.length >= 20]).toEqual([null, true]);
});

test('UP68 what stands far beside the page, or beside headings without numbers, is no table', async () => {
  const list = column(60, 720, '110.1 Mend the roads (Peru);', '110.2 Count the boats (Chad);');
  const far: Piece[] = [...heads, [9_000_000, 760, 10, 'Far away'], ...list];
  expect((await readBytes(pdf([far]))).recommendations.map(({ number }) => number)).toEqual(['110.1', '110.2']);
  const report = await readBytes(pdf([list]));
  expect([report.table, report.recommendations.length]).toEqual([null, 2]);
});
