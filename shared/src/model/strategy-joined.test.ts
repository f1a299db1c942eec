import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { RecommendationId, RowId } from '../ids.ts';
import { addCluster, removeCluster, setCluster } from './clusters.ts';
import { fillFragment } from './read.ts';
import { cellFragment, readStrategy, type StrategyRow } from './strategy.ts';
import { addAction, addRow, removeRow, setContribution, setTimeframe } from './strategy-edits.ts';
import { mergeTwin, rowsNow } from './strategy-twins.ts';

/** Two rows on one recommendation, with words in the action of each. */
function twice() {
  const doc = new Y.Doc();
  const taken = 'r'.repeat(12) as RecommendationId;
  const rows = [addRow(doc, taken), addRow(doc, taken)] as const;
  for (const row of rows) {
    const action = rowOf(doc, row).actions[0]!.id;
    fillFragment(cellFragment(doc, { row, action, cell: 'text' })!, 'words');
  }
  return { doc, rows };
}

function rowOf(doc: Y.Doc, row: RowId): StrategyRow {
  return readStrategy(doc).find(({ id }) => id === row)!;
}

// Which of the two stays is chance: their ids are.
test.each([1, 2, 3, 4, 5, 6, 7, 8])('TA73 rows that are put together stand in the cluster of the first (%i)', () => {
  const { doc, rows } = twice();
  const [gone, first, second] = ['Gone', 'First', 'Second'].map((name) => addCluster(doc, name));
  setCluster(doc, [rows[0]], first!);
  setCluster(doc, [rows[1]], second!);
  expect(rowOf(doc, mergeTwin(doc, rows[1])!).cluster).toBe(first);

  const unsorted = twice();
  const only = addCluster(unsorted.doc, 'Only');
  setCluster(unsorted.doc, [unsorted.rows[0]], gone!);
  setCluster(unsorted.doc, [unsorted.rows[1]], only);
  removeCluster(unsorted.doc, gone!);
  expect(rowOf(unsorted.doc, mergeTwin(unsorted.doc, unsorted.rows[1])!).cluster).toBe(only);
});

test('TA72 an action that was left out and has got a time or was given to the charter stays when that is taken back', () => {
  for (const act of ['time', 'charter'] as const) {
    const { doc, rows } = twice();
    const empty = addAction(doc, rows[1])!;
    const lead = mergeTwin(doc, rows[1])!;
    const isShown = () => rowOf(doc, lead).actions.some(({ id }) => id === empty);
    expect(isShown()).toBe(false);
    for (const isSet of [true, false]) {
      if (act === 'time') setTimeframe(doc, lead, empty, { from: isSet ? '2027-03' : '', to: '', term: '' });
      else setContribution(doc, lead, empty, isSet);
      expect(isShown(), `${act} ${isSet}`).toBe(true);
    }
  }
});

test('TA75 a timeframe that is the same is not written', () => {
  const { doc, rows } = twice();
  const action = rowOf(doc, rows[0]).actions[0]!.id;
  const set = (from: string) => setTimeframe(doc, rows[0], action, { from, to: '', term: 'short' });
  expect(set('2027-03')).toBe(true);
  const before = Y.encodeStateVector(doc);
  expect(set('2027-03')).toBe(true);
  expect(Y.encodeStateVector(doc)).toEqual(before);
  expect(set('2027-04')).toBe(true);
  expect(rowOf(doc, rows[0]).actions[0]!.timeframe.from).toBe('2027-04');
  removeRow(doc, rows[0]);
  expect(set('2027-04')).toBe(false);
});

test('TA71 rows that are being sorted are those that stand for them by now; those that are gone are left out', () => {
  const { doc, rows } = twice();
  const other = addRow(doc, null);
  const now = () => rowsNow(doc, readStrategy(doc), [...rows, other]);
  expect(now()).toEqual([...rows, other]);
  const lead = mergeTwin(doc, rows[1])!;
  expect(now()).toEqual([lead, other]);
  removeRow(doc, other);
  removeRow(doc, lead);
  expect(now()).toEqual([]);
});
