import { type Recommendation, readCatalogue } from '@board/shared/model/catalogue';
import { carryOut } from '@board/shared/model/catalogue-changes';
import { readStrategy } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { ReadingChoices } from '../import/choices.ts';
import { type PreviewLine, previewLines } from '../import/preview.ts';
import { type ListInput, readInput } from '../import/readers.ts';
import { hasRealFiles, realFile } from '../import/real-files.ts';
import { base, catalogueOf } from './catalogue.fixture.ts';
import { incomingOf } from './incoming.ts';
import { numberTheRest } from './numbering.ts';
import { orderOf, sizeOf } from './order.ts';
import { planMerge } from './plan.ts';

type Change = (lines: PreviewLine[]) => PreviewLine[];

/** Reads a list as the page does and numbers what has no number; the answer is what taking it in would do. */
async function planOf(doc: Y.Doc, input: ListInput, choices: ReadingChoices = {}, change: Change = (lines) => lines) {
  const read = await readInput(input, choices);
  if (!read.ok) throw new Error(read.problem);
  const lines = change(numberTheRest(previewLines(read.value), read.value, readCatalogue(doc)));
  return { lines, plan: planMerge(readCatalogue(doc), incomingOf(lines, read.value, 'en')) };
}

/** Takes a list in as it is proposed; the answer is how many recommendations it touched. */
async function take(doc: Y.Doc, input: ListInput, choices: ReadingChoices = {}): Promise<number> {
  const { plan } = await planOf(doc, input, choices);
  const contents = orderOf(plan, new Map());
  carryOut(doc, { kind: 'list', by: 'ann', at: 1, ...contents });
  return sizeOf(contents);
}

const unnumbered = (...rows: string[]) => ({ text: ['Recommendation,State,Response', ...rows].join('\n') });
const plainly = (doc: Y.Doc) => readCatalogue(doc).map(({ number, text }) => `${number} ${text['en']}`);

const rivers = 'Count all rivers of the northern valley,Estonia,Noted';
const ferries = 'Let the ferries sail at night,Chad,Accepted';
const bells = 'Mend the bells of the old schools,Peru,Accepted';

test('UP75 lines without a number get the catalogue’s for the same words, and free ones in their order', async () => {
  const doc = catalogueOf(
    { number: '2', text: { en: 'Paint the harbour walls' }, states: ['GHA'] },
    { number: '7.4', text: { en: 'Let the ferries sail at night' }, states: ['TCD'] },
  );
  const { lines } = await planOf(doc, unnumbered(rivers, ferries, bells));
  expect(lines.map(({ number }) => number)).toEqual(['1', '7.4', '3']);
  const left = await readInput(unnumbered(rivers));
  if (!left.ok) throw new Error(left.problem);
  const out = previewLines(left.value).map((line) => ({ ...line, included: false }));
  expect(numberTheRest(out, left.value, [])[0]!.number).toBe('');
});

test('UP76 an export without numbers is taken in again the same: a row that is put in, or taken out, shifts no number', async () => {
  const doc = new Y.Doc();
  expect(await take(doc, unnumbered(rivers, ferries))).toBe(2);
  expect(await take(doc, unnumbered(rivers, ferries))).toBe(0);
  const ids = readCatalogue(doc).map(({ id }) => id);
  expect(await take(doc, unnumbered(bells, rivers, ferries))).toBe(1);
  expect(plainly(doc)).toEqual([
    '1 Count all rivers of the northern valley',
    '2 Let the ferries sail at night',
    '3 Mend the bells of the old schools',
  ]);
  expect(readCatalogue(doc).map(({ id }) => id)).toEqual([...ids, expect.anything()]);
  expect(await take(doc, unnumbered(ferries.replace('Accepted', 'Noted')))).toBe(1);
  expect(readCatalogue(doc).map(({ position }) => position)).toEqual(['noted', 'noted', 'supported']);
});

test('UP76 other recommendations without numbers come beside those that are there, and a group’s row reads what it read', async () => {
  const doc = new Y.Doc();
  await take(doc, unnumbered(rivers, ferries));
  const strategy = new Y.Doc();
  addRow(strategy, readCatalogue(doc)[0]!.id);
  const { plan } = await planOf(doc, unnumbered(bells, 'Teach every child to swim,Ghana,Noted'));
  expect([plan.added.map(({ number }) => number), plan.changed, plan.missing.length]).toEqual([['3', '4'], [], 2]);
  carryOut(doc, { kind: 'list', by: 'ann', at: 2, ...orderOf(plan, new Map()) });
  const row = readStrategy(strategy)[0]!;
  expect(readCatalogue(doc).find(({ id }) => id === row.recommendation)?.text['en']).toMatch(/^Count all rivers/);
});

test('UP76 a number that was given and is somebody’s by now becomes the next free one', async () => {
  const doc = new Y.Doc();
  const read = await readInput(unnumbered(bells));
  if (!read.ok) throw new Error(read.problem);
  const lines = numberTheRest(previewLines(read.value), read.value, []);
  await take(doc, unnumbered(rivers));
  const plan = planMerge(readCatalogue(doc), incomingOf(lines, read.value, 'en'));
  expect([plan.added.map(({ number }) => number), plan.changed]).toEqual([['2'], []]);
});

test('UP77 same words are the same in other case, blanks, quotation marks, dashes and with another sign at the end', async () => {
  const doc = catalogueOf({ number: '118.3', text: { en: 'Open the “long” river-path; to all' }, states: ['PER'] });
  const { plan } = await planOf(doc, unnumbered('"OPEN the ""long""  river–path, to all.",Peru,Pending'));
  expect([plan.same.length, plan.added, plan.changed]).toEqual([1, [], []]);
});

test('UP77 of the same words the one of the same State is meant; those of other States are other recommendations', async () => {
  const words = 'Let the ferries sail at night';
  const doc = catalogueOf(
    { number: '118.1', text: { en: words }, states: ['PER'] },
    { number: '118.2', text: { en: words }, states: ['TCD', 'EST'] },
  );
  const { plan, lines } = await planOf(
    doc,
    unnumbered(`${words},Estonia,Noted`, `${words},Chad,Noted`, `${words},Ghana,Noted`, `${words},Peru,Noted`),
  );
  expect(lines.map(({ number }) => number)).toEqual(['118.2', '1', '2', '118.1']);
  expect(plan.changed.map(({ number, differences }) => [number, differences.map(({ field }) => field)])).toEqual([
    ['118.2', ['position']],
    ['118.1', ['position']],
  ]);
  expect([plan.twice.map(({ states }) => states), plan.added.map(({ states }) => states)]).toEqual([
    [['TCD']],
    [['GHA']],
  ]);
});

test('UP77 words that are mended in the preview are still known by what they were', async () => {
  const doc = catalogueOf({ number: '118.3', text: { en: 'Let the feries sail at night' }, states: ['TCD'] });
  const mend: Change = (lines) => lines.map((line) => ({ ...line, text: 'Let the ferries sail at night' }));
  const { plan } = await planOf(doc, unnumbered('Let the feries sail at night,Chad,Pending'), {}, mend);
  expect(orderOf(plan, new Map())).toMatchObject({
    added: [],
    changes: [{ field: 'text:en', value: 'Let the ferries sail at night', byHand: true }],
  });
});

test('ME50 a list with numbers gives them to what the catalogue has in the same words without', async () => {
  const doc = new Y.Doc();
  await take(doc, unnumbered(rivers, ferries, bells));
  const before = readCatalogue(doc);
  const report = {
    text: 'No,Recommendation,State\n118.9,Let the ferries sail at night;,Chad\n118.10,Mend the bells of the old schools,Peru\n118.11,Light the harbour,Ghana\n',
  };
  const { plan } = await planOf(doc, report);
  expect(plan.missing.map(({ number }) => number)).toEqual(['1']);
  expect(await take(doc, report)).toBe(3);
  expect(plainly(doc)).toEqual([
    '1 Count all rivers of the northern valley',
    '118.9 Let the ferries sail at night',
    '118.10 Mend the bells of the old schools',
    '118.11 Light the harbour',
  ]);
  expect(
    readCatalogue(doc)
      .slice(0, 3)
      .map(({ id }) => id),
  ).toEqual(before.map(({ id }) => id));
  expect(await take(doc, report)).toBe(0);
});

test('ME50 of another review’s list one that says the same by chance is new', async () => {
  const doc = catalogueOf({ number: '82.1', text: { en: 'Let the ferries sail at night' }, states: ['TCD'] });
  const rows = ['118.1,Let the ferries sail at night,Chad', '118.2,Light the harbour,Ghana', '118.3,Paint walls,Peru'];
  const { plan } = await planOf(doc, { text: ['No,Recommendation,State', ...rows].join('\n') });
  expect([plan.added.length, plan.missing.length]).toEqual([3, 1]);
});

test('UP78 two thousand lines are found among two thousand by their words within a second', async () => {
  const many = (from: number): Recommendation[] =>
    Array.from({ length: 2000 }, (_, at) => ({
      ...base,
      id: `r${at}` as Recommendation['id'],
      number: String(at + 1),
      text: { en: `Build bridge ${at + from} over the river, and keep it open by day and by night for all who walk` },
      states: ['PER'],
    }));
  const catalogue = many(0);
  const list = many(1000).map(({ id: _, text, ...one }, key) => ({
    ...{ ...one, key, text, sdgs: [], byHand: [], isNumberGiven: true },
    sought: { words: Object.values(text), states: one.states },
  }));
  const start = performance.now();
  const plan = planMerge(catalogue, list);
  // Generous, since other work may have the machine.
  expect(performance.now() - start).toBeLessThan(4_000);
  expect([plan.same.length, plan.added.length, plan.added[0]!.number]).toEqual([1000, 1000, '2001']);
});

describe.skipIf(!hasRealFiles)('real exports without numbers', () => {
  const real = (name: string): ListInput => ({ bytes: realFile(`data/recommendations/${name}`) });
  const uprInfo = () => real('upr-info-export-cambodia.csv');
  const report = () => real('khm-c2-A_HRC_26_16.pdf');

  test('UP79 two reviews of one export come beside each other, and each again changes nothing', async () => {
    const doc = new Y.Doc();
    expect(await take(doc, uprInfo(), { only: { session: '18' } })).toBe(205);
    const before = readCatalogue(doc);
    const { plan } = await planOf(doc, uprInfo(), { only: { session: '6' } });
    // One is in both reviews, of the same State in the same words.
    expect([plan.added.length, plan.same.length, plan.changed, plan.otherList]).toEqual([137, 1, [], null]);
    expect(await take(doc, uprInfo(), { only: { session: '6' } })).toBe(137);
    expect(readCatalogue(doc).slice(0, 205)).toEqual(before);
    expect(await take(doc, uprInfo())).toBe(0);
  });

  test('UP79 an export on top of the report makes no double, and the report on top of the export gives its numbers', async () => {
    const doc = new Y.Doc();
    expect(await take(doc, report())).toBe(205);
    const numbers = readCatalogue(doc).map(({ number }) => number);
    const { plan } = await planOf(doc, uprInfo(), { only: { session: '18' } });
    expect([plan.added, plan.twice, plan.missing]).toEqual([[], [], []]);
    expect(plan.changed.flatMap(({ differences }) => differences).map(({ field }) => field)).not.toContain('text:en');
    const turned = new Y.Doc();
    await take(turned, uprInfo(), { only: { session: '18' } });
    await take(turned, report());
    expect(readCatalogue(turned).map(({ number }) => number)).toEqual(numbers);
  });
});
