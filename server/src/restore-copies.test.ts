import type { Me } from '@board/shared/commands';
import type { CopyLink, CopyLinks } from '@board/shared/commands-charter';
import type { DeviceLinkMade, Devices } from '@board/shared/commands-devices';
import { newSecret } from '@board/shared/ids';
import { addItem } from '@board/shared/model/charter';
import { expect, test } from 'vitest';
import { Browser, come, edit, gather, openVote, voteSecretly } from './hall.fixture.ts';
import { again, backedUp, eachInItsHall, hall, restored } from './restore.fixture.ts';

eachInItsHall();

test('CH43 a link that was revoked after a backup stays revoked when the backup is restored, and the others open', async () => {
  const here = await gather(hall);
  await edit(here, 'charter', (doc) => void addItem(doc, 'We meet again in May.'));
  const ana = await come(here, 'Ana');
  const vote = await openVote(here);
  await voteSecretly(ana, here.at, vote, 'agree');
  await here.facilitator.must('POST', `${here.at}/votes/${vote}/close`, {});
  const make = () => here.facilitator.must<CopyLink>('POST', `${here.at}/charter/copies`, { label: '' });
  const [one, other] = [await make(), await make()];
  const backup = await backedUp();
  await here.facilitator.must('DELETE', `${here.at}/charter/copies/${one.id}`);
  await restored(backup);
  const { copies } = await again(here.facilitator).must<CopyLinks>('GET', `${here.at}/charter/copies`);
  expect(copies).toEqual([other]);
  const open = (key: string) => new Browser(hall).call('POST', `${here.at}/charter/copy`, { key });
  expect((await open(one.key)).status).toBe(404);
  expect((await open(other.key)).status).toBe(200);
});

test('WO62 a device that was ended after a backup stays out when the backup is restored, and the person’s others come in', async () => {
  const here = await gather(hall);
  const ana = await come(here, 'Ana');
  const [phone, tablet] = [new Browser(hall), new Browser(hall)];
  for (const device of [phone, tablet]) {
    const { key } = await ana.must<DeviceLinkMade>('POST', `${here.at}/me/device-link`, {});
    await device.must('POST', `${here.at}/devices`, { key, claim: newSecret() });
  }
  const backup = await backedUp();
  const { devices } = await ana.must<Devices>('GET', `${here.at}/me/devices`);
  await ana.must('DELETE', `${here.at}/me/devices/${devices[0]!.id}`);
  await restored(backup);
  expect(await again(phone).refusal('GET', `${here.at}/me`)).toBe('403 device-ended');
  for (const device of [ana, tablet])
    expect(await again(device).must<Me>('GET', `${here.at}/me`)).toMatchObject({ name: 'Ana', devices: 2 });
});
