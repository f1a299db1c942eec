import type { ActionId, RecommendationId, RowId } from '@board/shared/ids';
import { type Recommendation, readCatalogue, takeIn } from '@board/shared/model/catalogue';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, cellKey, readStrategy, referenceCells, type StrategyRow } from '@board/shared/model/strategy';
import { addAction, addRow, setSdgTarget } from '@board/shared/model/strategy-edits';
import { mergeTwin } from '@board/shared/model/strategy-twins';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Catalogue } from '../../sync/follow-models.ts';
import type { MatrixColumn } from '../grid/matrix.ts';
import { applyPaste } from './apply-paste.ts';
import { clearCell } from './cell-words.ts';
import { plainCell } from './lines.ts';
import { changeOf, effectsOf } from './paste-effects.ts';
import { planFill, planPaste } from './paste-plan.ts';
import { readTargets } from './sdg-text.ts';

/** A strategy with two rows on recommendations 1.1 and 1.2; the first has words in its action and the target 5.1. */
function table() {
  const list = new Y.Doc();
  const found = ['1.1', '1.2'].map((number) => ({ number, text: { en: number }, states: [], themes: [], source: '' }));
  takeIn(
    list,
    found.map((one) => ({ ...one, position: 'pending' as const })),
  );
  const recommendations: Recommendation[] = readCatalogue(list);
  const catalogue = {
    list: recommendations,
    byId: new Map(recommendations.map((one) => [one.id as RecommendationId, one])),
  } as unknown as Catalogue;
  const doc = new Y.Doc();
  for (const { id } of recommendations) addRow(doc, id);
  const rows = (): StrategyRow[] => readStrategy(doc);
  const [first] = rows();
  fillFragment(cellFragment(doc, { row: first!.id, action: first!.actions[0]!.id, cell: 'text' })!, 'Train judges');
  fillFragment(cellFragment(doc, { row: first!.id, action: first!.actions[0]!.id, cell: 'resources' })!, 'A grant');
  setSdgTarget(doc, first!.id, '5.1', true);
  const put = (column: MatrixColumn, text: string): void =>
    applyPaste(doc, planPaste([[plainCell(text)]], [column], keyOf(column), rows(), catalogue), {});
  const keyOf = (column: MatrixColumn): string => {
    const row = rows()[0]!;
    return column === 'sdg' || column === 'mechanisms'
      ? `${row.id}.${column}`
      : `${row.id}.${row.actions[0]!.id}.${column}`;
  };
  return { doc, rows, catalogue, put };
}

test('TA17 a time that was not understood is kept with the resources, beside what is there, and said', () => {
  const { rows, put, catalogue } = table();
  const plan = planPaste([[plainCell('mid-2028')]], ['timeframe'], '', rows(), catalogue);
  expect(effectsOf(plan, rows()).unreadTimes).toEqual(['mid-2028']);
  put('timeframe', 'mid-2028');
  put('timeframe', 'mid-2028');
  expect(rows()[0]?.actions[0]?.resources).toBe('A grant\nmid-2028');
  put('timeframe', 'Q3 2027');
  expect(rows()[0]?.actions[0]?.timeframe).toEqual({ from: '2027-07', to: '2027-09', term: '' });
});

test('TA21 pasted SDG codes take the place of those before; what is none is kept with the references, and said', () => {
  const { rows, put } = table();
  expect(readTargets('8.7, SDG 16.A; 99.9, gender equality by 5')).toEqual({
    codes: ['8.7', '16.a'],
    unknown: ['99.9', 'gender equality by 5'],
  });
  expect(readTargets('5.1 8.7')).toEqual({ codes: ['5.1', '8.7'], unknown: [] });
  expect(readTargets('SDG 5')).toEqual({ codes: ['5'], unknown: [] });
  put('sdg', '8.7, 99.9, gender equality');
  expect(rows()[0]?.sdgTargets).toEqual(['8.7']);
  expect(rows()[0]?.mechanisms).toBe('99.9, gender equality');
  put('sdg', 'nothing known');
  expect(rows()[0]?.sdgTargets).toEqual(['8.7']);
});

test('TA22 the preview knows which filled cells change, and whether actions that are there would; new ones can be added instead', () => {
  const { doc, rows, catalogue } = table();
  const block = [['1.1', 'Other words', 'Wages'].map(plainCell), ['1.2', 'New', ''].map(plainCell)];
  const mapping: MatrixColumn[] = ['number', 'text', 'indicator'];
  const effects = effectsOf(planPaste(block, mapping, '', rows(), catalogue), rows());
  expect(effects.overwritten).toHaveLength(1);
  expect(effects.changed.map(({ id }) => id)).toEqual([rows()[0]?.id]);
  const adding = planPaste(block, mapping, '', rows(), catalogue, true);
  expect(effectsOf(adding, rows()).overwritten).toEqual([]);
  applyPaste(doc, adding, {});
  expect(rows().map((row) => row.actions.map(({ text }) => text))).toEqual([['Train judges', 'Other words'], ['New']]);
});

test('TA23 one value fills every cell that is chosen', () => {
  const { doc, rows } = table();
  const keys = rows().flatMap((row) =>
    ['indicator', 'partners'].map((cell) => `${row.id}.${row.actions[0]!.id}.${cell}`),
  );
  applyPaste(doc, planFill(plainCell('same'), [`${rows()[0]!.id}.number`, ...keys], rows()), {});
  for (const row of rows()) expect([row.actions[0]?.indicator, row.actions[0]?.partners]).toEqual(['same', 'same']);
  expect(rows()[0]?.actions[0]?.text).toBe('Train judges');
});

test('TA19 more than one text or one paste may hold is known before anything is written', () => {
  const { rows, catalogue } = table();
  const plan = (text: string, lines = 1) =>
    planPaste(
      Array.from({ length: lines }, () => [plainCell(text)]),
      ['text'],
      '',
      rows(),
      catalogue,
    );
  expect(effectsOf(plan('x'.repeat(90_000)), rows()).tooMuch).toBeNull();
  expect(effectsOf(plan('x'.repeat(limits.cellText)), rows()).tooMuch).toBe('cell');
  expect(effectsOf(plan('\n'.repeat(5_000)), rows()).tooMuch).toBe('cell');
  expect(effectsOf(plan('x'.repeat(90_000), 12), rows()).tooMuch).toBe('paste');
});

test('TA77 what a paste adds to a text is weighed together with what is there, and with what else it brings there', () => {
  const { doc, rows, catalogue, put } = table();
  const half = 'x'.repeat(60_000);
  const action = () => ({ row: rows()[0]!.id, action: rows()[0]!.actions[0]!.id });
  const looked = (column: MatrixColumn, ...texts: string[]) => {
    const plan = planPaste(
      texts.map((text) => [plainCell(text)]),
      [column],
      `${rows()[0]!.id}.mechanisms`,
      rows(),
      catalogue,
    );
    return effectsOf(plan, rows()).tooMuch;
  };
  expect(looked('timeframe', half)).toBeNull();
  expect(looked('sdg', half)).toBeNull();
  fillFragment(cellFragment(doc, { ...action(), cell: 'resources' })!, 'y'.repeat(60_000));
  put('mechanisms', 'z'.repeat(60_000));
  expect(looked('timeframe', half)).toBe('cell');
  expect(looked('timeframe', 'mid-2028')).toBeNull();
  expect(looked('resources', half)).toBeNull();
  expect(looked('sdg', half)).toBe('cell');
  expect(looked('sdg', '5.1')).toBeNull();
  addAction(doc, rows()[0]!.id);
  expect(looked('mechanisms', half)).toBeNull();
  expect(looked('mechanisms', half, `other ${half}`)).toBe('cell');
  const both = planPaste([[plainCell(half), plainCell(half)]], ['timeframe', 'resources'], '', rows(), catalogue);
  expect(effectsOf(both, rows()).tooMuch).toBe('cell');
  const homeless = planPaste([[plainCell(half), plainCell(half)]], ['number', 'text'], '', rows(), catalogue);
  expect(effectsOf(homeless, rows()).tooMuch).toBe('cell');
});

test('TA77 what others have written meanwhile may make a paste too much, and it is shown anew', () => {
  const { doc, rows, catalogue } = table();
  const row = rows()[0]!;
  const plan = () => planPaste([[plainCell('x'.repeat(60_000))]], ['timeframe'], `${row.id}.number`, rows(), catalogue);
  const before = changeOf(plan(), rows());
  const resources = { row: row.id, action: row.actions[0]!.id, cell: 'resources' } as const;
  fillFragment(cellFragment(doc, resources)!, 'y'.repeat(60_000));
  expect(changeOf(plan(), rows())).not.toBe(before);
});

test('TA62 what is pasted on one of several cells of references lands in that one, and that one is named', () => {
  for (let round = 0; round < 8; round++) {
    const { doc, rows } = table();
    const twin = addRow(doc, rows()[0]!.recommendation);
    for (const [at, row] of [rows()[0]!.id, twin].entries())
      fillFragment(cellFragment(doc, { row, cell: 'mechanisms' })!, `reference ${at}`);
    const lead = mergeTwin(doc, twin)!;
    const cells = () => referenceCells(rows().find(({ id }) => id === lead)!);
    const [own, other] = cells();
    const key = cellKey(other!.address);
    const plan = planFill(plainCell('pasted'), [key], rows());
    expect(effectsOf(plan, rows()).overwritten).toEqual([key]);
    const elsewhere = planFill(plainCell('pasted'), [cellKey(own!.address)], rows());
    expect(changeOf(plan, rows())).not.toBe(changeOf(elsewhere, rows()));
    applyPaste(doc, plan, {});
    expect(cells().map(({ text }) => text)).toEqual([own!.text, 'pasted']);
    applyPaste(doc, planFill(plainCell('both'), [cellKey(own!.address), key], rows()), {});
    expect(cells().map(({ text }) => text)).toEqual(['both', 'both']);
  }
});

test('TA74 a row is found by its number however that is written', () => {
  const { rows, catalogue } = table();
  const block = ['1.2.', ' §1.2', 'Rec. 1.2'].map((number) => [plainCell(number), plainCell('words')]);
  const plan = planPaste(block, ['number', 'text'], '', rows(), catalogue);
  expect(plan.added).toEqual([]);
  expect(plan.lines.map(({ row, place }) => [row, place])).toEqual([0, 1, 2].map((place) => [rows()[1]!.id, place]));
});

test('TA75 pasting what is there writes nothing, a timeframe too', () => {
  const { doc, put } = table();
  put('timeframe', 'Q3 2027');
  const before = Y.encodeStateVector(doc);
  put('timeframe', 'Q3 2027');
  put('text', 'Train judges');
  expect(Y.encodeStateVector(doc)).toEqual(before);
});

test('TA72 an action that was left out and written in since stays when it is emptied', () => {
  const doc = new Y.Doc();
  const taken = 'r'.repeat(12) as RecommendationId;
  const ids = [addRow(doc, taken), addRow(doc, taken)];
  const write = (row: RowId, action: ActionId) =>
    fillFragment(cellFragment(doc, { row, action, cell: 'text' })!, 'words');
  for (const row of readStrategy(doc)) write(row.id, row.actions[0]!.id);
  const left = addAction(doc, ids[1]!)!;
  const lead = mergeTwin(doc, ids[1]!)!;
  write(lead, left);
  expect(clearCell(doc, readStrategy(doc), `${lead}.${left}.text`, {})).toBe(true);
  expect(readStrategy(doc)[0]!.actions.map(({ id }) => id)).toContain(left);
});
