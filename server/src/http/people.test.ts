import type { Me, PersonJoined, PersonListed } from '@board/shared/commands';
import { type GroupId, groupDocument, newId, type PersonId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here } from '../gathering.fixture.ts';
import { Browser, come, gather, Hall } from '../hall.fixture.ts';
import type { NewEntry } from '../ports.ts';

eachInItsWorkshop();

test('WO12 Joining with the code makes a member with a session of its own, out of reach of scripts', async () => {
  const browser = new Browser(hall);
  const groupId = here.groups[0]!.id;
  const command = { code: here.joinCode.toLowerCase(), name: ' Ana ', organisation: 'Bar association', groupId };
  const answer = await browser.call<PersonJoined>('POST', `${here.at}/people`, command);
  expect(answer.status).toBe(201);
  expect(answer.body).toEqual({ personId: expect.any(String), role: 'member', groupId });
  expect(answer.cookies).toEqual([
    expect.objectContaining({
      name: `wb_${here.workshopId}`,
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      maxAge: 30 * 24 * 60 * 60,
    }),
  ]);
  expect(String(answer.headers['set-cookie'])).not.toContain('Secure');
  const me = await browser.must<Me>('GET', `${here.at}/me`);
  expect(me).toMatchObject({ name: 'Ana', organisation: 'Bar association', role: 'member', groupId });
  expect(me.may).toMatchObject({ facilitate: false, vote: true, write: [groupDocument(groupId)] });
});

test('WO13 Behind TLS the session cookie goes over TLS only', async () => {
  const secure = await Hall.start({ publicUrl: 'https://board.example' });
  const answer = await new Browser(secure).call('POST', '/api/workshops', { title: 'T', groups: ['A'] });
  expect(String(answer.headers['set-cookie'])).toContain('Secure');
  expect(String(answer.headers['strict-transport-security'])).toContain('max-age');
  await secure.remove();
});

test('WO14 A wrong code, a wrong key, both and neither are refused and make nobody', async () => {
  const browser = new Browser(hall);
  const url = `${here.at}/people`;
  expect(await browser.refusal('POST', url, { code: 'AAAAAA', name: 'Ana' })).toBe('403 wrong-code code');
  expect(await browser.refusal('POST', url, { code: '', name: 'Ana' })).toBe('403 wrong-code code');
  expect(await browser.refusal('POST', url, { key: here.joinCode, name: 'Ana' })).toBe('403 wrong-key key');
  expect(await browser.refusal('POST', url, { name: 'Ana' })).toBe('400 bad-request');
  const both = { code: here.joinCode, key: here.facilitatorKey, name: 'Ana' };
  expect(await browser.refusal('POST', url, both)).toBe('400 bad-request');
  expect(await browser.refusal('POST', url, { code: here.joinCode, name: ' ' })).toBe('400 bad-request name');
  expect(await here.facilitator.must<PersonListed[]>('GET', url)).toHaveLength(1);
});

test('WO15 Joining again on the same device is the same person, with what is given now', async () => {
  const ana = await come(here, 'Ana');
  const again = { code: here.joinCode, name: 'Ana Maria', groupId: here.groups[1]!.id };
  const answer = await ana.call<PersonJoined>('POST', `${here.at}/people`, again);
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ personId: ana.personId, role: 'member', groupId: here.groups[1]!.id });
  expect((await ana.must<Me>('GET', `${here.at}/me`)).name).toBe('Ana Maria');
  expect(await here.facilitator.must<PersonListed[]>('GET', `${here.at}/people`)).toHaveLength(2);
});

test('WO16 The key lifts a member to facilitator, and no code lowers a facilitator', async () => {
  const ana = await come(here, 'Ana');
  const lifted = await ana.must<PersonJoined>('POST', `${here.at}/people`, { key: here.facilitatorKey, name: 'Ana' });
  expect(lifted).toMatchObject({ personId: ana.personId, role: 'facilitator' });
  const back = await ana.must<PersonJoined>('POST', `${here.at}/people`, { code: here.joinCode, name: 'Ana' });
  expect(back).toMatchObject({ personId: ana.personId, role: 'facilitator' });
  expect((await ana.must<Me>('GET', `${here.at}/me`)).may.facilitate).toBe(true);
});

test('WO17 Observers come with the code; they and screens belong to no group and write nothing', async () => {
  for (const role of ['screen', 'observer']) {
    const watcher = await come(here, 'Hall', { role, groupId: here.groups[0]!.id });
    const me = await watcher.must<Me>('GET', `${here.at}/me`);
    expect(me).toMatchObject({ role, groupId: null, may: { facilitate: false, vote: false, write: [] } });
  }
});

test('WO18 A session outlasts a restart, and a cookie of another workshop opens nothing', async () => {
  const ana = await come(here, 'Ana');
  const other = await gather(hall);
  await hall.restart();
  expect((await ana.must<Me>('GET', `${here.at}/me`)).personId).toBe(ana.personId);
  expect(await ana.refusal('GET', `${other.at}/me`)).toBe('401 not-joined');
  const token = ana.jar.get(`wb_${here.workshopId}`)!;
  ana.jar.set(`wb_${other.workshopId}`, token);
  expect(await ana.refusal('GET', `${other.at}/me`)).toBe('401 not-joined');
  expect(await ana.refusal('GET', '/api/workshops/222222222222/me')).toBe('404 unknown-workshop');
  expect(await ana.refusal('GET', '/api/workshops/..%2f..%2fregistry/me')).toBe('404 unknown-workshop');
});

test('WO19 People change their own name and group; a group that is not there is refused', async () => {
  const ana = await come(here, 'Ana');
  const [first, second] = here.groups;
  const me = await ana.must<Me>('PATCH', `${here.at}/me`, { name: 'Ana M.', groupId: first!.id });
  expect(me).toMatchObject({ name: 'Ana M.', groupId: first!.id, may: { write: [groupDocument(first!.id)] } });
  const both = [
    ana.must<Me>('PATCH', `${here.at}/me`, { organisation: 'Bar' }),
    ana.must<Me>('PATCH', `${here.at}/me`, { groupId: second!.id }),
  ];
  await Promise.all(both);
  expect(await ana.must('GET', `${here.at}/me`)).toMatchObject({ organisation: 'Bar', groupId: second!.id });
  const nowhere = newId<GroupId>();
  expect(await ana.refusal('PATCH', `${here.at}/me`, { groupId: nowhere })).toBe('404 unknown-group groupId');
  expect(await ana.refusal('PATCH', `${here.at}/me`, { groupId: 'x' })).toBe('400 bad-request groupId');
  expect(await new Browser(hall).refusal('PATCH', `${here.at}/me`, {})).toBe('401 not-joined');
  const late = { code: here.joinCode, name: 'Ben', groupId: nowhere };
  expect(await new Browser(hall).refusal('POST', `${here.at}/people`, late)).toBe('404 unknown-group groupId');
  const screen = await come(here, 'Hall', { role: 'screen' });
  expect(await screen.refusal('PATCH', `${here.at}/me`, { groupId: first!.id })).toBe('403 screen-only-watches');
});

test('WO20 Only facilitators list, move and remove people; a removed person is out at once', async () => {
  const ana = await come(here, 'Ana');
  const ben = await come(here, 'Ben');
  const person = `${here.at}/people/${ana.personId}`;
  expect(await ben.refusal('GET', `${here.at}/people`)).toBe('403 facilitator-only');
  expect(await ben.refusal('PATCH', person, { groupId: null })).toBe('403 facilitator-only');
  expect(await ben.refusal('DELETE', person)).toBe('403 facilitator-only');
  const moved = await here.facilitator.call('PATCH', person, { groupId: here.groups[1]!.id });
  expect(moved.status).toBe(204);
  expect((await ana.must<Me>('GET', `${here.at}/me`)).groupId).toBe(here.groups[1]!.id);
  const list = await here.facilitator.must<PersonListed[]>('GET', `${here.at}/people`);
  expect(list).toContainEqual({
    personId: ana.personId,
    name: 'Ana',
    organisation: '',
    role: 'member',
    groupId: here.groups[1]!.id,
    connected: false,
    mustJoinAgain: false,
  });
  expect((await here.facilitator.call('DELETE', person)).status).toBe(204);
  expect(await ana.refusal('GET', `${here.at}/me`)).toBe('403 removed');
  expect(await here.facilitator.refusal('DELETE', person)).toBe('404 unknown-person');
  expect(await here.facilitator.refusal('DELETE', `${here.at}/people/..`)).toBe('404 unknown-route');
  expect(await here.facilitator.refusal('DELETE', `${here.at}/people/nobody`)).toBe('404 unknown-person');
});

test('WO21 A facilitator does not remove oneself', async () => {
  const { personId } = await here.facilitator.must<Me>('GET', `${here.at}/me`);
  expect(await here.facilitator.refusal('DELETE', `${here.at}/people/${personId}`)).toBe('403 not-allowed');
});

test('WO22 A person who cannot be stored has not joined', async () => {
  hall.faults.log = true;
  const browser = new Browser(hall);
  const command = { code: here.joinCode, name: 'Ana' };
  try {
    expect(await browser.refusal('POST', `${here.at}/people`, command)).toBe('503 not-stored');
  } finally {
    hall.faults.log = false;
  }
  expect(browser.jar.size).toBe(0);
  expect(await here.facilitator.must<PersonListed[]>('GET', `${here.at}/people`)).toHaveLength(1);
});

test('WO47 There are no more people in a workshop than the limit says', async () => {
  const workshop = await hall.workshop(here.workshopId);
  const { personId } = await here.facilitator.must<Me>('GET', `${here.at}/me`);
  const joined = Array.from({ length: limits.people - 1 }, (): NewEntry => {
    const person = { personId: newId<PersonId>(), name: 'N', organisation: '', role: 'member', groupId: null } as const;
    const decision = { type: 'person-joined', ...person, tokenHash: person.personId } as const;
    return { author: personId, body: { kind: 'decision', decision } };
  });
  await workshop.append(null, () => {}, joined);
  const command = { code: here.joinCode, name: 'One too many' };
  expect(await new Browser(hall).refusal('POST', `${here.at}/people`, command)).toBe('403 workshop-full');
});
