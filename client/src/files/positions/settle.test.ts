import { type NewRecommendation, type Recommendation, readCatalogue, takeIn } from '@board/shared/model/catalogue';
import { carryOut } from '@board/shared/model/catalogue-changes';
import type { PositionOfState } from '@board/shared/upr/positions';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readPositions } from './read-positions.ts';
import { changesOf, settle } from './settle.ts';

const base: NewRecommendation = { number: '', text: {}, states: [], position: 'pending', themes: [], source: '' };

function catalogueOf(most: number, change: Record<string, PositionOfState> = {}): Recommendation[] {
  const doc = new Y.Doc();
  const numbers = Array.from({ length: most }, (_, at) => `110.${at + 1}`);
  takeIn(
    doc,
    numbers.map((number) => ({ ...base, number, position: change[number] ?? 'pending' })),
  );
  return readCatalogue(doc);
}

const reply = (text: string, catalogue: Recommendation[], misprints = new Map<string, boolean>()) =>
  settle(readPositions(text)!, catalogue, misprints);
const numbersOf = (list: readonly { number: string }[]) => list.map(({ number }) => number);

test('ME7 a reply sets positions and nothing else; those that are so already are counted', () => {
  const catalogue = catalogueOf(6, { '110.2': 'noted' });
  const settled = reply(
    'The State supports recommendations 110.1, 110.4. It notes recommendations 110.2, 110.3.',
    catalogue,
  );
  expect(settled.settled.map(({ number, before, after }) => [number, before, after])).toEqual([
    ['110.1', 'pending', 'supported'],
    ['110.3', 'pending', 'noted'],
    ['110.4', 'pending', 'supported'],
  ]);
  expect([settled.same, numbersOf(settled.unnamed)]).toEqual([1, ['110.5', '110.6']]);
  expect(changesOf(settled, new Map())).toEqual(
    settled.settled.map(({ id, after }) => ({ id, field: 'position', value: after, byHand: false })),
  );
});

test('ME10 what the reply says twice in different ways, in part, or not at all is asked, and nothing is set before the answer', () => {
  const catalogue = catalogueOf(5);
  const text =
    'The State supports recommendations 110.1, 110.2. It notes recommendations 110.2, 110.3. Recommendation 110.4 is partially accepted. All recommendations but 110.5 were studied.';
  const { settled } = reply(text, catalogue);
  expect(settled.filter(({ question }) => question).map(({ number, question }) => [number, question])).toEqual([
    ['110.2', 'contradiction'],
    ['110.4', 'partly'],
    ['110.5', 'unclear'],
  ]);
  const [, second, , fourth] = catalogue;
  const found = reply(text, catalogue);
  expect(changesOf(found, new Map()).map(({ id }) => id)).toEqual([catalogue[0]!.id, catalogue[2]!.id]);
  const answers = new Map<Recommendation['id'], PositionOfState | null>([
    [second!.id, 'noted'],
    [fourth!.id, null],
  ]);
  expect(changesOf(found, answers)).toContainEqual({ id: second!.id, field: 'position', value: 'noted', byHand: true });
  expect(changesOf(found, answers).length).toBe(3);
  expect(found.settled[1]!.said.map(({ stance, line }) => [stance, line])).toEqual([
    ['supported', 1],
    ['noted', 1],
  ]);
});

test('ME10 what a sentence says comes before what only the heading says', () => {
  const text =
    'Accepted recommendations\n\n110.1, 110.2\n110.3\n\nFor the time being the State notes recommendations 110.3, 110.4.';
  const { settled } = reply(text, catalogueOf(4));
  expect(settled.map(({ number, after, question }) => [number, after, question])).toEqual([
    ['110.1', 'supported', null],
    ['110.2', 'supported', null],
    ['110.3', 'noted', null],
    ['110.4', 'noted', null],
  ]);
});

test('ME4 a position that a facilitator has set by hand is asked about and stays until then', () => {
  const doc = new Y.Doc();
  takeIn(doc, [{ ...base, number: '110.1' }]);
  const { id } = readCatalogue(doc)[0]!;
  const changes = [{ id, field: 'position', value: 'noted', byHand: true } as const];
  carryOut(doc, { kind: 'edit', by: 'ann', at: 1, added: [], changes });
  const settled = reply('The State supports recommendation 110.1.', readCatalogue(doc));
  expect(settled.settled).toMatchObject([{ isByHand: true, after: 'supported' }]);
  expect(changesOf(settled, new Map())).toEqual([]);
  expect(changesOf(settled, new Map([[id, 'supported' as const]]))).toMatchObject([
    { value: 'supported', byHand: false },
  ]);
});

test('ME8 a misprint is named by its line with how it is read, and can be refused', () => {
  const text = 'The State accepts the following recommendations 110.1,\n110.2, 110.46, 110.7.\n';
  const printed = 'The State accepts the following recommendations 110.1,\n110.2, 110.1012, 110.14.\n';
  expect(reply(text, catalogueOf(60)).misprints).toEqual([]);
  const found = reply(printed, catalogueOf(20));
  expect(found.misprints).toMatchObject([
    { kind: 'run-together', printed: '110.1012', line: 2, numbers: ['110.10', '110.11', '110.12'] },
  ]);
  expect(numbersOf(found.settled)).toEqual(['110.1', '110.2', '110.10', '110.11', '110.12', '110.14']);
  const refused = reply(printed, catalogueOf(20), new Map([[found.misprints[0]!.key, false]]));
  expect(numbersOf(refused.settled)).toEqual(['110.1', '110.2', '110.14']);
  const open = reply('The State accepts the following recommendations 110.1234, 110.5678.', catalogueOf(20));
  expect(open.misprints.map(({ numbers }) => numbers)).toEqual([[], []]);
  expect(open.settled).toEqual([]);
});

test('ME9 all but these are set, those that are left out are asked; all others means those that are still open', () => {
  const but = reply('Exampleland accepts all recommendations but 110.3.', catalogueOf(4));
  expect(but.settled.map(({ number, after, question }) => [number, after, question])).toEqual([
    ['110.1', 'supported', null],
    ['110.2', 'supported', null],
    ['110.3', null, 'unclear'],
    ['110.4', 'supported', null],
  ]);
  const lost = 'Exampleland accepts all recommendations but 110.1, 110.2, 110.04, 110.5.';
  const { key } = reply(lost, catalogueOf(5)).misprints[0]!;
  const without = reply(lost, catalogueOf(5), new Map([[key, false]]));
  expect(numbersOf(without.settled.filter(({ after }) => after === 'supported'))).toEqual(['110.3']);
  expect(numbersOf(without.unnamed)).toEqual(['110.4']);
  const others = reply(
    'The State supports recommendation 110.1. It notes all other recommendations.',
    catalogueOf(4, { '110.4': 'supported' }),
  );
  expect(others.settled.map(({ number, after }) => [number, after])).toEqual([
    ['110.1', 'supported'],
    ['110.2', 'noted'],
    ['110.3', 'noted'],
  ]);
  expect(numbersOf(others.unnamed)).toEqual(['110.4']);
});

test('ME25 the numbers of an exception get nothing from what is said of the others, and are asked about', () => {
  for (const text of [
    'Exampleland accepts recommendations 110.1–110.8, except 110.5.',
    'Exampleland accepts recommendations 110.1–110.8 (excl. 110.5).',
    'Exampleland accepts 110.1 to 110.8 but not 110.5.',
    'Recommendations 110.1–110.8, other than 110.5, are accepted by Exampleland.',
    'With the exception of recommendation 110.5, Exampleland supports recommendations 110.1–110.8.',
    'Exampleland accepts recommendations 110.1–110.8. The only exception is 110.5.',
    'Accepted recommendations\n\n110.1–110.8, apart from 110.5\n',
    'With the exception of 110.5, all recommendations are accepted.',
    'L’État accepte les recommandations 110.1 à 110.8, à l’exception de la recommandation 110.5.',
    'L’État accepte les recommandations 110.1 à 110.8, sauf 110.5.',
    'El Estado acepta las recomendaciones 110.1 a 110.8, con excepción de la 110.5.',
    'El Estado acepta las recomendaciones 110.1 a 110.8, salvo la 110.5.',
  ]) {
    const { settled } = reply(text, catalogueOf(8));
    const asked = settled.filter(({ question }) => question !== null);
    expect([numbersOf(asked), settled.filter(({ after }) => after === 'supported').length], text).toEqual([
      ['110.5'],
      7,
    ]);
  }
});

test('ME25 what is said of an exception counts, and one without a number leaves all of them open', () => {
  const positionsIn = (text: string) => {
    const { settled } = reply(text, catalogueOf(8));
    return [null, 'supported', 'noted'].map((after) => numbersOf(settled.filter((one) => one.after === after)).length);
  };
  expect(positionsIn('The State accepts 110.1–110.8, with the exception of 110.5 and 110.7, which are noted.')).toEqual(
    [0, 6, 2],
  );
  expect(positionsIn('The State accepts 110.1–110.8, excluding 110.5. It notes recommendation 110.5.')).toEqual([
    0, 7, 1,
  ]);
  expect(
    positionsIn('The State accepts 110.1–110.5, except 110.2 and, for now, 110.4, and notes 110.6, 110.7.'),
  ).toEqual([2, 3, 2]);
  for (const vague of ['those on the courts', '5 and 7', 'where the law says otherwise'])
    expect(positionsIn(`The State accepts recommendations 110.1–110.8, except ${vague}.`), vague).toEqual([8, 0, 0]);
});

test('ME26 what is only pointed to, said in turn, or not denied is asked about', () => {
  const rest = ' The State supports recommendations 110.5, 110.6, 110.7.';
  for (const text of [
    'The State notes recommendation 110.3, for the reasons given in its answer to recommendations 110.1 and 110.2.',
    'Recommendations 110.1 and 110.2 are accepted and noted respectively.',
    'The State does not reject recommendations 110.1 and 110.2.',
    'Recommendations 110.1 and 110.2 are neither accepted nor rejected.',
    'The State does not, at this stage, accept recommendations 110.1 and 110.2.',
  ]) {
    const { settled } = reply(text + rest, catalogueOf(8));
    const asked = settled.filter(({ question }) => question === 'unclear');
    expect(numbersOf(asked), text).toEqual(['110.1', '110.2']);
  }
});

test('ME26 a sentence behind a number that speaks of this recommendation is read, up to where it goes on', () => {
  const text = [
    'Recommendation 110.1: Exampleland accepts this recommendation.',
    'Recommendation 110.2: Exampleland takes note of this recommendation, since it has accepted recommendation 110.1.',
    '110.3 Exampleland does not accept this recommendation. The courts decide.',
    'Recommendation 110.4: Exampleland accepts this recommendation, but notes its second part.',
  ].join('\n');
  expect(reply(text, catalogueOf(4)).settled.map(({ number, after }) => [number, after])).toEqual([
    ['110.1', 'supported'],
    ['110.2', 'noted'],
    ['110.3', 'noted'],
    ['110.4', null],
  ]);
});

test('ME11 numbers that the catalogue does not have are listed with their line, and those that are not named stay', () => {
  const found = reply('The State supports recommendations 110.1,\n110.31 and 111.2, 111.3.', catalogueOf(3));
  expect(found.unknown.map(({ number, line }) => [number, line])).toEqual([
    ['110.31', 2],
    ['111.2', 2],
    ['111.3', 2],
  ]);
  expect(numbersOf(found.unnamed)).toEqual(['110.2', '110.3']);
});

test('ME12 whatever stands in a text, it is read and compared without a throw, and never sets a position twice', () => {
  const pieces = [
    ...[
      '110.1',
      '110.25',
      '110.',
      '.7',
      '12',
      '110,5',
      '110.6266',
      '110.2-',
      '–',
      ', ',
      '; ',
      '. ',
      '\n',
      '\n\n',
      ' and ',
    ],
    ...['accepts the following recommendations ', 'notes ', 'Supported', 'Noted recommendations', 'all but ', '(', ')'],
    ...['which are noted', 'recommendation ', 'except for ', '\u200b', '\ud800', '១១០.១', '999.9999999', 'a) ', '\t'],
  ];
  const catalogue = catalogueOf(30);
  let seed = 7;
  const next = (most: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % most;
  };
  let read = 0;
  for (let round = 0; round < 2_000; round++) {
    const text = Array.from({ length: 1 + next(40) }, () => pieces[next(pieces.length)]).join('');
    const found = readPositions(text);
    if (!found) continue;
    read += 1;
    expect(found.confidence, text).toBeLessThanOrEqual(1);
    const ids = changesOf(settle(found, catalogue, new Map()), new Map()).map(({ id }) => id);
    expect(new Set(ids).size, text).toBe(ids.length);
  }
  expect(read).toBeGreaterThan(100);
});

test('ME33 a zero before a number that its neighbours do not explain is no number, and is told', () => {
  const catalogue = catalogueOf(120);
  const zeros = (text: string) => {
    const { settled, misprints } = reply(text, catalogue);
    return [numbersOf(settled), misprints.map(({ printed, numbers }) => [printed, numbers])];
  };
  expect(zeros('The State accepts recommendations 110.107, 110.09, 110.112.')).toEqual([
    ['110.107', '110.112'],
    [['110.09', []]],
  ]);
  expect(zeros('The State accepts recommendations 110.1, 110.2 and 110.09.')).toEqual([
    ['110.1', '110.2'],
    [['110.09', []]],
  ]);
  expect(zeros('The State accepts recommendations 110.1, 110.2, 09.')[0]).toEqual(['110.1', '110.2']);
  expect(zeros('The State accepts recommendations 110.1, 110.3-09, 110.12.')[0]).toEqual(['110.1', '110.12']);
  expect(zeros('The State accepts recommendations 110.8, 110.09, 110.10.')).toEqual([
    ['110.8', '110.9', '110.10'],
    [['110.09', ['110.9']]],
  ]);
  // What a sentence leaves out by it may be any that its figures are a part of.
  const except = reply('The State accepts recommendations 110.1 to 110.20, except 110.09.', catalogue).settled;
  expect(numbersOf(except.filter(({ after }) => after === null))).toEqual([]);
  expect(numbersOf(except)).toEqual(numbersOf(catalogue.slice(0, 20)).filter((one) => !/9$/.test(one)));
});

test('ME35 “pending” by hand gives way to the reply, any other position by hand is asked about', () => {
  const byHand = catalogueOf(2, { '110.2': 'noted' }).map((one) => ({ ...one, byHand: ['position' as const] }));
  const { settled } = reply('The State supports recommendations 110.1, 110.2.', byHand);
  expect(settled.map(({ number, after, isByHand }) => [number, after, isByHand])).toEqual([
    ['110.1', 'supported', false],
    ['110.2', 'supported', true],
  ]);
});
