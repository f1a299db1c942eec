import {
  type DocumentName,
  type GroupId,
  groupDocument,
  groupOf,
  newId,
  type RecommendationId,
  type RowId,
} from '@board/shared/ids';
import { diffLiveViews } from '@board/shared/live-diff';
import { applyLiveMessage } from '@board/shared/live-messages';
import type { LiveView } from '@board/shared/live-view';
import { readBlocks } from '@board/shared/model/rich-text';
import { cellFragment } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { work } from '../work.fixture.ts';
import { nothingDecided, type WorkshopState } from './fold.ts';
import { fill, hostileMembers } from './hostile-content.fixture.ts';
import { composeLiveView } from './live-parts.ts';
import { nothingRead, type Readings, readingOf } from './live-readings.ts';
import { readForHall } from './strategy-reading.ts';

/** Milliseconds of work in which any document is read and the view is made. */
const inTime = 500;

const groups = [newId<GroupId>(), newId<GroupId>()] as const;
const roots: [DocumentName, string[]][] = [
  ['board', ['details', 'groups', 'agenda', 'timeline']],
  ['catalogue', ['recommendations', 'takenIn']],
  ['charter', ['items', 'preamble', 'closing']],
  [groupDocument(groups[0]), ['rows', 'clusters']],
  [groupDocument(groups[1]), ['rows', 'clusters']],
];

/** Two groups that everybody may read, and rows that they share, under any name. */
const state: WorkshopState = {
  ...nothingDecided,
  groups: new Map(groups.map((group) => [group, { open: null, keptClosed: false, presented: true }])),
  documents: new Map(roots.map(([document]) => [document, 1])),
};

function viewOf(readings: Readings): LiveView {
  const turnout = () => ({ all: 0, byHand: 0, keys: [] });
  return composeLiveView({
    state,
    readings,
    isConnected: () => false,
    turnout,
    hasMarks: () => false,
    nameless: () => [],
  });
}

const everyObjectHas = ['constructor', '__proto__', 'toString', 'hasOwnProperty'] as unknown as RecommendationId[];

/** What chance would bring together too seldom: a catalogue and strategies that name the same recommendations. */
function nameWhatIsTaken(document: DocumentName, doc: Y.Doc): void {
  for (const id of everyObjectHas) {
    if (document === 'catalogue') doc.getMap('recommendations').set(id, new Y.Map([['number', id]]));
    if (groupOf(document) !== null) addRow(doc, id);
  }
}

/** As the server holds it: nobody has said of what type a root is. */
function asReceived(doc: Y.Doc): Y.Doc {
  const received = new Y.Doc();
  Y.applyUpdate(received, Y.encodeStateAsUpdate(doc));
  return received;
}

test('LV38 whatever stands under the names that the hall’s view reads, of whatever type, the view is made, in time', () => {
  let longest = 0;
  let rows = 0;
  const content = fc.tuple(...roots.map(([, names]) => fc.tuple(...names.map(() => hostileMembers))));
  fc.assert(
    fc.property(content, (documents) => {
      let readings = nothingRead;
      let before = viewOf(readings);
      let phone = applyLiveMessage(null, { type: 'snapshot', now: 0, view: JSON.parse(JSON.stringify(before)) });
      roots.forEach(([document, names], at) => {
        const doc = new Y.Doc();
        for (const [place, name] of names.entries()) fill(doc.getMap(name), documents[at]![place]!);
        nameWhatIsTaken(document, doc);
        const received = asReceived(doc);
        const took = work(() => {
          readings = readingOf(document)!(received)(readings);
          const view = viewOf(readings);
          const changes = JSON.parse(JSON.stringify(diffLiveViews(before, view)));
          phone = applyLiveMessage(phone, { type: 'patch', now: 0, changes });
          before = view;
        });
        longest = Math.max(longest, took);
      });
      // What a phone has put together is what the server has, key by key.
      expect(JSON.parse(JSON.stringify(phone))).toEqual(JSON.parse(JSON.stringify(before)));
      rows += before.groups[groups[0]]!.progress.rows;
    }),
    { seed: 38, numRuns: 150 },
  );
  expect(rows).toBeGreaterThan(100);
  expect(longest).toBeLessThan(inTime);
});

test('LV36 a recommendation that is called like what every object has is one like any other', () => {
  for (const id of everyObjectHas) {
    const strategy = new Y.Doc();
    addRow(strategy, id);
    const catalogue = new Y.Doc();
    const entry = new Y.Map<unknown>([['number', '1.1']]);
    catalogue.getMap('recommendations').set(id, entry);
    let readings = readingOf(groupDocument(groups[0]))!(strategy)(nothingRead);
    const unknown = viewOf(readings);
    expect([Object.keys(unknown.taken), unknown.groups[groups[0]]!.progress.rows]).toEqual([[], 1]);
    readings = readingOf('catalogue')!(catalogue)(readings);
    const known = viewOf(readings);
    expect([Object.keys(known.taken), known.taken[id], known.coverage.taken]).toEqual([[id], [groups[0]], 1]);
    const wire = (message: unknown) => JSON.parse(JSON.stringify(message));
    const first = applyLiveMessage(null, wire({ type: 'snapshot', now: 0, view: unknown }));
    expect(first!.taken[id]).toBeUndefined();
    const then = applyLiveMessage(first, wire({ type: 'patch', now: 0, changes: diffLiveViews(unknown, known) }));
    expect(then!.taken[id]).toEqual([groups[0]]);
    expect(({} as Record<string, unknown>)['push']).toBeUndefined();
  }
});

test('LV37 a text under many marks with many embeds is read in the measure of its length, for the hall and on a page', () => {
  const doc = new Y.Doc();
  const row = addRow(doc, null);
  const cell = cellFragment(doc, { row: row as RowId, cell: 'mechanisms' })!;
  const marks = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`k${at}`, 1]));
  const words = new Y.XmlText();
  doc.transact(() => {
    cell.insert(0, [words]);
    words.insert(0, 'mm', { ...marks, bold: {} });
    for (let at = 0; at < 4_000; at++) words.insertEmbed(1, {}, { ...marks, bold: {} });
  });
  const received = asReceived(doc);
  expect(work(() => readForHall(received))).toBeLessThan(inTime / 5);
  expect(readBlocks(cell)).toEqual([
    { kind: 'paragraph', spans: [{ kind: 'text', text: 'mm', bold: true, italic: false, href: null }] },
  ]);
  expect(work(() => readBlocks(cell))).toBeLessThan(inTime / 5);
});

test('LV33 LV38 a strategy of fifty thousand rows is read in time', () => {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (let at = 0; at < 50_000; at++) doc.getMap('rows').set(`r${at}`, new Y.Map([['order', `a${50_000 - at}`]]));
  });
  const received = asReceived(doc);
  expect(work(() => readForHall(received))).toBeLessThan(inTime);
});

test('LV45 of a catalogue with crowds of States and themes so many are read, in time, and the view is made in time', () => {
  const doc = new Y.Doc();
  const many = (name: string) => Array.from({ length: 40_000 }, (_, at) => `${name}.${at}`);
  doc.transact(() => {
    for (let at = 0; at < 5; at++) {
      const lists = [['states', many(`s${at}`)] as const, ['themes', many(`t${at}`)] as const];
      doc.getMap('recommendations').set(`r${at}`, new Y.Map<unknown>(lists));
    }
  });
  const received = asReceived(doc);
  let view: LiveView | null = null;
  const took = work(() => {
    view = viewOf(readingOf('catalogue')!(received)(nothingRead));
  });
  expect(view!).toMatchObject({ workshop: { recommendations: 5 }, coverage: { themeCount: 5 * 300 } });
  expect(took).toBeLessThan(inTime);
});
