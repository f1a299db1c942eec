import { expect, test } from 'vitest';
import { readReport } from './report.ts';

test('UP60 a lead-in whose words are not known is asked about once, for all recommendations under it', () => {
  const words = 'The following recommendations enjoy the support of Samora in principle:';
  const list = `118. ${words}\n118.1 Mend one (Peru);\n118.2 Mend two (Chad);\n`;
  const open = readReport(list);
  expect(open.unknownPositions).toEqual([{ value: words, count: 2 }]);
  const told = readReport(list, { [words.toLowerCase()]: 'noted' });
  expect(told.recommendations.map(({ position, flags }) => [position, flags])).toEqual([
    ['noted', []],
    ['noted', []],
  ]);
  expect([told.unknownPositions, told.findings[0]]).toEqual([
    undefined,
    { kind: 'lead-in', line: 1, number: '118', words, position: 'noted' },
  ]);
});

test.each(['118. ', ''])('UP74 the first lead-in too is asked about where its words are not known: "%s"', (number) => {
  const words = 'The recommendations of the dialogue have been looked at by Samora, which is glad of them:';
  const list = `II. Conclusions of the debate\n${number}${words}\n118.1 Mend one (Peru);\n118.2 Mend two (Chad);\n`;
  const open = readReport(list);
  expect(open.unknownPositions).toEqual([{ value: words, count: 2 }]);
  expect(open.recommendations.map(({ position, flags }) => [position, flags])).toEqual([
    ['pending', [{ kind: 'position-unknown', detail: words }]],
    ['pending', [{ kind: 'position-unknown', detail: words }]],
  ]);
  const told = readReport(list, { [words.toLowerCase()]: 'supported' });
  expect(told.recommendations.map(({ position }) => position)).toEqual(['supported', 'supported']);
});

test('UP74 a title above a list is no lead-in, and a list without one has nothing to ask about', () => {
  for (const title of ['Recommendations to Samora:', 'Samora 2019', ''])
    expect(readReport(`${title}\n118.1 Mend one (Peru);\n118.2 Mend two (Chad);\n`).unknownPositions).toBe(undefined);
});
