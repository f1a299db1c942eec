import type { RecommendationId } from '@board/shared/ids';
import { readCatalogue, takeIn } from '@board/shared/model/catalogue';
import { readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Catalogue } from '../../sync/follow-models.ts';
import type { MatrixColumn } from '../grid/matrix.ts';
import { applyPaste } from './apply-paste.ts';
import { plainCell } from './lines.ts';
import { guessOf } from './paste-headings.ts';
import { leftOutOf } from './paste-left-out.ts';
import { type Mapping, planPaste } from './paste-plan.ts';
import { finderIn } from './recommendation-named.ts';

const heads: Partial<Record<MatrixColumn, string>> = {
  number: 'الرقم',
  recommendation: 'التوصية والدول الموصية',
  text: 'إجراء المجتمع المدني',
};
const nameOf = (column: MatrixColumn): string => heads[column] ?? '';

/** Four recommendations, of which the first two have a row. */
function table() {
  const list = new Y.Doc();
  const found = [
    ['52.7', { en: 'Open legal aid offices in each province', fr: 'Ouvrir des bureaux d’aide juridique' }],
    ['52.8', { en: 'Publish court decisions (Chile, Togo);' }],
    ['52.9', { en: 'Train midwives' }],
    ['52.10', { en: 'Train midwives' }],
  ] as const;
  takeIn(
    list,
    found.map(([number, text]) => ({ number, text, states: ['TGO'], themes: [], source: '', position: 'pending' })),
  );
  const all = readCatalogue(list);
  const catalogue = { list: all, byId: new Map(all.map((one) => [one.id, one])) } as unknown as Catalogue;
  const idOf = (number: string): RecommendationId => all.find((one) => one.number === number)!.id;
  const doc = new Y.Doc();
  for (const number of ['52.7', '52.8']) addRow(doc, idOf(number));
  const rows = (): StrategyRow[] => readStrategy(doc);
  const anchor = `${rows()[0]!.id}.number`;
  const guess = (column: MatrixColumn, ...texts: string[][]) => {
    const block = texts.map((cells) => cells.map(plainCell));
    return guessOf(block, `${rows()[0]!.id}.${column}`, rows(), catalogue, nameOf, nameOf).mapping;
  };
  const paste = (...texts: string[][]) => {
    const block = texts.map((cells) => cells.map(plainCell));
    const { mapping, hasHeadings } = guessOf(block, anchor, rows(), catalogue, nameOf, nameOf);
    const lines = hasHeadings ? block.slice(1) : block;
    const plan = planPaste(lines, mapping, anchor, rows(), catalogue);
    const left = leftOutOf(plan, lines, mapping, rows(), catalogue, () => 'Togo');
    applyPaste(doc, plan, {});
    const numberOf = (row: StrategyRow) => (row.recommendation && catalogue.byId.get(row.recommendation)?.number) ?? '';
    const actions = rows().map((row) => [numberOf(row), ...row.actions.map(({ text }) => text)]);
    return { mapping, hasHeadings, left, actions, plan };
  };
  return { doc, rows, catalogue, idOf, anchor, guess, paste };
}

test.each([
  'No.',
  'Recommendation',
  'Recommendation number',
  'Rec. no.',
  'Rec.',
  'Para.',
  'Paragraph',
  'Our point',
  'Recommandation et États auteurs',
  'Recommendation (number and text)',
  'التوصية والدول الموصية',
])('TA93 numbers under the heading "%s" find their rows, wherever the block is pasted', (heading) => {
  const { actions, plan } = table().paste([heading, 'Action'], ['52.8', 'second'], ['52.9', 'third']);
  expect(plan.added).toHaveLength(1);
  expect(actions).toEqual([
    ['52.7', ''],
    ['52.8', 'second'],
    ['52.9', 'third'],
  ]);
});

test.each([
  ['a number before the words', '52.8 Publish court decisions'],
  ['a number and other words', '§52.8. Publish some of them'],
  ['the words', 'Publish court decisions (Chile, Togo);'],
  ['the words without the States', 'publish  Court decisions.'],
  ['the words with the States below', 'Publish court decisions\nTogo'],
  ['figures of another script', '៥២.៨ Publish'],
])('TA93 a line finds its row by %s', (_what, said) => {
  const { actions } = table().paste(['Recommendation', 'Action'], [said, 'second'], ['', 'and more']);
  expect(actions).toEqual([
    ['52.7', ''],
    ['52.8', 'second', 'and more'],
  ]);
});

test('TA93 the words are known in each of the languages; of several with the same words the one that is taken is meant', () => {
  const { catalogue, idOf } = table();
  const { ofWords } = finderIn(catalogue);
  const taken = new Set([idOf('52.10')]);
  expect(ofWords('ouvrir des bureaux d’aide juridique', taken)).toBe(idOf('52.7'));
  expect(ofWords('Train midwives', taken)).toBe(idOf('52.10'));
  expect(ofWords('Train midwives', new Set())).toBeNull();
  expect(ofWords('52.1 Something', taken)).toBeNull();
  expect(ofWords('52.8b Something', taken)).toBeNull();
  expect(ofWords('52.8 A policy on courts', taken)).toBe(idOf('52.8'));
});

test('TA93 a running number beside the recommendation does not lead away from it', () => {
  const { actions, left } = table().paste(
    ['No.', 'Recommendation', 'Action'],
    ['1', '52.8 Publish court decisions', 'second'],
  );
  expect(actions.at(-1)).toEqual(['52.8', 'second']);
  expect(left.unsaid).toEqual([{ words: '1', number: '52.8' }]);
});

test('TA94 words of a recommendation that its row has not are told, those that it has are not', () => {
  const { left } = table().paste(
    ['No.', 'Recommendation', 'Action'],
    ['52.7', 'Open legal aid offices in each province\nTogo', 'first'],
    ['52.8', 'Train midwives', 'second'],
    ['52.99', 'Nobody knows this', 'third'],
  );
  expect(left.unsaid).toEqual([{ words: 'Train midwives', number: '52.8' }]);
  const { left: byPlace, actions } = table().paste(['Recommendation', 'Action'], ['Another wish', 'first']);
  expect(actions[0]).toEqual(['52.7', 'first']);
  expect(byPlace.unsaid).toEqual([{ words: 'Another wish', number: '52.7' }]);
});

test('TA94 words of columns that go nowhere are told, those behind the headings too', () => {
  const { left } = table().paste(
    ['No.', 'Action', 'Colour'],
    ['52.7', 'first', 'green'],
    ['52.8', 'second', '', 'beyond'],
  );
  expect(left.columns).toEqual(['green', 'beyond']);
});

test('TA94 two columns with one aim both land', () => {
  const { doc, rows, catalogue, anchor } = table();
  const mapping: Mapping = ['number', 'text', 'text'];
  applyPaste(doc, planPaste([['52.7', 'one', 'two'].map(plainCell)], mapping, anchor, rows(), catalogue), {});
  expect(rows()[0]?.actions[0]?.text).toBe('one\ntwo');
});

test('TA95 behind a column of numbers other words than the catalogue’s are actions', () => {
  const { actions, left } = table().paste(['52.8', 'second'], ['52.7', 'first']);
  expect(actions).toEqual([
    ['52.7', 'first'],
    ['52.8', 'second'],
  ]);
  expect(left).toEqual({ unsaid: [], columns: [] });
  const own = table().paste(['52.8', 'Publish court decisions'], ['52.7', '']);
  expect(own.mapping).toEqual(['number', 'recommendation']);
});

test('TA95 a word over a column of numbers makes its line one of headings; a line that begins with a number is none', () => {
  const { hasHeadings, mapping } = table().paste(['Which', 'What we do', 'By whom'], ['52.8', 'second', 'us']);
  expect(hasHeadings).toBe(true);
  expect(mapping).toEqual(['number', 'text', null]);
  expect(table().paste(['52.7', 'first'], ['52.8', 'second']).hasHeadings).toBe(false);
  expect(table().paste(['Share', 'Where'], ['12.5', 'north'], ['13.5', 'south']).hasHeadings).toBe(false);
});

test('TA122 a line that only begins like names of columns is no line of headings; the names people give columns are', () => {
  const line = ['Train 40 judges', '40 judges by 2027', 'Budget of 2,000 USD', 'Partner schools in Kampot'];
  const second = ['Publish decisions', '200 decisions', 'Time of two clerks', 'Allies at the court'];
  expect(table().paste(line, second).hasHeadings).toBe(false);
  expect(
    table().paste(['Action plan adopted', 'Indicators published', 'When the court sits'], second).hasHeadings,
  ).toBe(false);
  for (const heads of [
    ['Action', 'Indicator', 'Resources', 'Partners'],
    ['Actions to be taken', 'Indicators of success', 'Budget (in USD)', 'Partners involved'],
    ['Activities', 'Indicator(s)', 'Resources needed', 'Partners / allies'],
    ['Action of civil society', 'Comment of the chair', 'Budget', 'Who pays'],
  ]) {
    const { hasHeadings, mapping } = table().paste(heads, second);
    expect([hasHeadings, mapping[0]]).toEqual([true, 'text']);
  }
  expect(table().paste(['Action', 'one', 'two', 'three', 'Budget'], [...second, 'five']).hasHeadings).toBe(false);
});

test('TA99 behind a recommendation, pasted on its number or its own cell, words are actions; references and targets are known by what they say', () => {
  const { guess } = table();
  const [first, second] = [
    ['52.7', 'Train judges'],
    ['52.8', 'Count cases after E/C.12/XYZ/CO/2'],
  ];
  expect(guess('recommendation', first!, second!)).toEqual(['recommendation', 'text']);
  expect(guess('recommendation', ['52.7 Open legal aid offices', 'Train judges', '40 judges'])).toEqual([
    ...['recommendation', 'text', 'indicator'],
  ]);
  expect(guess('recommendation', ['52.7', 'CEDAW/C/KHM/CO/6 para. 25(b)', 'Train judges'])).toEqual([
    ...['recommendation', 'mechanisms', 'text'],
  ]);
  expect(guess('recommendation', ['52.7', '5.1, 16.3', 'Train judges'])).toEqual(['recommendation', 'sdg', 'text']);
  expect(guess('recommendation', ['52.7', 'A visit in May', '16.3', 'Train judges'])).toEqual([
    ...['recommendation', 'mechanisms', 'sdg', 'text'],
  ]);
  expect(guess('number', ['52.8', 'Publish court decisions', 'Train judges', '40 judges'])).toEqual([
    ...['number', 'recommendation', 'text', 'indicator'],
  ]);
  expect(guess('number', ['52.8', '16.3', 'Train judges'])).toEqual(['number', 'sdg', 'text']);
  expect(guess('recommendation', ['52.7', 'A visit', '', 'Train judges', '40', 'A hall', 'All', 'March 2028'])).toEqual(
    [...['recommendation', 'mechanisms', 'sdg', 'text', 'indicator', 'resources', 'partners', 'timeframe']],
  );
});
