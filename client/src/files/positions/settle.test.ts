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
