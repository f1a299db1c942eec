import { type GroupId, newId, type PresentationId, type RowId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { hall, here, view } from '../gathering.fixture.ts';
import { come } from '../hall.fixture.ts';
import type { Decision } from '../workshop/decisions.ts';
import { begin, eachWithTwoGroups, end, first, row, second } from './presentations.fixture.ts';

eachWithTwoGroups();

const turnTo = (id: PresentationId): string => `${here.at}/presentations/${id}/view`;
const rapporteurOf = (group: GroupId): string => `${here.at}/groups/${group}/rapporteur`;

test('PR1 The group that presents is in the live view, also after a restart, and the next one ends it and marks it as presented', async () => {
  const id = await begin();
  expect((await view()).presentation).toEqual({
    id,
    groupId: first,
    feedback: 'named',
    inView: { row: null, action: null },
  });
  expect(await begin()).toBe(id);
  await hall.restart();
  expect((await view()).presentation).toMatchObject({ id });
  const next = await begin(second, 'nameless');
  expect(next).not.toBe(id);
  const { presentation, groups } = await view();
  expect(presentation).toMatchObject({ id: next, groupId: second, feedback: 'nameless' });
  expect([groups[first]!.presented, groups[second]!.presented]).toEqual([true, false]);
});

test('PR1 A presentation ends once, and only marks its group when the facilitator says so', async () => {
  const id = await begin();
  await end(id, false);
  await end(id, true);
  const { presentation, groups } = await view();
  expect([presentation, groups[first]!.presented]).toEqual([null, false]);
});

test('PR2 Only facilitators begin, change and end a presentation; unknown groups and presentations are refused', async () => {
  const ana = await come(here, 'Ana', { groupId: first });
  const id = await begin();
  const at = `${here.at}/presentations`;
  const beginSecond = { groupId: second, feedback: 'off' };
  expect(await ana.refusal('POST', at, beginSecond)).toBe('403 facilitator-only');
  expect(await ana.refusal('PATCH', `${at}/${id}`, { feedback: 'off' })).toBe('403 facilitator-only');
  expect(await ana.refusal('POST', `${at}/${id}/end`, { presented: true })).toBe('403 facilitator-only');
  const { facilitator } = here;
  const nobody = newId<PresentationId>();
  expect(await facilitator.refusal('POST', at, { ...beginSecond, groupId: newId() })).toBe('404 unknown-group');
  expect(await facilitator.refusal('POST', at, { ...beginSecond, feedback: 'loud' })).toBe('400 bad-request feedback');
  expect(await facilitator.refusal('POST', `${at}/${nobody}/end`, { presented: true })).toBe(
    '404 unknown-presentation',
  );
  expect((await view()).presentation).toMatchObject({ id, feedback: 'named' });
});

test('PR2 A stage in which no group presents ends the presentation; group work and plenary do not', async () => {
  const id = await begin();
  const set = (stage: string) => here.facilitator.must('PUT', `${here.at}/stage`, { stage });
  await set('group-work');
  await set('plenary');
  expect((await view()).presentation).toMatchObject({ id });
  await set('charter-preparation');
  const { presentation, groups, stage } = await view();
  expect([presentation, groups[first]!.presented, stage]).toEqual([null, true, 'charter-preparation']);
});

test('PR3 The group or a facilitator names who presents: a member of that group, for as long as they belong to it', async () => {
  const ana = await come(here, 'Ana', { groupId: first });
  const ben = await come(here, 'Ben', { groupId: second });
  const watcher = await come(here, 'Wim', { role: 'observer' });
  const nameAna = { personId: ana.personId };
  expect(await ben.refusal('PUT', rapporteurOf(first), nameAna)).toBe('403 not-your-group');
  expect(await watcher.refusal('PUT', rapporteurOf(first), nameAna)).toBe('403 observer-only-reads');
  expect(await ana.refusal('PUT', rapporteurOf(first), { personId: ben.personId })).toBe('404 unknown-person personId');
  const members = `${here.at}/groups/${first}/members`;
  expect(await ana.must('GET', members)).toEqual([{ personId: ana.personId, name: 'Ana' }]);
  expect(await ben.refusal('GET', members)).toBe('403 not-your-group');
  await ana.must('PUT', rapporteurOf(first), nameAna);
  await here.facilitator.must('PUT', rapporteurOf(second), { personId: ben.personId });
  const { groups } = await view();
  expect(groups[first]!.rapporteur).toEqual({ personId: ana.personId, name: 'Ana' });
  expect(groups[second]!.rapporteur).toEqual({ personId: ben.personId, name: 'Ben' });
  await here.facilitator.must('PATCH', `${here.at}/people/${ana.personId}`, { groupId: second });
  await here.facilitator.must('PUT', rapporteurOf(second), { personId: null });
  expect(Object.values((await view()).groups).map(({ rapporteur }) => rapporteur)).toEqual([null, null]);
});

test('PR4 The rapporteur and facilitators turn what the hall looks at, nobody else; the last one counts', async () => {
  const ana = await come(here, 'Ana', { groupId: first });
  const mate = await come(here, 'Mia', { groupId: first });
  const guest = await come(here, 'Gus', { groupId: second });
  await ana.must('PUT', rapporteurOf(first), { personId: ana.personId });
  const id = await begin();
  const action = newId();
  await ana.must('PUT', turnTo(id), { row, action });
  expect((await view()).presentation!.inView).toEqual({ row, action });
  await here.facilitator.must('PUT', turnTo(id), { row, action: null });
  expect((await view()).presentation!.inView).toEqual({ row, action: null });
  for (const other of [mate, guest]) {
    expect(await other.refusal('PUT', turnTo(id), { row: null, action: null })).toBe('403 not-rapporteur');
  }
  expect(await ana.refusal('PUT', turnTo(id), { row: null, action })).toMatch(/^400 bad-request/);
  expect(await ana.refusal('PUT', turnTo(id), { row: 'x', action: null })).toBe('400 bad-request row');
  await end(id);
  expect(await ana.refusal('PUT', turnTo(id), { row: null, action: null })).toBe('409 presentation-over');
});

test('PR4 What is in view already leaves nothing in the log, and a presentation is turned only so many times', async () => {
  const ana = await come(here, 'Ana', { groupId: first });
  await ana.must('PUT', rapporteurOf(first), { personId: ana.personId });
  const id = await begin();
  const workshop = await hall.workshop(here.workshopId);
  const turns = () => workshop.state.plenary.presentations.get(id)!.turns;
  for (let index = 0; index < 3; index++) await here.facilitator.must('PUT', turnTo(id), { row, action: null });
  expect(turns()).toBe(1);
  const often = Array.from({ length: limits.turnsPerPresentation - 1 }, (): Decision => {
    return { type: 'presentation-turned', presentationId: id, inView: { row: newId<RowId>(), action: null } };
  });
  await workshop.decide(null, () => {}, ...often);
  expect(await ana.refusal('PUT', turnTo(id), { row, action: null })).toBe('429 too-many-requests');
  await here.facilitator.must('PUT', turnTo(id), { row, action: null });
});

test('PR5 A group that keeps its strategy closed shows what it presents while it presents, and not before', async () => {
  await here.facilitator.must('PATCH', `${here.at}/groups/${first}`, { keptClosed: true });
  const priorities = async () => (await view()).groups[first]!.priorities.length;
  expect(await priorities()).toBe(0);
  const guest = await come(here, 'Gus', { groupId: second });
  const id = await begin();
  expect(await priorities()).toBe(1);
  expect(await guest.refusal('GET', `${here.at}/groups/${first}/comments`)).toBe('403 group-keeps-closed');
  await end(id, false);
  expect(await priorities()).toBe(0);
});

test('PR1 A presentation that cannot be stored does not begin, and the one before goes on', async () => {
  const id = await begin();
  hall.faults.log = true;
  expect(await here.facilitator.refusal('POST', `${here.at}/presentations`, { groupId: second, feedback: 'off' })).toBe(
    '503 not-stored',
  );
  hall.faults.log = false;
  expect((await view()).presentation).toMatchObject({ id, groupId: first });
  expect(await here.facilitator.refusal('POST', `${here.at}/presentations/${id}/end`, {})).toMatch(/^400/);
  await end(id);
});
