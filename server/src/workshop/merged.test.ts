import type { RowsOnRecommendation, TogetherProposed } from '@board/shared/commands';
import { type GroupId, groupDocument, type RecommendationId, type RowId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { readCatalogue, takeIn } from '@board/shared/model/catalogue';
import { type CatalogueChange, carryOut } from '@board/shared/model/catalogue-changes';
import { addRow, setPriority } from '@board/shared/model/strategy-edits';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Browser, come, edit, type Gathering, gather, Hall } from '../hall.fixture.ts';

let hall: Hall;
let here: Gathering;
let groups: GroupId[];
let ids: RecommendationId[];
let rows: RowId[];
let ana: Browser;

beforeAll(async () => {
  hall = await Hall.start();
});
afterAll(() => hall.remove());
beforeEach(async () => {
  here = await gather(hall, ['Land', 'Health']);
  groups = here.groups.map(({ id }) => id);
  const one = { states: [], source: '', themes: ['Water'], position: 'pending' as const };
  await edit(here, 'catalogue', (doc) => {
    takeIn(doc, [{ ...one, number: '110.1', text: { en: 'Rivers' } }]);
    takeIn(doc, [{ ...one, number: '110.2', text: { en: 'Rivers' } }]);
  });
  const workshop = await hall.workshop(here.workshopId);
  ids = await workshop.rooms.read('catalogue', (doc) => readCatalogue(doc).map(({ id }) => id));
  rows = [];
  for (const [place, group] of groups.entries())
    await edit(here, groupDocument(group), (doc) => {
      const row = addRow(doc, ids[place]!);
      setPriority(doc, row, true);
      rows.push(row);
    });
  ana = await come(here, 'Ana', { groupId: groups[0]! });
});

const view = async (): Promise<LiveView> => (await hall.workshop(here.workshopId)).live.view();

const carry = (changes: CatalogueChange[]): Promise<unknown> =>
  edit(here, 'catalogue', (doc) => carryOut(doc, { kind: 'list', by: 'ann', at: 1, added: [], changes }));

test('ME17 what the hall counts follows a position that changes: coverage, and the priorities that it reads', async () => {
  expect((await view()).coverage.positions).toMatchObject({ pending: { total: 2, taken: 2 }, noted: { total: 0 } });
  await carry([{ id: ids[0]!, field: 'position', value: 'noted', byHand: false }]);
  const after = await view();
  expect(after.coverage.positions).toMatchObject({ pending: { total: 1, taken: 1 }, noted: { total: 1, taken: 1 } });
  expect(after.groups[groups[0]!]!.priorities).toMatchObject([{ number: '110.1', position: 'noted' }]);
});

test('ME17 rows about one that was merged count for the one that it was merged into', async () => {
  expect(Object.keys((await view()).overlaps)).toEqual([]);
  await carry([{ id: ids[1]!, field: 'mergedInto', value: ids[0]!, byHand: false }]);
  const after = await view();
  expect(after.taken).toEqual({ [ids[0]!]: groups });
  expect(after.workshop.recommendations).toBe(1);
  expect(after.coverage).toMatchObject({ total: 1, taken: 1, byGroups: [0, 0, 1, 0] });
  expect(after.groups[groups[1]!]!.priorities).toMatchObject([{ number: '110.1' }]);
  expect(Object.values(after.overlaps)).toMatchObject([{ kind: 'recommendation', of: ids[0], groups }]);
});

test('ME17 groups with rows about two that were merged find each other’s, and work on it together', async () => {
  const at = (place: number) => ({ groupId: groups[place]!, row: rows[place]! });
  const ask = () => ana.call('POST', `${here.at}/together`, { from: at(0), to: at(1) });
  const found = async () =>
    (await ana.must<RowsOnRecommendation>('GET', `${here.at}/recommendations/${ids[0]}/rows`)).rows.map(
      ({ row }) => row,
    );
  expect((await ask()).status).toBe(409);
  expect(await found()).toEqual([rows[0]]);
  await carry([{ id: ids[1]!, field: 'mergedInto', value: ids[0]!, byHand: false }]);
  expect(await found()).toEqual(rows);
  const { id } = await ana.must<TogetherProposed>('POST', `${here.at}/together`, { from: at(0), to: at(1) });
  expect((await view()).together[id]).toMatchObject({ state: 'asked' });
});
