import type { RecommendationId, RowId } from '@board/shared/ids';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, cellKey, readStrategy } from '@board/shared/model/strategy';
import { addRisk, addRow, removeRow, setSdgTarget } from '@board/shared/model/strategy-edits';
import { putBack } from '@board/shared/model/strategy-put-back';
import { mergeTwin } from '@board/shared/model/strategy-twins';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { formerRow } from './follow-models.ts';
import { fork, tell } from './forks.fixture.ts';
import { LostWordsWatch } from './lost-words.ts';
import { rememberRemoved, removedText } from './removed-texts.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Ann and Bo have one row with two lines in its action. */
function twoPeople() {
  const ann = new Y.Doc();
  const row = addRow(ann, null);
  const action = readStrategy(ann)[0]!.actions[0]!.id;
  const address = { row, action, cell: 'text' } as const;
  lineInto(cellFragment(ann, address)!, 'first');
  lineInto(cellFragment(ann, address)!, 'second');
  const bo = fork(ann);
  const cell = (doc: Y.Doc): Y.XmlFragment => cellFragment(doc, address)!;
  const watch = new LostWordsWatch(bo);
  vi.advanceTimersByTime(60_000);
  return { ann, bo, row, cell, watch, place: `rows/${row}/actions/${action}/text`, key: cellKey(address) };
}

function lineInto(fragment: Y.XmlFragment, words: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  fragment.insert(fragment.length, [paragraph]);
}

const textOf = (fragment: Y.XmlFragment, line: number): Y.XmlText =>
  (fragment.get(line) as Y.XmlElement).get(0) as Y.XmlText;

/** As editors do it: the second line is deleted and its words are written anew behind the first. */
function joinLines(fragment: Y.XmlFragment): void {
  fragment.doc?.transact(() => {
    const words = textOf(fragment, 1).toString();
    fragment.delete(1, 1);
    textOf(fragment, 0).insert(textOf(fragment, 0).length, words);
  });
}

test('ST82 words that were typed in a line while somebody joins it with another are offered back', () => {
  const { ann, bo, cell, watch, place } = twoPeople();
  textOf(cell(bo), 1).insert(6, ' five words more');
  joinLines(cell(ann));
  tell(ann, bo);
  expect(watch.getSnapshot()).toEqual([{ place, words: 'five words more', isOthers: false }]);
  watch.forget(watch.getSnapshot());
  expect(watch.getSnapshot()).toEqual([]);
});

test('ST82 what somebody may have read is theirs to remove, and what was only moved is not lost', () => {
  const { ann, bo, cell, watch } = twoPeople();
  textOf(cell(bo), 1).insert(6, ' and read');
  tell(bo, ann);
  vi.advanceTimersByTime(30_000);
  textOf(cell(ann), 1).delete(6, 9);
  tell(ann, bo);
  expect(watch.getSnapshot()).toEqual([]);
  textOf(cell(bo), 1).insert(6, ' moved');
  tell(bo, ann);
  joinLines(cell(ann));
  tell(ann, bo);
  expect(watch.getSnapshot()).toEqual([]);
});

test('ST82 words that were typed offline, by an earlier page too, are offered back when their row is gone', () => {
  const { ann, bo, row, cell, place } = twoPeople();
  lineInto(cell(bo), 'typed in the train');
  const reopened = fork(bo);
  const watch = new LostWordsWatch(reopened);
  formerRow(reopened, row);
  vi.advanceTimersByTime(3_600_000);
  removeRow(ann, row);
  watch.met(Y.encodeStateAsUpdate(reopened, Y.encodeStateVector(ann)));
  tell(ann, reopened);
  expect(watch.getSnapshot()).toEqual([{ place, words: 'typed in the train', isOthers: false }]);
  expect(putBack(reopened, formerRow(reopened, row)!)).toBe(true);
  expect(readStrategy(reopened)[0]?.actions[0]?.text).toContain('typed in the train');
});

test('ST83 a row that is put back has its bold words, lists and links again', () => {
  const { ann, bo, row, cell, key } = twoPeople();
  rememberRemoved(bo);
  formerRow(bo, row as RowId);
  const [list, item] = [new Y.XmlElement('bulletList'), new Y.XmlElement('listItem')];
  cell(ann).insert(1, [list]);
  list.insert(0, [item]);
  lineInto(item, 'with a link');
  textOf(item, 0).format(7, 4, { link: { href: 'https://example.org' } });
  textOf(cell(ann), 0).format(0, 5, { bold: true });
  textOf(cell(ann), 2).delete(0, 3);
  const before = cell(ann).toString();
  tell(ann, bo);
  removeRow(ann, row);
  tell(ann, bo);
  expect(putBack(bo, formerRow(bo, row)!, null, (one) => removedText(bo, one))).toBe(true);
  expect(cell(bo).toString()).toBe(before);
  expect(removedText(bo, key.replace('text', 'indicator'))?.length ?? 0).toBe(0);
});

test('TA81 words that went are offered whole, also where the same ones stand elsewhere in the text', () => {
  for (const typed of ['not', 'not the first one']) {
    const { ann, bo, cell, watch, place } = twoPeople();
    textOf(cell(ann), 0).insert(5, ' one: nothing, not');
    tell(ann, bo);
    vi.advanceTimersByTime(60_000);
    textOf(cell(bo), 1).insert(6, ` ${typed}`);
    joinLines(cell(ann));
    tell(ann, bo);
    expect(watch.getSnapshot()).toEqual([{ place, words: typed, isOthers: false }]);
  }
});

test('TA80 words that come into a row which an earlier page has removed are offered while that removal waits, and no longer', () => {
  for (const waits of [true, false]) {
    const { ann, bo, row, cell, place } = twoPeople();
    const kept = Y.encodeStateAsUpdate(bo);
    removeRow(bo, row);
    const removal = Y.encodeStateAsUpdate(bo, Y.encodeStateVectorFromUpdate(kept));
    const reopened = new Y.Doc({ gc: false });
    for (const update of [kept, removal]) Y.applyUpdate(reopened, update, 'copy');
    const watch = new LostWordsWatch(reopened);
    watch.opened(waits ? [`rows/${row}`] : []);
    Y.tryGc(Y.createDeleteSetFromStructStore(reopened.store), reopened.store, reopened.gcFilter);
    textOf(cell(ann), 1).insert(6, ' of a whole day');
    textOf(cell(ann), 1).insert(21, ', and more');
    tell(ann, reopened);
    const words = 'of a whole day, and more';
    expect(watch.getSnapshot()).toEqual(waits ? [{ place, words, isOthers: true }] : []);
  }
});

test('TA61 of rows that were put together all comes back, whichever of them a person was writing in', () => {
  for (let round = 0; round < 8; round++) {
    const doc = new Y.Doc();
    const taken = 'r'.repeat(12) as RecommendationId;
    const ids = [addRow(doc, taken), addRow(doc, taken)];
    for (const [at, row] of ids.entries()) {
      const action = readStrategy(doc)[at]!.actions[0]!.id;
      const risk = addRisk(doc, row)!;
      fillFragment(cellFragment(doc, { row, action, cell: 'text' })!, `action ${at}`);
      fillFragment(cellFragment(doc, { row, risk, cell: 'risk' })!, `risk ${at}`);
      fillFragment(cellFragment(doc, { row, cell: 'mechanisms' })!, `reference ${at}`);
      setSdgTarget(doc, row, `16.${at + 1}`, true);
    }
    rememberRemoved(doc);
    formerRow(doc, ids[0]!);
    const lead = mergeTwin(doc, ids[1]!)!;
    const said = () =>
      readStrategy(doc).map(({ actions, risks, mechanisms, sdgTargets }) => ({
        actions: actions.map(({ text }) => text),
        risks: risks.map(({ risk }) => risk),
        references: mechanisms.split('\n').toSorted(),
        sdgTargets,
      }));
    const before = said();
    removeRow(doc, lead);
    expect(putBack(doc, formerRow(doc, ids[round % 2]!)!, null, (one) => removedText(doc, one))).toBe(true);
    expect(said()).toEqual(before);
    expect(before[0]!.actions).toEqual(['action 0', 'action 1']);
  }
});

test('ST83 references of rows that were put together have their forms again, in whichever they stood', () => {
  const doc = new Y.Doc();
  const taken = 'r'.repeat(12) as RecommendationId;
  const ids = [addRow(doc, taken), addRow(doc, taken)];
  for (const [at, row] of ids.entries()) {
    const cell = cellFragment(doc, { row, cell: 'mechanisms' })!;
    fillFragment(cell, `reference ${at}`);
    textOf(cell, 0).format(0, 9, { bold: true });
  }
  rememberRemoved(doc);
  const lead = mergeTwin(doc, ids[1]!)!;
  formerRow(doc, lead);
  removeRow(doc, lead);
  expect(putBack(doc, formerRow(doc, lead)!, null, (one) => removedText(doc, one))).toBe(true);
  const lines = cellFragment(doc, { row: lead, cell: 'mechanisms' })!.toArray().map(String);
  expect(lines.toSorted()).toEqual([0, 1].map((at) => `<paragraph><bold>reference</bold> ${at}</paragraph>`));
});
