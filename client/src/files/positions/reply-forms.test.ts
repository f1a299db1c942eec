import { expect, test } from 'vitest';
import { columnParts } from './column-heads.ts';
import { readPositions } from './read-positions.ts';
import { replyText } from './reply-text.ts';

/** Each list with its stance: `supported 6.1-2`; `?` where somebody has to say it. */
function read(text: string, isInsisted = false): string[] {
  return (readPositions(text, isInsisted)?.statements ?? []).map(({ stance, references }) => {
    const shown = references.map(({ section, from, to }) => `${section}.${from}${to > from ? `-${to}` : ''}`);
    return [stance ?? '?', ...shown].join(' ');
  });
}

const two = ['supported 6.1', 'noted 6.2'];

test.each([
  ['Recommendation 6.1\nPosition: Supported\nRecommendation 6.2\nPosition: Noted'],
  ['Recommendation 6.1\n\nPosition: Supported\n\nRecommendation 6.2\n\nPosition: Noted\n'],
  ['Reply of Samora\n\nRecommendation 6.1\nPosition: Supported\n\nRecommendation 6.2\nPosition: Noted'],
  ['Recommendation 6.1:\nPosition: Supported\nRecommendation 6.2:\nPosition: Noted'],
  ['Recommendation 6.1.\nPosition: Supported.\nRecommendation 6.2.\nPosition: Noted.'],
  ['Recommendation: 6.1\nPosition: Supported\nRecommendation: 6.2\nPosition: Noted'],
  ['Recommendation No. 6.1\nState’s position: Supported\nRecommendation No. 6.2\nState’s position: Noted'],
  ['Response to recommendation 6.1\nPosition: Supported\nResponse to recommendation 6.2\nPosition: Noted'],
  ['Recommendation 6.1 / Position: Supported\nRecommendation 6.2 / Position: Noted'],
  ['Recommendation 6.1 Position: Supported\nRecommendation 6.2 Position: Noted'],
  ['Recommendation 6.1\nThe law has it.\nPosition: Supported\nRecommendation 6.2\nThe courts decide.\nPosition: Noted'],
  ['Recommendation 6.1\nPosition: Supported\nThe law has it.\nRecommendation 6.2\nPosition: Noted\nThe courts decide.'],
  ['Position: Supported\nRecommendation 6.1\nPosition: Noted\nRecommendation 6.2'],
  ['Recommandation 6.1\nPosition : Acceptée\nRecommandation 6.2\nPosition : Notée'],
  ['Recomendación 6.1\nPosición: Aceptada\nRecomendación 6.2\nPosición: Anotada'],
  ['التوصية ٦.١\nالموقف: مقبولة\nالتوصية ٦.٢\nالموقف: أُحيط بها علماً'],
  ['អនុសាសន៍ ៦.១\nជំហរ៖ បានគាំទ្រ\nអនុសាសន៍ ៦.២\nជំហរ៖ បានកត់សម្គាល់'],
])(
  'ME54 a position with its name before it goes to the recommendation of its own pair, never to the next: %j',
  (text) => {
    expect(read(text)).toEqual(two);
  },
);

test('ME54 lists, headings and quoted words in such pairs are read, and where one has no position nobody is given another’s', () => {
  expect(
    read('Recommendations 6.1, 6.2\nPosition: Supported\nRecommendations 6.3 and 6.4\nPosition: Supported in part'),
  ).toEqual(['supported 6.1 6.2', 'partly 6.3 6.4']);
  expect(read('I. Supported\nRecommendation 6.1\nRecommendation 6.2\nII. Noted\nRecommendation 6.3')).toEqual([
    ...['supported 6.1', 'supported 6.2', 'noted 6.3'],
  ]);
  const quoted = [
    ...['Recommendation 6.1: Build wells (France)', 'Position: Supported'],
    ...['Recommendation 6.2: Open the courts (Peru)', 'Position: Noted'],
  ];
  expect(read(quoted.join('\n'), true)).toEqual(two);
  const pairs = ['Recommendation 6.1', 'Position: Supported', 'Recommendation 6.2', 'Position: Noted'];
  expect(read([...pairs, 'Recommendation 6.3'].join('\n'))).toEqual(['? 6.1', '? 6.2', '? 6.3']);
});

test.each([
  ['Supported\tNoted\n6.1\t6.2\n6.3\t6.4', ['supported 6.1', 'noted 6.2', 'supported 6.3', 'noted 6.4']],
  ['Supported\tNoted\n6.1, 6.3, 6.5\t6.2, 6.4', ['supported 6.1 6.3 6.5', 'noted 6.2 6.4']],
  ['Supported (2)\tNoted (1)\n6.1, 6.3\t6.2', ['supported 6.1 6.3', 'noted 6.2']],
  ['Recommendations supported\tRecommendations noted\n6.1\t6.2', two],
  ['Supported | Noted\n6.1 | 6.2', two],
  ['|Supported|Noted|\n|---|---|\n|6.1|6.2|', two],
  ['Supported      Noted\n6.1            6.2', two],
  ['Acceptées\tNotées\n6.1\t6.2', two],
  ['Supported\tNoted\n6.1\t6.2\n6.3\t\n\t6.4', [...two, 'supported 6.3', 'noted 6.4']],
  ['Supported\tNoted\tPending\n6.1\t6.2\t6.3', [...two, 'pending 6.3']],
  ['Supported\t\tNoted\n6.1\t\t6.2', two],
  ['Theme\tSupported\tNoted\nWater\t6.1\t6.2\nSchools\t6.3–6.5\t6.6', [...two, 'supported 6.3-5', 'noted 6.6']],
  ['No.\tSupported\tNoted\tReasons\n6.1\tx\t\tThe law has it\n6.2\t\tx\tThe courts decide', two],
])('ME55 positions that stand side by side as heads of columns go to the numbers below each: %j', (text, lists) => {
  expect(read(text)).toEqual(lists);
});

test('ME55 what stands in such a table below no head, or in a row with other columns, is asked about; the words around it are read as ever', () => {
  expect(read('Supported\tNoted\n6.1\t6.2\n6.3')).toEqual([...two, '? 6.3']);
  expect(read('Supported\tNoted\n6.1\t6.2\t6.3')).toEqual(['? 6.1', '? 6.2', '? 6.3']);
  expect(read('Theme\tSupported\tNoted\n6.1\t6.2\t6.3')).toEqual(['? 6.1', 'supported 6.2', 'noted 6.3']);
  expect(read('No.\tSupported\tNoted\n6.1\tx\tx\n6.2\t\t')).toEqual(['? 6.1', '? 6.2']);
  expect(read('Supported\nNoted\n6.1, 6.3\n6.2, 6.4')).toEqual(['? 6.1 6.3 6.2 6.4']);
  const around = [
    'Samora supports recommendations 7.1 and 7.2.',
    '',
    'Supported\tNoted',
    '6.1\t6.2',
    '',
    'Thanks to all.',
  ];
  expect(read(around.join('\n'))).toEqual(['supported 7.1 7.2', ...two]);
});

test('ME55 long tables and rows take time as they are long', () => {
  const started = performance.now();
  columnParts(replyText(`Supported\tNoted\n${'6.1\t6.2\n'.repeat(20_000)}`));
  columnParts(replyText('Supported\tNoted '.repeat(20_000)));
  expect(performance.now() - started).toBeLessThan(20_000);
});
