import { expect, test } from 'vitest';
import type { FlagKind, FoundRecommendation } from './found.ts';
import { numberGaps } from './number-gaps.ts';
import { readReport } from './report.ts';

const lead = '118. The recommendations listed below enjoy the support of Samora:';
const end = '120. All conclusions and recommendations reflect the position of the submitting States.';

/** Reads a section made of a lead-in, the given lines and the closing paragraph. */
function read(...lines: string[]): FoundRecommendation[] {
  return readReport([lead, ...lines, end].join('\n')).recommendations;
}

const numbers = (list: readonly FoundRecommendation[]): string[] => list.map((one) => one.number);
const codes = (one: FoundRecommendation | undefined): (string | null)[] => one?.states.map((state) => state.code) ?? [];
const flags = (one: FoundRecommendation | undefined): FlagKind[] => one?.flags.map((flag) => flag.kind) ?? [];

test('UP5 page numbers and running heads go, both ways round, from the middle of a recommendation', () => {
  const found = readReport(
    [
      lead,
      '118.1 Paint every',
      '',
      '7',
      '',
      '\fA/HRC/99/8',
      'bridge (France);',
      '118.2 Count the',
      'A/HRC/99/8',
      '',
      '8',
      'boats (Spain);',
      end,
    ].join('\n'),
  );
  expect(found.recommendations.map((one) => one.text)).toEqual(['Paint every bridge', 'Count the boats']);
  expect(found.recommendations[0]).toMatchObject({ source: 'A/HRC/99/8', flags: [] });
  expect(found.findings).toContainEqual(expect.objectContaining({ kind: 'furniture', count: 4 }));
});

test('UP5 a lone number in the text stays unless it continues the count of pages', () => {
  const pages = [
    '118.1 Open',
    '11',
    'A/HRC/99/8',
    'schools (France);',
    '118.2 Open',
    '12',
    'gardens in all',
    '40',
    'towns (Spain);',
  ];
  expect(read(...pages).map((one) => one.text)).toEqual(['Open schools', 'Open gardens in all 40 towns']);
});

test('UP6 a number may stand alone on its line, before the words, with a dot or a blank of any kind behind it', () => {
  const list = read(
    '118.1',
    'Plant trees (France);',
    '118.2',
    '',
    'Plant reeds (Spain);',
    '118.3. Plant herbs (Italy);',
    '\u200b118.4\u00a0Plant moss&nbsp;(Peru);',
    '118.10 Plant ferns (Chad).',
  );
  expect(numbers(list)).toEqual(['118.1', '118.2', '118.3', '118.4', '118.10']);
  expect(list.map((one) => one.text)).toEqual([
    'Plant trees',
    'Plant reeds',
    'Plant herbs',
    'Plant moss',
    'Plant ferns',
  ]);
  expect(list.map((one) => one.line)).toEqual([2, 4, 7, 8, 9]);
});

test('UP7 a misprint between two numbers gets the one that is missing, and says what was printed', () => {
  const many = Array.from({ length: 10 }, (_, index) => `118.${index + 1} Mend road ${index + 1} (Peru);`);
  const list = read(
    ...many.slice(0, 8),
    '118.09 Mend road nine (Chad);',
    '118.1 Mend road ten (Togo);',
    '118.11 Mend road eleven (Cuba);',
  );
  expect(numbers(list).slice(8)).toEqual(['118.09', '118.10', '118.11']);
  expect(list[9]!.flags).toEqual([{ kind: 'number-mended', cure: '118.1', detail: '118.1' }]);
  const misprint = read(
    '118.1 Mend one (Peru);',
    '118.2 Mend two (Peru);',
    '118.20 Mend three (Chad);',
    '118.4 Mend four (Togo);',
    '118.5 Mend five (Togo);',
  );
  expect(numbers(misprint)).toEqual(['118.1', '118.2', '118.3', '118.4', '118.5']);
  expect(misprint[2]!.flags).toEqual([{ kind: 'number-mended', detail: '118.20', cure: '118.20' }]);
});

test('UP7 doubles and gaps are named and not filled', () => {
  const found = readReport(
    [
      lead,
      '118.1 Mend one (Peru);',
      '118.2 Mend two (Peru);',
      '118.2 Mend it again (Chad);',
      '118.3 Mend three (Togo);',
      '118.7 Mend seven (Togo);',
    ].join('\n'),
  );
  expect(numbers(found.recommendations)).toEqual(['118.1', '118.2', '118.2', '118.3', '118.7']);
  expect(found.recommendations.filter((one) => flags(one).includes('number-twice'))).toHaveLength(2);
  expect(found.findings).toContainEqual(expect.objectContaining({ kind: 'twice', words: '118.2', count: 2 }));
  const { recommendations } = found;
  expect(numberGaps(recommendations)).toEqual([
    { first: '118.4', last: '118.6', count: 3, after: recommendations[3], before: recommendations[4] },
  ]);
});

test('UP7 a list that is sorted by theme is not mended', () => {
  const order = [4, 1, 9, 2, 8, 3, 7, 5, 6, 10];
  const list = read(...order.map((item) => `118.${item} Mend road ${item} (Peru);`));
  expect(numbers(list)).toEqual(order.map((item) => `118.${item}`));
  expect(list.flatMap((one) => one.flags)).toEqual([]);
});

test('UP8 torn justified lines are put together, and the printed ones are kept to compare', () => {
  const list = read(
    '118.1 Open a',
    '(Thailand);',
    '',
    'small',
    '',
    'public',
    '',
    'library',
    '118.2 Let the',
    'freely (Sweden);',
    'river',
    'flow',
    '118.3',
    '(Iraq);',
    '',
    'Count all birds of the lake',
    '118.4 Rest (Peru);',
  );
  expect(list.map((one) => one.text)).toEqual([
    'Open a small public library',
    'Let the river flow freely',
    'Count all birds of the lake',
    'Rest',
  ]);
  expect(list.map((one) => codes(one)[0])).toEqual(['THA', 'SWE', 'IRQ', 'PER']);
  expect(list[0]!.flags).toEqual([{ kind: 'lines-mended', detail: 'Open a (Thailand); small public library' }]);
  expect(list.map(flags).slice(1)).toEqual([['lines-mended'], ['lines-mended'], []]);
});

test('UP9 a lead-in ends the recommendation before it and gives its position to those below', () => {
  const found = readReport(
    [
      lead,
      '118.1 Mend one (Peru);',
      '119.',
      'The following recommendations will be examined by Samora, which',
      'will provide responses in due time:',
      '119.1 Mend two (Chad);',
      '120. The recommendations below did not enjoy the',
      'support of Samora:',
      '120.1 Mend three (Togo);',
      '121. All conclusions and/or recommendations in this text',
      'reflect the position of others.',
      'Annex',
      'Composition of the delegation',
    ].join('\n'),
  );
  expect(found.format).toBe('report');
  expect(found.recommendations.map((one) => one.position)).toEqual(['supported', 'pending', 'noted']);
  expect(found.recommendations.map((one) => one.text)).toEqual(['Mend one', 'Mend two', 'Mend three']);
  expect(
    found.findings.filter((one) => one.kind === 'lead-in').map((one) => [one.number, one.line, one.position]),
  ).toEqual([
    ['118', 1, 'supported'],
    ['119', 3, 'pending'],
    ['120', 7, 'noted'],
  ]);
  expect(found.findings.filter((one) => one.kind === 'stopped').map((one) => one.line)).toEqual([10, 12, 13]);
});

test('UP9 recommendations of a section whose lead-in is missing are pending, with a flag', () => {
  const list = read('118.1 Mend one (Peru);', '119.1 Mend two (Chad);', '119.2 Mend three (Chad);');
  expect(list.map((one) => one.position)).toEqual(['supported', 'pending', 'pending']);
  expect(list.map(flags)).toEqual([[], ['position-unknown'], ['position-unknown']]);
});

test('UP10 items of the first cycle get the number of their paragraph, and parts with letters keep all States', () => {
  const found = readReport(
    [
      '82. The recommendations listed below enjoy the support of Samora:',
      '1. Mend one',
      'bridge (Peru);',
      '2. (a) Mend two (Chad); (b) Mend three (Togo);',
      '3 Mend four/mend five (Algeria)/mend six (Bosnia and Herzegovina);',
      '4. Mend seven (Cuba).',
      '83. The recommendations below were noted by Samora:',
      '1. Mend eight (Mali).',
      '84. All conclusions and/or recommendations reflect others.',
    ].join('\n'),
  );
  expect(found.format).toBe('report-cycle-1');
  expect(numbers(found.recommendations)).toEqual(['82.1', '82.2', '82.3', '82.4', '83.1']);
  expect(found.recommendations.map(codes)).toEqual([['PER'], ['TCD', 'TGO'], ['DZA', 'BIH'], ['CUB'], ['MLI']]);
  expect(found.recommendations[4]!.position).toBe('noted');
  expect(flags(found.recommendations[1])).toEqual(['several-clauses']);
});

test('UP11 brackets: several States, nested names, names with "and", and brackets that hold no State', () => {
  const cases: [string, string, (string | null)[]][] = [
    ['Mend it (Portugal, Slovakia);', 'Mend it', ['PRT', 'SVK']],
    ['Mend it (France) (Lithuania);', 'Mend it', ['FRA', 'LTU']],
    ['Mend it (Algeria) (Cabo Verde) (Bolivarian Republic of Venezuela) );', 'Mend it', ['DZA', 'CPV', 'VEN']],
    ['Mend it (Iran (Islamic Republic of));', 'Mend it', ['IRN']],
    ['Mend it (Venezuela (Bolivarian Republic of), France).', 'Mend it', ['VEN', 'FRA']],
    ['Mend it (Bosnia and Herzegovina),', 'Mend it', ['BIH']],
    ['Mend it (United Kingdom of Great Britain and Northern Ireland) ;', 'Mend it', ['GBR']],
    ['Mend it (Portugal and Slovakia);', 'Mend it', ['PRT', 'SVK']],
    ['Mend it (Iran, Islamic Republic of, Timor-Leste);', 'Mend it', ['IRN', 'TLS']],
    ['Mend it by rule (No. 189) (Philippines);', 'Mend it by rule (No. 189)', ['PHL']],
    ['Mend it (CRPD);', 'Mend it (CRPD)', []],
    ['Mend it (Samora);', 'Mend it', [null]],
    ['Mend it (Venezuela (Bolivarian Republic of);', 'Mend it', ['VEN']],
    ['Mend (as said it (France);', 'Mend (as said it', ['FRA']],
    ['Mend it (Cote d’Ivoire);', 'Mend it', ['CIV']],
    ['Mend one (Peru); Mend two (Chad);', 'Mend one (Peru); Mend two (Chad)', ['PER', 'TCD']],
  ];
  const list = read(...cases.map(([words], index) => `118.${index + 1} ${words}`));
  expect(list.map((one) => [one.text, codes(one)])).toEqual(cases.map(([, text, states]) => [text, states]));
  expect(flags(list[10])).toEqual(['state-missing']);
  expect(list[11]!.flags).toEqual([{ kind: 'state-unknown', detail: 'Samora' }]);
  expect(flags(list[12])).toEqual(['bracket-open']);
});

test('UP11 a State that is not at the end is read and flagged', () => {
  const [one] = read('118.1 Mend it (France); and so on');
  expect([codes(one), flags(one), one!.text]).toEqual([['FRA'], ['state-not-at-end'], 'Mend it (France); and so on']);
});

test('UP51 a report in French, Spanish or Arabic gives the same States as in English, with their long and short names', () => {
  const lists = [
    '118.1 Mend (Portugal, Slovakia);\n118.2 Rest (Peru and Germany);\n118.3 Wake (United Kingdom) (Iran (Islamic Republic of));',
    '118.1 Réparer (Portugal, Slovaquie) ;\n118.2 Dormir (Pérou et Allemagne) ;\n118.3 Veiller (Royaume-Uni) (Iran (République islamique d’)) ;',
    '118.1 Reparar (Portugal, Eslovaquia);\n118.2 Dormir (Perú y Alemania);\n118.3 Velar (Reino Unido) (Irán (República Islámica del));',
    '118.1 إصلاح (البرتغال، سلوفاكيا)؛\n118.2 راحة (بيرو وألمانيا)؛\n118.3 سهر (المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية) (إيران)؛',
  ];
  for (const list of lists.slice(0, 3)) {
    const found = readReport(list).recommendations;
    expect(found.map(({ states }) => states.map(({ code }) => code))).toEqual([
      ['PRT', 'SVK'],
      ['PER', 'DEU'],
      ['GBR', 'IRN'],
    ]);
    expect(found.flatMap(flags)).toEqual([]);
  }
  expect(
    readReport(lists[3]!)
      .recommendations.slice(0, 2)
      .map(({ states }) => states.map(({ code }) => code)),
  ).toEqual([
    ['PRT', 'SVK'],
    ['PER', 'DEU'],
  ]);
});

test.each([
  'The recommendations below partially enjoy the support of Samora:',
  'The following recommendations enjoy the partial support of Samora:',
  'The recommendations listed below have been accepted in part by Samora:',
  'The following recommendations were supported in principle by Samora:',
  'Les recommandations ci-après ont été partiellement acceptées :',
  'Las recomendaciones siguientes fueron aceptadas en parte:',
])(
  'UP52 support in part or in principle is no support: the lead-in is shown, its recommendations are flagged with it: %s',
  (lead) => {
    const { recommendations, findings } = readReport(
      `118. The recommendations listed below enjoy the support of Samora:\n118.1 Mend (Peru);\n119. ${lead}\n119.1 Rest (Chad);`,
    );
    expect(recommendations.map(({ number, position }) => [number, position])).toEqual([
      ['118.1', 'supported'],
      ['119.1', 'pending'],
    ]);
    expect(recommendations.map((one) => one.flags)).toEqual([[], [{ kind: 'position-unknown', detail: lead }]]);
    expect(findings.filter(({ kind }) => kind === 'lead-in')).toMatchObject([
      { position: 'supported' },
      { position: null },
    ]);
  },
);
