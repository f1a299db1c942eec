import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type GroupId, newId, type RecommendationId, type RowId } from '../ids.ts';
import { drawContributions } from './charter.ts';
import { rowWithPart } from './merged-rows.ts';
import { fillFragment, readMap } from './read.ts';
import { cellFragment, readStrategy, referenceCells, type StrategyRow } from './strategy.ts';
import {
  addAction,
  addRisk,
  addRow,
  moveAction,
  moveRow,
  removeAction,
  removeRow,
  setContribution,
  setPriority,
  setSdgTarget,
  setTimeframe,
} from './strategy-edits.ts';
import { putBack } from './strategy-put-back.ts';
import { keyNow, mergeTwin, takeInPart, twinsOf } from './strategy-twins.ts';

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
    expect(keyNow(doc, `${rows[2]}.${before[1]!.id}.text`)).toBe(`${kept}.${before[1]!.id}.text`);
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
  'TA52 whatever is typed in either row while both are put together stands in the one that is shown (%i)',
  () => {
    const { doc, rows } = twice();
    const there = fork(doc);
    const kept = mergeTwin(doc, rows[2])!;
    for (const [at, row] of [rows[0], rows[2]].entries()) {
      const added = addAction(there, row)!;
      fillFragment(cellFragment(there, { row, action: added, cell: 'partners' })!, `partner ${at}`);
      const action = rowOf(there, row)!.actions[0]!.id;
      const text = (cellFragment(there, { row, action, cell: 'text' })!.get(0) as Y.XmlElement).get(0) as Y.XmlText;
      text.insert(text.length, ` more ${at}`);
      fillFragment(cellFragment(there, { row, cell: 'mechanisms' })!, `reference ${at}`);
      fillFragment(cellFragment(there, { row, risk: addRisk(there, row)!, cell: 'response' })!, `response ${at}`);
      setSdgTarget(there, row, `16.${at + 1}`, true);
      setPriority(there, row, at === 1);
      setTimeframe(there, row, action, { from: `2027-0${at + 1}`, to: '', term: '' });
    }
    exchange(doc, there);
    expect(readStrategy(doc)).toEqual(readStrategy(there));
    const [row, after] = readStrategy(doc);
    expect([row!.id, after!.recommendation, readStrategy(doc).length]).toEqual([kept, other, 2]);
    expect(
      row!.actions.map(({ text, partners, timeframe }) => `${text}${partners}${timeframe.from}`).toSorted(),
    ).toEqual(['first more 02027-01', 'partner 0', 'second more 12027-02', 'partner 1', 'third'].toSorted());
    expect(row!.mechanisms.split('\n').toSorted()).toEqual(['reference 0', 'reference 1']);
    expect(referenceCells(row!).map(({ address }) => cellFragment(doc, address)?.length)).toEqual([1, 1]);
    expect(row!.risks.map(({ response }) => response).toSorted()).toEqual(['response 0', 'response 1']);
    expect(row).toMatchObject({ priority: true, sdgTargets: ['16.1', '16.2'] });
  },
);

test('TA52 an empty action that was left out is there as soon as somebody writes in it, or is about to', () => {
  const { doc, rows } = twice();
  const there = fork(doc);
  const empty = addAction(doc, rows[2])!;
  exchange(doc, there);
  mergeTwin(doc, rows[2]);
  expect(readStrategy(doc)[0]!.actions.map(({ id }) => id)).not.toContain(empty);
  fillFragment(cellFragment(there, { row: rows[2], action: empty, cell: 'text' })!, 'l');
  exchange(doc, there);
  expect(readStrategy(doc)[0]!.actions.find(({ id }) => id === empty)?.text).toBe('l');

  const about = twice();
  const another = addAction(about.doc, about.rows[2])!;
  const lead = mergeTwin(about.doc, about.rows[2])!;
  expect(takeInPart(about.doc, another)).toBe(true);
  expect(rowOf(about.doc, lead)!.actions.map(({ id }) => id)).toContain(another);
  expect(takeInPart(about.doc, another)).toBe(false);
});

test('TA52 rows that were put together are changed, moved and removed as one', () => {
  const { doc, rows } = twice();
  const lead = mergeTwin(doc, rows[2])!;
  const [first, second, third] = rowOf(doc, lead)!.actions.map(({ id }) => id);
  moveAction(doc, lead, third!, null);
  moveAction(doc, lead, first!, second!);
  expect(rowOf(doc, lead)!.actions.map(({ text }) => text)).toEqual(['third', 'second', 'first']);
  setPriority(doc, rows[2], true);
  setPriority(doc, lead, false);
  for (const row of [rows[0], rows[2]]) setSdgTarget(doc, row, '5.2', true);
  setSdgTarget(doc, lead, '5.2', false);
  expect(rowOf(doc, lead)).toMatchObject({ priority: false, sdgTargets: [] });
  removeAction(doc, lead, third!);
  const added = addAction(doc, lead)!;
  expect(rowOf(doc, lead)!.actions.map(({ id }) => id)).toEqual([second, first, added]);
  const before = rowOf(doc, lead)!;
  removeRow(doc, lead);
  expect(readStrategy(doc).map(({ recommendation }) => recommendation)).toEqual([other]);
  putBack(doc, before);
  expect(rowOf(doc, lead)!.actions.map(({ text }) => text)).toEqual(['second', 'first', '']);
});

test('TA52 a row is there again when the one that it was put together with is removed by somebody who did not know', () => {
  const { doc, rows } = twice();
  const there = fork(doc);
  const lead = mergeTwin(doc, rows[2])!;
  const before = rowOf(doc, lead)!;
  there.getMap('rows').delete(lead);
  exchange(doc, there);
  expect(readStrategy(doc)).toHaveLength(2);
  putBack(doc, before);
  expect(rowOf(doc, lead)!.actions.map(({ text }) => text)).toEqual(['first', 'second', 'third']);
});

test('TA52 the key of a cell leads to where it is shown now, and back when both rows are apart again', () => {
  const { doc, rows } = twice();
  const keys = rows.flatMap((row) => [
    `${row}.${rowOf(doc, row)!.actions[0]!.id}.text`,
    `${row}.mechanisms`,
    `${row}.recommendation`,
  ]);
  const lead = mergeTwin(doc, rows[2])!;
  const part = lead === rows[0] ? rows[2] : rows[0];
  const now = keys.map((key) => keyNow(doc, key));
  for (const [at, key] of keys.entries()) {
    if (!key.startsWith(part)) expect(now[at]).toBe(key);
    else if (key.endsWith('mechanisms')) expect(now[at]).toBe(`${lead}.${part}.mechanisms`);
    else expect(now[at]).toBe(key.replace(part, lead));
  }
  readMap(doc.getMap('rows').get(part))!.delete('mergedInto');
  for (const [at, key] of keys.entries()) if (!key.endsWith('recommendation')) expect(keyNow(doc, now[at]!)).toBe(key);
});

test('TA52 rows that a foreign writer has put together in a ring, or with one that is not there, are shown', () => {
  const { doc, rows } = twice();
  const into = (row: RowId, lead: unknown) => readMap(doc.getMap('rows').get(row))!.set('mergedInto', lead);
  for (const [at, row] of rows.entries()) into(row, rows[(at + 1) % rows.length]);
  expect(readStrategy(doc).map(({ id }) => id)).toEqual([rows.toSorted()[0]]);
  expect(readStrategy(doc)[0]!.actions.length).toBe(4);
  for (const row of rows) into(row, row === rows[0] ? 'x'.repeat(12) : row === rows[1] ? rows[1] : { row });
  expect(readStrategy(doc).map(({ id }) => id)).toEqual(rows);
});

test('LV39 rows that somebody made belong to one another in a long row or a ring are read in time, each of them once', () => {
  const doc = new Y.Doc();
  const rows = doc.getMap('rows');
  const many = 5_000;
  doc.transact(() => {
    for (let at = 0; at < many; at++) rows.set(`row${at}`, new Y.Map([['mergedInto', `row${at + 1}`]]));
    for (let at = 0; at < 100; at++) rows.set(`ring${at}`, new Y.Map([['mergedInto', `ring${(at + 1) % 100}`]]));
  });
  const began = Date.now();
  const read = readStrategy(doc);
  expect(Date.now() - began).toBeLessThan(3_000);
  expect(read.reduce((sum, { joined }) => sum + (joined?.length ?? 1), 0)).toBe(many + 100);
});

test('TA60 rows are moved to right behind a row that was put together with another, and right before it', () => {
  for (let round = 0; round < 20; round++) {
    const { doc, rows } = twice();
    const [last, behind] = [addRow(doc, null), addRow(doc, null)];
    const lead = mergeTwin(doc, rows[2])!;
    const shown = () => readStrategy(doc).map(({ id }) => id);
    moveRow(doc, behind, { side: 'after', beside: lead });
    expect(shown()).toEqual([lead, behind, rows[1], last]);
    moveRow(doc, last, { side: 'before', beside: lead });
    expect(shown()).toEqual([last, lead, behind, rows[1]]);
    moveRow(doc, last, { side: 'after', beside: lead === rows[0] ? rows[2] : rows[0] });
    expect(shown()).toEqual([lead, last, behind, rows[1]]);
  }
});
