import { expect, test } from 'vitest';
import { readReport } from './report.ts';

const entry = (item: number, state = ' (Peru);') => `9.${item} Mend the wells of the village number ${item}${state}`;
const positions = (...lines: string[]) => {
  const { recommendations } = readReport(lines.join('\n'));
  return recommendations.map(({ position, flags }) =>
    flags.some(({ kind }) => kind === 'position-unknown') ? '?' : position,
  );
};
const headed = ['supported', 'supported', 'noted', 'noted'];

test.each([
  ['Supported', 'Noted'],
  ['SUPPORTED:', 'NOTED:'],
  ['Accepted recommendations', 'Noted recommendations'],
  ['1. Supported recommendations', '2. Noted recommendations'],
  ['A. Recommendations accepted (2)', 'B. Recommendations rejected (2)'],
  ['Recommandations acceptées', 'Recommandations notées'],
  ['Recomendaciones aceptadas', 'Recomendaciones rechazadas'],
  ['التوصيات المقبولة', 'التوصيات المرفوضة'],
  ['مقبولة', 'مرفوضة'],
  ['អនុសាសន៍ដែលបានទទួលយក', 'អនុសាសន៍ដែលបានកត់សម្គាល់'],
])('UP116 %j alone on a line before the first entry leads in what follows, and %j what follows that', (one, other) => {
  for (const state of [' (Peru);', '.'])
    for (const blank of [[], ['']])
      for (const bullet of ['', '• '])
        expect(
          positions(
            'Our list',
            ...[one, ...blank, bullet + entry(1, state), bullet + entry(2, state), ...blank],
            ...[other, ...blank, bullet + entry(3, state), bullet + entry(4, state)],
          ),
        ).toEqual(headed);
  const found = readReport([one, entry(1), entry(2), other, entry(3)].join('\n'));
  expect(found.recommendations.every(({ text }) => /number \d$/.test(text))).toBe(true);
  expect(found.recommendations.flatMap(({ flags }) => flags)).toEqual([]);
});

test('UP116 titles of parts below such headings change nothing', () => {
  expect(
    positions('Supported', 'A. Water', entry(1), 'B. Land', entry(2), 'Noted', 'A. Water', entry(3), entry(4)),
  ).toEqual(headed);
  expect(positions('Supported', entry(1), entry(2), 'Pending', 'None')).toEqual(['supported', 'supported']);
});

test('UP116 a position below each entry is its own', () => {
  expect(positions(entry(1), 'Supported', entry(2), 'Noted', entry(3), 'Pending')).toEqual([
    'supported',
    'noted',
    'pending',
  ]);
});

test.each([
  [
    'below entries without one',
    [entry(1), entry(2), entry(3), 'Supported', entry(4), entry(5)],
    'pendingpendingpending??',
  ],
  ['before the first and behind the last', ['Supported', entry(1), 'Noted', entry(2), 'Supported'], '??'],
  ['one beside the other', ['Supported', 'Noted', entry(1), entry(2)], '??'],
])('UP116 positions %s are asked about', (_, lines, said) => {
  expect(positions(...lines).join('')).toBe(said);
});

test('UP116 a great many of them in one place are read in time', () => {
  const lines = ['Supported', entry(1), ...Array.from({ length: 60_000 }, () => 'Noted'), entry(2)];
  expect(positions(...lines).at(-1)).toBe('?');
}, 60_000);
