import { expect, test } from 'vitest';
import { openArchive } from '../import/archive.ts';
import { wordTable } from '../import/fixtures.ts';
import { readWord } from '../import/word.ts';
import { readPositions } from './read-positions.ts';

/** Tables in replies. What each number gets: `supported 6.1 6.3`, `?` where it is asked about, nothing where nothing is said. */
function read(text: string, isInsisted = true): string[] | undefined {
  return readPositions(text, isInsisted)
    ?.statements.filter(({ by }) => by !== 'none')
    .map(({ stance, references }) =>
      [stance ?? '?', ...references.map(({ section, from }) => `${section}.${from}`)].join(' '),
    );
}
const three = ['supported 6.1', 'noted 6.2', 'supported 6.3'];
const table = (...rows: string[][]) => rows.map((cells) => cells.join('\t')).join('\n');

test.each([
  'No.\nSupported\nNoted\n6.1\n6.2\n6.3',
  'The table below says it.\nTheme\nSupported\nNoted\n6.1\n6.2\n6.3',
  'No.\nSupported\nNoted\n6.1\nx\n\n6.2\n\nx\n6.3\nx\n',
])(
  'ME58 heads of columns that have come to lines of their own set nothing, whatever stands ahead of them: %j',
  (text) => {
    const said = read(text)!;
    expect(said.every((one) => one.startsWith('?'))).toBe(true);
    expect(said[0]).toContain('6.1');
  },
);

test('ME58 a position of the list before stays that one’s', () => {
  expect(read('6.5\nSupported\n\nNo.\nSupported\nNoted\n6.1\n6.2')).toEqual(['supported 6.5', '? 6.1 6.2']);
  expect(read('Supported\n6.1\n6.3\nNoted\n6.2')).toEqual(['supported 6.1 6.3', 'noted 6.2']);
});

const words = 'Mend the wells of the villages of the north';
test.each([
  [
    ['Recommendation', 'Position', 'Comment'],
    [`6.1 ${words} (Peru)`, 'Supported', 'As 6.2 says'],
    [`6.2 ${words}`, 'Noted', 'Courts'],
    [`6.3 ${words}`, 'Supported', ''],
  ],
  [
    ['No.', 'State', 'Position', 'Comment'],
    ['6.1', 'Peru', 'Supported', 'Under way'],
    ['6.2', 'Chad', 'Noted', 'Courts'],
    ['6.3', 'Togo', 'Supported', 'Done'],
  ],
  [
    ['No.', 'Recommendation', 'Response'],
    ['6.1', words, 'Supported. The law has it'],
    ['6.2', words, 'Noted: courts decide'],
    ['6.3', words, 'Accepted, done'],
  ],
  [
    ['#', 'Recommendations', 'Position of the State'],
    ['1', `6.1 ${words}`, 'Supported'],
    ['2', `6.2 ${words}`, 'Noted'],
    ['3', `6.3 ${words}`, 'Enjoys support'],
  ],
  [
    ['N°', 'Thème', 'Réponse de l’État'],
    ['6.1', 'Eau', 'Acceptée'],
    ['6.2', 'Justice', 'Notée'],
    ['6.3', 'Presse', 'Acceptée'],
  ],
  [
    ['الرقم', 'الموضوع', 'موقف الدولة'],
    ['6.1', 'الماء', 'مقبولة'],
    ['6.2', 'العدل', 'مرفوضة'],
    ['6.3', 'الصحافة', 'مقبولة'],
  ],
])(
  'ME59 a table with a column for the position gives each row its own, whatever other columns it has: %j',
  (...rows) => {
    expect(read(table(...rows))).toEqual(three);
  },
);

test('ME59 an empty cell says nothing, a cell that is not clear is asked about, titles between rows end no table', () => {
  const rows = [
    ['No.', 'Theme', 'Position', 'Comment'],
    ['6.1', 'Water', 'Supported', ''],
    ['On schools'],
    ['6.2', 'Schools', '', 'Supported by the ministry'],
    ['6.3', 'Schools', 'Accepted and noted', ''],
    ['6.4', 'Schools', 'To be seen', ''],
    ['6.5', 'Schools', 'Partially accepted', ''],
  ];
  expect(read(table(...rows))).toEqual(['supported 6.1', '? 6.3', '? 6.4', 'partly 6.5']);
});

test('ME59 of two columns for the position that counts which says to be the last word; else rows in which they differ are asked about', () => {
  const body = [
    ['6.1', 'Supported', 'Noted'],
    ['6.2', 'Noted', 'Supported'],
    ['6.3', 'Noted', 'Noted'],
    ['6.4', 'Pending', 'Noted'],
  ];
  const last = ['noted 6.1', 'supported 6.2', 'noted 6.3', 'noted 6.4'];
  expect(read(table(['No.', 'Initial position', 'Final position'], ...body))).toEqual(last);
  const turned = body.map(([number, first, second]) => [number!, second!, first!]);
  expect(read(table(['No.', 'Final position', 'Initial position'], ...turned))).toEqual(last);
  expect(read(table(['No.', 'Response (Addendum)', 'Response'], ...turned))).toEqual(last);
  expect(read(table(['No.', 'Position', 'Response'], ...body))).toEqual(['? 6.1', '? 6.2', 'noted 6.3', 'noted 6.4']);
});

async function inWord(...rows: string[][]): Promise<string> {
  return (await readWord(await openArchive(await wordTable(rows)))).laidOut;
}

test('ME60 the rows of a Word table stay rows: marks, empty cells and lists in cells belong to their own row', async () => {
  const ticks = [
    ['No.', 'Supported', 'Noted'],
    ['6.1', 'x', ''],
    ['6.2', '', 'x'],
    ['6.3', 'x', ''],
  ];
  expect(read(await inWord(...ticks), false)).toEqual(three);
  const open = [
    ['Recs', 'Position', 'Comment'],
    ['6.1', 'Supported', ''],
    ['6.2', '', ''],
    ['6.3', 'Noted', ''],
  ];
  expect(read(await inWord(...open), false)).toEqual(['supported 6.1', 'noted 6.3']);
  const lists = [
    ['Supported', 'Noted'],
    ['6.1\n6.3\n6.5', '6.2\n6.4'],
  ];
  expect(read(await inWord(...lists), false)).toEqual(['supported 6.1 6.3 6.5', 'noted 6.2 6.4']);
  const answered = [
    ['Recommendations', 'Answer'],
    [`6.1 ${words} (Peru)`, 'Supported\nIt is law'],
    [`6.2 ${words} (Chad)`, 'Noted\nCourts decide'],
  ];
  expect(read(await inWord(...answered))).toEqual(['supported 6.1', 'noted 6.2']);
});

test('ME61 a list with words, States and positions in cells is no reply unasked; with reasons in the place of the words it is one', async () => {
  const rows = Array.from({ length: 12 }, (_, at) => [`6.${at + 1}`, words, 'Peru', at % 2 ? 'Noted' : 'Supported']);
  const confidence = (text: string) => readPositions(text)?.confidence ?? 0;
  expect(confidence(table(...rows))).toBeLessThan(0.5);
  expect(confidence(await inWord(['No.', 'Recommendation', 'State', 'Position'], ...rows))).toBeLessThan(0.5);
  const inBrackets = rows.map(([number, text, state, position]) => [`${number} ${text} (${state});`, position!]);
  expect(confidence(await inWord(['Recommendation', 'Position'], ...inBrackets))).toBeLessThan(0.5);
  const official = inBrackets.map(([text, position]) => [
    `${text!}\nSource of Position: A/HRC/99/8 - Para 110`,
    position!,
  ]);
  expect(confidence(await inWord(['Recommendation', 'Position'], ...official))).toBeLessThan(0.5);
  const reply = rows.map(([number, text, state, position]) => [number!, state!, position!, text!]);
  expect(confidence(table(['No.', 'State', 'Position', 'Reasons'], ...reply))).toBeGreaterThan(0.9);
});
