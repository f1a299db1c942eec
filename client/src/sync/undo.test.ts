import type { RecommendationId, RowId } from '@board/shared/ids';
import { addStep, changeStep, readAgenda, removeStep } from '@board/shared/model/agenda';
import { addCluster, readClusters, setCluster } from '@board/shared/model/clusters';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addAction, addRow, setPriority } from '@board/shared/model/strategy-edits';
import { mergeTwin } from '@board/shared/model/strategy-twins';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { ownUndo } from './undo.ts';

/** Two people on one document; what one writes is with the other at once. */
function twoPeople(): { a: Y.Doc; b: Y.Doc; undo: Y.UndoManager; own: object } {
  const a = new Y.Doc();
  const b = new Y.Doc();
  a.on('update', (update: Uint8Array, origin: unknown) => origin !== 'wire' && Y.applyUpdate(b, update, 'wire'));
  b.on('update', (update: Uint8Array, origin: unknown) => origin !== 'wire' && Y.applyUpdate(a, update, 'wire'));
  const own = {};
  return { a, b, undo: ownUndo(a, [own]), own };
}

function type(doc: Y.Doc, row: RowId, words: string, origin: unknown): void {
  const [action] = readStrategy(doc).find((one) => one.id === row)?.actions ?? [];
  const fragment = action && cellFragment(doc, { row, action: action.id, cell: 'text' });
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(words)]);
    fragment?.insert(fragment.length, [paragraph]);
  }, origin);
}

const texts = (doc: Y.Doc): string[] => readStrategy(doc).flatMap((row) => row.actions.map((action) => action.text));

test('ST20 undo touches nobody else’s edits', () => {
  const { a, b, undo } = twoPeople();
  const row = addRow(b, null, 'b');
  type(b, row, 'written by b', 'b');
  for (let press = 0; press < 10; press++) undo.undo();
  expect(texts(a)).toEqual(['written by b']);
});

test('ST20 undo and redo go through one’s own edits in order', () => {
  const { a, undo, own } = twoPeople();
  const row = addRow(a, null, own);
  undo.stopCapturing();
  type(a, row, 'first', own);
  undo.stopCapturing();
  setPriority(a, row, true, own);
  undo.undo();
  expect(readStrategy(a)[0]?.priority).toBe(false);
  undo.undo();
  expect(texts(a)).toEqual(['']);
  undo.undo();
  expect(readStrategy(a)).toEqual([]);
  undo.redo();
  undo.redo();
  undo.redo();
  expect(texts(a)).toEqual(['first']);
  expect(readStrategy(a)[0]?.priority).toBe(true);
});

test('ST21 a row that somebody else typed into stays, in its place, when the one who added it undoes', () => {
  const { a, b, undo, own } = twoPeople();
  const row = addRow(a, null, own);
  const order = readStrategy(a)[0]?.order;
  undo.stopCapturing();
  type(a, row, 'words of a', own);
  undo.stopCapturing();
  type(b, row, 'words of b', 'b');
  for (let press = 0; press < 5; press++) undo.undo();
  for (const doc of [a, b]) {
    expect(texts(doc)).toEqual(['words of b']);
    expect(readStrategy(doc)[0]?.order).toBe(order);
  }
});

test('ST21 the same holds for an action', () => {
  const { a, b, undo, own } = twoPeople();
  const row = addRow(b, null, 'b');
  const action = addAction(a, row, own);
  const fragment = action && cellFragment(b, { row, action, cell: 'indicator' });
  b.transact(() => fragment?.insert(0, [new Y.XmlElement('paragraph')]), 'b');
  undo.undo();
  expect(readStrategy(a)[0]?.actions.map((one) => one.id)).toContain(action);
});

test('ST21 a cluster into which others have sorted rows stays, with its name, when the one who added it undoes', () => {
  const { a, b, undo, own } = twoPeople();
  const row = addRow(b, null);
  const cluster = addCluster(a, 'Courts', own);
  undo.stopCapturing();
  const unused = addCluster(a, 'Nobody needs this', own);
  undo.stopCapturing();
  setCluster(a, [row], unused, own);
  setCluster(b, [row], cluster);
  for (let press = 0; press < 5; press++) undo.undo();
  expect(readClusters(b).map(({ name }) => name)).toEqual(['Courts']);
  expect(readStrategy(b)[0]?.cluster).toBe(cluster);
});

test('SG17 undo and redo go through one’s own changes of the agenda, and take nothing from what others have changed', () => {
  const { a, b, undo, own } = twoPeople();
  const facts = { day: '', start: '', end: '', title: 'Tea', objective: '', facilitator: '', stage: 'lobby' as const };
  const titles = (doc: Y.Doc): string[] => readAgenda(doc).map(({ title }) => title);
  const step = addStep(a, facts, own);
  undo.stopCapturing();
  const other = addStep(b, { ...facts, title: 'Lunch' }, 'b');
  changeStep(a, step, { title: 'Coffee' }, own);
  undo.stopCapturing();
  removeStep(a, other, own);
  undo.stopCapturing();
  expect(titles(b)).toEqual(['Coffee']);
  undo.undo();
  expect(titles(b)).toEqual(['Coffee', 'Lunch']);
  undo.undo();
  expect(titles(b)).toEqual(['Tea', 'Lunch']);
  undo.redo();
  expect(titles(b)).toEqual(['Coffee', 'Lunch']);
  changeStep(b, step, { objective: 'Everybody has a cup' }, 'b');
  for (let press = 0; press < 5; press++) undo.undo();
  expect(readAgenda(a)).toMatchObject([{ id: step, objective: 'Everybody has a cup' }, { title: 'Lunch' }]);
});

test('TA52 undo takes two rows apart again, also when others have made them, or have written in them since', () => {
  const taken = 'r'.repeat(12) as RecommendationId;
  for (let round = 0; round < 4; round++) {
    const { a, b, undo, own } = twoPeople();
    const ids = [addRow(a, taken, own), addRow(b, taken, 'b')];
    undo.stopCapturing();
    addAction(a, ids[1]!, own);
    for (const [at, id] of ids.entries()) type(b, id, `words ${at}`, 'b');
    const before = readStrategy(a);
    undo.stopCapturing();
    mergeTwin(a, ids[1]!, own);
    expect(texts(b)).toEqual(['words 0', 'words 1']);
    for (const id of ids) type(b, id, 'more', 'b');
    undo.undo();
    expect(readStrategy(b).map(({ id }) => id)).toEqual(ids);
    expect(readStrategy(a).map(({ actions }) => actions.length)).toEqual(before.map(({ actions }) => actions.length));
    expect(texts(a)[0]).toBe('words 0\nmore');
    undo.redo();
    expect(readStrategy(b)).toHaveLength(1);
  }
});

test('TA4 undo takes a row out of the cluster that this person has sorted it into, also when others have made the row', () => {
  const { a, b, undo, own } = twoPeople();
  const row = addRow(b, null, 'b');
  type(b, row, 'written by b', 'b');
  const cluster = addCluster(b, 'Justice', 'b');
  setCluster(a, [row], cluster, own);
  undo.undo();
  expect(readStrategy(b)[0]!.cluster).toBeNull();
  expect(texts(b)).toEqual(['written by b']);
});
