import { readCatalogue } from '@board/shared/model/catalogue';
import { carryOut } from '@board/shared/model/catalogue-changes';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { previewLines } from '../import/preview.ts';
import { type ListInput, readInput } from '../import/readers.ts';
import { hasRealFiles, realFile } from '../import/real-files.ts';
import { catalogueOf } from './catalogue.fixture.ts';
import { incomingOf } from './incoming.ts';
import { orderOf } from './order.ts';
import { areOtherWords } from './other-words.ts';
import { addedKey, planMerge } from './plan.ts';

async function listOf(input: ListInput, language = 'en') {
  const read = await readInput(input);
  if (!read.ok) throw new Error(read.problem);
  return incomingOf(previewLines(read.value), read.value, language);
}

const rows = (...lines: string[]): ListInput => ({ text: ['No,Recommendation,State,Position', ...lines].join('\n') });

const valley = catalogueOf(
  { number: '7.1', text: { en: 'Count all rivers of the northern valley' }, states: ['EST'] },
  { number: '7.2', text: { en: 'Let the ferries sail at night' }, states: ['TCD'] },
  { number: '7.3', text: { en: 'Mend the bells of the old schools' }, states: ['PER'] },
  { number: '7.4', text: { en: 'Teach every child to swim' }, states: ['GHA'] },
);

test('ME51 the same number with hardly any of the same words is a doubt, and nothing of it is taken unasked', async () => {
  const plan = planMerge(
    readCatalogue(valley),
    await listOf(
      rows(
        '7.1,Abolish tolls on mountain roads,Estonia,Supported',
        '7.2,Let all ferries sail at night and on feast days,Chad,Noted',
      ),
    ),
  );
  expect(plan.changed.map(({ number, differences }) => [number, differences.map(({ doubt }) => doubt)])).toEqual([
    ['7.1', ['other-words', 'other-words']],
    ['7.2', [null, null]],
  ]);
  expect([...plan.fates.values()]).toEqual(['other', 'changed']);
  expect(orderOf(plan, new Map()).changes.map(({ field }) => field)).toEqual(['text:en', 'position']);
  const key = plan.changed[0]!.differences[0]!.key;
  expect(orderOf(plan, new Map([[key, true]])).changes[0]).toMatchObject({ value: 'Abolish tolls on mountain roads' });
});

test('ME52 a list most of which has other words looks like another one: what is new or changed in it is not taken unasked', async () => {
  const plan = planMerge(
    readCatalogue(valley),
    await listOf(
      rows(
        '7.1,Abolish tolls on mountain roads,Peru,Noted',
        '7.2,Grant every shepherd a free winter pasture,Chad,Noted',
        '7.3,Publish the accounts of each lighthouse,Ghana,Noted',
        '7.4,Teach every child to sing,Estonia,Noted',
        '7.5,Print maps for travellers,Estonia,Noted',
      ),
    ),
  );
  expect(plan.otherList).toBe('words');
  expect([...plan.fates.values()]).toEqual(['other', 'other', 'other', 'other', 'new']);
  expect(orderOf(plan, new Map())).toEqual({ added: [], changes: [] });
  expect(orderOf(plan, new Map([[addedKey(plan.added[0]!), true]])).added.length).toBe(1);
});

test('ME51 words that somebody has written by hand, in the catalogue or in the preview, are no doubt about the number', async () => {
  const doc = catalogueOf({ number: '7.1', text: { en: 'Count all rivers of the northern valley' }, states: ['EST'] });
  const list = await listOf(rows('7.1,Abolish tolls on mountain roads,Estonia,Supported'));
  const mended = list.map((one) => ({ ...one, byHand: ['text:en' as const] }));
  expect(orderOf(planMerge(readCatalogue(doc), mended), new Map()).changes.length).toBe(2);
  const { id } = readCatalogue(doc)[0]!;
  const changes = [
    { id, field: 'text:en', value: 'What our lawyers made of it in plain words', byHand: true } as const,
  ];
  carryOut(doc, { kind: 'edit', by: 'ann', at: 1, added: [], changes });
  const [one] = planMerge(readCatalogue(doc), list).changed;
  expect(one!.differences.map(({ field, doubt }) => [field, doubt])).toEqual([
    ['text:en', 'by-hand'],
    ['position', null],
  ]);
});

test('ME51 a text that is cut, longer or written otherwise is the same one; too few words tell nothing; Khmer and Chinese are told by their letters', () => {
  const before = 'Give every village of the northern valley a doctor and a midwife who speak its language';
  expect(areOtherWords(before, 'Give every village a doctor')).toBe(false);
  expect(areOtherWords(before, `${before}, and pay them from the common purse in good time each month`)).toBe(false);
  expect(areOtherWords(before, before.toUpperCase())).toBe(false);
  expect(areOtherWords(before, 'Free the press of the southern hills and those who print')).toBe(true);
  expect(areOtherWords('Old', 'New')).toBe(false);
  expect(areOtherWords('ការពារសិទ្ធិកុមារនៅក្នុងសាលារៀន', 'ការពារសិទ្ធិកុមារនៅតាមសាលារៀនទាំងអស់')).toBe(false);
  expect(areOtherWords('为北部山谷的每个村庄配备医生', '为北部山谷所有村庄配备医生和护士')).toBe(false);
  expect(areOtherWords('为北部山谷的每个村庄配备医生', '公布南部海岸灯塔的账目')).toBe(true);
  expect(areOtherWords('ការពារសិទ្ធិកុមារនៅក្នុងសាលារៀន', 'បោះពុម្ពផែនទីផ្លូវទឹកសម្រាប់អ្នកដំណើរ')).toBe(true);
});

describe.skipIf(!hasRealFiles)('real reports', () => {
  test('ME52 another country’s report under the same numbers changes nothing unasked', async () => {
    const doc = new Y.Doc();
    const text = (name: string): string => new TextDecoder().decode(realFile(`data/recommendations/${name}`));
    const own = await listOf({ text: text('khm-c2-A_HRC_26_16.pasted-from-pdf.txt') });
    carryOut(doc, { kind: 'list', by: 'ann', at: 1, ...orderOf(planMerge([], own), new Map()) });
    const other = await listOf({ text: text('svn-c3-A_HRC_43_15.pasted-from-pdf.txt') });
    const numbers = readCatalogue(doc).map(({ number }) => number);
    const under = other.map((one, at) => ({ ...one, number: numbers[at] ?? one.number }));
    const plan = planMerge(readCatalogue(doc), under);
    expect([plan.otherList, plan.changed.length > 200]).toEqual(['words', true]);
    expect(orderOf(plan, new Map())).toEqual({ added: [], changes: [] });
  });
});
