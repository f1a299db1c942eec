import type { RowsOnRecommendation, TogetherProposed } from '@board/shared/commands';
import {
  type GroupId,
  groupDocument,
  newId,
  type RecommendationId,
  type RowId,
  type TogetherId,
} from '@board/shared/ids';
import type { TogetherView } from '@board/shared/live-between';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow, removeRow } from '@board/shared/model/strategy-edits';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Browser, come, edit, type Gathering, gather, Hall } from '../hall.fixture.ts';

let hall: Hall;
let here: Gathering;
let groups: [GroupId, GroupId, GroupId];
let rows: RowId[];
let ana: Browser;
let ben: Browser;
const recommendation = newId<RecommendationId>();
beforeAll(async () => {
  hall = await Hall.start();
});
afterAll(() => hall.remove());
beforeEach(async () => {
  here = await gather(hall, ['Labour', 'Health', 'Land']);
  groups = here.groups.map(({ id }) => id) as typeof groups;
  rows = [];
  for (const group of groups) rows.push(await newRow(group, recommendation));
  ana = await come(here, 'Ana', { groupId: groups[0] });
  ben = await come(here, 'Ben', { groupId: groups[1] });
});

async function newRow(group: GroupId, about: RecommendationId | null): Promise<RowId> {
  let id: RowId | null = null;
  await edit(here, groupDocument(group), (doc) => {
    const row = addRow(doc, about);
    const action = readStrategy(doc).find((one) => one.id === row)!.actions[0]!.id;
    fillFragment(
      cellFragment(doc, { row, action, cell: 'text' })!,
      `Work of ${here.groups.find((one) => one.id === group)!.name}`,
    );
    id = row;
  });
  return id as unknown as RowId;
}

const at = (place: number) => ({ groupId: groups[place]!, row: rows[place]! });
const ask = async (who: Browser, from: number, to: number): Promise<TogetherId> =>
  (await who.must<TogetherProposed>('POST', `${here.at}/together`, { from: at(from), to: at(to) })).id;
const one = (id: string, rest = '') => `${here.at}/together/${id}${rest}`;
const live = async (): Promise<Record<TogetherId, TogetherView>> =>
  (await (await hall.workshop(here.workshopId)).live.view()).together;
const keepClosed = (place: number, keptClosed: boolean) =>
  here.facilitator.must('PATCH', `${here.at}/groups/${groups[place]}`, { keptClosed });
const seen = async (who: Browser) =>
  (await who.must<RowsOnRecommendation>('GET', `${here.at}/recommendations/${recommendation}/rows`)).rows.flatMap(
    ({ actions }) => actions.map(({ text }) => text),
  );

test('CO22 One group asks, the other agrees, both see it, and it outlasts a restart', async () => {
  const id = await ask(ana, 0, 1);
  expect(await live()).toEqual({ [id]: { rows: [at(0), at(1)], state: 'asked' } });
  expect(await ana.refusal('POST', one(id, '/agree'), {})).toBe('403 not-your-group');
  await ben.must('POST', one(id, '/agree'), {});
  await ben.must('POST', one(id, '/agree'), {});
  await hall.restart();
  expect((await live())[id]!.state).toBe('agreed');
});

test('CO22 Asking twice asks once, and asking back agrees, also when both ask at once', async () => {
  const [mine, again, theirs] = await Promise.all([ask(ana, 0, 1), ask(ana, 0, 1), ask(ben, 1, 0)]);
  expect(new Set([mine, again, theirs]).size).toBe(1);
  expect(await live()).toMatchObject({ [mine]: { state: 'agreed' } });
});

test('CO21 Only members of the two groups ask, agree and end; either group may end', async () => {
  const cho = await come(here, 'Cho', { groupId: groups[2] });
  const body = { from: at(0), to: at(1) };
  for (const who of [cho, here.facilitator, ben]) {
    expect(await who.refusal('POST', `${here.at}/together`, body)).toBe('403 not-your-group');
  }
  const watcher = await come(here, 'Watcher', { role: 'observer' });
  expect(await watcher.refusal('POST', `${here.at}/together`, body)).toBe('403 observer-only-reads');
  for (const ender of [ana, ben]) {
    const id = await ask(ana, 0, 1);
    await ben.must('POST', one(id, '/agree'), {});
    for (const who of [cho, here.facilitator]) expect(await who.refusal('DELETE', one(id))).toBe('403 not-your-group');
    await ender.must('DELETE', one(id));
    expect(await live()).toEqual({});
    expect(await ana.refusal('DELETE', one(id))).toBe('404 unknown-agreement');
    expect(await ben.refusal('POST', one(id, '/agree'), {})).toBe('404 unknown-agreement');
  }
});

test('CO23 Both rows are there, of two groups, and about the same recommendation', async () => {
  const other = await newRow(groups[1], newId<RecommendationId>());
  const without = [await newRow(groups[0], null), await newRow(groups[1], null)];
  const twin = await newRow(groups[0], recommendation);
  const refused = (from: RowId, to: RowId, group = groups[1]): Promise<string> =>
    ana.refusal('POST', `${here.at}/together`, { from: { ...at(0), row: from }, to: { groupId: group, row: to } });
  expect(await refused(rows[0]!, other)).toBe('409 rows-differ');
  expect(await refused(without[0]!, without[1]!)).toBe('409 rows-differ');
  expect(await refused(rows[0]!, twin, groups[0])).toBe('409 rows-differ');
  expect(await refused(rows[0]!, newId<RowId>())).toBe('404 unknown-row');
  expect(await refused(rows[0]!, rows[1]!, newId<GroupId>())).toBe('404 unknown-group');
});

test('CO24 A row that is removed ends it visibly on the other one; when the row comes back it is as before', async () => {
  const id = await ask(ana, 0, 1);
  await ben.must('POST', one(id, '/agree'), {});
  await edit(here, groupDocument(groups[1]), (doc) => void removeRow(doc, rows[1]!));
  await expect.poll(async () => (await live())[id]?.state).toBe('ended');
  const another = await ask(ana, 0, 2);
  await edit(here, groupDocument(groups[0]), (doc) => void removeRow(doc, rows[0]!));
  await expect.poll(async () => Object.keys(await live())).toEqual([another]);
  expect((await live())[another]!.state).toBe('ended');
});

test('CO25 The rows of other groups are told to those who may read them at that moment, and to nobody else', async () => {
  const all = ['Work of Labour', 'Work of Health', 'Work of Land'];
  const screen = await come(here, 'Screen', { role: 'screen' });
  for (const who of [ana, ben, screen]) expect(await seen(who)).toEqual(all);
  await keepClosed(1, true);
  expect(await seen(ana)).toEqual([all[0], all[2]]);
  expect(await seen(ben)).toEqual(all);
  expect(await seen(here.facilitator)).toEqual(all);
  expect(await ana.must('GET', `${here.at}/recommendations/${newId<RecommendationId>()}/rows`)).toEqual({ rows: [] });
  expect(await new Browser(hall).refusal('GET', `${here.at}/recommendations/${recommendation}/rows`)).toBe(
    '401 not-joined',
  );
});

test('CO26 Nobody asks or agrees about a row that may not be read', async () => {
  await keepClosed(1, true);
  const body = { from: at(0), to: at(1) };
  expect(await ana.refusal('POST', `${here.at}/together`, body)).toBe('403 group-keeps-closed');
  const id = await ask(ben, 1, 0);
  expect(await ana.refusal('POST', one(id, '/agree'), {})).toBe('403 group-keeps-closed');
  await keepClosed(1, false);
  await ana.must('POST', one(id, '/agree'), {});
  expect((await live())[id]!.state).toBe('agreed');
});

test('CO26 The live view tells ids of what is shared, and no word of a strategy', async () => {
  await ask(ana, 0, 1);
  expect(JSON.stringify(await live())).not.toContain('Work');
});
