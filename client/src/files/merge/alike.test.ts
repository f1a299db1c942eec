import { readCatalogue } from '@board/shared/model/catalogue';
import { carryOut } from '@board/shared/model/catalogue-changes';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { previewLines } from '../import/preview.ts';
import { readInput } from '../import/readers.ts';
import { catalogueOf } from './catalogue.fixture.ts';
import { incomingOf } from './incoming.ts';
import { numberTheRest } from './numbering.ts';
import { orderOf } from './order.ts';
import { addedKey, alikeKey, planMerge } from './plan.ts';

const valley = () =>
  catalogueOf(
    { number: '7.1', text: { en: 'Count all rivers of the northern valley' }, states: ['EST'] },
    { number: '7.2', text: { en: 'Let the ferries sail at night and on feast days' }, states: ['TCD'] },
    { number: '7.3', text: { en: 'Mend the bells of the old schools' }, states: ['PER'] },
  );

async function planOf(doc: Y.Doc, head: string, ...rows: string[]) {
  const read = await readInput({ text: [head, ...rows].join('\n') });
  if (!read.ok) throw new Error(read.problem);
  const lines = numberTheRest(previewLines(read.value), read.value, readCatalogue(doc));
  return planMerge(readCatalogue(doc), incomingOf(lines, read.value, 'en'));
}

const unnumbered = 'Recommendation,State,Response';
const rivers = 'Count all rivers of the northern valley,Estonia,Noted';
const ferries = 'Let the ferries sail by night and on feast days,Chad,Accepted';
const boats = 'Let the boats sail at night and on feast days,Chad,Accepted';

test('ME56 a line without a number of which one word has changed is asked about beside the recommendation that it reads most like, and nothing of it is taken before', async () => {
  const doc = valley();
  const plan = await planOf(doc, unnumbered, rivers, boats, 'Light every harbour before winter,Ghana,Noted');
  expect(plan.alike.map(({ one, there }) => [one.text['en'], there.number])).toEqual([
    ['Let the boats sail at night and on feast days', '7.2'],
  ]);
  expect([plan.added.map(({ text }) => text['en']), plan.missing.map(({ number }) => number)]).toEqual([
    ['Light every harbour before winter'],
    ['7.3'],
  ]);
  expect([...plan.fates.values()]).toEqual(['changed', 'alike', 'new']);
  const before = orderOf(plan, new Map());
  expect([before.added.length, before.changes.map(({ field }) => field)]).toEqual([1, ['position']]);
});

test('ME56 said to be the same it brings its words and position, said to be new it comes beside', async () => {
  const doc = valley();
  const plan = await planOf(doc, unnumbered, rivers, boats);
  const { one, there } = plan.alike[0]!;
  const same = orderOf(plan, new Map([[alikeKey(one), true]]));
  expect(same.changes.filter(({ id }) => id === there.id).map(({ field, value }) => [field, value])).toEqual([
    ['text:en', 'Let the boats sail at night and on feast days'],
    ['position', 'supported'],
  ]);
  const fresh = orderOf(plan, new Map([[addedKey(one), true]]));
  expect([fresh.added.map(({ number }) => number), fresh.changes.length]).toEqual([['1'], 1]);
  carryOut(doc, { kind: 'list', by: 'ann', at: 1, ...same });
  expect((await planOf(doc, unnumbered, rivers, boats)).same.length).toBe(2);
});

test('ME56 nothing is proposed of another State, where several are as much alike, or of a list that is another one', async () => {
  const doc = valley();
  expect((await planOf(doc, unnumbered, rivers, boats.replace('Chad', 'Ghana'))).alike).toEqual([]);
  expect((await planOf(doc, unnumbered, boats, 'Print maps,Mali,Noted', 'Dig wells,Peru,Noted')).alike).toEqual([]);
  const bridges = catalogueOf(
    ...Array.from({ length: 9 }, (_, at) => ({
      number: `7.${at + 1}`,
      text: { en: `Build bridge ${1000 + at} over the river and keep it open` },
      states: ['PER'],
    })),
  );
  const row = (at: number) => `Build bridge ${at} over the river and keep it open,Peru,Noted`;
  expect((await planOf(bridges, unnumbered, row(1000), row(1001), row(2000))).alike).toEqual([]);
  // In the same words it is the same, whatever case and signs it has: nothing is asked.
  expect((await planOf(doc, unnumbered, rivers.toUpperCase())).alike).toEqual([]);
  expect((await planOf(doc, unnumbered, rivers, ferries)).alike.length).toBe(1);
});

test('ME57 a list under other numbers and in other words is said to look like another one, and nothing of it is taken unasked', async () => {
  const head = 'No,Recommendation,State,Position';
  const others = ['121.1,Abolish tolls,Peru,Noted', '121.2,Print maps,Chad,Noted', '121.3,Free the press,Mali,Noted'];
  const plan = await planOf(valley(), head, ...others);
  expect([plan.otherList, plan.added.length]).toEqual(['numbers', 3]);
  expect(orderOf(plan, new Map())).toEqual({ added: [], changes: [] });
  const all = new Map(plan.added.map((one) => [addedKey(one), true]));
  expect(orderOf(plan, all).added.length).toBe(3);
});

test('ME57 the rest of the same list, more of it, one in the same words or in an empty catalogue is no other list', async () => {
  const head = 'No,Recommendation,State,Position';
  const more = ['7.4,Abolish tolls,Peru,Noted', '7.5,Print maps,Chad,Noted', '7.6,Free the press,Mali,Noted'];
  expect((await planOf(valley(), head, ...more)).otherList).toBeNull();
  expect((await planOf(new Y.Doc(), head, ...more)).otherList).toBeNull();
  const whole = ['7.1', '7.2', '7.3'].map((number, at) => `${number},${[rivers, ferries, boats][at]}`);
  const further = Array.from({ length: 40 }, (_, at) => `8.${at + 1},Build pier ${at},Peru,Noted`);
  expect((await planOf(valley(), head, ...whole, ...further)).otherList).toBeNull();
  const renamed = [
    `121.1,${rivers}`,
    '121.2,Mend the bells of the old schools,Peru,Noted',
    '121.3,Print maps,Chad,Noted',
  ];
  expect((await planOf(valley(), head, ...renamed)).otherList).toBeNull();
});

test('ME57 of a list that looks like another one not even a position is taken unasked', async () => {
  const rows = [
    ...['7.1,Abolish tolls on mountain roads,Peru,Noted', '7.2,Grant every shepherd a winter pasture,Chad,Noted'],
    ...['7.3,Publish the accounts of each lighthouse,Ghana,Noted', '7.4,Teach every child to swim,Ghana,Noted'],
  ];
  const doc = catalogueOf(
    ...readCatalogue(valley()),
    ...[{ number: '7.4', text: { en: 'Teach every child to swim' }, states: ['GHA'] }],
  );
  const plan = await planOf(doc, 'No,Recommendation,State,Position', ...rows);
  expect(plan.otherList).toBe('words');
  expect(orderOf(plan, new Map())).toEqual({ added: [], changes: [] });
});
