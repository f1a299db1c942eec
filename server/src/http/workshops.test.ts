import type { CodeFound, Me, WorkshopCreated } from '@board/shared/commands';
import { setDetail } from '@board/shared/model/board';
import { limits } from '@board/shared/protocol/limits';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Browser, edit, gather, Hall } from '../hall.fixture.ts';

let hall: Hall;
beforeEach(async () => {
  hall = await Hall.start();
});
afterEach(() => hall.remove());

test('WO4 Creating a workshop answers with its secrets once, and makes its creator the facilitator', async () => {
  const browser = new Browser(hall);
  const command = { title: ' Our workshop ', groups: ['Fair trial', 'Water'], country: 'KHM', cycle: '4' };
  const answer = await browser.call<WorkshopCreated>('POST', '/api/workshops', command);
  expect(answer.status).toBe(201);
  const { workshopId, facilitatorKey, joinCode, groups } = answer.body;
  expect(facilitatorKey).toMatch(/^\w{32}$/);
  expect(joinCode).toMatch(/^[2-9A-Z]{6}$/);
  expect(groups.map((group) => group.name)).toEqual(['Fair trial', 'Water']);
  const me = await browser.must<Me>('GET', `/api/workshops/${workshopId}/me`);
  expect(me.role).toBe('facilitator');
  expect(me.may.write).toEqual(expect.arrayContaining(['board', 'catalogue', 'charter', `group/${groups[0]!.id}`]));
  const view = await (await hall.workshop(workshopId)).live.view();
  expect(view.workshop).toMatchObject({ title: 'Our workshop', country: 'KHM', cycle: '4', joinCode });
  expect(Object.values(view.documents)).toEqual([1, 1, 1, 1, 1]);
});

test('WO5 A new workshop is on the disk before the answer: files, log and registry', async () => {
  const { workshopId, joinCode } = await gather(hall);
  const later = await hall.afterPowerCut();
  const found = await new Browser(later).must<CodeFound>('GET', `/api/codes/${joinCode}`);
  expect(found).toMatchObject({ workshopId, title: 'Our workshop' });
  expect(found.groups.map((group) => group.name)).toEqual(['Fair trial', 'Water']);
  await later.remove();
});

test('WO6 A workshop that cannot be stored is not created', async () => {
  hall.faults.log = true;
  expect(await new Browser(hall).refusal('POST', '/api/workshops', { title: 'T', groups: ['A'] })).toBe(
    '503 not-stored',
  );
});

test.each([
  ['title', { title: ' ', groups: ['A'] }],
  ['groups', { title: 'T', groups: [] }],
  ['groups', { title: 'T', groups: Array(limits.groups + 1).fill('A') }],
  ['groups.0', { title: 'T', groups: [7] }],
  ['colour', { title: 'T', groups: ['A'], colour: 'red' }],
])('WO7 A command that does not fit its form names the field: %s', async (field, command) => {
  expect(await new Browser(hall).refusal('POST', '/api/workshops', command)).toBe(`400 bad-request ${field}`);
});

test('WO8 With a create key only those who know it create workshops', async () => {
  const guarded = await Hall.start({ createKey: 'a key of our own' });
  const browser = new Browser(guarded);
  const command = { title: 'T', groups: ['A'] };
  expect(await browser.must('GET', '/api/server')).toMatchObject({ createKeyNeeded: true });
  expect(await browser.refusal('POST', '/api/workshops', command)).toBe('403 create-key-needed createKey');
  expect(await browser.refusal('POST', '/api/demonstrations', {})).toBe('403 create-key-needed createKey');
  expect(await browser.refusal('POST', '/api/workshops', { ...command, createKey: 'wrong' })).toBe(
    '403 wrong-key createKey',
  );
  await browser.must('POST', '/api/workshops', { ...command, createKey: 'a key of our own' });
  await guarded.remove();
});

test('WO9 A code is found however it is typed, with the title and groups of now', async () => {
  const gathering = await gather(hall);
  await edit(gathering, 'board', (doc) => setDetail(doc, 'title', 'Another title'));
  const typed = `${gathering.joinCode.slice(0, 3).toLowerCase()}-${gathering.joinCode.slice(3)}`;
  const found = await new Browser(hall).must<CodeFound>('GET', `/api/codes/${typed}`);
  expect(found.title).toBe('Another title');
  expect(found.groups).toEqual(gathering.groups);
  expect(await new Browser(hall).refusal('GET', '/api/codes/AAAAAA')).toBe('403 wrong-code code');
});

test('WO10 A demonstration is a filled workshop that says so', async () => {
  const browser = new Browser(hall);
  const created = await browser.must<WorkshopCreated>('POST', '/api/demonstrations', {});
  const view = await (await hall.workshop(created.workshopId)).live.view();
  expect(view.workshop.demonstration).toBe(true);
  expect(Object.values(view.groups).map((group) => group.name)).toEqual(created.groups.map((group) => group.name));
});

test('WO11 Start pages learn where others reach the server', async () => {
  expect(await new Browser(hall).must('GET', '/api/server')).toEqual({
    addresses: ['http://board.example'],
    createKeyNeeded: false,
  });
});
