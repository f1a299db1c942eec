import { groupDocument } from '@board/shared/ids';
import { readCatalogue } from '@board/shared/model/catalogue';
import { readItems } from '@board/shared/model/charter';
import { progressOf } from '@board/shared/model/progress';
import { readStrategy } from '@board/shared/model/strategy';
import { expect, test } from 'vitest';
import { demonstration } from './content.ts';
import { demonstrationSeed } from './documents.ts';

test('WO30 the demonstration is complete: forty recommendations, eleven groups, some ready, some not begun, every row known', () => {
  const seed = demonstrationSeed(demonstration);
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
