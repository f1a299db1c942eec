import { groupDocument } from '@board/shared/ids';
import { readAgenda, seedAgenda } from '@board/shared/model/agenda';
import { readCatalogue } from '@board/shared/model/catalogue';
import { readItems } from '@board/shared/model/charter';
import { progressOf } from '@board/shared/model/progress';
import { readStrategy } from '@board/shared/model/strategy';
import { readTimeline } from '@board/shared/model/timeline';
import { stages } from '@board/shared/stages';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentEntries } from '../workshop/seed.ts';
import { demonstration } from './content.ts';
import { demonstrationSeed } from './documents.ts';

test('WO30 the demonstration is complete: forty recommendations, eleven groups, some ready, some not begun, every row known', () => {
  const seed = demonstrationSeed(demonstration, '2027-03-04');
  expect(readCatalogue(seed.documents.get('catalogue')!)).toHaveLength(40);
  expect(new Set(demonstration.recommendations.map((one) => one.number)).size).toBe(40);
  const strategies = seed.groups.map((group) => readStrategy(seed.documents.get(groupDocument(group.id))!));
  expect(strategies).toHaveLength(11);
  const ready = strategies.filter((rows) => progressOf(rows).ready);
  expect(ready.length).toBeGreaterThanOrEqual(2);
  expect(strategies.some((rows) => rows.length === 0)).toBe(true);
  for (const row of strategies.flat()) expect(row.recommendation, row.actions[0]?.text).not.toBeNull();
  expect(readItems(seed.documents.get('charter')!)).toHaveLength(1);
});

test('WO30 the demonstration has an agenda of three days through all stages, and is at one of its steps', () => {
  const { agenda, begun } = demonstrationSeed(demonstration, '2027-03-31');
  expect([...new Set(agenda.map(({ day }) => day))]).toEqual(['2027-03-31', '2027-04-01', '2027-04-02']);
  expect([...new Set(agenda.map(({ stage }) => stage))]).toEqual([...stages]);
  const board = new Y.Doc();
  seedAgenda(board, agenda);
  expect(readAgenda(board).map(({ id }) => id)).toEqual(agenda.map(({ id }) => id));
  expect(agenda.find(({ id }) => id === begun)).toMatchObject({ stage: 'group-work' });
});

test('TA100 the demonstration has goalposts: the adoption ahead, a mid-term report, a next review behind nearly all that is planned', () => {
  const seed = demonstrationSeed(demonstration, '2026-12-01');
  const [board] = documentEntries(seed);
  const doc = new Y.Doc();
  if (board?.body.kind === 'document') Y.applyUpdate(doc, board.body.state);
  const timeline = readTimeline(doc);
  expect(timeline).toEqual({ adoption: '2027-03', midTerm: '2029-09', nextReview: '2031-09' });
  const strategies = seed.groups.map((group) => readStrategy(seed.documents.get(groupDocument(group.id))!));
  const times = strategies.flat().flatMap(({ actions }) => actions.map(({ timeframe }) => timeframe));
  const set = times.filter(({ from, to }) => from !== '' || to !== '');
  expect(set.length).toBeGreaterThan(5);
  expect(set.filter(({ from, to }) => (to || from) <= timeline.nextReview).length * 10).toBeGreaterThan(set.length * 9);
});
