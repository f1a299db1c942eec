import { type GroupId, groupDocument, newId, type RecommendationId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { readCatalogue, takeIn } from '@board/shared/model/catalogue';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow, setSdgTarget } from '@board/shared/model/strategy-edits';
import { sdgCodes } from '@board/shared/upr/sdg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { come, edit, type Gathering, gather, Hall } from '../hall.fixture.ts';

let hall: Hall;
let here: Gathering;
let groups: GroupId[];
let ids: RecommendationId[];
beforeAll(async () => {
  hall = await Hall.start();
});
afterAll(() => hall.remove());
beforeEach(async () => {
  here = await gather(hall, ['Land', 'Health', 'Labour']);
  groups = here.groups.map(({ id }) => id);
  const one = { states: [], source: '' };
  await edit(here, 'catalogue', (doc) =>
    takeIn(doc, [
      { ...one, number: '110.1', text: { en: 'Rivers' }, position: 'supported', themes: ['Land', 'Water', 'Water'] },
      { ...one, number: '110.2', text: { en: 'Clinics' }, position: 'noted', themes: ['Health'] },
      { ...one, number: '110.10', text: { en: 'Schools' }, position: 'supported', themes: ['Land'] },
      { ...one, number: '110.11', text: { en: 'Courts' }, position: 'pending', themes: [] },
    ]),
  );
  const workshop = await hall.workshop(here.workshopId);
  ids = await workshop.rooms.read('catalogue', (doc) => readCatalogue(doc).map(({ id }) => id));
});

const view = async (): Promise<LiveView> => (await hall.workshop(here.workshopId)).live.view();

/** A row with targets and partners. */
async function take(place: number, about: RecommendationId, targets: string[] = [], partners = ''): Promise<void> {
  await edit(here, groupDocument(groups[place]!), (doc) => {
    const row = addRow(doc, about);
    for (const target of targets) setSdgTarget(doc, row, target, true);
    const action = readStrategy(doc).find((one) => one.id === row)!.actions[0]!.id;
    fillFragment(cellFragment(doc, { row, action, cell: 'partners' })!, partners);
  });
}

const keepClosed = (place: number): Promise<unknown> =>
  here.facilitator.must('PATCH', `${here.at}/groups/${groups[place]}`, { keptClosed: true });

test('SC8 Each recommendation of the catalogue counts once, by groups, position and theme', async () => {
  await take(0, ids[0]!);
  await take(1, ids[0]!);
  await take(1, ids[1]!);
  await take(1, ids[1]!);
  await take(2, newId<RecommendationId>());
  expect((await view()).coverage).toMatchObject({
    total: 4,
    taken: 2,
    byGroups: [2, 1, 1, 0],
    positions: {
      supported: { total: 2, taken: 1 },
      noted: { total: 1, taken: 1 },
      pending: { total: 1, taken: 0 },
    },
    themes: [
      { name: 'Land', total: 2, taken: 1 },
      { name: 'Health', total: 1, taken: 1 },
      { name: 'Water', total: 1, taken: 1 },
    ],
    themeCount: 3,
  });
});

test('SC8 A goal counts once a group, and nothing of a group that keeps its strategy closed', async () => {
  await take(0, ids[0]!, ['16.3', '16.a', '4.1', 'nonsense']);
  await take(1, ids[1]!, ['16']);
  const { goals, closedGroups } = (await view()).coverage;
  expect(goals).toHaveLength(17);
  expect([goals[15], goals[3], goals[0], closedGroups]).toEqual([2, 1, 0, 0]);
  await keepClosed(1);
  const after = (await view()).coverage;
  expect([after.goals[15], after.closedGroups]).toEqual([1, 1]);
  expect(after.taken).toBe(2);
});

test('SC9 What several groups have is found: recommendations, targets, and partners however they are written', async () => {
  await take(0, ids[0]!, ['16.3'], 'River Watch; Ministry of Health');
  await take(1, ids[0]!, ['16.3', '4'], 'river watch');
  await take(2, ids[0]!, ['4.1'], 'Teachers’ union');
  const { overlaps } = await view();
  expect(Object.values(overlaps)).toEqual([
    { kind: 'recommendation', of: ids[0], name: '110.1', text: { en: 'Rivers' }, groups, decided: null },
    { kind: 'target', of: '16.3', name: '16.3', text: {}, groups: groups.slice(0, 2), decided: null },
    { kind: 'partner', of: 'river watch', name: 'River Watch', text: {}, groups: groups.slice(0, 2), decided: null },
  ]);
});

test('SC9 Targets and partners of a group that keeps its strategy closed are not among them', async () => {
  await take(0, ids[0]!, ['16.3'], 'River Watch');
  await take(1, ids[0]!, ['16.3'], 'River Watch');
  await keepClosed(1);
  expect(Object.values((await view()).overlaps).map(({ kind }) => kind)).toEqual(['recommendation']);
  await here.facilitator.must('PATCH', `${here.at}/groups/${groups[1]}`, { presented: true });
  expect(Object.keys((await view()).overlaps)).toHaveLength(3);
});

test('SC10 What is done about an overlap is the facilitator’s to keep, on what is there, over a restart', async () => {
  await take(0, ids[0]!);
  await take(1, ids[0]!);
  const at = `${here.at}/overlaps`;
  const share = { kind: 'recommendation', of: ids[0]!, choice: 'share' };
  const ana = await come(here, 'Ana');
  expect(await ana.refusal('PUT', at, share)).toBe('403 facilitator-only');
  expect(await here.facilitator.refusal('PUT', at, { ...share, choice: 'drop' })).toBe('400 bad-request choice');
  expect(await here.facilitator.refusal('PUT', at, { ...share, of: ids[1]! })).toBe('404 unknown-overlap of');
  await here.facilitator.must('PUT', at, share);
  await hall.restart();
  expect(Object.values((await view()).overlaps)).toMatchObject([{ decided: 'share' }]);
  await here.facilitator.must('PUT', at, { ...share, choice: 'merge' });
  expect(Object.values((await view()).overlaps)).toMatchObject([{ decided: 'merge' }]);
  await here.facilitator.must('PUT', at, { ...share, choice: null });
  expect(Object.values((await view()).overlaps)).toMatchObject([{ decided: null }]);
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'closed' });
  expect(await here.facilitator.refusal('PUT', at, share)).toBe('403 workshop-closed');
});

test('SC15 Of very many overlaps the undecided that most groups share stand first, it is told how many there are, and decided ones make room', async () => {
  const targets = sdgCodes.slice(0, 70);
  const last = targets[69]!;
  await take(0, ids[0]!, targets);
  await take(1, ids[1]!, targets);
  await take(2, ids[2]!, [last]);
  const shown = async () => Object.values((await view()).overlaps);
  const names = async () => (await shown()).map(({ name }) => name);
  expect((await view()).overlapCount).toBe(70);
  expect(await names()).toEqual([last, ...targets.slice(0, 59)]);
  await here.facilitator.must('PUT', `${here.at}/overlaps`, { kind: 'target', of: last, choice: 'keep' });
  expect(await names()).toEqual([...targets.slice(0, 60), last]);
  expect((await shown()).at(-1)).toMatchObject({ groups, decided: 'keep' });
});
