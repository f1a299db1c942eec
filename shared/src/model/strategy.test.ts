import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { RecommendationId } from '../ids.ts';
import { progressOf } from './progress.ts';
import { fillFragment } from './read.ts';
import { cellFragment, cellKey, readStrategy } from './strategy.ts';
import {
  addAction,
  addRisk,
  addRow,
  moveRow,
  removeAction,
  removeRow,
  setContribution,
  setPriority,
  setSdgTarget,
  setTimeframe,
} from './strategy-edits.ts';

const recommendation = 'r'.repeat(12) as RecommendationId;

function exchange(...docs: Y.Doc[]): void {
  for (const from of docs)
    for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
}

function fork(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

test('ST2 a row, its actions and its risks are read as they were written', () => {
  const doc = new Y.Doc();
  const row = addRow(doc, recommendation);
  const second = addAction(doc, row)!;
  addRisk(doc, row);
  setPriority(doc, row, true);
  setSdgTarget(doc, row, '16.3', true);
  setContribution(doc, row, second, true);
  setTimeframe(doc, row, second, { from: '2027-03', to: '2027-09', term: 'short' });
  fillFragment(cellFragment(doc, { row, action: second, cell: 'text' })!, 'Train court clerks\nin two provinces');
  const [read] = readStrategy(doc);
  expect(read).toMatchObject({ id: row, recommendation, priority: true, sdgTargets: ['16.3'] });
  expect(read!.actions).toHaveLength(2);
  expect(read!.actions[1]).toMatchObject({
    id: second,
    text: 'Train court clerks\nin two provinces',
    timeframe: { from: '2027-03', to: '2027-09', term: 'short' },
    contribution: true,
  });
  expect(read!.risks).toHaveLength(1);
  expect(cellKey({ row, action: second, cell: 'text' })).toBe(`${row}.${second}.text`);
});

test('TA53 two timeframes that are saved in one instant leave one of them whole, the same for everybody', () => {
  const winners = new Set<string>();
  for (let round = 0; round < 20; round++) {
    const here = new Y.Doc();
    const row = addRow(here, null);
    const there = fork(here);
    const action = readStrategy(here)[0]!.actions[0]!.id;
    const ours = { from: '2027-03', to: '2027-06', term: 'short' } as const;
    const theirs = { from: '2028-01', to: '', term: 'long' } as const;
    setTimeframe(here, row, action, ours);
    setTimeframe(there, row, action, theirs);
    exchange(here, there);
    const [mine, others] = [here, there].map((doc) => readStrategy(doc)[0]!.actions[0]!.timeframe);
    expect(mine).toEqual(others);
    expect([ours, theirs]).toContainEqual(mine);
    winners.add(mine!.from);
  }
  expect(winners.size).toBe(2);
});

test('ST3 a foreign or malformed document is read without a throw', () => {
  const doc = new Y.Doc();
  const rows = doc.getMap('rows');
  rows.set('a', 7);
  rows.set(
    'b',
    new Y.Map<unknown>([
      ['actions', 'none'],
      ['order', 5],
      ['sdgTargets', []],
      ['recommendation', {}],
    ]),
  );
  rows.set(
    'c',
    new Y.Map<unknown>([
      [
        'actions',
        new Y.Map<unknown>([
          [
            'x',
            new Y.Map<unknown>([
              ['timeframe', { from: 'soon' }],
              ['text', 'plain'],
            ]),
          ],
        ]),
      ],
    ]),
  );
  const read = readStrategy(doc);
  expect(read.map((row) => row.id)).toEqual(['b', 'c']);
  expect(read[1]!.actions[0]).toMatchObject({ text: '', timeframe: { from: '', to: '', term: '' } });
});

test('ST4 two people move one row while a third types in it: the row is there once, with the words', () => {
  const a = new Y.Doc();
  const rows = [addRow(a, null), addRow(a, null), addRow(a, null)] as const;
  const b = fork(a);
  const c = fork(a);
  moveRow(a, rows[1], { side: 'before', beside: rows[0] });
  moveRow(b, rows[1], { side: 'after', beside: rows[2] });
  fillFragment(cellFragment(c, { row: rows[1], cell: 'mechanisms' })!, 'kept');
  exchange(a, b, c);
  const orders = [a, b, c].map((doc) => readStrategy(doc).map((row) => row.id));
  expect(orders[0]).toHaveLength(3);
  expect(orders[1]).toEqual(orders[0]);
  expect(orders[2]).toEqual(orders[0]);
  expect([0, 2]).toContain(orders[0]!.indexOf(rows[1]));
  for (const doc of [a, b, c]) expect(readStrategy(doc).find((row) => row.id === rows[1])!.mechanisms).toBe('kept');
});

test('ST5 what an edit aims at may be gone: then nothing happens', () => {
  const doc = new Y.Doc();
  const row = addRow(doc, null);
  const action = addAction(doc, row)!;
  expect(removeAction(doc, row, action)).toBe(true);
  expect(removeAction(doc, row, action)).toBe(false);
  expect(setContribution(doc, row, action, true)).toBe(false);
  expect(removeRow(doc, row)).toBe(true);
  expect(addAction(doc, row)).toBeNull();
  const other = addRow(doc, null);
  expect(moveRow(doc, row, { side: 'after', beside: other })).toBe(false);
  expect(moveRow(doc, other, { side: 'after', beside: row })).toBe(false);
});

test('ST6 progress counts actions with words; ready means the workshop’s own contract is met', () => {
  const doc = new Y.Doc();
  expect(progressOf(readStrategy(doc))).toMatchObject({ rows: 0, actions: 0, ready: false });
  for (let index = 0; index < 2; index++) {
    const row = addRow(doc, null);
    setPriority(doc, row, true);
    const action = readStrategy(doc).find((one) => one.id === row)!.actions[0]!.id;
    setContribution(doc, row, action, true);
    fillFragment(cellFragment(doc, { row, action, cell: 'text' })!, 'Do');
    fillFragment(cellFragment(doc, { row, action, cell: 'indicator' })!, '3 done');
    expect(progressOf(readStrategy(doc)).ready).toBe(false);
    setTimeframe(doc, row, action, { from: '', to: '', term: 'short' });
  }
  expect(progressOf(readStrategy(doc))).toMatchObject({
    rows: 2,
    actions: 2,
    priorities: 2,
    contributions: 2,
    ready: true,
  });
});
