import type { Me } from '@board/shared/commands';
import { type DocumentName, type GroupId, groupDocument } from '@board/shared/ids';
import { takeIn } from '@board/shared/model/catalogue';
import { addItem } from '@board/shared/model/charter';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { adoptCharter } from '../cases/adoption.ts';
import { addRows, isSame } from '../cases/scenery.ts';
import { newSeed, Random } from '../sim/random.ts';
import { createWorkshop, facilitatorOf, type Joined, join, type Workshop } from '../support/people.ts';
import { RawSocket } from '../support/raw-socket.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';
import { type FileReading, readWorkshopFile } from '../support/workshop-file.ts';
import { Writer } from '../support/writer.ts';
import { anyFrame, type Loot, marker } from './mutations.ts';

/** Seeds that once ended badly; they are played first, for ever. */
const badSeeds: string[] = [];
/** More by hand: `FUZZ_RUNS=100`. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 1);
const socketsPerAttack = 4;
const framesPerSocket = 4;

interface Hall {
  server: ServerProcess;
  workshop: Workshop;
  facilitator: Joined;
  people: Joined[];
  loot: Map<DocumentName, Loot>;
}

const at = ({ workshopId }: Workshop): string => `/api/workshops/${workshopId}`;

/** Fills one document in the name of somebody who may, and keeps what an attacker could have of it. */
async function fill(who: Joined, document: DocumentName, change: (doc: Y.Doc, part: number) => void): Promise<Loot> {
  const writer = await new Writer(who, document, 1).synced();
  const overheard: Uint8Array[] = [];
  writer.doc.on('update', (update: Uint8Array) => overheard.push(update));
  for (let part = 0; part < 6; part++) writer.write('part', (doc) => change(doc, part));
  await writer.allStored();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer.doc));
  writer.close();
  return { doc, overheard, clients: [...doc.store.clients.keys()] };
}

async function setHall(): Promise<Hall> {
  const server = await ServerProcess.start();
  const workshop = await createWorkshop(server.address, 'A workshop', ['Health', 'Land']);
  const facilitator = await facilitatorOf(workshop);
  const [own, other] = workshop.groups.map(({ id }) => id) as [GroupId, GroupId];
  const members = await Promise.all([own, other].map((groupId) => join(workshop, 'Member', { groupId })));
  const people = [facilitator, ...members, await join(workshop, 'Nowhere')];
  for (const role of ['observer', 'screen'] as const) people.push(await join(workshop, role, { role }));
  const recommendation = { states: [], position: 'pending', themes: [], source: '' } as const;
  const loot = new Map<DocumentName, Loot>([
    ['board', await fill(facilitator, 'board', (doc, part) => doc.getMap('details').set('place', `Place ${part}`))],
    [
      'catalogue',
      await fill(facilitator, 'catalogue', (doc, part) =>
        takeIn(doc, [
          { ...recommendation, states: [], themes: [], number: `1.${part}`, text: { en: `Words ${part}` } },
        ]),
      ),
    ],
    ['charter', await fill(facilitator, 'charter', (doc, part) => addItem(doc, `Item ${part}`))],
  ]);
  for (const [place, group] of [own, other].entries()) {
    const document = groupDocument(group);
    loot.set(document, await fill(members[place]!, document, (doc) => addRows(doc, 1)));
  }
  return { server, workshop, facilitator, people, loot };
}

/** The decisions on which rights depend, one after the other. */
const states: Record<string, (hall: Hall) => Promise<unknown>> = {
  'as it begins': async () => {},
  'with strategies that their groups keep closed': ({ workshop }) => changeGroups(workshop, { keptClosed: true }),
  'with closed strategies': ({ workshop }) => changeGroups(workshop, { open: false, keptClosed: false }),
  'with an adopted charter': async ({ workshop, facilitator, people }) => {
    // What an attack before has left of the charter may be nothing.
    await fill(facilitator, 'charter', (doc) => addItem(doc, 'One more item'));
    await adoptCharter(workshop, people.slice(1, 3));
  },
  'in a closed workshop': ({ workshop }) =>
    workshop.facilitator.must('PUT', `${at(workshop)}/stage`, { stage: 'closed' }),
};

async function changeGroups(workshop: Workshop, change: object): Promise<void> {
  for (const { id } of workshop.groups) {
    await workshop.facilitator.must('PATCH', `${at(workshop)}/groups/${id}`, change);
  }
}

/** One person throws frames at one document, on one socket after the other. */
async function attack(hall: Hall, who: Joined, document: DocumentName, random: Random): Promise<void> {
  for (let count = 0; count < socketsPerAttack; count++) {
    const socket = new RawSocket(who.caller, `/sync/${hall.workshop.workshopId}/${document}`);
    await until('it is seated or closed', () => socket.frames.length > 0 || socket.closed !== null);
    for (let frame = 0; frame < framesPerSocket; frame++) socket.sendBytes(anyFrame(random, hall.loot.get(document)!));
    socket.send({ type: 'state-vector', stateVector: Uint8Array.of(0) });
    const isAnswered = (): boolean => socket.frames.some(({ type }) => type === 'answer');
    await until('everything is looked at', () => isAnswered() || socket.closed !== null);
    socket.close();
  }
}

const read = ({ server, workshop }: Hall): Promise<FileReading> =>
  readWorkshopFile(server.dataFolder, workshop.workshopId);

/** Documents in which anything has changed, be it a word, a deletion or an entry of the log. */
function changes(before: FileReading, after: FileReading): DocumentName[] {
  return [...before.documents.keys()].filter(
    (name) =>
      !isSame(before.documents.get(name)!, after.documents.get(name)!) ||
      before.updates.get(name)!.length !== after.updates.get(name)!.length,
  );
}

/** Everybody attacks every document that they may not write in: nothing changes. */
async function attackForbidden(
  hall: Hall,
  random: Random,
): Promise<{ wrong: string[]; allowed: [Joined, DocumentName][] }> {
  const [allowed, attacks]: [[Joined, DocumentName][], Promise<void>[]] = [[], []];
  const before = await read(hall);
  for (const who of hall.people) {
    const { may } = await who.caller.must<Me>('GET', `${at(hall.workshop)}/me`);
    for (const document of hall.loot.keys()) {
      if (may.write.includes(document)) allowed.push([who, document]);
      else attacks.push(attack(hall, who, document, new Random(random.bits().toString(16))));
    }
  }
  expect(attacks.length).toBeGreaterThan(15);
  await Promise.all(attacks);
  const wrong = changes(before, await read(hall)).map((name) => `${name} was changed by somebody who may not`);
  return { wrong, allowed };
}

/** Somebody attacks a document of their own: no other one changes, and nobody else is said to have written. */
async function attackOwn(
  hall: Hall,
  random: Random,
  [who, document]: [Joined, DocumentName],
): Promise<{ wrong: string[]; hasChanged: boolean }> {
  const before = await read(hall);
  await attack(hall, who, document, random);
  const after = await read(hall);
  const changed = changes(before, after);
  const wrong = changed.filter((name) => name !== document).map((name) => `${name} was changed from ${document}`);
  const added = after.updates.get(document)!.slice(before.updates.get(document)!.length);
  const authors = new Set(added.map(({ author }) => author));
  if ([...authors].some((author) => author !== null && author !== who.id))
    wrong.push('somebody else is said to have written');
  return { wrong, hasChanged: changed.includes(document) };
}

const seeds = [...badSeeds, ...Array.from({ length: runs }, newSeed)];

test.each(seeds)(
  'DO65 whatever bytes a person sends, nothing that this person may not change changes: seed %s',
  async (seed) => {
    const random = new Random(seed);
    const hall = await setHall();
    let changed = 0;
    try {
      for (const [state, decide] of Object.entries(states)) {
        await decide(hall);
        const { wrong, allowed } = await attackForbidden(hall, random);
        for (let count = 0; count < 2 && allowed.length > 0; count++) {
          const own = await attackOwn(hall, random, random.pick(allowed));
          wrong.push(...own.wrong);
          if (own.hasChanged) changed += 1;
        }
        expect(wrong, `seed ${seed}, ${state}`).toEqual([]);
      }
      expect(changed, `seed ${seed}: frames that could change something do`).toBeGreaterThan(0);
      expect(hall.server.output).not.toContain(marker);
      expect(hall.server.pid).not.toBeNull();
    } finally {
      await hall.server.remove();
    }
  },
);
