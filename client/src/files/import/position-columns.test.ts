import { expect, test } from 'vitest';
import { wordTable, workbook } from './fixtures.ts';
import { readBytes } from './read-for-test.ts';

const rows = (first: readonly string[], second: readonly string[]) =>
  first.map((position, at) => [`7.${at + 1}`, `Mend the wells of village ${at}`, 'Peru', position, second[at]!]);
const read = async (heads: readonly [string, string], first: readonly string[], second: readonly string[]) => {
  const sheet = [['No.', 'Recommendation', 'State', ...heads], ...rows(first, second)];
  const found = await readBytes(workbook([{ name: 'List', rows: sheet }]));
  return {
    positions: found.recommendations.map(({ position }) => position),
    open: found.recommendations.flatMap(({ flags }) =>
      flags.flatMap(({ kind, detail }) => (kind === 'positions-differ' ? [detail] : [])),
    ),
    left: found.findings.filter(({ kind }) => kind === 'columns-left').map(({ words }) => words),
  };
};
const report = ['Supported', 'Noted', 'Supported'];
const answer = ['Noted', 'Supported', 'Supported'];
const lasting = ['noted', 'supported', 'supported'];

test.each([
  ['Position in report', 'Final position'],
  ['Initial response', 'Final response'],
  ['Response', 'Response (Addendum)'],
  ['Position', 'Updated position'],
  ['Réponse', 'Réponse définitive'],
] as const)(
  'UP104 of two columns with positions the one that says to be the last word counts, and the other is named: %s, %s',
  async (...heads) => {
    expect(await read(heads, report, answer)).toEqual({ positions: lasting, open: [], left: [heads[0]] });
    const turned = [heads[1], heads[0]] as const;
    expect((await read(turned, answer, report)).positions).toEqual(lasting);
  },
);

test('UP104 where no heading tells which it is rows that differ are asked about; what was pending has been answered', async () => {
  const asked = {
    positions: ['pending', 'pending', 'supported'],
    open: ['Supported · Noted', 'Noted · Supported'],
    left: [],
  };
  expect(await read(['Response', 'Response'], report, answer)).toEqual(asked);
  expect(await read(['Response', 'Reply of the cabinet'], report, answer)).toEqual(asked);
  const later = await read(['Response', 'Response'], ['Pending', 'Pending', 'Noted'], ['Noted', 'Supported', 'Noted']);
  expect(later).toEqual({ positions: ['noted', 'supported', 'noted'], open: [], left: [] });
});

test('UP104 a source below a position in its cell is no second one', async () => {
  const cells = ['Supported\nSource of position: A/HRC/1/2/Add.1 - Para. 3', 'Noted\nPara. 4'];
  const body = cells.map((cell, at) => [`7.${at + 1}`, `Mend the wells of village ${at}`, cell]);
  const found = await readBytes(wordTable([['No.', 'Recommendation', 'Position'], ...body]));
  expect(found.recommendations.map(({ position }) => position)).toEqual(['supported', 'noted']);
});
