import type { Me, PersonJoined } from '@board/shared/commands';
import { type GroupId, groupDocument } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here } from '../gathering.fixture.ts';
import { Browser, come, gather } from '../hall.fixture.ts';

eachInItsWorkshop();

test('WO23 The facilitator sets the stage, and nobody else', async () => {
  const ana = await come(here, 'Ana');
  expect(await ana.refusal('PUT', `${here.at}/stage`, { stage: 'plenary' })).toBe('403 facilitator-only');
  expect(await new Browser(hall).refusal('PUT', `${here.at}/stage`, { stage: 'plenary' })).toBe('401 not-joined');
  expect(await here.facilitator.refusal('PUT', `${here.at}/stage`, { stage: 'lunch' })).toBe('400 bad-request stage');
  expect((await here.facilitator.call('PUT', `${here.at}/stage`, { stage: 'plenary' })).status).toBe(204);
  await hall.restart();
  expect((await (await hall.workshop(here.workshopId)).live.view()).stage).toBe('plenary');
});

test('WO24 A closed workshop takes no decision but to be opened again', async () => {
  const ana = await come(here, 'Ana', { groupId: here.groups[0]!.id });
  const group = `${here.at}/groups/${here.groups[0]!.id}`;
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'closed' });
  const late = { code: here.joinCode, name: 'Ben' };
  expect(await new Browser(hall).refusal('POST', `${here.at}/people`, late)).toBe('403 workshop-closed');
  expect(await ana.refusal('PATCH', `${here.at}/me`, { name: 'A' })).toBe('403 workshop-closed');
  expect(await here.facilitator.refusal('POST', `${here.at}/groups`, { name: 'C' })).toBe('403 workshop-closed');
  expect(await here.facilitator.refusal('PATCH', group, { presented: true })).toBe('403 workshop-closed');
  expect(await here.facilitator.refusal('POST', `${here.at}/charter/adopt`, {})).toBe('403 workshop-closed');
  const { personId } = await ana.must<Me>('GET', `${here.at}/me`);
  const move = { groupId: here.groups[1]!.id };
  expect(await here.facilitator.refusal('PATCH', `${here.at}/people/${personId}`, move)).toBe('403 workshop-closed');
  expect((await ana.must<Me>('GET', `${here.at}/me`)).may.write).toEqual([]);
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'plenary' });
  expect((await ana.must<Me>('GET', `${here.at}/me`)).may.write).toEqual([groupDocument(here.groups[0]!.id)]);
});

test('WO25 A group that is added later has its name on the board and a document of its own, for good', async () => {
  const { id } = await here.facilitator.must<{ id: GroupId }>('POST', `${here.at}/groups`, { name: 'Land' });
  await hall.restart();
  const { groups, documents } = await (await hall.workshop(here.workshopId)).live.view();
  expect(groups[id]).toMatchObject({ name: 'Land', place: 2, open: null, keptClosed: false, presented: false });
  expect(documents[groupDocument(id)]).toBe(1);
  await come(here, 'Ana', { groupId: id });
  const ana = await come(here, 'Ana');
  expect(await ana.refusal('POST', `${here.at}/groups`, { name: 'Mine' })).toBe('403 facilitator-only');
});

test('DO72 A facilitator who is removed while a group is being added writes nothing on the board any more', async () => {
  const second = new Browser(hall);
  const key = { key: here.facilitatorKey, name: 'Second' };
  const { personId } = await second.must<PersonJoined>('POST', `${here.at}/people`, key);
  const workshop = await hall.workshop(here.workshopId);
  const append = workshop.append.bind(workshop);
  workshop.append = async (...asked) => {
    workshop.append = append;
    await append(...asked);
    await here.facilitator.must('DELETE', `${here.at}/people/${personId}`);
  };
  expect(await second.refusal('POST', `${here.at}/groups`, { name: 'Land' })).toBe('403 removed');
  expect(Object.values((await workshop.live.view()).groups).map(({ name }) => name)).not.toContain('Land');
});

test('WO26 There are no more groups than the limit says', async () => {
  const full = await gather(
    hall,
    Array.from({ length: limits.groups }, (_, index) => `Group ${index}`),
  );
  expect(await full.facilitator.refusal('POST', `${full.at}/groups`, { name: 'One more' })).toBe(
    '413 too-large groups',
  );
});

test('DO35 A group keeps its own strategy closed; opening, closing and presenting is the facilitator’s', async () => {
  const [first, second] = here.groups;
  const ana = await come(here, 'Ana', { groupId: first!.id });
  const ben = await come(here, 'Ben', { groupId: second!.id });
  const group = `${here.at}/groups/${first!.id}`;
  expect(await ben.refusal('PATCH', group, { keptClosed: true })).toBe('403 not-your-group');
  expect((await ana.call('PATCH', group, { keptClosed: true })).status).toBe(204);
  expect(await ana.refusal('PATCH', group, { keptClosed: false, open: false })).toBe('403 facilitator-only');
  expect(await ana.refusal('PATCH', group, { presented: true })).toBe('403 facilitator-only');
  expect((await ben.must<Me>('GET', `${here.at}/me`)).may.read).not.toContain(groupDocument(first!.id));
  await here.facilitator.must('PATCH', group, { presented: true, open: false });
  expect((await ben.must<Me>('GET', `${here.at}/me`)).may.read).toContain(groupDocument(first!.id));
  expect((await ana.must<Me>('GET', `${here.at}/me`)).may.write).toEqual([]);
  const nowhere = `${here.at}/groups/222222222222`;
  expect(await here.facilitator.refusal('PATCH', nowhere, { open: true })).toBe('404 unknown-group');
  expect(await here.facilitator.refusal('PATCH', `${here.at}/groups/x`, { open: true })).toBe('404 unknown-group');
  expect(await here.facilitator.refusal('PATCH', group, { open: 'yes' })).toBe('400 bad-request open');
});

test('DO21 Those who sit in documents are told when rights may have changed, and not when somebody joins', async () => {
  const workshop = await hall.workshop(here.workshopId);
  let told = 0;
  workshop.onRightsChange(() => {
    told += 1;
  });
  const ana = await come(here, 'Ana');
  expect(told).toBe(0);
  await ana.must('PATCH', `${here.at}/me`, { groupId: here.groups[0]!.id });
  await here.facilitator.must('PATCH', `${here.at}/groups/${here.groups[0]!.id}`, { open: false });
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'closed' });
  await here.facilitator.must('DELETE', `${here.at}/people/${ana.personId}`);
  expect(told).toBe(4);
});
