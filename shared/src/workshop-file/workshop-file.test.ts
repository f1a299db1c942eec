import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { groupDocument, newId } from '../ids.ts';
import { readDetails, readGroups } from '../model/board.ts';
import { readCatalogue } from '../model/catalogue.ts';
import { fragmentOf } from '../model/read.ts';
import { readTimeline } from '../model/timeline.ts';
import { readCharterPart, readRecommendations, readSteps, readStrategyPart } from './read-parts.ts';
import { workshopFile } from './schema.ts';
import { filledFile } from './workshop-file.fixture.ts';
import written from './workshop-file.schema.json' with { type: 'json' };
import { documentsOf } from './write-documents.ts';

test('FO30 documents that are made from a file hold what it says: ids, order, forms of the words, clusters, sources', () => {
  const file = filledFile();
  const documents = new Map(documentsOf(file));
  const board = documents.get('board')!;
  const { stage: _, timeline, ...details } = file.workshop;
  expect(readDetails(board)).toEqual(details);
  expect(readTimeline(board)).toEqual(timeline);
  expect(readSteps(board)).toEqual(file.agenda);
  expect(readGroups(board).map(({ id, name }) => ({ id, name }))).toEqual(
    file.groups.map(({ id, name }) => ({ id, name })),
  );
  expect(readCatalogue(documents.get('catalogue')!)).toEqual(
    file.recommendations.toSorted((a, b) => (a.number === '110.10' ? 1 : b.number === '110.10' ? -1 : 0)),
  );
  expect(readCharterPart(documents.get('charter')!)).toEqual(file.charter);
  for (const { id, strategy } of file.groups) {
    const sorted = strategy!.rows.map((row) => ({ ...row, sdgTargets: row.sdgTargets.toSorted() }));
    expect(readStrategyPart(documents.get(groupDocument(id))!)).toEqual({ ...strategy, rows: sorted });
  }
});

test('FO30 what is read of a document and written again is the same document, to the last value', () => {
  for (const { strategy } of filledFile().groups) {
    const first = documentOf(strategy!);
    const second = documentOf(readStrategyPart(first));
    expect(second.toJSON()).toEqual(first.toJSON());
  }
});

test('FO31 a filled file passes the schema, and no id stands twice in it', () => {
  const file = filledFile();
  expect(workshopFile.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
  const twice = { ...file, groups: [file.groups[0], file.groups[0]] };
  expect(workshopFile.safeParse(twice).success).toBe(false);
});

test.each([
  ['a form that is not known', (file: Loose) => ({ ...file, colour: 'red' })],
  ['another version', (file: Loose) => ({ ...file, version: 3 })],
  ['an id that is a path', (file: Loose) => ({ ...file, groups: [{ ...file.groups[0], id: '../../board' }] })],
  ['a vote that is open', (file: Loose) => ({ ...file, votes: [{ ...file.votes[0], result: null }] })],
  ['lists without end', (file: Loose) => ({ ...file, charter: { preamble: deepList(40), items: [], closing: [] } })],
])('FO31 what does not fit is refused: %s', (_, spoiled) => {
  expect(workshopFile.safeParse(spoiled(filledFile())).success).toBe(false);
});

test('FO32 the schema that goes out with a file is the one that is checked', () => {
  expect(written).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(workshopFile, { reused: 'ref' }))));
});

test('FO33 ids of a foreign form, which a document may hold, do not spoil the file', () => {
  const file = filledFile({ groups: 1 });
  const doc = documentOf(file.groups[0]!.strategy!);
  const rows = doc.getMap('rows');
  rows.set(
    '__proto__',
    new Y.Map(Object.entries({ order: 'a0', recommendation: 'x', sdgTargets: new Y.Map([['9.9z', true]]) })),
  );
  const read = readStrategyPart(doc);
  expect(read.rows).toHaveLength(4);
  const whole = { ...file, groups: [{ ...file.groups[0]!, strategy: read }] };
  expect(workshopFile.safeParse(JSON.parse(JSON.stringify(whole))).error?.issues).toBeUndefined();
});

test('FO33 a catalogue of foreign ids, languages, marks and endless lists does not spoil the file', () => {
  const file = filledFile({ groups: 1 });
  const catalogue = new Map(documentsOf(file)).get('catalogue')!;
  const foreign = new Y.Map<unknown>([
    ['number', '9'.repeat(60)],
    ['text', new Y.Map([['not a language', 'x'] as const, ['en', 'Open'] as const])],
    ['states', Array.from({ length: 2_000 }, () => 'x'.repeat(20_000))],
    ['sdgs', ['16', '99.z']],
    ['hand:colour', true],
    ['mergedInto', 'nowhere'],
  ]);
  catalogue.getMap('recommendations').set('../..', foreign);
  catalogue.getMap('recommendations').set('odd', new Y.Map([['mergedInto', file.recommendations[0]!.id]]));
  const read = { ...file, recommendations: readRecommendations(catalogue) };
  expect(read.recommendations).toHaveLength(file.recommendations.length + 1);
  expect(workshopFile.safeParse(JSON.parse(JSON.stringify(read))).error?.issues).toBeUndefined();
});

test('FO34 a file of version 1, without what was decided beside the documents, fits', () => {
  const { decided: _, ...rest } = filledFile();
  const recommendations = rest.recommendations.map(({ sdgs: __, ...one }) => one);
  expect(workshopFile.safeParse({ ...rest, recommendations, version: 1 }).success).toBe(true);
});

test('FO31 a vote that was counted by group fits, and in it nothing that is not known', () => {
  const file = filledFile();
  const byGroup = {
    groups: [{ groupId: file.groups[0]!.id, name: 'Fair trial', people: 6, voted: 4 }],
    others: { people: 4, voted: 2 },
  };
  const vote = { ...file.votes[0]!, byGroup, result: { ...file.votes[0]!.result!, byGroup } };
  expect(workshopFile.safeParse({ ...file, votes: [vote] }).error?.issues).toBeUndefined();
  const spoiled = { ...vote, byGroup: { ...byGroup, who: ['Sokha'] } };
  expect(workshopFile.safeParse({ ...file, votes: [spoiled] }).success).toBe(false);
});

type Loose = ReturnType<typeof filledFile>;

function documentOf(strategy: NonNullable<Loose['groups'][number]['strategy']>): Y.Doc {
  const file = filledFile({ groups: 1 });
  const id = newId<Loose['groups'][number]['id']>();
  const documents = new Map(documentsOf({ ...file, groups: [{ ...file.groups[0]!, id, strategy }] }));
  return documents.get(groupDocument(id))!;
}

function deepList(levels: number): unknown[] {
  let inside: unknown[] = [];
  for (let level = 0; level < levels; level++) inside = [{ kind: 'list', ordered: false, items: [inside] }];
  return inside;
}

test('FO30 what has become of recommendations is in the file: the position before, what was written by hand, what was merged, what a group has seen', () => {
  const file = filledFile({ groups: 1 });
  const [first, second, ...others] = file.recommendations;
  const alias = newId<NonNullable<typeof first>['id']>();
  const known = {
    ...first!,
    was: 'pending' as const,
    wasText: { en: 'As it was first', km: 'ដំបូង' },
    byHand: ['position' as const, 'text:km' as const],
    aliases: [alias],
  };
  const [row, ...rows] = file.groups[0]!.strategy!.rows;
  const seen = { ...row!, recommendation: alias, seenPosition: 'pending' as const, seenText: { en: 'As they saw it' } };
  const strategy = { ...file.groups[0]!.strategy!, rows: [seen, ...rows] };
  const whole = { ...file, recommendations: [known, second!, ...others], groups: [{ ...file.groups[0]!, strategy }] };
  const read = workshopFile.parse(JSON.parse(JSON.stringify(whole)));
  expect(read).toEqual(whole);
  const documents = new Map(documentsOf(read));
  expect(readCatalogue(documents.get('catalogue')!).find(({ id }) => id === known.id)).toEqual(known);
  expect(readStrategyPart(documents.get(groupDocument(whole.groups[0]!.id))!).rows[0]).toMatchObject({
    recommendation: alias,
    seenPosition: 'pending',
    seenText: { en: 'As they saw it' },
  });
});

test('TA66 thousands of rows that somebody made belong to one are read for a file in time, and empty lines stay', () => {
  const doc = new Y.Doc();
  const lead = 'row0'.padEnd(12, 'x');
  doc.transact(() => {
    for (let at = 0; at < 2_000; at++) {
      const action = new Y.Map<unknown>([['text', fragmentOf(`words ${at}`)]]);
      const row = new Y.Map<unknown>([['actions', new Y.Map([[`act${at}`.padEnd(12, 'y'), action]])]]);
      if (at > 0) row.set('mergedInto', lead);
      else row.set('mechanisms', fragmentOf('one\n\ntwo\n\nthree'));
      doc.getMap('rows').set(`row${at}`.padEnd(12, 'x'), row);
    }
  });
  const began = Date.now();
  const { rows } = readStrategyPart(doc);
  expect(Date.now() - began).toBeLessThan(5_000);
  expect(rows.map(({ actions, mechanisms }) => [actions.length, mechanisms.length])).toEqual([[2_000, 5]]);
  expect(new Set(rows[0]!.actions.map(({ text }) => JSON.stringify(text))).size).toBe(2_000);
});
