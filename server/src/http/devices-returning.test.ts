import type { PersonJoined } from '@board/shared/commands';
import type { DeviceLinkMade, Devices } from '@board/shared/commands-devices';
import { newSecret } from '@board/shared/ids';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here } from '../gathering.fixture.ts';
import { Browser, come } from '../hall.fixture.ts';
import { twoItems } from './votes.fixture.ts';

eachInItsWorkshop(twoItems);

const meAt = () => `${here.at}/me`;
const devices = (of: Browser): Promise<Devices> => of.must<Devices>('GET', `${here.at}/me/devices`);
const makesKey = (of: Browser): Promise<string> => of.refusal('POST', `${here.at}/me/device-link`, {});

async function another(of: Browser): Promise<Browser> {
  const device = new Browser(hall);
  const { key } = await of.must<DeviceLinkMade>('POST', `${here.at}/me/device-link`, {});
  await device.must('POST', `${here.at}/devices`, { key, claim: newSecret() });
  return device;
}

/** The same device as it was, such as when it has not heard an answer. */
function copyOf(device: Browser): Browser {
  const copy = new Browser(hall);
  for (const [name, value] of device.jar) copy.jar.set(name, value);
  return copy;
}

async function endAll(of: Browser): Promise<void> {
  for (const { id } of (await devices(of)).devices) await of.must('DELETE', `${here.at}/me/devices/${id}`);
}

async function renewed(): Promise<object> {
  const { joinCode } = await here.facilitator.must<{ joinCode: string }>('POST', `${here.at}/join-code`, {
    endSessions: true,
  });
  return { code: joinCode, name: 'Ben' };
}

test('WO63 A device that was brought in stays one whichever of its cookies it comes back with, and its owner ends all of them', async () => {
  const ben = await come(here, 'Ben');
  const phone = await another(ben);
  const back = await renewed();
  for (const device of [ben, copyOf(phone), phone]) {
    const { personId } = await device.must<PersonJoined>('POST', `${here.at}/people`, back);
    expect(personId).toBe(ben.personId);
  }
  expect((await devices(phone)).isFirst).toBe(false);
  expect(await makesKey(phone)).toBe('403 first-device-only');
  expect((await devices(ben)).devices).toHaveLength(1);
  await endAll(ben);
  expect(await phone.refusal('GET', meAt())).toBe('403 device-ended');
  await hall.restart();
  expect(await phone.refusal('GET', meAt())).toBe('403 device-ended');
  expect((await devices(ben)).isFirst).toBe(true);
});

test('WO63 A cookie that an ended device had before the link was renewed does not bring it back', async () => {
  const ben = await come(here, 'Ben');
  const phone = await another(ben);
  const former = copyOf(phone);
  const back = await renewed();
  for (const device of [ben, phone]) await device.must('POST', `${here.at}/people`, back);
  await endAll(ben);
  expect(await former.refusal('GET', meAt())).toBe('403 device-ended');
  const stranger = await former.must<PersonJoined>('POST', `${here.at}/people`, back);
  expect(stranger.personId).not.toBe(ben.personId);
});

test('WO63 A device that was brought in and takes the secret link is ended with the cookie that it had before', async () => {
  const dan = await come(here, 'Dan');
  const phone = await another(dan);
  const former = copyOf(phone);
  await phone.must('POST', `${here.at}/people`, { key: here.facilitatorKey, name: 'Dan' });
  expect((await devices(former)).isFirst).toBe(false);
  await endAll(dan);
  for (const device of [former, phone]) expect(await device.refusal('GET', meAt())).toBe('403 device-ended');
  expect((await dan.must<{ devices: number }>('GET', meAt())).devices).toBe(1);
});

test('WO65 A key that waits for a device opens nothing any more when the join link is renewed', async () => {
  const ben = await come(here, 'Ben');
  const { key } = await ben.must<DeviceLinkMade>('POST', `${here.at}/me/device-link`, {});
  await here.facilitator.must('POST', `${here.at}/join-code`, {});
  expect((await devices(ben)).isAwaited).toBe(false);
  expect(await new Browser(hall).refusal('POST', `${here.at}/devices`, { key, claim: newSecret() })).toBe(
    '403 device-link-over',
  );
});

test('WO66 Whatever one person tries with keys that open nothing, a key that does brings in a device from the same network', async () => {
  const ben = await come(here, 'Ben');
  const wrong = { key: newSecret(), claim: newSecret() };
  const tried = (): Promise<string> => new Browser(hall).refusal('POST', `${here.at}/devices`, wrong);
  let answer = await tried();
  for (let turn = 0; turn < 200 && answer === '403 device-link-over'; turn++) answer = await tried();
  expect(answer).toBe('429 too-many-requests');
  const phone = await another(ben);
  expect((await devices(phone)).isFirst).toBe(false);
});
