import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReport } from './report.ts';

const pieces = fc.constantFrom(
  '118.',
  '118.1',
  '118.2 ',
  '119.',
  '0.7',
  '1.',
  '2.',
  '(',
  ')',
  '(France);',
  '(Iran (Islamic Republic of))',
  '(Samora',
  ', ',
  ';',
  '/',
  ' and ',
  '\n',
  '\r\n',
  '\r',
  '\f',
  '\u00ad\n',
  '-\n',
  '\u200b',
  '\ud800',
  '\u0000',
  'A/HRC/99/8',
  '\n7\n',
  'Annex',
  'Supported',
  'Theme: x',
  'Source of Position: x',
  '- a',
  'The recommendations below enjoy the support of Samora:',
  'All conclusions and',
  'words go on',
  '&nbsp;',
  'É',
  'ÕÒ',
);

test('UP16 reading never throws, whatever the text, and gives the same answer twice', () => {
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 80 }).map((list) => list.join('')),
    fc.string({ unit: 'binary', maxLength: 400 }),
  );
  fc.assert(
    fc.property(text, (input) => {
      const found = readReport(input);
      expect(readReport(input)).toEqual(found);
      for (const one of found.recommendations) {
        expect(one.number).toMatch(/^\d{1,3}(?:\.\d{1,4}){1,2}$/);
        expect(one.line).toBeGreaterThan(0);
      }
    }),
    { numRuns: 500 },
  );
});

const word = fc.constantFrom(
  'open',
  'the',
  'gates',
  'of',
  'every',
  'school',
  'and',
  'count',
  'boats',
  'on',
  'rivers',
  '(CRPD)',
  'rule',
  '29',
);
const state = fc.constantFrom(
  'France',
  'Iran (Islamic Republic of)',
  'Bosnia and Herzegovina',
  'Viet Nam',
  'Côte d’Ivoire',
  'Timor-Leste',
);
const one = fc.record({
  words: fc.array(word, { minLength: 1, maxLength: 40 }),
  states: fc.uniqueArray(state, { minLength: 1, maxLength: 3 }),
});

test('UP15 a list that is wrapped at any width, cut by pages and broken by any line ends is read whole', () => {
  const page = {
    width: fc.integer({ min: 30, max: 90 }),
    perPage: fc.integer({ min: 3, max: 40 }),
    glue: fc.constantFrom('\n', '\r\n', '\r'),
    alone: fc.boolean(),
  };
  fc.assert(
    fc.property(
      fc.array(one, { minLength: 1, maxLength: 30 }),
      fc.record(page),
      (list, { width, perPage, glue, alone }) => {
        const lines = ['118. The recommendations below enjoy the support of Samora:'];
        list.forEach(({ words, states }, index) => {
          const text = `Let us ${words.join(' ')} (${states.join(', ')});`;
          lines.push(...wrap(`118.${index + 1}${alone ? '\n' : ' '}${text}`, width));
        });
        const paged = lines.flatMap((line, at) =>
          at > 0 && at % perPage === 0 ? ['', `${at / perPage}`, '', 'A/HRC/99/8', '', line] : [line],
        );
        const found = readReport(paged.join(glue));
        expect(
          found.recommendations.map((read) => [read.number, read.text, read.states.map((s) => s.printed)]),
        ).toEqual(list.map(({ words, states }, index) => [`118.${index + 1}`, `Let us ${words.join(' ')}`, states]));
      },
    ),
    { numRuns: 200 },
  );
});

function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((part) => {
    const lines = [''];
    for (const next of part.split(' ')) {
      const longer = lines.at(-1) === '' ? next : `${lines.at(-1)} ${next}`;
      if (longer.length > width && lines.at(-1) !== '') lines.push(next);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  });
}

test('UP16 one line of many megabytes is read like any other', () => {
  const words = 'open the gates of every school '.repeat(300_000);
  expect(readReport(`9.1 Let us ${words}(France);`).recommendations.map((one) => one.number)).toEqual(['9.1']);
});

test('UP16 a megabyte of anything is read in time', () => {
  const size = 1024 * 1024;
  const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  const inputs = [
    '(',
    '()',
    '(France) ',
    '(Ab)',
    '118.1 Do this (France);\n',
    'a\n',
    'word ',
    '7\nA/HRC/99/8\n',
    'a-\n',
    '(a, ',
    'The recommendations of others\n',
  ];
  for (const input of inputs.flatMap((piece) => [fill(piece), `118.1 Do this ${fill(piece)}`])) {
    const start = Date.now();
    readReport(input);
    // A tenth of this on a quiet machine; a pattern that runs away takes minutes.
    expect(Date.now() - start).toBeLessThan(5_000);
  }
});
