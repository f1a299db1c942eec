import { setTimeout as pause } from 'node:timers/promises';
import { type DocumentName, groupDocument } from '@board/shared/ids';
import { addItem } from '@board/shared/model/charter';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Decision } from '../../server/src/workshop/decisions.ts';
import { createWorkshop, facilitatorOf, type Joined, join, type Workshop } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';
import { decided, readWorkshopFile, writtenBy } from '../support/workshop-file.ts';
import { Writer } from '../support/writer.ts';
import { adoptCharter } from './adoption.ts';
import { Flood } from './flood.ts';

/** Milliseconds after a decision from which on nothing may be taken. */
const grace = 1_000;

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.start();
});
afterAll(() => server?.remove());

/** A way in which the facilitator takes a right away from somebody who is writing. */
interface Taking {
  decision: Decision['type'];
  /** What the person is told at the next attempt. */
  why: string;
  document(workshop: Workshop): DocumentName;
  take(workshop: Workshop, from: Joined): Promise<unknown>;
}

const at = ({ workshopId }: Workshop): string => `/api/workshops/${workshopId}`;
const ownGroup = ({ groups }: Workshop): DocumentName => groupDocument(groups[0]!.id);
const change = (body: unknown) => (workshop: Workshop, from: Joined) =>
  workshop.facilitator.must('PATCH', `${at(workshop)}/people/${from.id}`, body);

const takings: Record<string, Taking> = {
  'made an observer': {
    ...{ decision: 'role-changed', why: 'observer-only-reads', document: ownGroup },
    take: change({ role: 'observer' }),
  },
  removed: {
    ...{ decision: 'person-removed', why: 'removed', document: ownGroup },
    take: (workshop, from) => workshop.facilitator.must('DELETE', `${at(workshop)}/people/${from.id}`),
  },
  'sent away with the link': {
    ...{ decision: 'join-code-renewed', why: 'link-revoked', document: ownGroup },
    take: (workshop) => workshop.facilitator.must('POST', `${at(workshop)}/join-code`, { endSessions: true }),
  },
  'moved to another group': {
    ...{ decision: 'person-changed', why: 'not-your-group', document: ownGroup },
    take: (workshop, from) => change({ groupId: workshop.groups[1]!.id })(workshop, from),
  },
  'in a strategy that is closed': {
    ...{ decision: 'group-changed', why: 'strategy-closed', document: ownGroup },
    take: (workshop) =>
      workshop.facilitator.must('PATCH', `${at(workshop)}/groups/${workshop.groups[0]!.id}`, { open: false }),
  },
  'in a workshop that is closed': {
    ...{ decision: 'stage-set', why: 'workshop-closed', document: ownGroup },
    take: (workshop) => workshop.facilitator.must('PUT', `${at(workshop)}/stage`, { stage: 'closed' }),
  },
};

/** Commands of a member, by which words or decisions could still get in. */
async function acceptedCommands(workshop: Workshop, who: Joined): Promise<string[]> {
  const tries: [string, string, unknown][] = [
    ['PATCH', `${at(workshop)}/groups/${workshop.groups[0]!.id}`, { keptClosed: true }],
    ['PUT', `${at(workshop)}/stage`, { stage: 'plenary' }],
    ['POST', `${at(workshop)}/charter/adopt`, {}],
  ];
  const accepted: string[] = [];
  for (const [method, path, body] of tries) {
    const { status } = await who.caller.call(method, path, body);
    if (status < 400) accepted.push(`${method} ${path}`);
  }
  return accepted;
}

/** Takes a right away from somebody who writes without pause, and looks at what got in. */
async function expectNothingAfter(workshop: Workshop, writer: Joined, taking: Taking): Promise<void> {
  const document = taking.document(workshop);
  const flood = new Flood(writer, document);
  await until('a good deal is stored', () => flood.stored > 30);
  await taking.take(workshop, writer);
  const answered = performance.now();
  await pause(2 * grace);
  await flood.end();
  expect(flood.lastStored - answered).toBeLessThan(grace);
  expect(flood.told).toContain(taking.why);
  const file = await readWorkshopFile(server.dataFolder, workshop.workshopId);
  const decision = decided(file, taking.decision);
  const written = writtenBy(file, writer.id, document);
  expect(written.length).toBeGreaterThan(30);
  expect(written.filter(({ seq }) => seq > decision.seq)).toEqual([]);
}

for (const [what, taking] of Object.entries(takings)) {
  test.concurrent(`CA5 (O05) nothing is taken from somebody who is ${what}, by any route`, async ({ expect }) => {
    const workshop = await createWorkshop(server.address, 'A workshop', ['Health', 'Land']);
    const writer = await join(workshop, 'B', { groupId: workshop.groups[0]!.id });
    await expectNothingAfter(workshop, writer, taking);
    if (taking.why !== 'not-your-group' && taking.why !== 'strategy-closed')
      expect(await acceptedCommands(workshop, writer)).toEqual([]);
  });
}

test.concurrent('CA5 (O05) nothing gets into a charter from the moment of its adoption on, from a facilitator either', async () => {
  const workshop = await createWorkshop(server.address, 'A workshop', ['Health', 'Land']);
  const voters = [await join(workshop, 'A', { groupId: workshop.groups[0]!.id })];
  const facilitator = await facilitatorOf(workshop);
  const charter = await new Writer(facilitator, 'charter', 1).synced();
  charter.write('item', (doc) => addItem(doc, 'Words to be adopted'));
  await charter.allStored();
  charter.close();
  await expectNothingAfter(workshop, facilitator, {
    ...{ decision: 'charter-adopted', why: 'charter-adopted', document: () => 'charter' },
    take: () => adoptCharter(workshop, voters),
  });
});
