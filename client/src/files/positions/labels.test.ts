import { expect, test } from 'vitest';
import { openArchive } from '../import/archive.ts';
import { wordTable } from '../import/fixtures.ts';
import { readWord } from '../import/word.ts';
import { readPositions } from './read-positions.ts';

/** Each list with its stance: `supported 6.1-2`; `?` where somebody has to say it. */
function read(text: string): string[] {
  return (readPositions(text)?.statements ?? []).map(({ stance, references }) => {
    const shown = references.map(({ section, from, to }) => `${section}.${from}${to > from ? `-${to}` : ''}`);
    return [stance ?? '?', ...shown].join(' ');
  });
}

test.each([
  ['Accepted: 6.1, 6.2, 6.5\nNoted: 6.3, 6.4', ['supported 6.1 6.2 6.5', 'noted 6.3 6.4']],
  ['Not supported: 6.1, 6.2\nSupported: 6.3, 6.4', ['noted 6.1 6.2', 'supported 6.3 6.4']],
  ['Supported\n6.1, 6.2\nNoted\n6.3', ['supported 6.1 6.2', 'noted 6.3']],
  ['Supported\n\n6.1\n6.2\n\nNoted\n\n6.3\n6.4', ['supported 6.1 6.2', 'noted 6.3 6.4']],
  ['Supported\t6.1, 6.2\nNoted\t6.3', ['supported 6.1 6.2', 'noted 6.3']],
  ['Position\tHow many\tNumbers\nSupported\t2\t6.1, 6.2\nNoted\t1\t6.3', ['supported 6.1 6.2', 'noted 6.3']],
  ['Accepted: 6.1, 6.2.\nNoted: 6.3.', ['supported 6.1 6.2', 'noted 6.3']],
  ['Accepted (2): 6.1, 6.2; noted: 6.3', ['supported 6.1 6.2', 'noted 6.3']],
  ['1. Supported: 6.1, 6.2\n2. Noted: 6.3', ['supported 6.1 6.2', 'noted 6.3']],
  ['Supported: 6.1, 6.2\nNoted: none\nPending: 6.3', ['supported 6.1 6.2', 'pending 6.3']],
  ['Supported: 6.1–6.8, except 6.5\nNoted: 6.9', ['supported 6.1-8', '? 6.5', 'noted 6.9']],
  [
    'The following recommendations enjoy support: 6.1, 6.2\nNoted: 6.3\nAccepted in part: 6.4, 6.5',
    ['supported 6.1 6.2', 'noted 6.3', 'partly 6.4 6.5'],
  ],
  [
    'Accepted\n6.1 (wells)\n6.2 (roads)\nNoted\n6.3 (courts)\n6.4 (mines)',
    ['supported 6.1', 'supported 6.2', 'noted 6.3', 'noted 6.4'],
  ],
  ['Supported:\n• 6.1\n• 6.2\nNoted:\n• 6.3', ['supported 6.1', 'supported 6.2', 'noted 6.3']],
  ['Supported:\n- 6.1;\n- 6.2.\nNoted:\n- 6.3;\n- 6.4.', ['supported 6.1', 'supported 6.2', 'noted 6.3', 'noted 6.4']],
  ['Position: Supported\n6.1\nPosition: Noted\n6.2', ['supported 6.1', 'noted 6.2']],
  ['Enjoys support\n6.1, 6.2\nDoes not enjoy support\n6.3', ['supported 6.1 6.2', 'noted 6.3']],
  ['Samora supports recommendations 6.1, 6.2.\nNoted\n6.3, 6.4', ['supported 6.1 6.2', 'noted 6.3 6.4']],
])('ME40 a position that stands ahead of its list goes to that list, never to the one before: %j', (text, lists) => {
  expect(read(text)).toEqual(lists);
});

test.each([
  ['6.1 Supported\n6.2 Noted'],
  ['6.1, Supported, 6.2, Noted'],
  ['6.1\tSupported\tThe law has it.\n6.2\tNoted\tThe courts decide.'],
  ['6.1\nSupported\nThe law has it.\n6.2\nNoted\nThe courts decide.'],
  ['6.1\nThe law has it.\nSupported\n6.2\nThe courts decide.\nNoted'],
  ['Recommendation\nPosition\n6.1\nEnjoys support\n6.2\nDoes not enjoy support'],
  ['6.1 (supported), 6.2 (noted)'],
  ['Accepted recommendations\n6.1 Supported\n6.2 Noted'],
])('ME40 where all positions stand behind their lists they go to those: %j', (text) => {
  expect(read(text)).toEqual(['supported 6.1', 'noted 6.2']);
});

test('ME40 a Word table is read so with its positions in the first column as in the last', async () => {
  const textOf = async (rows: string[][]) => (await readWord(await openArchive(await wordTable(rows)))).text;
  const ahead = [
    ['Position', 'Recommendations'],
    ['Supported', '6.1, 6.2, 6.3'],
    ['Noted', '6.4, 6.5'],
  ];
  const lists = ['supported 6.1 6.2 6.3', 'noted 6.4 6.5'];
  expect(read(await textOf(ahead))).toEqual(lists);
  expect(read(await textOf(ahead.map(([position, numbers]) => [numbers!, position!])))).toEqual(lists);
});

test.each([
  ['6.1\nSupported\n6.2\nNoted\n6.3', ['? 6.1', '? 6.2', '? 6.3']],
  ['Supported\n6.1, 6.2\nNoted\n6.3\nPending', ['? 6.1 6.2', '? 6.3']],
  ['Accepted\nNoted\n6.1, 6.2\n6.3', ['? 6.1 6.2 6.3']],
  [
    'Samora supports recommendations 6.1, 6.2.\nThe rest: 6.3, 6.4 of the list.\nIt thanks all.\nNoted',
    ['supported 6.1 6.2', '? 6.3 6.4'],
  ],
  ['Accepted: 6.1, 6.2\nOthers: 6.3', ['supported 6.1 6.2', '? 6.3']],
  ['Samora cannot call these, for now, accepted: 6.1, 6.2. Noted: 6.3', ['? 6.1 6.2', 'noted 6.3']],
])('ME41 where a position between two lists may be either’s, both are asked about: %j', (text, lists) => {
  expect(read(text)).toEqual(lists);
});

test('ME42 positions that stand alone are known in every language of the board', () => {
  for (const text of [
    'Acceptées : 6.1, 6.2\nNotées : 6.3',
    'Recueillent l’appui : 6.1, 6.2\nNe recueillent pas l’appui : 6.3',
    'Aceptadas: 6.1, 6.2.\nAnotadas: 6.3.',
    'Cuentan con el apoyo de Samora: 6.1, 6.2\nNo cuentan con el apoyo de Samora: 6.3',
    'حظيت بالتأييد: ٦.١، ٦.٢\nأُحيط بها علماً: ٦.٣',
    'បានគាំទ្រ៖ ៦.១, ៦.២\nបានកត់សម្គាល់៖ ៦.៣',
  ])
    expect(read(text), text).toEqual(['supported 6.1 6.2', 'noted 6.3']);
  expect(read('Acceptées en partie : 6.1, 6.2\nAceptadas parcialmente: 6.3')).toEqual(['partly 6.1 6.2', 'partly 6.3']);
});

test('ME40 many positions between lists take time as the text is long', () => {
  const started = performance.now();
  for (const piece of ['6.1\nNoted\n', 'Noted: 6.1, 6.2\n', 'Noted '.repeat(4), '6.1 | – – – |\n'])
    readPositions(piece.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(20_000);
});
