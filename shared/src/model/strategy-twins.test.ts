import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type GroupId, newId, type RecommendationId, type RowId } from '../ids.ts';
import { drawContributions } from './charter.ts';
import { fillFragment } from './read.ts';
import { cellFragment, readStrategy, type StrategyRow } from './strategy.ts';
import {
  addAction,
  addRisk,
  addRow,
  moveRow,
  removeAction,
  setContribution,
  setPriority,
  setSdgTarget,
  setTimeframe,
} from './strategy-edits.ts';
import { putBack } from './strategy-put-back.ts';
import { mergeTwin, rowWithPart, twinsOf } from './strategy-twins.ts';

const taken = 'r'.repeat(12) as RecommendationId;
const other = 's'.repeat(12) as RecommendationId;

/** A strategy in which two people took one recommendation, and somebody another between them. */
function twice() {
  const doc = new Y.Doc();
  const rows = [addRow(doc, taken), addRow(doc, other), addRow(doc, taken)] as const;
  write(doc, rows[0], 0, 'first');
  write(doc, rows[2], 0, 'second');
  write(doc, rows[2], 1, 'third');
  return { doc, rows };
}

function write(doc: Y.Doc, row: RowId, place: number, words: string): void {
  while (rowOf(doc, row)!.actions.length <= place) addAction(doc, row);
  const action = rowOf(doc, row)!.actions[place]!.id;
  fillFragment(cellFragment(doc, { row, action, cell: 'text' })!, words);
}

function rowOf(doc: Y.Doc, row: RowId): StrategyRow | undefined {
  return readStrategy(doc).find(({ id }) => id === row);
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
}

function fork(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

test('TA52 the later row on a recommendation is known as the second; rows without one are nobody’s twins', () => {
  const { doc, rows } = twice();
  for (const none of [null, null]) addRow(doc, none);
  expect([...twinsOf(readStrategy(doc))]).toEqual([[rows[2], rows[0]]]);
  moveRow(doc, rows[2], { side: 'before', beside: rows[0] });
  expect([...twinsOf(readStrategy(doc))]).toEqual([[rows[0], rows[2]]]);
});

// Which of the two stays is chance: their ids are.
test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'TA52 two rows become one with the actions of both, in order, at the first one’s place (%i)',
  () => {
    const { doc, rows } = twice();
    const before = readStrategy(doc).flatMap(({ actions }) => actions.filter(({ text }) => text !== ''));
    setPriority(doc, rows[2], true);
    setSdgTarget(doc, rows[0], '5.2', true);
    setSdgTarget(doc, rows[2], '16.3', true);
    setTimeframe(doc, rows[2], before[1]!.id, { from: '2027-03', to: '', term: '' });
    setContribution(doc, rows[2], before[2]!.id, true);
    fillFragment(cellFragment(doc, { row: rows[0], cell: 'mechanisms' })!, 'CRC/C/ABC/CO/4\nsame');
    fillFragment(cellFragment(doc, { row: rows[2], cell: 'mechanisms' })!, 'same\nA/HRC/40/1');
    const risk = addRisk(doc, rows[2])!;
    fillFragment(cellFragment(doc, { row: rows[2], risk, cell: 'risk' })!, 'no money');
    const kept = mergeTwin(doc, rows[2]);
    const [row, after] = readStrategy(doc);
    expect(readStrategy(doc)).toHaveLength(2);
    expect(row).toMatchObject({ id: kept, recommendation: taken, priority: true, sdgTargets: ['16.3', '5.2'] });
    expect(after!.recommendation).toBe(other);
    expect(row!.actions.map(({ id, text }) => [id, text])).toEqual(before.map(({ id, text }) => [id, text]));
    expect(row!.actions.map(({ timeframe, contribution }) => [timeframe.from, contribution])).toEqual([
      ['', false],
      ['2027-03', false],
      ['', true],
    ]);
    expect(row!.risks.map((one) => [one.id, one.risk])).toEqual([[risk, 'no money']]);
    expect(row!.mechanisms.split('\n').sort()).toEqual(['A/HRC/40/1', 'CRC/C/ABC/CO/4', 'same']);
    expect(rowWithPart(doc, before[1]!.id)).toBe(kept);
  },
);

test('TA52 forms of words stay when rows are put together; an empty action is left out, never the last one', () => {
  const { doc, rows } = twice();
  const action = rowOf(doc, rows[2])!.actions[0]!.id;
  const cell = cellFragment(doc, { row: rows[2], action, cell: 'text' })!;
  ((cell.get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 3, { bold: {} });
  addAction(doc, rows[0]);
  const kept = mergeTwin(doc, rows[2])!;
  const moved = cellFragment(doc, { row: kept, action, cell: 'text' })!;
  expect(moved.toString()).toBe('<paragraph><bold>sec</bold>ond</paragraph>');
  expect(rowOf(doc, kept)!.actions.map(({ text }) => text)).toEqual(['first', 'second', 'third']);

  const empty = new Y.Doc();
  addRow(empty, taken);
  mergeTwin(empty, addRow(empty, taken));
  expect(readStrategy(empty).map(({ actions }) => actions.length)).toEqual([1]);
});

test('TA52 two people who put the same rows together at once leave one of them, with every action once', () => {
  for (let round = 0; round < 10; round++) {
    const { doc, rows } = twice();
    const there = fork(doc);
    write(there, rows[0], 1, 'written meanwhile');
    mergeTwin(doc, rows[2]);
    mergeTwin(there, rows[2]);
    exchange(doc, there);
    expect(readStrategy(doc)).toEqual(readStrategy(there));
    expect(readStrategy(doc).map(({ recommendation }) => recommendation)).toEqual([taken, other]);
    const words = readStrategy(doc)[0]!.actions.map(({ text }) => text);
    expect(words.toSorted()).toEqual(['first', 'second', 'third', 'written meanwhile'].toSorted());
  }
});

test('TA52 a contribution that is in the charter is known there when its row was put together with another', () => {
  const { doc, rows } = twice();
  const charter = new Y.Doc();
  const groupId = newId<GroupId>();
  const contributions = () =>
    readStrategy(doc).flatMap(({ id: rowId, actions }) =>
      actions.map(({ id: actionId, text }) => ({ groupId, source: { rowId, actionId }, text })),
    );
  expect(drawContributions(charter, contributions())).toBe(4);
  mergeTwin(doc, rows[2]);
  expect(contributions()).toHaveLength(4);
  expect(drawContributions(charter, contributions())).toBe(0);
});

test('TA52 a row without a twin, or whose twin somebody has removed meanwhile, is left as it is', () => {
  const { doc, rows } = twice();
  expect(mergeTwin(doc, rows[0])).toBeNull();
  expect(mergeTwin(doc, rows[1])).toBeNull();
  doc.getMap('rows').delete(rows[0]);
  const before = readStrategy(doc);
  expect(mergeTwin(doc, rows[2])).toBeNull();
  expect(readStrategy(doc)).toEqual(before);
  removeAction(doc, rows[2], before[1]!.actions[0]!.id);
  expect(rowWithPart(doc, before[1]!.actions[0]!.id)).toBeNull();
});

test.each([1, 2, 3, 4])(
  'TA52 what was written since under an id that both rows have stays beside what the other row says (%i)',
  () => {
    const { doc, rows } = twice();
    const [, gone] = [rows[0], rows[2]].toSorted() as [RowId, RowId];
    const before = rowOf(doc, gone)!;
    const kept = mergeTwin(doc, rows[2])!;
    putBack(doc, before, {});
    const action = before.actions[0]!.id;
    const cell = cellFragment(doc, { row: kept, action, cell: 'text' })!;
    cell.delete(0, cell.length);
    fillFragment(cell, 'written since');
    const later = readStrategy(doc).find(({ id }) => twinsOf(readStrategy(doc)).has(id))!;
    expect(mergeTwin(doc, later.id)).toBe(kept);
    const { actions } = rowOf(doc, kept)!;
    expect(actions.find(({ id }) => id === action)!.text).toBe('written since');
    expect(actions.map(({ text }) => text)).toEqual(expect.arrayContaining(before.actions.map(({ text }) => text)));
    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
  },
);
