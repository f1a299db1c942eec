import { expect, test } from 'vitest';
import type { FlagKind, FoundRecommendation } from './found.ts';
import { readReport } from './report.ts';

const lead = '118. The recommendations listed below enjoy the support of Samora:';
const end = '120. All conclusions and recommendations reflect the position of the submitting States.';

/** Reads a section made of a lead-in, the given lines and the closing paragraph. */
function read(...lines: string[]): FoundRecommendation[] {
  return readReport([lead, ...lines, end].join('\n')).recommendations;
}

const numbers = (list: readonly FoundRecommendation[]): string[] => list.map((one) => one.number);
const flags = (one: FoundRecommendation | undefined): FlagKind[] => one?.flags.map((flag) => flag.kind) ?? [];

test('UP12 every kind of line end parts lines, alone or mixed', () => {
  const lines = [lead, '118.1 Mend one (Peru);', '118.2 Mend', 'two (Chad);', end];
  for (const glue of ['\n', '\r', '\r\n', '\u2028'])
    expect(readReport(lines.join(glue)).recommendations.map((one) => [one.text, one.line])).toEqual([
      ['Mend one', 2],
      ['Mend two', 3],
    ]);
  expect(
    numbers(readReport(`${lead}\r\n118.1 Mend one (Peru);\r118.2 Mend two (Chad);\n${end}`).recommendations),
  ).toEqual(['118.1', '118.2']);
});

test('UP13 a figure that begins a line in the middle of a sentence is no number', () => {
  const list = read(
    '118.1 Raise the share to',
    '0.7 per cent and keep it under',
    '118.1 per cent of the',
    '41. part (Peru);',
    '118.2 Rest (Chad);',
    '118.3 Sleep (Chad);',
    '118.4 Wake (Chad);',
    '118.5 Rise (Chad);',
  );
  expect(numbers(list)).toEqual(['118.1', '118.2', '118.3', '118.4', '118.5']);
  expect(list[0]!.text).toBe('Raise the share to 0.7 per cent and keep it under 118.1 per cent of the 41. part');
  expect(flags(list[0])).toEqual(['number-in-text', 'number-in-text', 'number-in-text']);
});

test('UP14 a hyphen at the end of a line stays and a soft one goes', () => {
  const [one] = read('118.1 Bridge the rural-', 'urban gap by build\u00ad', 'ing roads – and toarticle8 (Peru);');
  expect(one!.text).toBe('Bridge the rural-urban gap by building roads – and toarticle8');
  expect(one!.flags).toEqual([
    { kind: 'hyphen-kept', detail: 'rural-urban' },
    { kind: 'words-glued', detail: 'toarticle8' },
  ]);
});

test('UP14 letters that were damaged on the way are flagged and left as they are', () => {
  const [one, two] = read('118.1 Protect womenÕs gardens (CÔte dÍIvoire);', '118.2 Keep â€œsmallâ€ schools (Peru);');
  expect(flags(one)).toContain('letters-damaged');
  expect(one!.text).toContain('womenÕs');
  expect(flags(two)).toEqual(['letters-damaged']);
});

test('UP15 what belongs to nothing becomes a finding', () => {
  const found = readReport(
    [
      'Preface of a report',
      'and more of it',
      lead,
      '118.1 Mend the first bridge (Peru);',
      'The hall was then cleared for the evening',
      '118.2 Mend the second (Chad);',
      '119. Samora thanked everybody.',
      '118.3 Mend the third (Togo);',
    ].join('\n'),
  );
  expect(numbers(found.recommendations)).toEqual(['118.1', '118.2', '118.3']);
  expect(found.findings).toContainEqual({
    kind: 'before',
    line: 1,
    count: 2,
    words: 'Preface of a report and more of it',
  });
  expect(found.findings).toContainEqual({
    kind: 'unexplained',
    line: 5,
    count: 1,
    words: 'The hall was then cleared for the evening',
  });
  expect(found.findings).toContainEqual({
    kind: 'unexplained',
    line: 7,
    count: 1,
    words: '119 Samora thanked everybody.',
  });
  expect(flags(found.recommendations[0])).toEqual(['lines-left-out']);
});

test('UP15 a document without States in brackets is doubted as a whole', () => {
  const found = readReport(['122.1', 'We are working on this.', '122.2', 'This is done.', '122.5 In hand.'].join('\n'));
  expect(found.findings).toContainEqual(expect.objectContaining({ kind: 'doubtful', count: 3 }));
  expect(found.format).toBe('list');
});

test('UP17 the OHCHR table pasted as lines gives position, themes and source', () => {
  const found = readReport(
    [
      'Recommendation',
      'Position',
      'Theme: Water',
      '9.1 Mend wells (Peru) (Chad);',
      'Source of Position: A/HRC/99/8/Add.1 - Para.3',
      'Noted',
      '- Water',
      '- Land &amp; housing',
      'SDGs: ',
      '- 6 - CLEAN WATER',
      'Affected persons: ',
      '- Children',
      '',
      '9.4 Dig wells (Togo);',
      'Source of position: A/HRC/99/8 - Para 9',
      'Supported',
      '- Water',
      'Theme: Air',
      '9.2 Plant trees (Mali);',
      'Source of Position: A/HRC/99/8 - Para 9',
      'Supported',
      '- Air',
    ].join('\n'),
  );
  expect(found.format).toBe('matrix');
  expect(found.recommendations.map((one) => [one.number, one.position, one.themes, one.source])).toEqual([
    ['9.1', 'noted', ['Water', 'Land & housing'], 'A/HRC/99/8/Add.1 - Para.3'],
    ['9.4', 'supported', ['Water'], 'A/HRC/99/8 - Para 9'],
    ['9.2', 'supported', ['Air'], 'A/HRC/99/8 - Para 9'],
  ]);
  expect(found.recommendations[0]).toMatchObject({ text: 'Mend wells', states: [{ code: 'PER' }, { code: 'TCD' }] });
});
