import { rm } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import type { CodeFound, JoinCodeRenewed, Me, PersonJoined, PersonListed } from '@board/shared/commands';
import { coverNewPaper } from '@board/shared/consensus/paper';
import type { LiveView } from '@board/shared/live-view';
import { addItem } from '@board/shared/model/charter';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Browser, come, edit, type Gathering, gather, Hall, openVote } from '../hall.fixture.ts';

let hall: Hall;
let here: Gathering;
beforeAll(async () => {
  hall = await Hall.start();
});
afterAll(() => hall.remove());
beforeEach(async () => {
  here = await gather(hall);
});

/** The facilitator revokes the join link; the gathering then has the new code. */
async function revoke(endSessions = false): Promise<string> {
  const answer = await here.facilitator.call<JoinCodeRenewed>('POST', `${here.at}/join-code`, { endSessions });
  expect(answer.status).toBe(201);
  const former = here.joinCode;
  here = { ...here, joinCode: answer.body.joinCode };
  return former;
}

const me = (browser: Browser): Promise<Me> => browser.must<Me>('GET', `${here.at}/me`);
const whyNot = (browser: Browser): Promise<string> => browser.refusal('GET', `${here.at}/me`);
const people = (): Promise<PersonListed[]> => here.facilitator.must<PersonListed[]>('GET', `${here.at}/people`);
const joinAgain = (browser: Browser, name: string, as: object = {}) =>
  browser.call<PersonJoined>('POST', `${here.at}/people`, { code: here.joinCode, name, ...as });
const view = async (): Promise<LiveView> => (await hall.workshop(here.workshopId)).live.view();

test('WO48 Who was removed is told so, also after a restart, and comes back as somebody new', async () => {
  const ana = await come(here, 'Ana', { groupId: here.groups[0]!.id });
  await here.facilitator.must('DELETE', `${here.at}/people/${ana.personId}`);
  expect(await whyNot(ana)).toBe('403 removed');
  expect(await ana.refusal('PATCH', `${here.at}/me`, { name: 'Ana' })).toBe('403 removed');
  expect(await new Browser(hall).refusal('GET', `${here.at}/me`)).toBe('401 not-joined');
  await hall.restart();
  expect(await whyNot(ana)).toBe('403 removed');
  const again = await joinAgain(ana, 'Ana');
  expect(again.status).toBe(201);
  expect(again.body.personId).not.toBe(ana.personId);
  expect(await me(ana)).toMatchObject({ personId: again.body.personId, groupId: null });
});

test('WO49 A facilitator makes a member an observer and back; nobody else, and nobody else', async () => {
  const groupId = here.groups[0]!.id;
  const ana = await come(here, 'Ana', { groupId });
  const ben = await come(here, 'Ben');
  const screen = await come(here, 'Hall', { role: 'screen' });
  const at = (id: string): string => `${here.at}/people/${id}`;
  expect(await ben.refusal('PATCH', at(ana.personId), { role: 'observer' })).toBe('403 facilitator-only');
  expect(await ana.refusal('PATCH', at(ana.personId), { role: 'observer' })).toBe('403 facilitator-only');
  await here.facilitator.must('PATCH', at(ana.personId), { role: 'observer' });
  expect(await me(ana)).toMatchObject({ role: 'observer', groupId: null, may: { vote: false, write: [] } });
  expect((await joinAgain(ana, 'Ana', { role: 'member' })).body).toMatchObject({ role: 'observer' });
  await hall.restart();
  expect((await me(ana)).role).toBe('observer');
  await here.facilitator.must('PATCH', at(ana.personId), { role: 'member', groupId });
  expect(await me(ana)).toMatchObject({ role: 'member', groupId, may: { vote: true } });

  const own = await me(here.facilitator);
  for (const id of [screen.personId, own.personId])
    expect(await here.facilitator.refusal('PATCH', at(id), { role: 'observer' })).toBe('403 not-allowed role');
  expect(await here.facilitator.refusal('PATCH', at(ben.personId), { role: 'facilitator' })).toBe(
    '400 bad-request role',
  );
  const both = { role: 'observer', groupId };
  expect(await here.facilitator.refusal('PATCH', at(ben.personId), both)).toBe('403 observer-only-reads');
});

test('WO49 An observer who was a member stays on the roll of an open vote and gets no paper', async () => {
  const ana = await come(here, 'Ana');
  await come(here, 'Ben');
  await edit(here, 'charter', (doc) => void addItem(doc, 'Words'));
  const vote = await openVote(here);
  const person = `${here.at}/people/${ana.personId}`;
  const ask = { covered: coverNewPaper().covered };
  await here.facilitator.must('PATCH', person, { role: 'observer' });
  const papers = `${here.at}/votes/${vote}/papers`;
  expect(await ana.refusal('POST', papers, ask)).toBe('403 observer-only-reads');
  expect((await view()).votes[vote]?.rollSize).toBe(2);
  await here.facilitator.must('PATCH', person, { role: 'member' });
  await ana.must('POST', papers, ask);
});

test('WO50 The old code is refused as revoked, the new one works, also after a restart and a lost registry', async () => {
  const ana = await come(here, 'Ana');
  expect(await ana.refusal('POST', `${here.at}/join-code`, {})).toBe('403 facilitator-only');
  const former = await revoke();
  expect(former).not.toBe(here.joinCode);
  expect((await view()).workshop.joinCode).toBe(here.joinCode);
  expect((await me(ana)).name).toBe('Ana');
  const check = async (): Promise<void> => {
    const stranger = new Browser(hall);
    expect(await stranger.refusal('GET', `/api/codes/${former.toLowerCase()}`)).toBe('403 link-revoked code');
    const command = { code: former, name: 'Late' };
    expect(await stranger.refusal('POST', `${here.at}/people`, command)).toBe('403 link-revoked code');
    const found = await stranger.must<CodeFound>('GET', `/api/codes/${here.joinCode}`);
    expect(found.workshopId).toBe(here.workshopId);
  };
  await check();
  expect((await joinAgain(new Browser(hall), 'Ben')).status).toBe(201);
  await hall.restart();
  await check();
  await hall.stop();
  for (const name of ['registry.json', 'registry.last-good.json']) await rm(joinPath(hall.folder, name));
  hall = await Hall.start({}, undefined, hall.folder);
  await check();
});

test('WO50 A code that cannot be stored is not given out', async () => {
  hall.faults.log = true;
  try {
    expect(await here.facilitator.refusal('POST', `${here.at}/join-code`, {})).toBe('503 not-stored');
  } finally {
    hall.faults.log = false;
  }
  expect((await joinAgain(new Browser(hall), 'Ben')).status).toBe(201);
});

test('WO53 A code that the registry does not know, because of a crash in between, is found again', async () => {
  const workshop = await hall.workshop(here.workshopId);
  const { personId } = await me(here.facilitator);
  const renewed = { type: 'join-code-renewed', joinCode: 'NEWCQD', endSessions: false } as const;
  await workshop.decide(workshop.personById(personId), () => {}, renewed);
  expect(await new Browser(hall).refusal('GET', `/api/codes/${here.joinCode}`)).toBe('403 link-revoked code');
  await hall.restart();
  await hall.workshop(here.workshopId);
  const found = await new Browser(hall).must<CodeFound>('GET', '/api/codes/newcqd');
  expect(found.workshopId).toBe(here.workshopId);
});

test('WO51 When sessions end with the link, the same device and the new code make the same person', async () => {
  const groupId = here.groups[0]!.id;
  const ana = await come(here, 'Ana', { groupId });
  const watcher = await come(here, 'Donor', { role: 'observer' });
  const gone = await come(here, 'Gone');
  await here.facilitator.must('DELETE', `${here.at}/people/${gone.personId}`);
  const former = await revoke(true);
  for (const browser of [ana, watcher]) expect(await whyNot(browser)).toBe('403 link-revoked');
  expect(await whyNot(gone)).toBe('403 removed');
  expect((await me(here.facilitator)).role).toBe('facilitator');
  const late = { code: former, name: 'Ana' };
  expect(await ana.refusal('POST', `${here.at}/people`, late)).toBe('403 link-revoked code');
  await hall.restart();
  expect(await whyNot(ana)).toBe('403 link-revoked');

  const back = await joinAgain(ana, 'Ana Maria');
  expect(back.status).toBe(200);
  expect(back.body).toEqual({ personId: ana.personId, role: 'member', groupId });
  expect(await me(ana)).toMatchObject({ name: 'Ana Maria', personId: ana.personId });
  const observer = await joinAgain(watcher, 'Donor', { role: 'member' });
  expect(observer.body).toMatchObject({ personId: watcher.personId, role: 'observer' });
  expect((await joinAgain(gone, 'Gone')).body.personId).not.toBe(gone.personId);
});

test('WO51 Who is on the roll of an open vote votes after coming back, in a closed workshop reads', async () => {
  const ana = await come(here, 'Ana');
  await edit(here, 'charter', (doc) => void addItem(doc, 'Words'));
  const vote = await openVote(here);
  await revoke(true);
  const ask = { covered: coverNewPaper().covered };
  expect(await ana.refusal('POST', `${here.at}/votes/${vote}/papers`, ask)).toBe('403 link-revoked');
  await joinAgain(ana, 'Ana');
  await ana.must('POST', `${here.at}/votes/${vote}/papers`, ask);
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'closed' });
  await revoke(true);
  expect((await joinAgain(ana, 'Ana')).body.personId).toBe(ana.personId);
  expect((await joinAgain(new Browser(hall), 'Ben')).status).toBe(403);
});

test('WO52 Who must join again is counted nowhere, is on no new roll, is listed so, and can be removed', async () => {
  const ana = await come(here, 'Ana', { groupId: here.groups[0]!.id });
  const ben = await come(here, 'Ben');
  await edit(here, 'charter', (doc) => void addItem(doc, 'Words'));
  await revoke(true);
  const { people: counted, groups } = await view();
  expect([counted.joined, groups[here.groups[0]!.id]?.members]).toEqual([0, 0]);
  expect(await people()).toContainEqual(expect.objectContaining({ personId: ana.personId, mustJoinAgain: true }));
  await joinAgain(ben, 'Ben');
  const vote = await openVote(here);
  expect((await view()).votes[vote]?.rollSize).toBe(1);
  await here.facilitator.must('DELETE', `${here.at}/people/${ana.personId}`);
  expect(await whyNot(ana)).toBe('403 removed');
  expect((await people()).map((person) => person.name)).not.toContain('Ana');
});
