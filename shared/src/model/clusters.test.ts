import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { ClusterId } from '../ids.ts';
import {
  addCluster,
  clusterMap,
  readClusters,
  removeCluster,
  renameCluster,
  sectionsOf,
  setCluster,
  shiftCluster,
} from './clusters.ts';
import { readStrategy } from './strategy.ts';
import { addRow, moveRow, removeRow } from './strategy-edits.ts';
import { putBack } from './strategy-put-back.ts';

function fork(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

const shownIn = (doc: Y.Doc) =>
  sectionsOf(readStrategy(doc), readClusters(doc)).map(({ cluster, rows }) => [
    cluster?.name ?? null,
    ...rows.map(({ id }) => id),
  ]);

test('ST80 rows are sorted into named clusters; those in none come last, and every row stands once', () => {
  const doc = new Y.Doc();
  const [a, b, c] = [addRow(doc, null), addRow(doc, null), addRow(doc, null)];
  expect(shownIn(doc)).toEqual([[null, a, b, c]]);
  const courts = addCluster(doc, '  Courts ');
  const prisons = addCluster(doc, 'Prisons');
  setCluster(doc, [a, c], courts);
  expect(shownIn(doc)).toEqual([['Courts', a, c], ['Prisons'], [null, b]]);
  setCluster(doc, [b], prisons);
  expect(shiftCluster(doc, prisons, -1)).toBe(true);
  expect(shiftCluster(doc, prisons, -1)).toBe(false);
  expect(renameCluster(doc, prisons, 'Places of detention')).toBe(true);
  expect(shownIn(doc)).toEqual([
    ['Places of detention', b],
    ['Courts', a, c],
  ]);
});

test('ST80 a cluster that is removed leaves its rows; what aims at it afterwards does nothing', () => {
  const doc = new Y.Doc();
  const row = addRow(doc, null);
  const cluster = addCluster(doc, 'Courts');
  setCluster(doc, [row], cluster);
  expect(removeCluster(doc, cluster)).toBe(true);
  expect(removeCluster(doc, cluster)).toBe(false);
  expect(renameCluster(doc, cluster, 'x')).toBe(false);
  expect(shiftCluster(doc, cluster, 1)).toBe(false);
  expect(shownIn(doc)).toEqual([[null, row]]);
});

test('ST80 a row moved beside one of another cluster goes in there, one move with what others sort meanwhile', () => {
  const a = new Y.Doc();
  const [first, second] = [addRow(a, null), addRow(a, null)];
  const courts = addCluster(a, 'Courts');
  setCluster(a, [second], courts);
  const b = fork(a);
  expect(moveRow(a, first, { side: 'after', beside: second, cluster: courts })).toBe(true);
  renameCluster(b, courts, 'Justice');
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  expect(shownIn(a)).toEqual([['Justice', second, first]]);
  expect(shownIn(b)).toEqual(shownIn(a));
});

test('ST80 a row that is put back is in its cluster again', () => {
  const doc = new Y.Doc();
  const row = addRow(doc, null);
  setCluster(doc, [row], addCluster(doc, 'Courts'));
  const [before] = readStrategy(doc);
  removeRow(doc, row);
  putBack(doc, before!);
  expect(shownIn(doc)).toEqual([['Courts', row]]);
});

test('ST2 clusters of foreign shape read as what can be read', () => {
  const doc = new Y.Doc();
  clusterMap(doc).set('a', 'text');
  clusterMap(doc).set('b', new Y.Map<unknown>([['name', 7]]));
  const row = addRow(doc, null);
  setCluster(doc, [row], 'nowhere' as ClusterId);
  expect(readClusters(doc)).toEqual([{ id: 'b', order: '', name: '' }]);
  expect(shownIn(doc)).toEqual([[''], [null, row]]);
  expect(shiftCluster(doc, 'b' as ClusterId, 1)).toBe(false);
});
