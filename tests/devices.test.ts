import type { Me, PersonJoined } from '@board/shared/commands';
import type { DeviceLinkMade, Devices } from '@board/shared/commands-devices';
import { groupDocument, newSecret } from '@board/shared/ids';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Caller } from './support/caller.ts';
import { Desk, write } from './support/desk.ts';
import { RawSocket } from './support/raw-socket.ts';
import { until } from './support/until.ts';
import { Writer } from './support/writer.ts';

/** One person on two devices, on a real server. */
let desk: Desk;
let phone: Caller;
beforeEach(async () => {
  desk = await Desk.set();
  phone = new Caller(desk.ann.caller.address);
  const { key } = await desk.ann.caller.must<DeviceLinkMade>('POST', `${desk.at}/me/device-link`, {});
  const come = { key, claim: newSecret() };
  const joined = await phone.must<PersonJoined>('POST', `${desk.at}/devices`, come);
  expect(joined.personId).toBe(desk.ann.id);
});
afterEach(() => desk.clear());

const livePath = (): string => `/live/${desk.workshop.workshopId}`;

async function live(of: Caller): Promise<RawSocket> {
  const socket = new RawSocket(of, livePath());
  await until('the snapshot is here', () => socket.texts.length > 0);
  return socket;
}

test('WO57 a device that is ended is out at once, on every socket, with what it writes; the person’s other device goes on', async () => {
  const document = groupDocument(desk.group);
  const onLaptop = new Writer(desk.ann, document, 1);
  const onPhone = new Writer({ ...desk.ann, caller: phone }, document, 1);
  await Promise.all([onLaptop.synced(), onPhone.synced()]);
  onPhone.write('before', (doc) => write(doc, 'From the phone'));
  await onPhone.allStored();
  const sockets = { laptop: await live(desk.ann.caller), phone: await live(phone) };
  const { devices } = await desk.ann.caller.must<Devices>('GET', `${desk.at}/me/devices`);
  await desk.ann.caller.must('DELETE', `${desk.at}/me/devices/${devices[0]!.id}`);
  expect((await sockets.phone.whenClosed()).reason).toBe('device-ended');
  const again = new RawSocket(phone, livePath());
  expect((await again.whenClosed()).reason).toBe('device-ended');
  expect((await phone.call('GET', `${desk.at}/me`)).status).toBe(403);
  onLaptop.write('after', (doc) => write(doc, 'From the laptop'));
  await onLaptop.allStored();
  expect(sockets.laptop.closed).toBeNull();
  expect((await desk.ann.caller.must<Me>('GET', `${desk.at}/me`)).devices).toBe(1);
  for (const one of [onLaptop, onPhone, sockets.laptop]) one.close();
});

test('WO57 a facilitator who removes somebody closes the sockets of all their devices', async () => {
  const sockets = [await live(desk.ann.caller), await live(phone)];
  await desk.workshop.facilitator.must('DELETE', `${desk.at}/people/${desk.ann.id}`);
  for (const socket of sockets) expect((await socket.whenClosed()).reason).toBe('removed');
});
