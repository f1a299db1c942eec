import type { CommentView } from '@board/shared/commands';
import { type CommentId, newId, type PersonId, type RecommendationId, type RowId } from '@board/shared/ids';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import { keyNow, mergeTwin } from '@board/shared/model/strategy-twins';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { draftFor } from './drafts.ts';
import { followRows, openBy, threadsOf } from './threads.ts';

const me = { id: newId<PersonId>(), name: 'Ana' };
const row = newId<RowId>();

function view(text: string, change: Partial<CommentView> = {}): CommentView {
  const id = newId<CommentId>();
  const place = { thread: id, row, cell: null, recommendation: null };
  const fresh = { editedAt: null, removedBy: null, resolved: null };
  return { id, ...place, author: null, name: 'Ben', at: 1, text, ...fresh, ...change };
}

const wordsOf = (threads: ReturnType<typeof threadsOf>) => threads.map((one) => one.comments.map(({ text }) => text));

test('CO11 Comments stand in their threads in the order in which they were written', () => {
  const [first, second] = [view('A'), view('B')];
  const reply = view('a', { thread: first.id });
  expect(wordsOf(threadsOf([first, second, reply], [], me))).toEqual([['A', 'a'], ['B']]);
});

test('CO11 What is only on this device stands where it belongs, and not beside itself once the server has it', () => {
  const first = view('A');
  const waiting = { at: 2, refused: null };
  const kept = [
    { id: newId<CommentId>(), text: 'mine', place: { thread: first.id }, ...waiting },
    { id: newId<CommentId>(), text: 'new', place: { row, cell: `${row}.mechanisms` }, ...waiting },
    { id: first.id, text: 'A', place: { row, cell: null }, ...waiting },
  ];
  const threads = threadsOf([first], kept, me);
  expect(wordsOf(threads)).toEqual([['A', 'mine'], ['new']]);
  expect(threads[1]).toMatchObject({ row, cell: `${row}.mechanisms`, comments: [{ name: 'Ana', author: me.id }] });
});

test('TA52 what was said of a row that was put together with another stands beside the one that stays', () => {
  const doc = new Y.Doc();
  const about = 'r'.repeat(12) as RecommendationId;
  const kept = addRow(doc, about);
  const rows = readStrategy(doc);
  const action = rows[0]!.actions[0]!.id;
  const gone = newId<RowId>();
  const said = [
    view('row', { row: gone, recommendation: about }),
    view('action', { row: gone, cell: `${gone}.${action}.text`, recommendation: about }),
    view('elsewhere', { row: newId<RowId>(), recommendation: null }),
    view('here', { row: kept }),
  ];
  const threads = threadsOf(said, [], me);
  const follow = (some: typeof threads) => followRows(some, rows, (key) => keyNow(doc, key));
  expect(follow(threads).map(({ row: at, cell }) => [at, cell])).toEqual([
    [kept, null],
    [kept, `${kept}.${action}.text`],
    [said[2]!.row, null],
    [kept, null],
  ]);
  const here = threads.slice(3);
  expect(follow(here)).toBe(here);
});

test('TA71 what was said of a cell while rows were put together goes with it when they are apart again', () => {
  const doc = new Y.Doc();
  const about = 'r'.repeat(12) as RecommendationId;
  const ids = [addRow(doc, about), addRow(doc, about)];
  for (const [at, id] of ids.entries()) {
    const action = readStrategy(doc)[at]!.actions[0]!.id;
    fillFragment(cellFragment(doc, { row: id, action, cell: 'text' })!, `action ${at}`);
  }
  const undo = new Y.UndoManager(doc.getMap('rows'));
  const lead = mergeTwin(doc, ids[1]!)!;
  const part = ids.find((id) => id !== lead)!;
  const action = readStrategy(doc)[0]!.actions.find(({ text }) => text === `action ${ids.indexOf(part)}`)!.id;
  const said = [
    view('action', { row: lead, cell: `${lead}.${action}.text`, recommendation: about }),
    view('references', { row: lead, cell: `${lead}.${part}.mechanisms`, recommendation: about }),
    view('before', { row: part, cell: `${part}.mechanisms`, recommendation: about }),
  ];
  const follow = () =>
    followRows(threadsOf(said, [], me), readStrategy(doc), (key) => keyNow(doc, key)).map(({ cell }) => cell);
  const together = `${lead}.${part}.mechanisms`;
  expect(follow()).toEqual([`${lead}.${action}.text`, together, together]);
  undo.undo();
  expect(follow()).toEqual([`${part}.${action}.text`, `${part}.mechanisms`, `${part}.mechanisms`]);
});

test('TA71 what was begun in a comment on a row is found again when it was put together with another', () => {
  const [lead, part] = [newId<RowId>(), newId<RowId>()];
  const row = { id: lead, joined: [lead, part].map((id) => ({ id, mechanisms: '' })) } as unknown as StrategyRow;
  expect(draftFor(new Map([[part, 'begun']]), lead, row)).toBe(part);
  expect(
    draftFor(
      new Map([
        [part, 'begun'],
        [lead, 'too'],
      ]),
      part,
      row,
    ),
  ).toBe(part);
  expect(draftFor(new Map([[part, '']]), lead, row)).toBe(lead);
});

test('CO11 Threads that are resolved are not counted; threads of which nothing is left are not shown', () => {
  const gone = view('', { removedBy: 'author' });
  const resolved = view('R', { resolved: { name: 'Ben', at: 2 } });
  const threads = threadsOf([gone, resolved, view('O'), view('C', { cell: 'c' })], [], me);
  expect(wordsOf(threads)).toEqual([['R'], ['O'], ['C']]);
  expect(openBy(threads, (thread) => thread.row).get(row)).toBe(2);
  expect([...openBy(threads, (thread) => thread.cell)]).toEqual([['c', 1]]);
});
