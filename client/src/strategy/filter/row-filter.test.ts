import type { ClusterId } from '@board/shared/ids';
import type { Recommendation } from '@board/shared/model/catalogue';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { addRisk, addRow, setSdgTarget } from '@board/shared/model/strategy-edits';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { anyRow, matchesFilter, noCluster, type RowFilter } from './row-filter.ts';

const recommendation = {
  number: '110.10',
  text: { en: 'Protect whistle-blowers', km: 'ការពារ​សិទ្ធិ' },
  states: ['FRA'],
  themes: ['Freedom'],
  position: 'noted',
} as unknown as Recommendation;

function row(): StrategyRow {
  const doc = new Y.Doc();
  const id = addRow(doc, null);
  const action = readStrategy(doc)[0]!.actions[0]!.id;
  const risk = addRisk(doc, id)!;
  fillFragment(cellFragment(doc, { row: id, action, cell: 'text' })!, 'Train the judges');
  fillFragment(cellFragment(doc, { row: id, risk, cell: 'risk' })!, 'No money');
  setSdgTarget(doc, id, '16.3', true);
  return readStrategy(doc)[0]!;
}

const passes = (filter: Partial<RowFilter>): boolean =>
  matchesFilter(
    row(),
    recommendation,
    { ...anyRow, ...filter },
    {
      nameOf: (code) => (code === 'FRA' ? 'France' : code),
      clusters: [],
    },
  );

test('TA11 rows are found by words, State, theme, position and goal, in any language, without accents', () => {
  for (const filter of [
    {},
    { text: 'JUDGES whistle' },
    { text: 'france' },
    { text: '១១០.១០' },
    { text: 'ការពារសិទ្ធិ' },
    { state: 'FRA', theme: 'Freedom', position: 'noted', goal: '16' },
  ])
    expect(passes(filter), JSON.stringify(filter)).toBe(true);
  for (const filter of [{ text: 'judges prison' }, { state: 'UGA' }, { position: 'supported' }, { goal: '1' }])
    expect(passes(filter), JSON.stringify(filter)).toBe(false);
});

test('TA11 rows are found by what they lack', () => {
  expect(
    ['indicator', 'timeframe', 'resources', 'partners', 'response'].map((missing) => passes({ missing } as RowFilter)),
  ).toEqual(Array(5).fill(true));
  expect(passes({ missing: 'action' })).toBe(false);
  expect(passes({ missing: 'sdg' })).toBe(false);
});

test('TA113 words are sought in themes too, and rows that are in no cluster, or in one that was removed, are found as such', () => {
  expect(passes({ text: 'freedom judges' })).toBe(true);
  expect(passes({ cluster: noCluster })).toBe(true);
  const sorted = { ...row(), cluster: 'c1' as ClusterId };
  const at = (clusters: { id: ClusterId }[], cluster: string): boolean =>
    matchesFilter(sorted, recommendation, { ...anyRow, cluster }, { nameOf: String, clusters });
  expect(at([{ id: 'c1' as ClusterId }], noCluster)).toBe(false);
  expect(at([{ id: 'c1' as ClusterId }], 'c1')).toBe(true);
  expect(at([], noCluster)).toBe(true);
  expect(at([], 'c1')).toBe(false);
});
