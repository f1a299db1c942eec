import { expect, test } from 'vitest';
import { numberList } from './number-list.ts';
import { readPositions } from './read-positions.ts';

/** Each list with its stance: `supported 110.1 110.3-5`; what was misprinted is marked with `!`. */
function read(text: string): string[] {
  return (readPositions(text)?.statements ?? []).map(({ stance, references }) => {
    const shown = references.map(
      ({ section, from, to, letter, misprint }) =>
        `${section}.${from}${letter}${to > from ? `-${to}` : ''}${misprint ? '!' : ''}`,
    );
    return [stance ?? '?', ...shown].join(' ');
  });
}

test('ME7 lists of numbers get the position that their sentence gives them, before or behind', () => {
  expect(
    read('The Government supports recommendations 110.1, 110.2; 110.5 and 110.7, and takes note of 110.3 and 110.4.'),
  ).toEqual(['supported 110.1 110.2 110.5 110.7', 'noted 110.3 110.4']);
  expect(
    read(
      'Recommendations 110.3 and 110.4 are noted. Recommendation 110.5 is not accepted. 110.6 to 110.8 enjoy the support of Exampleland.',
    ),
  ).toEqual(['noted 110.3 110.4', 'noted 110.5', 'supported 110.6-8']);
  expect(read('We support recommendation 110.1 and do not accept recommendation 110.14.')).toEqual([
    'supported 110.1',
    'noted 110.14',
  ]);
  expect(read('Recommendations 110.1 and 110.2 will be examined in due time.')).toEqual(['pending 110.1 110.2']);
});

test('ME37 numbers with a dash are read where the text shows that they are no ranges', () => {
  expect(
    read('Exampleland supports recommendations 118-1, 118-2 and 118–12, and notes recommendation 118-120.'),
  ).toEqual(['supported 118.1 118.2 118.12', 'noted 118.120']);
  expect(read('Recommendations 118-1 to 118-8 are accepted. 118-9–118-11 and 118-14–16 are noted.')).toEqual([
    'supported 118.1-8',
    'noted 118.9-11 118.14-16',
  ]);
  expect(read('Recommendations 118.1, 118.3-5 and 118-7 are accepted.')).toEqual(['supported 118.1 118.3-5 118.7']);
  const ranges = 'Exampleland supports recommendations 110.1, 7-9 and 62-66. See paragraphs 118-120 of A/HRC/26/16-2.';
  expect(read(ranges)).toEqual(['supported 110.1 110.7-9 110.62-66']);
  expect(read('We accept that girls aged 15-24 and 15-49 have rights. Call 023-118-1200 from 12-14 h.')).toEqual([]);
});

test('ME7 ranges and shortened numbers are read in every form that replies print', () => {
  const sentence = (list: string) => read(`Exampleland accepts the following recommendations ${list}.`);
  expect(sentence('110.1–110.25')).toEqual(['supported 110.1-25']);
  expect(sentence('110.11-14, 110.18-19')).toEqual(['supported 110.11-14 110.18-19']);
  expect(sentence('110.34- 35, 110.14– 15')).toEqual(['supported 110.34-35 110.14-15']);
  expect(sentence('110.5, .7 and .9')).toEqual(['supported 110.5 110.7 110.9']);
  expect(sentence('110.5, 7, 9 and 11-13')).toEqual(['supported 110.5 110.7 110.9 110.11-13']);
  expect(sentence('110.5a, 110.5 (b) and 110.6')).toEqual(['supported 110.5a 110.5b 110.6']);
  expect(sentence('110.22,\n110.23, 110.24-\n26')).toEqual(['supported 110.22 110.23 110.24-26']);
});

test('ME7 headings, tables and lines with a position beside each number are read too', () => {
  const heading = 'Supported recommendations\n\n110.1, 110.2,\n110.5\n\nNoted recommendations\n\n110.3\n110.4\n';
  expect(read(heading)).toEqual(['supported 110.1 110.2 110.5', 'noted 110.3 110.4']);
  for (const table of [
    '110.1\tSupported\tWe agree.\n110.2\tNot supported\tNo.',
    '110.1\nSupported\n110.2\nNoted',
    '110.1,Accepted\n110.2,Noted',
    '110.1: supported\n110.2 – noted',
  ])
    expect(read(table), table).toEqual(['supported 110.1', 'noted 110.2']);
});

test('ME7 replies in French and Spanish are read', () => {
  expect(
    read('L’État accepte les recommandations 110.1 à 110.5 et prend note des recommandations 110.6, 110.7.'),
  ).toEqual(['supported 110.1-5', 'noted 110.6 110.7']);
  expect(
    read('El Estado acepta las recomendaciones 110.1 a 110.5. Toma nota de las recomendaciones 110.6 y 110.7.'),
  ).toEqual(['supported 110.1-5', 'noted 110.6 110.7']);
});

test('ME8 misprints are read in the one way that fits their neighbours, and marked', () => {
  const [first] = readPositions(
    'The State accepts the following recommendations 110.57, 110.60, 110.6266, 110.68. 110.70, 110,72, 111.74, 110.75.',
  )!.statements;
  expect(
    first!.references.map(({ printed, section, from, to, misprint }) => [
      printed,
      `${section}.${from}-${to}`,
      misprint,
    ]),
  ).toEqual([
    ['110.57', '110.57-57', null],
    ['110.60', '110.60-60', null],
    ['110.6266', '110.62-66', 'run-together'],
    ['110.68', '110.68-68', null],
    ['110.68. 110.70', '110.70-70', 'stop-for-comma'],
    ['110,72', '110.72-72', 'comma-for-point'],
    ['111.74', '110.74-74', 'paragraph'],
    ['110.75', '110.75-75', null],
  ]);
  expect(read('The State notes recommendations 118.108, 118.09, 118.110.')).toEqual(['noted 118.108 118.109! 118.110']);
  const backwards = readPositions('The State notes recommendations 110.25-12, 110.30.')!.statements[0]!;
  expect(backwards.references[0]).toMatchObject({ misprint: 'range', from: 25, to: 12 });
});

test('ME8 a list that is sorted by something else is left as it is printed', () => {
  expect(read('The State notes recommendations 110.5, 110.99, 110.7, 110.2, 110.40.')).toEqual([
    'noted 110.5 110.99 110.7 110.2 110.40',
  ]);
});

test('ME9 all, all but, and all others', () => {
  const all = (text: string) =>
    (readPositions(text)?.all ?? []).map(({ stance, which, section, except }) =>
      [stance, which, section, ...except.map(({ from }) => from)].join(' '),
    );
  expect(all('Exampleland accepts all recommendations but 110.3 and 110.4, which are noted.')).toEqual([
    'supported all  3 4',
  ]);
  expect(read('Exampleland accepts all recommendations but 110.3 and 110.4, which are noted.')).toEqual([
    'noted 110.3 110.4',
  ]);
  expect(all('All recommendations in paragraph 110 except for 110.3 enjoy the support of Exampleland.')).toEqual([
    'supported all 110 3',
  ]);
  expect(all('The State supports recommendations 110.1 and 110.2; it notes all other recommendations.')).toEqual([
    'noted rest ',
  ]);
  expect(all('Exampleland supports all recommendations.')).toEqual(['supported all ']);
  expect(all('Exampleland has studied all recommendations with care. Recommendation 110.1 is noted.')).toEqual([]);
});

test('ME10 numbers that are only mentioned get no position', () => {
  const text =
    'The State notes recommendations 110.1, 110.2.\n110.1\nSee recommendation 110.28. The budget grew by 5.3 per cent.';
  expect(read(text)).toEqual(['noted 110.1 110.2', '? 110.1', '? 110.28']);
  expect(
    read(
      'Recommendation 110.22 is partially accepted. 110.23 is supported in part. Recommendation 110.24 is accepted in principle.',
    ),
  ).toEqual(['partly 110.22', 'partly 110.23', 'partly 110.24']);
});

test('ME12 a list of recommendations and other texts are no reply; nothing throws, and time grows with length', () => {
  const report =
    '110. The recommendations below enjoy the support of Exampleland:\n' +
    Array.from({ length: 40 }, (_, at) => `110.${at + 1} Open school number ${at} to all (Uruguay);`).join('\n');
  for (const text of [
    report,
    '',
    '110.1',
    'A letter of 12 May about 3.5 million people.',
    '110.1,110.2\n\n\u0000(((',
    '1.'.repeat(5000),
  ])
    expect(readPositions(text)?.confidence ?? 0, text.slice(0, 40)).toBeLessThan(0.5);
  const long = `The State notes recommendations ${Array.from({ length: 20_000 }, (_, at) => `110.${(at % 900) + 1}`).join(', ')}.`;
  const started = performance.now();
  expect(readPositions(long)?.confidence).toBe(1);
  for (const piece of [
    'Noted\n110.1\n',
    'all recommendations but 110.1 ',
    '110.1-',
    'accepts all recommendations ',
    '110.1. ',
    'accepts 110.1, except 110.2 ',
  ])
    readPositions(piece.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(20_000);
});

test('ME27 a long text of quotations takes time as it is long', () => {
  const started = performance.now();
  readPositions('1.1 Mend (Peru)\n'.repeat(37_000));
  const answered = '110.1 Mend the wells (Peru);\nExampleland accepts this recommendation.\n'.repeat(8_000);
  expect(readPositions(`Presented by the State under review\n${answered}`)?.confidence).toBe(1);
  expect(performance.now() - started).toBeLessThan(15_000);
});

test('ME8 numbers are shown as people write them', () => {
  expect(numberList(['110.9', '110.5', '110.6', '110.7', '110.11', '110.12'])).toBe(
    '110.5–110.7, 110.9, 110.11, 110.12',
  );
  expect(numberList([])).toBe('');
});

const quoting = [
  'Views on conclusions and/or recommendations, voluntary commitments and replies presented by the State under review',
  '',
  '110.1 Accept the visits of the experts, as recommendation 88.4 of 2019 asked, by 3.5 per',
  'cent more each year (Uruguay);',
  'The Government accepts this recommendation. See also the law of 110 articles.',
  '110.2 Note all complaints, and support those who make them (Ireland) (Bolivia (Plurinational State of));',
  'Not accepted. The Constitution gives that task to the courts.',
  '110.3 Sign the treaty on rivers (Peru);',
  'Exampleland takes note of this recommendation, for the reasons under 110.2.',
  '110.4 Open the archives (Ghana);',
  'The archives are open since last year.',
].join('\n');

test('ME18 a reply that quotes whole recommendations and answers each gives the answers’ positions, and no number of a quotation', () => {
  expect(read(quoting)).toEqual(['supported 110.1', 'noted 110.2', 'noted 110.3', '? 110.4']);
  expect(readPositions(quoting)!.confidence).toBeGreaterThanOrEqual(0.5);
  const labelled =
    '110.1 Open the archives\nResponse: Supported\n110.2 Close the mines (Chad);\nPosition: Noted, for now.';
  expect(read(`Reply of Exampleland, presented by the State under review\n${labelled}`)).toEqual([
    'supported 110.1',
    'noted 110.2',
  ]);
});

test('ME18 lists that stand before the quotations count, and headings where an answer takes no position', () => {
  const text = quoting
    .replace('\n\n110.1', '\n\n1. Exampleland notes recommendations 110.7 and 110.8.\n\n110.1')
    .replace('110.4', 'Supported recommendations\n\n110.4');
  expect(read(text)).toEqual(['noted 110.7 110.8', 'supported 110.1', 'noted 110.2', 'noted 110.3', 'supported 110.4']);
});

test('ME18 an official list with positions beside the words stays a list', () => {
  const list = Array.from(
    { length: 12 },
    (_, at) =>
      `110.${at + 1} Open school number ${at} (Uruguay);\nSource of position: A/HRC/99/4/Add.1 - Para. 3\nSupported`,
  ).join('\n');
  expect(readPositions(list)?.confidence ?? 0).toBeLessThan(0.5);
});
