import { type NewRecommendation, type Recommendation, readCatalogue, takeIn } from '@board/shared/model/catalogue';
import { carryOut, takeBack } from '@board/shared/model/catalogue-changes';
import { limits } from '@board/shared/protocol/limits';
import { loadStateNames } from '@board/shared/upr/state-names';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { previewLines } from '../import/preview.ts';
import { readInput } from '../import/readers.ts';
import { statesIn } from './hand-edit.ts';
import { incomingOf } from './incoming.ts';
import { hindranceOf, orderOf, sizeOf } from './order.ts';
import { addedKey, planMerge } from './plan.ts';

/** Reads a list as the page does. */
async function listOf(
  text: string,
  language = 'en',
  change: (line: ReturnType<typeof previewLines>[number]) => object = () => ({}),
) {
  const read = await readInput({ text });
  if (!read.ok) throw new Error(read.problem);
  const lines = previewLines(read.value).map((line) => ({ ...line, ...change(line) }));
  return incomingOf(lines, read.value, language);
}

const base: NewRecommendation = { number: '', text: {}, states: [], position: 'pending', themes: [], source: '' };

function catalogueOf(...list: Partial<NewRecommendation>[]): { doc: Y.Doc; read: () => Recommendation[] } {
  const doc = new Y.Doc();
  takeIn(
    doc,
    list.map((one) => ({ ...base, ...one })),
  );
  return { doc, read: () => readCatalogue(doc) };
}

const table = (...rows: string[]): string => ['number,text,state,position', ...rows].join('\n');

test('ME2 a list is compared with the catalogue by number: new, changed, the same, and only in the catalogue', async () => {
  const { read } = catalogueOf(
    { number: '110.1', text: { en: 'Open the archives' }, states: ['URY'] },
    { number: '110.2', text: { en: 'Count the rivers' }, states: ['EST'] },
    { number: '110.9', text: { en: 'Only here' }, states: ['GHA'] },
  );
  const plan = planMerge(
    read(),
    await listOf(
      table(
        '110.1,Open all the archives,Uruguay,Supported',
        '110. 2,Count the rivers,Estonia,Pending',
        '110.10,Plant trees,Ghana,Noted',
      ),
    ),
  );
  expect(plan.added.map(({ number }) => number)).toEqual(['110.10']);
  expect(plan.changed).toMatchObject([
    {
      number: '110.1',
      differences: [
        { field: 'text:en', before: 'Open the archives', after: 'Open all the archives', doubt: null },
        { field: 'position', before: 'pending', after: 'supported', doubt: null },
      ],
    },
  ]);
  expect(plan.same.map(({ number }) => number)).toEqual(['110.2']);
  expect(plan.missing.map(({ number }) => number)).toEqual(['110.9']);
});

test('ME2 nothing is removed, ids stay, and what is carried out is what the plan says', async () => {
  const { doc, read } = catalogueOf(
    { number: '110.1', text: { en: 'Old' } },
    { number: '110.9', text: { en: 'Only here' } },
  );
  const ids = read().map(({ id }) => id);
  const plan = planMerge(read(), await listOf(table('110.1,New,Uruguay,Noted', '110.2,More,Ghana,Supported')));
  const contents = orderOf(plan, new Map());
  expect(sizeOf(contents)).toBe(2);
  carryOut(doc, { kind: 'list', by: 'ann', at: 1, ...contents });
  expect(read().map(({ number, text, position }) => [number, text['en'], position])).toEqual([
    ['110.1', 'New', 'noted'],
    ['110.2', 'More', 'supported'],
    ['110.9', 'Only here', 'pending'],
  ]);
  expect([read()[0]!.id, read()[2]!.id]).toEqual(ids);
});

test('ME3 each change can be left out, and what is new as well', async () => {
  const { read } = catalogueOf({ number: '110.1', text: { en: 'Old' }, states: ['URY'] });
  const plan = planMerge(read(), await listOf(table('110.1,New,Uruguay,Noted', '110.2,More,Ghana,Supported')));
  const [words, position] = plan.changed[0]!.differences;
  const without = orderOf(
    plan,
    new Map([
      [words!.key, false],
      [addedKey(plan.added[0]!), false],
    ]),
  );
  expect(without).toMatchObject({ added: [], changes: [{ field: 'position', value: 'noted' }] });
  expect(orderOf(plan, new Map([[position!.key, false]])).changes.map(({ field }) => field)).toEqual(['text:en']);
});

test('ME3 what a list does not say changes nothing: positions, States, themes, sources', async () => {
  const known = { states: ['URY'], position: 'supported', themes: ['Water'], source: 'A/HRC/00/0' } as const;
  const { read } = catalogueOf({
    ...known,
    number: '110.1',
    text: { en: 'Words' },
    states: ['URY'],
    themes: ['Water'],
  });
  const plan = planMerge(read(), await listOf('number,text\n110.1,Des mots\n', 'fr'));
  expect(plan.changed[0]!.differences).toMatchObject([{ field: 'text:fr', before: null, after: 'Des mots' }]);
  expect(
    planMerge(read(), await listOf('number,text,state,source\n110.1,Words,Uruguay,A/HRC/00/0/Rev.1\n')).changed,
  ).toEqual([]);
});

test('ME4 what was written by hand is offered and not taken; an answered position does not become pending again unasked', async () => {
  const { doc, read } = catalogueOf(
    { number: '110.1', text: { en: 'Printed' }, states: ['URY'] },
    { number: '110.2', text: { en: 'Words' }, states: ['GHA'], position: 'noted' },
  );
  const changes = [{ id: read()[0]!.id, field: 'text:en', value: 'Mended', byHand: true } as const];
  carryOut(doc, { kind: 'edit', by: 'ann', at: 1, added: [], changes });
  const plan = planMerge(read(), await listOf(table('110.1,Printed,Uruguay,Pending', '110.2,Words,Ghana,Pending')));
  expect(plan.changed.flatMap(({ differences }) => differences.map(({ field, doubt }) => [field, doubt]))).toEqual([
    ['text:en', 'by-hand'],
    ['position', 'answered'],
  ]);
  expect(orderOf(plan, new Map()).changes).toEqual([]);
  const key = plan.changed[0]!.differences[0]!.key;
  expect(orderOf(plan, new Map([[key, true]])).changes).toMatchObject([{ value: 'Printed', byHand: false }]);
});

test('ME4 what is mended in the preview counts as written by hand, also when it is new', async () => {
  const { read } = catalogueOf({ number: '110.1', text: { en: 'Old' } });
  const mend = ({ number }: { number: string }) =>
    number === '110.1' ? { text: 'Mended' } : { position: 'noted' as const };
  const list = await listOf(table('110.1,As printed,Uruguay,Pending', '110.2,More,Ghana,Supported'), 'en', mend);
  const plan = planMerge(read(), list);
  const { added, changes } = orderOf(plan, new Map());
  expect(changes).toContainEqual({ id: read()[0]!.id, field: 'text:en', value: 'Mended', byHand: true });
  expect(added).toMatchObject([{ number: '110.2', position: 'noted', byHand: ['position'] }]);
});

test('ME4 a list that has only lost the invisible signs of Khmer is not taken over; one that brings them is', async () => {
  const withSigns = 'សិទ្ធិ\u200bកុមារ\u200bទាំងអស់';
  const without = withSigns.replaceAll('\u200b', '');
  const { read } = catalogueOf(
    { number: '110.1', text: { km: withSigns } },
    { number: '110.2', text: { km: without } },
  );
  const plan = planMerge(read(), await listOf(`number,text\n110.1,${without}\n110.2,${withSigns}\n`, 'km'));
  expect(plan.changed.map(({ number, differences }) => [number, differences[0]!.doubt])).toEqual([
    ['110.1', 'signs-lost'],
    ['110.2', null],
  ]);
});

test('ME2 other blanks, apostrophes and quotation marks are no change', async () => {
  const { read } = catalogueOf({ number: '110.1', text: { en: "The State's “own” law" }, states: ['URY'] });
  expect(planMerge(read(), await listOf('number,text\n110.1,"The  State’s ""own"" law"\n')).same.length).toBe(1);
});

test('ME14 a second language is added by number beside the first, from a list of its own or from a column', async () => {
  const { doc, read } = catalogueOf({ number: '110.10', text: { en: 'Plant trees' }, states: ['GHA'] });
  const khmer = await listOf('number,text\n១១០.១០,ដាំ\u200bដើមឈើ\n', 'km');
  const list = khmer.map((one) => ({ ...one, text: { ...one.text, fr: 'Planter des arbres' } }));
  carryOut(doc, { kind: 'list', by: 'ann', at: 1, ...orderOf(planMerge(read(), list), new Map()) });
  expect(read()).toMatchObject([
    { number: '110.10', text: { en: 'Plant trees', km: 'ដាំ\u200bដើមឈើ', fr: 'Planter des arbres' }, states: ['GHA'] },
  ]);
});

test('ME5 more than a catalogue holds, or than the server takes at once, is refused before anything is written', async () => {
  const one = { ...base, number: '1.1', text: { en: 'x' } };
  const many = { added: Array.from({ length: limits.recommendations }, () => one), changes: [] };
  expect(hindranceOf(many, 0)).toBeNull();
  expect(hindranceOf(many, 1)).toBe('too-many');
  const long = { added: Array.from({ length: 400 }, () => ({ ...one, text: { km: 'ក'.repeat(9000) } })), changes: [] };
  expect(hindranceOf(long, 0)).toBe('too-large');
});

test('ME2 a number that stands in the list twice, written in two ways, is taken in once, and the other is shown', async () => {
  const plan = planMerge([], await listOf('number,text\n110.1,First\n110. 1,Second\n110.2,Third\n'));
  expect([plan.added, plan.twice].map((list) => list.map(({ text }) => text['en']))).toEqual([
    ['First', 'Third'],
    ['Second'],
  ]);
});

test('ME19 the SDGs that a list names are kept, compared, merged like themes, and can be taken back', async () => {
  const named = (...rows: string[]) => listOf(['number,text,state,position,SDGs', ...rows].join('\n'));
  const { doc, read } = catalogueOf(
    { number: '110.1', text: { en: 'Open the archives' }, states: ['URY'], sdgs: ['16'] },
    { number: '110.2', text: { en: 'Count the rivers' }, states: ['EST'] },
    { number: '110.3', text: { en: 'Plant trees' }, states: ['GHA'], sdgs: ['15.2'] },
  );
  const plan = planMerge(
    read(),
    await named(
      '110.1,Open the archives,Uruguay,Pending,"16, 16.10"',
      '110.2,Count the rivers,Estonia,Pending,6.1',
      '110.3,Plant trees,Ghana,Pending,',
      '110.4,Dig wells,Mali,Pending,"6; 6.4"',
    ),
  );
  expect(plan.changed.flatMap(({ differences }) => differences)).toMatchObject([
    { field: 'sdgs', before: ['16'], after: ['16', '16.10'], doubt: null },
    { field: 'sdgs', before: null, after: ['6.1'], doubt: null },
  ]);
  const order = orderOf(plan, new Map());
  const id = carryOut(doc, { kind: 'list', by: 'ann', at: 1, ...order });
  const codes = () => read().map(({ number, sdgs }) => [number, sdgs]);
  expect(codes()).toEqual([
    ['110.1', ['16', '16.10']],
    ['110.2', ['6.1']],
    ['110.3', ['15.2']],
    ['110.4', ['6', '6.4']],
  ]);
  takeBack(doc, id, () => false);
  expect(codes()).toEqual([
    ['110.1', ['16']],
    ['110.2', undefined],
    ['110.3', ['15.2']],
  ]);
});

test('ME31 the same report in another language adds its words and changes no State', async () => {
  const { doc, read } = catalogueOf();
  const english = await listOf(
    '118.1 Mend roads (Portugal, Slovakia);\n118.2 Mend wells (Peru);\n118.3 Mend boats (Germany);',
  );
  carryOut(doc, { kind: 'list', by: 'ann', at: 1, ...orderOf(planMerge(read(), english), new Map()) });
  const others = {
    fr: '118.1 Réparer les routes (Portugal, Slovaquie) ;\n118.2 Réparer les puits (Pérou) ;\n118.3 Réparer les bateaux (Allemagne) ;',
    es: '118.1 Reparar las carreteras (Portugal, Eslovaquia);\n118.2 Reparar los pozos (Perú);\n118.3 Reparar los barcos (Alemania);',
  };
  for (const [language, text] of Object.entries(others)) {
    const plan = planMerge(read(), await listOf(text, language));
    expect(plan.changed.flatMap(({ differences }) => differences.map(({ field }) => field))).toEqual(
      Array(3).fill(`text:${language}`),
    );
    carryOut(doc, { kind: 'list', by: 'ann', at: 2, ...orderOf(plan, new Map()) });
  }
  expect(read().map(({ states, text }) => [states, Object.keys(text).sort()])).toEqual([
    [
      ['PRT', 'SVK'],
      ['en', 'es', 'fr'],
    ],
    [['PER'], ['en', 'es', 'fr']],
    [['DEU'], ['en', 'es', 'fr']],
  ]);
});

test('ME31 an unknown State beside known ones is offered and not taken; what somebody has written in the preview is', async () => {
  const { read } = catalogueOf(
    { number: '110.1', text: { en: 'Words' }, states: ['SVK', 'PER'] },
    { number: '110.2', text: { en: 'Words' }, states: ['Velmora'] },
    { number: '110.3', text: { en: 'Words' }, states: ['PER', 'Velmora'] },
  );
  const rows = table('110.1,Words,Velmora; Peru,', '110.2,Words,Arlonia,', '110.3,Words,Peru; Chad; Velmora,');
  const plan = planMerge(read(), await listOf(rows));
  expect(plan.changed.flatMap(({ number, differences }) => differences.map((one) => [number, one.doubt]))).toEqual([
    ['110.1', 'states-unknown'],
    ['110.2', null],
    ['110.3', null],
  ]);
  expect(orderOf(plan, new Map()).changes.map(({ id }) => id)).toEqual([read()[1]!.id, read()[2]!.id]);
  const written = await listOf(rows, 'en', ({ number }) =>
    number === '110.1' ? { states: [{ printed: 'Somewhere', code: null }] } : {},
  );
  expect(planMerge(read(), written).changed[0]!.differences).toMatchObject([{ field: 'states', doubt: null }]);
});

test('ME31 States that are written by hand are known by the names that the page shows', async () => {
  const nameOf = await loadStateNames('fr');
  expect(statesIn('Slovaquie; Allemagne; Peru;; Velmora', nameOf)).toEqual(['SVK', 'DEU', 'PER', 'Velmora']);
});

test('UP54 a position that the rows of a list give in two ways changes nothing unasked', async () => {
  const { read } = catalogueOf({ number: '110.1', text: { en: 'Words' }, states: ['PER', 'TCD'], position: 'noted' });
  const plan = planMerge(read(), await listOf(table('110.1,Words,Peru,Supported', '110.1,Words,Chad,Noted')));
  expect(plan.same.length).toBe(1);
});
