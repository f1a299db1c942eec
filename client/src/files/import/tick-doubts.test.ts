import { expect, test } from 'vitest';
import { workbook } from './fixtures.ts';
import { bytesOf, readBytes } from './read-for-test.ts';

const text = (at: number) => `Mend the wells of village ${at}`;

/** A sheet of recommendations with these further columns. */
async function read(heads: readonly string[], ...rows: readonly (readonly string[])[]) {
  const body = rows.map((cells, at) => [`7.${at + 1}`, text(at), 'Peru', ...cells]);
  const found = await readBytes(
    workbook([{ name: 'List', rows: [['No.', 'Recommendation', 'Country', ...heads], ...body] }]),
  );
  return {
    positions: found.recommendations.map(({ position }) => position),
    asked: found.unknownPositions?.map(({ value }) => value) ?? [],
    left: found.findings.flatMap((one) => (one.kind === 'columns-left' ? [one.words] : [])),
  };
}

const signs = ['✗', '✘', '❌', '✖', '☐', '☒', '-', '–', '?', '...', '[ ]', 'no', '×', '👎'];

test.each(signs)(
  'UP110 below a single head a sign that is no known yes sets no position, and is asked about: %s',
  async (sign) => {
    for (const [head, yes] of [
      ['Accepted', 'supported'],
      ['Noted', 'noted'],
      ['Not supported', 'noted'],
      ['Enjoys the support', 'supported'],
    ] as const)
      expect(await read([head], ['✓'], [sign], ['✓'])).toEqual({
        positions: [yes, 'pending', yes],
        asked: [`${head}: ${sign}`],
        left: [],
      });
  },
);

test('UP110 boxes that are typed are marks; a lone “✗” says neither yes nor no, an “x” says yes', async () => {
  expect((await read(['Accepted'], ['[x]'], ['[ ]'])).positions).toEqual(['supported', 'pending']);
  expect((await read(['Supported', 'Noted'], ['[x]', '[ ]'], ['[ ]', '[X]'])).positions).toEqual([
    'supported',
    'noted',
  ]);
  expect(await read(['Accepted'], ['x'], [''])).toEqual({ positions: ['supported', 'pending'], asked: [], left: [] });
  expect(await read(['Accepted'], ['✗'], [''])).toEqual({
    positions: ['pending', 'pending'],
    asked: ['Accepted: ✗'],
    left: [],
  });
});

test.each(['Supported ✗', '☐ Supported', 'Accepted?', 'Supported: no', 'Noted: ❌', 'Supported [ ]'])(
  'UP110 a position in words with a sign that may turn it round is asked about: %s',
  async (cell) => {
    expect(await read(['Position'], ['Supported'], ['Noted'], [cell])).toEqual({
      positions: ['supported', 'noted', 'pending'],
      asked: [cell],
      left: [],
    });
  },
);

test('UP110 in a text file as well', async () => {
  const rows = ['No.;Recommendation;Country;Accepted', `7.1;${text(1)};Peru;✓`, `7.2;${text(2)};Chad;✗`];
  const found = await readBytes(bytesOf(rows.join('\r\n')));
  expect(found.recommendations.map(({ position }) => position)).toEqual(['supported', 'pending']);
});

test.each([
  ['Support', 'Note'],
  ['Acc.', 'Noted'],
  ['Acc.', 'Not.'],
  ['Accepted by the Government', 'Noted by the Government'],
  ['Government: supported', 'Government: noted'],
  ['Supported (Yes/No)', 'Noted (Yes/No)'],
  ['Acceptée par le gouvernement', 'Notée par l’État'],
  ['Aceptada por el Gobierno', 'Anotada por el Estado'],
])('UP114 heads of marks may be short, say whose position it is and how to mark it: %s, %s', async (...heads) => {
  expect(await read(heads, ['✓', ''], ['', '✓'], ['✓', ''])).toEqual({
    positions: ['supported', 'noted', 'supported'],
    asked: [],
    left: [],
  });
});

test('UP114 “Accepted (Yes/No)” is read; words below “Note” stay comments, and marks of others are named', async () => {
  expect(await read(['Accepted (Yes/No)'], ['Yes'], ['No'])).toEqual({
    positions: ['supported', 'pending'],
    asked: ['Accepted: No'],
    left: [],
  });
  expect((await read(['Support', 'Note'], ['x', 'Ask the ministry'], ['', 'Later'])).positions).toEqual([
    'supported',
    'pending',
  ]);
  expect(await read(['Accepted by the Government', 'Accepted by NGOs'], ['x', ''], ['', 'x'])).toEqual({
    positions: ['supported', 'pending'],
    asked: [],
    left: ['Accepted by NGOs'],
  });
});
