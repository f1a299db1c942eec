import { type DocumentName, type GroupId, groupDocument, newId } from '@board/shared/ids';
import { addItem } from '@board/shared/model/charter';
import { addRow } from '@board/shared/model/strategy-edits';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Clock } from '../ports.ts';
import { LiveReader } from './live-reader.ts';
import type { Readings } from './live-readings.ts';

/** A clock that moves when it is told to, and a reader of strategies and the charter. */
function desk(strategies = 1) {
  let now = 0;
  const clock: Clock = {
    now: () => now,
    elapsed: () => now,
    after: (_, run) => {
      setTimeout(run);
      return () => {};
    },
  };
  const groups = Array.from({ length: strategies }, () => newId<GroupId>());
  const names: DocumentName[] = [...groups.map(groupDocument), 'charter'];
  const docs = new Map(names.map((name) => [name, new Y.Doc()]));
  let cost = 0;
  const reads: string[] = [];
  const read = async <Value>(name: DocumentName, how: (doc: Y.Doc) => Value): Promise<Value> => {
    reads.push(name);
    const doc = docs.get(name)!;
    // What is dear is so while it is read.
    const getMap = doc.getMap.bind(doc);
    doc.getMap = ((key: string) => {
      now += name === 'charter' ? 0 : cost;
      return getMap(key);
    }) as typeof doc.getMap;
    try {
      return how(doc);
    } finally {
      doc.getMap = getMap;
    }
  };
  const lines: string[] = [];
  const note = (event: string): number => lines.push(event);
  const journal = { info: note, warn: note, error: note };
  const reader = new LiveReader({ rooms: { read }, clock, journal }, names);
  const change = (name: DocumentName, how: (doc: Y.Doc) => void): void => {
    how(docs.get(name)!);
    reader.changed(name);
  };
  return {
    ...{ reader, group: groups[0]!, strategy: names[0]!, strategies: names.slice(0, -1), change, lines, reads },
    now: () => now,
    pass: (ms: number) => {
      now += ms;
    },
    costs: (ms: number) => {
      cost = ms;
    },
  };
}

/** Counts of rows and items; fails for a strategy with three rows, as a view would that a document's content breaks. */
const view =
  (group: GroupId) =>
  ({ strategies, charter }: Readings): [number, number] => {
    const rows = strategies.get(group)?.progress.rows ?? 0;
    if (rows === 3) throw new TypeError('broken by what was written');
    return [rows, charter?.items.length ?? 0];
  };

test('LV34 a document that no view can be made with keeps the part that it had, is reported once, and hides nothing of the others', async () => {
  const { reader, group, strategy, change, lines } = desk();
  const made = async () => {
    await reader.read();
    return reader.made(view(group));
  };
  change(strategy, (doc) => addRow(doc, null));
  expect(await made()).toEqual([1, 0]);
  change(strategy, (doc) => {
    addRow(doc, null);
    addRow(doc, null);
  });
  change('charter', (doc) => addItem(doc, 'We meet again.'));
  expect(await made()).toEqual([1, 1]);
  change(strategy, (doc) => doc.getMap('rows').set('text', 'no row'));
  expect(await made()).toEqual([1, 1]);
  expect(lines).toEqual(['document-not-read']);
  change(strategy, (doc) => addRow(doc, null));
  expect(await made()).toEqual([4, 1]);
});

test('LV34 when it is no document that breaks the view, what was read is not thrown away', async () => {
  const { reader, group, strategy, change, lines } = desk();
  change(strategy, (doc) => addRow(doc, null));
  await reader.read();
  expect(() =>
    reader.made(() => {
      throw new Error('a decision');
    }),
  ).toThrow('a decision');
  await reader.read();
  expect([reader.made(view(group)), lines]).toEqual([[1, 0], []]);
});

test('LV35 a document that is dear to read is read so much less often, and the others as they change', async () => {
  const { reader, group, strategy, change, reads, pass, costs } = desk();
  await reader.read();
  costs(limits.dearReadingMs * 2);
  change(strategy, (doc) => addRow(doc, null));
  await reader.read();
  expect([reader.made(view(group)), reader.rest]).toEqual([[1, 0], null]);
  reads.length = 0;
  change(strategy, (doc) => addRow(doc, null));
  change('charter', (doc) => addItem(doc, 'We meet again.'));
  await reader.read();
  const rest = limits.dearReadingMs * 2 * limits.restPerReading;
  expect([reads, reader.made(view(group)), reader.rest]).toEqual([['charter'], [1, 1], rest]);
  pass(rest);
  // It ended while something else was read: somebody must still come back.
  expect(reader.rest).toBe(0);
  await reader.read();
  expect([reader.made(view(group)), reader.rest]).toEqual([[2, 1], null]);
});

test('LV41 however many documents are dear to read, reading them takes a fifth of the time, each has its turn, and the others are read as they change', async () => {
  const { reader, strategies, change, reads, pass, costs, now } = desk(30);
  costs(limits.dearReadingMs * 2);
  await reader.read();
  reads.length = 0;
  const began = now();
  while (now() - began < 60_000) {
    for (const strategy of strategies) change(strategy, (doc) => doc.getArray('any').push([1]));
    change('charter', (doc) => doc.getArray('any').push([1]));
    await reader.read();
    pass(50);
  }
  const dear = reads.filter((name) => name !== 'charter');
  expect(dear.length * limits.dearReadingMs * 2).toBeLessThan((now() - began) / 5 + 1);
  expect(new Set(dear).size).toBe(strategies.length);
  expect(reads.length - dear.length).toBeGreaterThan(500);
});
