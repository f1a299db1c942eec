import { expect, test } from 'vitest';
import { abilities, abilitiesAt, abilitiesMoved, isTableOpen, opensAt, stages } from './stages.ts';

test('SG1 each stage opens and closes what the one table says', () => {
  const table = Object.fromEntries(stages.map((stage) => [stage, abilitiesAt(stage, false).open]));
  expect(table).toEqual({
    lobby: ['tables', 'contributions'],
    'group-work': ['tables', 'contributions'],
    plenary: ['tables', 'contributions', 'feedback'],
    'charter-preparation': ['amendments'],
    'charter-adoption': ['amendments', 'votes'],
    closed: [],
  });
  for (const stage of stages) {
    const { open, closed } = abilitiesAt(stage, false);
    expect([...open, ...closed].sort()).toEqual([...abilities].sort());
    if (opensAt(stage, 'contributions')) expect(opensAt(stage, 'tables')).toBe(true);
  }
});

test('SG1 what a step opens and closes is told before it is made', () => {
  expect(abilitiesMoved('group-work', 'plenary', false)).toEqual({ opens: ['feedback'], closes: [] });
  expect(abilitiesMoved('plenary', 'charter-preparation', false)).toEqual({
    opens: ['amendments'],
    closes: ['tables', 'contributions', 'feedback'],
  });
  expect(abilitiesMoved('group-work', 'group-work', false)).toEqual({ opens: [], closes: [] });
});

test('SG44 proposals for the charter and votes are over once it is adopted', () => {
  const open = ['feedback', 'amendments', 'votes'].filter((one) =>
    stages.some((stage) => abilitiesAt(stage, true).open.some((ability) => ability === one)),
  );
  expect(open).toEqual(['feedback']);
  expect(abilitiesMoved('charter-adoption', 'closed', true)).toEqual({ opens: [], closes: [] });
});

test('SG2 what is decided for one group comes before the stage, save in a closed workshop', () => {
  for (const stage of stages) {
    expect(isTableOpen(null, stage), stage).toBe(opensAt(stage, 'tables'));
    expect(isTableOpen(true, stage), stage).toBe(stage !== 'closed');
    expect(isTableOpen(false, stage), stage).toBe(false);
  }
});
