import { expect, test } from 'vitest';
import { abilities, abilitiesAt, abilitiesMoved, isTableOpen, opensAt, stages } from './stages.ts';

test('SG1 each stage opens and closes what the one table says', () => {
  const table = Object.fromEntries(stages.map((stage) => [stage, abilitiesAt(stage).open]));
  expect(table).toEqual({
    lobby: ['tables', 'contributions'],
    'group-work': ['tables', 'contributions'],
    plenary: ['tables', 'contributions', 'feedback'],
    'charter-preparation': ['amendments'],
    'charter-adoption': ['amendments', 'votes'],
    closed: [],
  });
  for (const stage of stages) {
    const { open, closed } = abilitiesAt(stage);
    expect([...open, ...closed].sort()).toEqual([...abilities].sort());
    if (opensAt(stage, 'contributions')) expect(opensAt(stage, 'tables')).toBe(true);
  }
});

test('SG1 what a step opens and closes is told before it is made', () => {
  expect(abilitiesMoved('group-work', 'plenary')).toEqual({ opens: ['feedback'], closes: [] });
  expect(abilitiesMoved('plenary', 'charter-preparation')).toEqual({
    opens: ['amendments'],
    closes: ['tables', 'contributions', 'feedback'],
  });
  expect(abilitiesMoved('group-work', 'group-work')).toEqual({ opens: [], closes: [] });
});

test('SG2 what is decided for one group comes before the stage, save in a closed workshop', () => {
  for (const stage of stages) {
    expect(isTableOpen(null, stage), stage).toBe(opensAt(stage, 'tables'));
    expect(isTableOpen(true, stage), stage).toBe(stage !== 'closed');
    expect(isTableOpen(false, stage), stage).toBe(false);
  }
});
