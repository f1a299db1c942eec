import { readFileSync } from 'node:fs';
import { addPreset, readAgenda } from '@board/shared/model/agenda';
import { stages } from '@board/shared/stages';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { languages } from '../../languages.ts';
import { presetAgenda } from './preset.ts';

test('SG15 the preset is a workshop of three days that goes through all stages in their order', () => {
  const steps = presetAgenda('2027-02-27', (step) => ({ title: step, objective: '' }));
  const doc = new Y.Doc();
  addPreset(doc, steps);
  expect(readAgenda(doc)).toMatchObject(steps);
  expect([...new Set(steps.map(({ day }) => day))]).toEqual(['2027-02-27', '2027-02-28', '2027-03-01']);
  expect([...new Set(steps.map(({ stage }) => stage))]).toEqual(stages);
  for (const { start, end } of steps) expect(start < end).toBe(true);
});

test('SG15 each step of the preset has its words in every language', () => {
  for (const { code } of languages) {
    const file = new URL(`../../locales/${code}/agenda.json`, import.meta.url);
    const { preset } = JSON.parse(readFileSync(file, 'utf8')) as {
      preset: { step: Record<string, { title: string; objective: string }> };
    };
    presetAgenda('2027-02-27', (step) => {
      expect(Object.values(preset.step[step] ?? {}).filter(Boolean), `${code} ${step}`).toHaveLength(2);
      return { title: '', objective: '' };
    });
  }
});
