import { newId, type RecommendationId } from '@board/shared/ids';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addAction, moveAction, removeAction } from '@board/shared/model/strategy-edits';
import type { StrategyPart } from '@board/shared/workshop-file/parts';
import { readStrategyPart } from '@board/shared/workshop-file/read-parts';
import { filledFile, plainBlocks } from '@board/shared/workshop-file/workshop-file.fixture';
import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { flattened } from '../../strategy/clipboard/lines.ts';
import { changeOf } from '../../strategy/clipboard/paste-effects.ts';
import { ownUndo } from '../../sync/undo.ts';
import { testWords } from '../export/words.fixture.ts';
import { wordsOf } from './form.ts';
import { applyForm, planForm } from './form-plan.ts';
import { byNumber, docOf, kinds, made, tablesOf } from './own-form.fixture.ts';
import { readForm } from './read-form.ts';

const languages = ['en', 'fr', 'ar', 'km'] as const;
/** What somebody reads in a strategy: everything but ids and how a text is cut into runs. */
function said({ clusters, rows }: StrategyPart) {
  const names = new Map(clusters.map(({ id, name }) => [id, name]));
  const lines = (blocks: StrategyPart['rows'][number]['mechanisms']) => flattened(blocks);
  return rows.map(({ recommendation, cluster, priority, mechanisms, sdgTargets, actions, risks }) => ({
    recommendation,
    priority,
    cluster: cluster && names.get(cluster),
    mechanisms: lines(mechanisms),
    sdgTargets: sdgTargets.toSorted(),
    actions: actions.map(({ id: _, text, indicator, resources, partners, ...action }) => ({
      ...action,
      words: [text, indicator, resources, partners].map(lines),
    })),
    risks: risks.map(({ risk, response }) => [lines(risk), lines(response)]),
  }));
}

test.each(languages.flatMap((language) => kinds.map((as) => [language, as] as const)))(
  'FO40 a strategy that went out comes into an empty table identical: %s, %s',
  async (language, as) => {
    const file = filledFile({ groups: 1, rows: 4 });
    const group = file.groups[0]!;
    group.strategy!.rows[2]!.risks.push({
      ...group.strategy!.rows[2]!.risks[0]!,
      risk: plainBlocks('One', 'more'),
      response: [],
    });
    group.strategy!.rows[1]!.actions[1]!.timeframe = { from: '', to: '2029-06', term: 'long' };
    const [table, ...others] = await made({ what: 'strategy', group: group.id, as }, file, language);
    expect(others).toEqual([]);
    const doc = new Y.Doc();
    applyForm(doc, planForm(table!.rows, [], byNumber(file)), {});
    // Clusters are shown first, those in none last: the order of a document.
    const ordered = group.strategy!.rows.toSorted((a, b) => Number(b.cluster !== null) - Number(a.cluster !== null));
    expect(said(readStrategyPart(doc))).toEqual(said({ ...group.strategy!, rows: ordered }));
  },
);

test('FO40 words that are too long for a cell of a sheet come back whole, with their forms', async () => {
  const file = filledFile({ groups: 1, rows: 1 });
  const group = file.groups[0]!;
  const words = 'Word after word. '.repeat(2_500).trim();
  const bold = { kind: 'text', text: words, bold: true, italic: false, href: null } as const;
  const text = [...plainBlocks('First', 'Second'), { kind: 'paragraph' as const, spans: [bold] }];
  group.strategy!.rows[0]!.actions[0]!.text = text;
  const [table] = await made({ what: 'strategy', group: group.id, as: 'xlsx' }, file, 'en');
  expect(table!.rows[0]!.actions[0]!.text).toEqual(flattened(text));
});

test.each(kinds)(
  'FO41 into the table that it came from a file brings nothing but what was changed in it: %s',
  async (as) => {
    const file = filledFile({ groups: 2, rows: 4 });
    const group = file.groups[0]!;
    const doc = docOf(file, group);
    const before = doc.toJSON();
    const [table] = await made({ what: 'strategy', group: group.id, as }, file, 'en');
    applyForm(doc, planForm(table!.rows, readStrategy(doc), byNumber(file)), {});
    expect(doc.toJSON()).toEqual(before);
    const changed = table!.rows.map((row, at) => (at === 1 ? { ...row, actions: [...row.actions].reverse() } : row));
    changed[1]!.actions[0]!.indicator = flattened(plainBlocks('Another number'));
    applyForm(doc, planForm(changed, readStrategy(doc), byNumber(file)), {});
    const row = readStrategy(doc).find(({ id }) => id === changed[1]!.id)!;
    expect(row.actions.map(({ indicator }) => indicator)).toEqual([
      'Number of hearings that were announced',
      'Another number',
    ]);
  },
);

test.each(kinds)('FO42 a consolidated file holds each group’s strategy under its name: %s', async (as) => {
  const file = filledFile({ groups: 3, rows: 3 });
  const tables = await made({ what: 'consolidated', by: 'group', as }, file, 'en');
  expect(tables.map(({ title }) => title)).toEqual(file.groups.map(({ name }) => name));
  expect(tables.map(({ rows }) => rows.map(({ id }) => id))).toEqual(
    file.groups.map(({ strategy }) => strategy!.rows.map(({ id }) => id)),
  );
});

test('FO43 one undo takes all of it back', async () => {
  const file = filledFile({ groups: 1 });
  const [table] = await made({ what: 'strategy', group: file.groups[0]!.id, as: 'docx' }, file, 'en');
  const doc = new Y.Doc();
  const origin = {};
  const undo = ownUndo(doc, [origin]);
  applyForm(doc, planForm(table!.rows, [], byNumber(file)), origin);
  expect(readStrategy(doc)).toHaveLength(3);
  undo.undo();
  expect(readStrategy(doc)).toEqual([]);
});

test('FO44 a document that a group has filled in on its own is read by its heads: merged rows, deletions, two things in one cell', async () => {
  const words = await testWords('en');
  const [table] = await tablesOf(docx(ownDocument), words);
  expect(table!.rows.map(({ number, sdg, actions, risks }) => [number, sdg, actions.length, risks.length])).toEqual([
    ['110.10', ['5.1', '8.7'], 2, 2],
    ['110.2', [], 1, 0],
  ]);
  const [first] = table!.rows;
  expect(first!.mechanisms.map(({ spans }) => spans)).toEqual([
    [{ kind: 'text', text: 'CEDAW/C/XYZ/CO/7', bold: false, italic: false, href: null }],
  ]);
  expect(first!.actions[0]!.text[0]!.spans).toEqual([
    { kind: 'text', text: 'Train ', bold: false, italic: false, href: null },
    { kind: 'text', text: 'judges', bold: true, italic: false, href: null },
  ]);
  expect(JSON.stringify(first!.risks)).not.toContain('Response');
});

test('FO48 a sheet that a group has filled in on its own is read as it is shown, and its numbers however they are written', async () => {
  const words = await testWords('en');
  const sheet = utils.aoa_to_sheet([
    ['No.', 'Recommendation', 'Action', 'Indicator', 'Resources', 'Timeframe'],
    [110.1, 'Open the courts', 'Train judges', 0.25, 5000, new Date(Date.UTC(2027, 2, 1))],
    ['110.10.', '', 'Print leaflets', '', '', ''],
    ['Rec. 110.10', '', 'Hold hearings', 3.5, '', new Date(Date.UTC(2028, 11, 31))],
    ['១១០.១០', '', 'Visit villages', '', '', '2029'],
    [110.2, '', 'Count the wells', '', '', ''],
  ]);
  const formats = { A2: '0.00', D2: '0%', E2: '#,##0 "USD"', F2: 'mmm yyyy', F4: 'dd/mm/yyyy' };
  for (const [cell, format] of Object.entries(formats)) Object.assign(sheet[cell], { z: format });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Ours');
  const [table] = await tablesOf(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })), words);
  expect(table!.rows.map(({ number, actions }) => [number, actions.length])).toEqual([
    ['110.10', 4],
    ['110.2', 1],
  ]);
  const { actions } = table!.rows[0]!;
  expect(actions.map(({ timeframe }) => timeframe)).toEqual(['Mar 2027', '', '31/12/2028', '2029']);
  expect([actions[0]!.indicator, actions[0]!.resources, actions[2]!.indicator].map(wordsOf)).toEqual([
    '25%',
    '5,000 USD',
    '3.5',
  ]);
  const [first, last] = [newId<RecommendationId>(), newId<RecommendationId>()];
  const catalogue = new Map([
    ['110.1', first],
    ['110.10', last],
  ]);
  const recommendationsOf = (numbers: readonly string[]) => {
    const rows = numbers.map((number) => ({ ...table!.rows[0]!, number }));
    return planForm(rows, [], catalogue).paste.added;
  };
  expect(recommendationsOf(['110.10', '§110.10.', 'Rec. 110.10', '១១០.១០', '110.1'])).toEqual([
    ...Array.from({ length: 4 }, () => last),
    first,
  ]);
});

test('FO45 a file that cannot be taken in has its reason, by what is in it and not by its name', async () => {
  const reason = async (bytes: Uint8Array) => {
    const read = await readForm(bytes, () => '');
    return read.ok ? 'read' : read.problem;
  };
  const office = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('..EncryptedPackage', 'utf16le')]);
  expect(await reason(office)).toBe('protected');
  expect(await reason(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]))).toBe('not-a-document');
  expect(await reason(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toBe('not-a-document');
  expect(await reason(zipSync({ 'a.txt': strToU8('a') }))).toBe('not-a-document');
  const whole = docx(ownDocument);
  expect(await reason(whole.slice(0, whole.length / 2))).toBe('damaged');
  expect(await reason(docx('<w:tbl><w:tr>'))).toBe('damaged');
  expect(await reason(docx('<w:p><w:r><w:t>Only words</w:t></w:r></w:p>'))).toBe('no-table');
  expect(await reason(docx(`<!DOCTYPE x [<!ENTITY a "b">]>&a;`))).toBe('damaged');
  expect(await reason(docx('<w:p>'.repeat(5_000) + '</w:p>'.repeat(5_000)))).toBe('damaged');
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024) });
  expect(bomb.byteLength).toBeLessThan(200_000);
  expect(await reason(bomb)).toBe('too-large');
  expect(await reason(new Uint8Array(21 * 1024 * 1024))).toBe('too-large');
  for (const part of ['word/document.xml', 'xl/workbook.xml'])
    expect(await reason(saidToBeShort({ [part]: new Uint8Array(60 * 1024 * 1024) }))).toBe('damaged');
});

test('FO46 a number that is not in the catalogue is kept as words with the action, and said', async () => {
  const file = filledFile({ groups: 1 });
  const [table] = await made({ what: 'strategy', group: file.groups[0]!.id, as: 'docx' }, file, 'en');
  const plan = planForm(table!.rows, [], new Map());
  expect(plan.unknownNumbers).toEqual(table!.rows.map(({ number }) => number).filter(Boolean));
  const doc = new Y.Doc();
  applyForm(doc, plan, {});
  expect(readStrategy(doc)[0]!.actions[0]!.text).toContain('110.10 Ensure that courts are open');
});

test('FO47 what others remove, add and move while a file is looked at is known before it is written, and their words stay', async () => {
  const file = filledFile({ groups: 1 });
  const group = file.groups[0]!;
  const doc = docOf(file, group);
  const there = new Y.Doc();
  Y.applyUpdate(there, Y.encodeStateAsUpdate(doc));
  const [table] = await made({ what: 'strategy', group: group.id, as: 'docx' }, file, 'en');
  const form = table!.rows.map((row) => ({
    ...row,
    actions: row.actions.map((action, at) => ({ ...action, text: flattened(plainBlocks(`of the file ${at}`)) })),
  }));
  const planned = () => {
    const rows = readStrategy(doc);
    const plan = planForm(form, rows, byNumber(file));
    return { plan, change: changeOf(plan.paste, rows) };
  };
  const shown = planned();
  const { id: row, actions } = readStrategy(there).find((one) => one.actions.length > 1)!;
  // Words in a cell that changes anyway are no other change; another action in front, and one that is gone, are.
  const changed = cellFragment(there, { row, action: actions[1]!.id, cell: 'text' })!;
  changed.delete(0, changed.length);
  fillFragment(changed, 'written meanwhile');
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(there));
  expect(planned().change).toBe(shown.change);
  const fresh = addAction(there, row)!;
  moveAction(there, row, fresh, null);
  fillFragment(cellFragment(there, { row, action: fresh, cell: 'text' })!, 'of somebody else');
  removeAction(there, row, actions[0]!.id);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(there));
  const now = planned();
  expect(now.change).not.toBe(shown.change);
  applyForm(doc, now.plan, {});
  const after = readStrategy(doc).find(({ id }) => id === row)!.actions;
  expect(after.find(({ id }) => id === fresh)!.text).toBe('of somebody else');
  expect(after.find(({ id }) => id === actions[1]!.id)!.text).toBe('of the file 1');
});

function docx(body: string): Uint8Array {
  const isWhole = body.startsWith('<!');
  const document = `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(isWhole ? `${body}` : document) });
}

/** An archive whose parts say that they are a hundred bytes long. */
function saidToBeShort(parts: Record<string, Uint8Array>): Uint8Array {
  const archive = zipSync(parts);
  const view = new DataView(archive.buffer, archive.byteOffset);
  for (let at = 0; at < archive.length - 4; at++) {
    const sign = view.getUint32(at, true);
    if (sign === 0x02014b50) view.setUint32(at + 24, 100, true);
    if (sign === 0x04034b50) view.setUint32(at + 22, 100, true);
  }
  return archive;
}

const run = (text: string, more = '') => `<w:r>${more}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const lines = (...texts: string[]) => texts.map((text) => `<w:p>${run(text)}</w:p>`).join('');
const heads = [
  'No.',
  'Recommendation',
  '1. Other mechanisms 2. SDG target',
  'Action of civil society',
  'Risks and responses',
];
const goesOn = cell('<w:p/>', '<w:vMerge/>');
const starts = '<w:vMerge w:val="restart"/>';
const ownDocument = `<w:tbl>
<w:tr>${heads.map((head) => cell(lines(head))).join('')}</w:tr>
<w:tr>${cell(lines('110.10'), starts)}${cell(lines('Open courts'), starts)}${cell(lines('CEDAW/C/XYZ/CO/7', '5.1, SDG 8.7'), starts)}${cell(
  `<w:p>${run('Train ')}<w:del>${run('no ')}</w:del>${run('judges', '<w:rPr><w:b/></w:rPr>')}</w:p>`,
)}${cell(lines('Hearings are moved', 'Response: watch them', 'No money'), starts)}</w:tr>
<w:tr>${goesOn}${goesOn}${goesOn}${cell(lines('Publish a list'))}${goesOn}</w:tr>
<w:tr>${cell(lines('110.2'))}${cell(lines('Ratify'))}${cell('<w:p/>')}${cell(lines('Write to parliament'))}${cell('<w:p/>')}</w:tr>
</w:tbl>`;
