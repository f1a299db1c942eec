import { rm } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { groupDocument } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkshop, type Joined, join, type Workshop } from '../support/people.ts';
import { RawSocket } from '../support/raw-socket.ts';
import { until } from '../support/until.ts';
import { Writer } from '../support/writer.ts';
import { Scenery } from './scenery.ts';

let scenery: Scenery;
let workshop: Workshop;
beforeAll(async () => {
  scenery = await Scenery.set();
  workshop = await createWorkshop(scenery.server.address, 'A workshop', ['Health']);
});
afterAll(() => scenery?.clear());

const member = (name: string): Promise<Joined> => join(workshop, name, { groupId: workshop.groups[0]!.id });
const document = () => groupDocument(workshop.groups[0]!.id);
const at = (): string => `/api/workshops/${workshop.workshopId}`;

/** Opens the document with an unmodified client: why it was refused, and how often it tried. */
async function refusal(who: Joined): Promise<{ reasons: string[]; isTrying: boolean }> {
  const before = scenery.network.accepted;
  const tab = scenery.open(who, document());
  const reasons: string[] = [];
  tab.provider.on('connection-close', (event) => void (event && reasons.push(event.reason)));
  await until('it is refused', () => reasons.length > 0);
  await pause(1_000);
  expect(scenery.network.accepted - before).toBeLessThanOrEqual(3);
  return { reasons, isTrying: tab.provider.shouldConnect };
}

test('CA4 (O04) who was removed, holds too many windows, comes with a revoked link or to a deleted workshop is told so once, and does not try again', async () => {
  const [removed, greedy, lapsed] = await Promise.all(['R', 'G', 'L'].map(member));
  await workshop.facilitator.must('DELETE', `${at()}/people/${removed!.id}`);
  expect(await refusal(removed!)).toEqual({ reasons: ['removed'], isTrying: false });

  const held = Array.from(
    { length: limits.socketsPerPerson },
    () => new RawSocket(greedy!.caller, `/live/${workshop.workshopId}`),
  );
  await until('all windows are open', () => held.every(({ texts }) => texts.length > 0));
  expect(await refusal(greedy!)).toEqual({ reasons: ['too-many-windows'], isTrying: false });
  for (const socket of held) socket.close();

  await workshop.facilitator.must('POST', `${at()}/join-code`, { endSessions: true });
  expect(await refusal(lapsed!)).toEqual({ reasons: ['link-revoked'], isTrying: false });
  const stranger = { ...lapsed!, caller: (await createWorkshop(scenery.server.address, 'Other', ['A'])).facilitator };
  expect(await refusal(stranger)).toEqual({ reasons: ['not-joined'], isTrying: false });

  await scenery.server.stop();
  await rm(joinPath(scenery.server.dataFolder, 'workshops', `${workshop.workshopId}.sqlite`));
  await scenery.server.start();
  expect(await refusal(lapsed!)).toEqual({ reasons: ['unknown-workshop'], isTrying: false });
});

test('CA4 (O04) a network that is away is tried again, with growing pauses, until it is back', async () => {
  const workshopHere = await createWorkshop(scenery.server.address, 'Another workshop', ['Health']);
  const groupId = workshopHere.groups[0]!.id;
  const tab = scenery.open(await join(workshopHere, 'A', { groupId }), groupDocument(groupId));
  expect(tab).toBeInstanceOf(Writer);
  await tab.synced();
  const attempts: number[] = [];
  tab.provider.on('connection-error', () => attempts.push(performance.now()));
  scenery.network.isAway = true;
  scenery.network.cut();
  await until('it tried several times', () => attempts.length >= 4);
  expect(tab.provider.shouldConnect).toBe(true);
  scenery.network.isAway = false;
  await until('it is back', () => tab.provider.synced);
});
