import { filledFile } from '@board/shared/workshop-file/workshop-file.fixture';
import { expect, test } from 'vitest';
import { previewLines } from '../import/preview.ts';
import { readInput } from '../import/readers.ts';
import { incomingOf } from '../merge/incoming.ts';
import { orderOf } from '../merge/order.ts';
import { planMerge } from '../merge/plan.ts';
import { makeOne } from './make-one.ts';
import { testWords } from './words.fixture.ts';

test.each(['en', 'fr', 'ar', 'km'])(
  'UP50 a catalogue that went out in %s comes in again with its numbers, words, States, positions and SDGs',
  async (language) => {
    const file = filledFile({ groups: 1, rows: 12 });
    file.recommendations = file.recommendations.map((one) => ({ ...one, states: ['FRA', 'PER'] }));
    const words = await testWords(language);
    const wanted = file.recommendations
      .map(({ number, position, sdgs, text }) => [number, text['en'], ['FRA', 'PER'], position, sdgs])
      .sort();
    for (const as of ['csv', 'xlsx'] as const) {
      const { bytes } = await makeOne({ what: 'catalogue', as }, file, words);
      const read = await readInput({ bytes });
      if (!read.ok) throw new Error(`${as}: ${read.problem}`);
      const found = read.value.recommendations.map(({ number, text, translations, states, position, sdgs }) => {
        const all = [text, ...Object.values(translations ?? {})];
        return [number, all.find((one) => one.startsWith('Ensure')), states.map(({ code }) => code), position, sdgs];
      });
      expect(found.sort(), as).toEqual(wanted);
    }
  },
);

test.each(['en', 'fr', 'ar', 'km'])(
  'UP55 a catalogue that is translated in part goes out in %s and comes in again whole: each text in its language',
  async (language) => {
    const file = filledFile({ groups: 1, rows: 4 });
    const texts: Record<string, string>[] = [
      { en: 'Open the courts', fr: 'Ouvrir les tribunaux', km: 'បើក​តុលាការ' },
      { en: 'Mend the roads' },
      { km: 'ជួសជុល​ផ្លូវ' },
      { ar: 'إصلاح الطرق', es: 'Reparar los caminos' },
    ];
    file.recommendations = file.recommendations
      .slice(0, 4)
      .map((one, at) => ({ ...one, number: `9.${at + 1}`, text: texts[at]! }));
    const words = await testWords(language);
    for (const as of ['csv', 'xlsx'] as const) {
      const { bytes } = await makeOne({ what: 'catalogue', as }, file, words);
      const read = await readInput({ bytes });
      if (!read.ok) throw new Error(`${as}: ${read.problem}`);
      const { table } = read.value;
      const list = incomingOf(previewLines(read.value), read.value, table!.language!);
      const { added } = orderOf(planMerge([], list), new Map());
      expect(
        added.map(({ number, text }) => [number, text]),
        as,
      ).toEqual(texts.map((text, at) => [`9.${at + 1}`, text]));
    }
  },
);

test('FO50 in a workbook words stay as they are that look like the signs of a list, or like a sign that it writes in figures', async () => {
  const file = filledFile({ groups: 1, rows: 4 });
  const texts = ['• Open the courts', '_x000D_ is a word', 'A _x005F_x000D_ and an _xD83D_ end', '1. Rest _x0041'];
  file.recommendations = file.recommendations
    .slice(0, 4)
    .map((one, at) => ({ ...one, number: `9.${at + 1}`, text: { en: texts[at]! } }));
  const { bytes } = await makeOne({ what: 'catalogue', as: 'xlsx' }, file, await testWords('en'));
  const read = await readInput({ bytes });
  if (!read.ok) throw new Error(read.problem);
  expect(read.value.recommendations.map(({ text }) => text)).toEqual(texts);
});
