import { expect, test } from 'vitest';
import { workbook } from '../import/fixtures.ts';
import { readPositions } from './read-positions.ts';
import { replyIn } from './reply-file.ts';

const line = (stance: string | null, numbers: readonly string[]) => [stance ?? '?', ...numbers].join(' ');
type Said = { stance: string | null; references: readonly { section: string; from: number; to: number }[] }[];
const shown = (statements: Said) =>
  statements.map(({ stance, references }) =>
    line(
      stance,
      references.map(({ section, from, to }) => `${section}.${from}${to === from ? '' : `-${to}`}`),
    ),
  );
const inText = (rows: readonly (readonly string[])[]) =>
  shown(readPositions(rows.map((cells) => cells.join('\t')).join('\n'), true)?.statements ?? []);
const inSheet = async (rows: readonly (readonly string[])[]) => {
  const answer = await replyIn({ given: await workbook([{ name: 'A', rows }]), isInsisted: false });
  return answer.ok ? shown(answer.value.statements) : answer.problem;
};

const list = '110.1 110.2 110.5';
const range = '110.1-3 110.5';
test.each([
  ['110.1, 110.2 and 110.5', list],
  ['110.1, 110.2, and 110.5', list],
  ['110.1, 2 and 5', list],
  ['Recommendations 110.1, 110.2 and 110.5', list],
  ['110.1, 110.2 et 110.5', list],
  ['110.1، 110.2 و110.5', list],
  ['110.1 و 110.2 و 110.5', list],
  ['١١٠.١، ١١٠.٢ و١١٠.٥', list],
  ['110.1, 110.2 និង 110.5', list],
  ['110.1 110.2និង110.5', list],
  ['110.1 to 110.3 and 110.5', range],
  ['from 110.1 to 110.3 and 110.5', range],
  ['de 110.1 à 110.3 et 110.5', range],
  ['من 110.1 إلى 110.3 و110.5', range],
  ['ពី 110.1 ដល់ 110.3 និង 110.5', range],
])('ME66 %j in one cell names all of its numbers', async (cell, numbers) => {
  const rows = (heads: string[], ...body: string[][]) => [heads, ...body];
  const table = rows(['Position', 'Recommendations'], ['Supported', cell], ['Noted', '110.7, 110.8 and 110.9']);
  const all = (some: readonly string[] | string) => (typeof some === 'string' ? some : some.join(' | '));
  const flat = (some: readonly string[] | string) => all(some).replaceAll(' | supported', '');
  const said = `supported ${numbers} | noted 110.7 110.8 110.9`;
  expect(flat(inText(table))).toBe(said);
  expect(flat(await inSheet(table))).toBe(said);
});

test('ME66 a long list in one cell of a sheet is whole', async () => {
  const numbers = Array.from({ length: 40 }, (_, at) => `110.${at * 2 + 1}`);
  const table = [
    ['Position', 'Recommendations'],
    ['Supported', numbers.join(', ')],
    ['Noted', '110.2'],
  ];
  expect(await inSheet(table)).toEqual([line('supported', numbers), 'noted 110.2']);
});

test('ME66 several numbers before other words are asked about, one is not', () => {
  const heads = ['Position', 'Recommendation'];
  expect(inText([heads, ['Supported', '6.1 Mend the wells'], ['Noted', '6.2 and 6.3 Mend the roads']])).toEqual([
    'supported 6.1',
    '? 6.2 6.3',
  ]);
});
