import { type GroupId, newId, type RecommendationId } from '@board/shared/ids';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import { filledFile, plainBlocks } from '@board/shared/workshop-file/workshop-file.fixture';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readInput } from '../import/readers.ts';
import { hasRealFiles, realFile } from '../import/real-files.ts';
import { cleanText } from './clean-text.ts';
import { makeOne } from './make-one.ts';
import { openedParts } from './opened.fixture.ts';
import { testWords } from './words.fixture.ts';

const atHand = describe.skipIf(!hasRealFiles);

const textOf = (name: string): string => new TextDecoder().decode(realFile(`cases/files/${name}`));

async function catalogueOf(bytes: Uint8Array): Promise<WorkshopFile['recommendations']> {
  const read = await readInput({ bytes });
  if (!read.ok) throw new Error(read.problem);
  return read.value.recommendations.map(({ number, text, position, themes, source }) => {
    return { id: newId<RecommendationId>(), number, text: { en: text }, states: [], position, themes, source };
  });
}

const numbersAndWords = (list: WorkshopFile['recommendations']) => list.map(({ number, text }) => [number, text['en']]);

atHand('cases that others had', () => {
  test('FO11 a list of formulas goes out and comes in as often as one likes, unchanged; in a workbook it is text', async () => {
    const first = await catalogueOf(realFile('cases/files/formula-like.csv'));
    const words = await testWords('en');
    const file = { ...filledFile({ groups: 1 }), recommendations: first };
    let round = file;
    for (let times = 0; times < 3; times++) {
      const { bytes } = await makeOne({ what: 'catalogue', as: 'csv' }, round, words);
      round = { ...file, recommendations: await catalogueOf(bytes) };
    }
    expect(numbersAndWords(round.recommendations)).toEqual(numbersAndWords(first));
    const { bytes } = await makeOne({ what: 'catalogue', as: 'xlsx' }, file, words);
    const { sheets } = await readXlsx(bytes);
    const cells = new Set(sheets[0]!.rows.flat().map((cell) => String(cell ?? '')));
    for (const { text } of first) expect(cells).toContain(cleanText(text['en']!));
  });

  test('FO13 control characters from a PDF leave every document well-formed', async () => {
    const file = filledFile({ groups: 1, rows: 1 });
    file.groups[0]!.strategy!.rows[0]!.actions[0]!.text = plainBlocks(textOf('control-characters.txt'));
    const words = await testWords('en');
    for (const as of ['docx', 'xlsx'] as const) {
      const group = file.groups[0]!.id as GroupId;
      const { bytes } = await makeOne({ what: 'strategy', group, as }, file, words);
      expect(openedParts(bytes).size).toBeGreaterThan(5);
    }
  });

  test('FO16 the zero-width signs of a Khmer text are as many in every file as in the text', async () => {
    const text = textOf('khmer-zwsp.txt').trim();
    const count = (all: string) => [...all.matchAll(/[\u200b-\u200d]/g)].length;
    const file = filledFile({ groups: 1, rows: 1 });
    const row = file.groups[0]!.strategy!.rows[0]!;
    row.actions = row.actions.slice(0, 1).map((action) => ({ ...action, text: plainBlocks(...text.split('\n')) }));
    file.recommendations[0]!.text = { en: 'Open the courts' };
    const words = await testWords('en');
    const group = file.groups[0]!.id;
    const csv = await makeOne({ what: 'strategy', group, as: 'csv' }, file, words);
    expect(count(new TextDecoder().decode(csv.bytes))).toBe(count(text));
    const docx = openedParts((await makeOne({ what: 'strategy', group, as: 'docx' }, file, words)).bytes);
    expect(count(docx.get('word/document.xml')!)).toBe(count(text));
    const xlsx = openedParts((await makeOne({ what: 'strategy', group, as: 'xlsx' }, file, words)).bytes);
    expect(count(xlsx.get('xl/worksheets/sheet1.xml')!)).toBe(count(text));
  });
});
