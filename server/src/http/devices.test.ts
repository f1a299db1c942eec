import type { Me, PersonJoined } from '@board/shared/commands';
import type { DeviceLinkMade, Devices } from '@board/shared/commands-devices';
import type { OwnBallot } from '@board/shared/commands-votes';
import { coverNewPaper } from '@board/shared/consensus/paper';
import { newSecret } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here, view } from '../gathering.fixture.ts';
import { Browser, come, Hall, openVote, voteSecretly } from '../hall.fixture.ts';
import { DeviceLinks } from '../workshop/device-links.ts';
import { close, twoItems } from './votes.fixture.ts';

eachInItsWorkshop(twoItems);

const link = async (of: Browser): Promise<string> =>
  (await of.must<DeviceLinkMade>('POST', `${here.at}/me/device-link`, {})).key;
const enter = (device: Browser, key: string, claim = newSecret()) =>
  device.call<PersonJoined>('POST', `${here.at}/devices`, { key, claim });
const whyNot = (device: Browser, key: string): Promise<string> =>
  device.refusal('POST', `${here.at}/devices`, { key, claim: newSecret() });
const me = (of: Browser): Promise<Me> => of.must<Me>('GET', `${here.at}/me`);
const devices = (of: Browser): Promise<Devices> => of.must<Devices>('GET', `${here.at}/me/devices`);

/** Another device of a person's own. */
async function another(of: Browser): Promise<Browser> {
  const device = new Browser(hall);
  expect((await enter(device, await link(of))).status).toBe(201);
  return device;
}

test('WO55 Another device comes in as the same person, on both the group and rights are the same, also after a restart, and the hall counts one', async () => {
  const groupId = here.groups[0]!.id;
  const ana = await come(here, 'Ana', { groupId });
  const joined = (await view()).people.joined;
  const phone = new Browser(hall);
  const answer = await enter(phone, await link(ana));
  expect(answer.body).toEqual({ personId: ana.personId, role: 'member', groupId });
  expect(answer.cookies).toEqual([expect.objectContaining({ httpOnly: true, sameSite: 'Lax' })]);
  await hall.restart();
  const [one, other] = [await me(ana), await me(phone)];
  expect(other).toEqual(one);
  expect(other).toMatchObject({ name: 'Ana', groupId, devices: 2 });
  await phone.must('PATCH', `${here.at}/me`, { name: 'Ana Maria' });
  expect((await me(ana)).name).toBe('Ana Maria');
  expect((await view()).people.joined).toBe(joined);
});

test('WO56 A code brings in one device, once: used, taken back, replaced, too old or invented it opens nothing; a lost answer is asked for again', async () => {
  const ana = await come(here, 'Ana');
  const key = await link(ana);
  const [phone, claim] = [new Browser(hall), newSecret()];
  expect((await enter(phone, key, claim)).status).toBe(201);
  expect((await enter(phone, key, claim)).status).toBe(200);
  const again = new Browser(hall);
  expect((await enter(again, key, claim)).status).toBe(201);
  expect((await devices(ana)).devices).toHaveLength(1);
  expect(await whyNot(new Browser(hall), key)).toBe('403 device-link-over');
  const [former, present] = [await link(ana), await link(ana)];
  expect((await devices(ana)).isAwaited).toBe(true);
  expect(await whyNot(new Browser(hall), former)).toBe('403 device-link-over');
  await ana.must('DELETE', `${here.at}/me/device-link`);
  expect((await devices(ana)).isAwaited).toBe(false);
  for (const one of [present, here.facilitatorKey, '', newSecret()])
    expect(await whyNot(new Browser(hall), one)).toBe('403 device-link-over');
  const late = await link(ana);
  await hall.restart();
  expect(await whyNot(new Browser(hall), late)).toBe('403 device-link-over');
});

test('WO56 After ten minutes a code is over', async () => {
  let now = 0;
  const clock = { now: () => now, elapsed: () => now, after: () => () => {} };
  const links = new DeviceLinks(clock);
  const ana = await come(here, 'Ana');
  const key = links.begin(here.workshopId, ana.personId);
  now = limits.deviceLinkMs - 1;
  expect(links.ownerOf(here.workshopId, key, 'claim')).toBe(ana.personId);
  now += 1;
  expect(() => links.ownerOf(here.workshopId, key, 'claim')).toThrow('device-link-over');
});

test('WO56 Keys that open nothing are slowed like other guesses, and keep nobody from joining', async () => {
  const own = await Hall.start();
  const facilitator = new Browser(own);
  const made = await facilitator.must<{ workshopId: string; joinCode: string }>('POST', '/api/workshops', {
    title: 'T',
    groups: ['A'],
  });
  const at = `/api/workshops/${made.workshopId}`;
  const body = { key: newSecret(), claim: newSecret() };
  for (let turn = 0; turn < 100; turn++)
    expect(await new Browser(own).refusal('POST', `${at}/devices`, body)).toBe('403 device-link-over');
  expect(await new Browser(own).refusal('POST', `${at}/devices`, body)).toBe('429 too-many-requests');
  await new Browser(own).must('POST', `${at}/people`, { code: made.joinCode, name: 'Ben' });
  await own.remove();
});

test('WO57 The device that was brought in is ended from the first, is told so, and the first stays; it brings in none and ends no other', async () => {
  const ana = await come(here, 'Ana');
  const [phone, tablet] = [await another(ana), await another(ana)];
  const [first, second] = (await devices(ana)).devices;
  expect(await phone.refusal('POST', `${here.at}/me/device-link`, {})).toBe('403 first-device-only');
  const at = (id: string): string => `${here.at}/me/devices/${id}`;
  expect(await phone.refusal('DELETE', at(second!.id))).toBe('403 first-device-only');
  const ben = await come(here, 'Ben');
  expect(await ben.refusal('DELETE', at(first!.id))).toBe('404 unknown-device');
  await ana.must('DELETE', at(first!.id));
  expect(await phone.refusal('GET', `${here.at}/me`)).toBe('403 device-ended');
  expect((await devices(tablet)).devices).toEqual([{ ...second, isHere: true }]);
  await tablet.must('DELETE', at(second!.id));
  expect(await tablet.refusal('GET', `${here.at}/me`)).toBe('403 device-ended');
  await hall.restart();
  expect(await phone.refusal('GET', `${here.at}/me`)).toBe('403 device-ended');
  expect(await me(ana)).toMatchObject({ personId: ana.personId, devices: 1 });
});

test('WO57 Who is removed is out on every device; with a renewed link each comes back as what it was', async () => {
  const ana = await come(here, 'Ana');
  const phone = await another(ana);
  const { joinCode } = await here.facilitator.must<{ joinCode: string }>('POST', `${here.at}/join-code`, {
    endSessions: true,
  });
  for (const device of [phone, ana]) {
    expect(await device.refusal('GET', `${here.at}/me`)).toBe('403 link-revoked');
    const back = await device.must<PersonJoined>('POST', `${here.at}/people`, { code: joinCode, name: 'Ana' });
    expect(back.personId).toBe(ana.personId);
  }
  expect((await devices(phone)).isFirst).toBe(false);
  expect(await devices(ana)).toMatchObject({ isFirst: true, devices: [{ isHere: false }] });
  const waiting = await link(ana);
  await here.facilitator.must('DELETE', `${here.at}/people/${ana.personId}`);
  for (const device of [phone, ana]) expect(await device.refusal('GET', `${here.at}/me`)).toBe('403 removed');
  expect(await whyNot(new Browser(hall), waiting)).toBe('403 device-link-over');
});

test('WO58 Members and observers bring in so many devices and no more; facilitators, screens and a closed workshop none, and no code makes a facilitator', async () => {
  const make = (of: Browser): Promise<string> => of.refusal('POST', `${here.at}/me/device-link`, {});
  expect(await make(here.facilitator)).toBe('403 not-allowed');
  expect(await make(await come(here, 'Hall', { role: 'screen' }))).toBe('403 not-allowed');
  const observer = await come(here, 'Olga', { role: 'observer' });
  expect((await me(await another(observer))).role).toBe('observer');
  const ana = await come(here, 'Ana');
  for (let turn = 0; turn < limits.devicesPerPerson; turn++) await another(ana);
  expect(await make(ana)).toBe('403 devices-full');
  const phone = await another(await come(here, 'Ben'));
  const ben = await phone.must<PersonJoined>('POST', `${here.at}/people`, { key: here.facilitatorKey, name: 'Ben' });
  expect(ben.role).toBe('facilitator');
  await ana.must('POST', `${here.at}/people`, { key: here.facilitatorKey, name: 'Ana' });
  expect((await me(ana)).devices).toBe(1);
  const dan = await come(here, 'Dan');
  const key = await link(dan);
  const before = await another(await come(here, 'Eve'));
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'closed' });
  expect(await make(dan)).toBe('403 workshop-closed');
  expect(await whyNot(new Browser(hall), key)).toBe('403 workshop-closed');
  const [own] = (await devices(before)).devices;
  await before.must('DELETE', `${here.at}/me/devices/${own!.id}`);
});

test('WO59 A device that cannot be stored has not come in; asked again, it comes', async () => {
  const ana = await come(here, 'Ana');
  const [key, claim, phone] = [await link(ana), newSecret(), new Browser(hall)];
  hall.faults.log = true;
  expect((await enter(phone, key, claim)).status).toBe(503);
  hall.faults.log = false;
  expect((await me(ana)).devices).toBe(1);
  expect((await enter(phone, key, claim)).status).toBe(201);
});

test('WO60 No live view, journal line or file holds a code, and who has come in already uses none up', async () => {
  const ana = await come(here, 'Ana');
  const key = await link(ana);
  expect((await enter(ana, key)).status).toBe(200);
  const phone = new Browser(hall);
  expect((await enter(phone, key)).status).toBe(201);
  const { state } = await hall.workshop(here.workshopId);
  const seen = [JSON.stringify(await view()), ...hall.journalLines, JSON.stringify([...state.devices.values()])];
  expect(seen.join()).not.toContain(key);
  expect(JSON.stringify(await view())).not.toContain([...state.devices.keys()][0]);
});

test('VO106 One person has one ballot over all devices: in an open vote each is told it, and a later choice replaces it', async () => {
  const ana = await come(here, 'Ana');
  const phone = await another(ana);
  const ben = await come(here, 'Ben');
  const vote = await openVote(here, { secrecy: 'open' });
  const at = `${here.at}/votes/${vote}/ballots`;
  const own = (of: Browser): Promise<OwnBallot> => of.must<OwnBallot>('GET', `${at}/mine`);
  expect(await own(ana)).toEqual({ choice: null });
  await phone.must('POST', at, { position: 'stand-aside', reason: 'Too early.' });
  expect(await own(ana)).toEqual({ choice: { position: 'stand-aside', reason: 'Too early.' } });
  expect(await own(ben)).toEqual({ choice: null });
  await ana.must('POST', at, { position: 'agree' });
  expect((await own(phone)).choice?.position).toBe('agree');
  expect((await view()).votes[vote]).toMatchObject({ turnout: 1, rollSize: 2 });
  expect((await close(vote)).result?.tally).toMatchObject({ agree: 1, 'stand-aside': 0 });
});

test('VO107 In a secret vote one person has one paper over all devices, and no device is told a ballot', async () => {
  const ana = await come(here, 'Ana');
  const phone = await another(ana);
  const vote = await openVote(here);
  await voteSecretly(phone, here.at, vote, 'block', 'Not so.');
  const { covered } = coverNewPaper();
  expect(await ana.refusal('POST', `${here.at}/votes/${vote}/papers`, { covered })).toBe('409 paper-already-collected');
  for (const device of [ana, phone])
    expect(await device.must('GET', `${here.at}/votes/${vote}/ballots/mine`)).toEqual({ choice: null });
  expect((await close(vote)).turnout).toBe(1);
});
