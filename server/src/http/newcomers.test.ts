import type { JoinCodeRenewed, PersonJoined } from '@board/shared/commands';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here } from '../gathering.fixture.ts';
import { Browser, come } from '../hall.fixture.ts';
import { ManualClock } from '../room/room.fixture.ts';
import type { Workshop } from '../workshop/workshop.ts';
import { Newcomers } from './newcomers.ts';

eachInItsWorkshop();

/** So many new browsers join with the code, a hundred at a time; how often which answer came. */
async function crowd(count: number, code: string): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  for (let sent = 0; sent < count; sent += 100) {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, place) =>
        new Browser(hall).call('POST', `${here.at}/people`, { code, name: `Person ${sent + place}` }),
      ),
    );
    for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  return statuses;
}

test('DO74 One network brings only so many new people in with one code; who is known or has the key comes in all the same, and with a new code it counts anew', async () => {
  const ana = await come(here, 'Ana');
  const statuses = await crowd(limits.newcomersPerNetwork + 100, here.joinCode);
  expect(statuses.get(201)).toBe(limits.newcomersPerNetwork - 1);
  expect(statuses.get(429)).toBe(101);
  const url = `${here.at}/people`;
  expect(await new Browser(hall).refusal('POST', url, { code: here.joinCode, name: 'Ben' })).toBe(
    '429 too-many-requests',
  );
  expect((await ana.call('POST', url, { code: here.joinCode, name: 'Ana Maria' })).status).toBe(200);
  const helper = await new Browser(hall).call('POST', url, { key: here.facilitatorKey, name: 'Eva' });
  expect(helper.status).toBe(201);

  const renewed = await here.facilitator.must<JoinCodeRenewed>('POST', `${here.at}/join-code`, { endSessions: true });
  const back = await ana.must<PersonJoined>('POST', url, { code: renewed.joinCode, name: 'Ana' });
  expect(back.personId).toBe(ana.personId);
  expect((await new Browser(hall).call('POST', url, { code: renewed.joinCode, name: 'Ben' })).status).toBe(201);
});

test('DO74 After that one more comes in every ten seconds; another network and another workshop are not concerned', async () => {
  const clock = new ManualClock();
  const newcomers = new Newcomers(clock);
  const workshop = (id: string): Workshop => ({ id, state: { joinCode: 'AAAAAA' } }) as unknown as Workshop;
  const admitted = (address: string, id = 'here'): boolean => {
    try {
      newcomers.admit(address, workshop(id));
      return true;
    } catch {
      return false;
    }
  };
  for (let count = 0; count < limits.newcomersPerNetwork; count++) expect(admitted('10.0.0.1')).toBe(true);
  expect(admitted('10.0.0.1')).toBe(false);
  expect([admitted('10.0.0.2'), admitted('10.0.0.1', 'elsewhere')]).toEqual([true, true]);
  await clock.pass(60_000);
  expect(Array.from({ length: 7 }, () => admitted('10.0.0.1'))).toEqual([...Array(6).fill(true), false]);
});
