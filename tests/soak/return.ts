import { setTimeout as pause } from 'node:timers/promises';
import { type DocumentName, groupDocument } from '@board/shared/ids';
import { typeWord, wordsIn } from '../crash/scene.ts';
import { root } from '../scripts/run.ts';
import { createWorkshop, type Joined, join, type Workshop } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';
import { readWorkshopFile } from '../support/workshop-file.ts';
import { Writer } from '../support/writer.ts';

const people = 80;
const perGroup = 10;
const wordsOffline = 5;

export interface Returned {
  /** Milliseconds from the moment when the server was there again until everybody had everything. */
  took: number;
  lost: string[];
  /** The longest time, in seconds, in which the server did nothing else. */
  blocked: number;
  /** Bytes of the server's heap after everybody had left, once and once more after another return of all. */
  heap: [number, number];
}

/** Eighty people with documents open and words typed offline come back in the same second after a restart. */
export async function everybodyReturns(): Promise<Returned> {
  const collect = `${root}tests/bench/machine/collect-on-signal.ts`;
  const server = await ServerProcess.start({ NODE_OPTIONS: `--expose-gc --import=${collect}` });
  let tabs: Writer[] = [];
  try {
    const groups = Array.from({ length: people / perGroup }, (_, place) => `Group ${place}`);
    const workshop = await createWorkshop(server.address, 'A workshop', groups);
    const seats = await takeSeats(workshop);
    tabs = await openAll(seats);
    for (const [place, tab] of tabs.entries()) typeWord(tab, `online.${place}`);
    await Promise.all(tabs.map((tab) => tab.allStored()));
    const { took, lost } = await restart(server, workshop, tabs);
    const blocked = await server.number('nodejs_eventloop_lag_max_seconds');
    const first = await heapWhenEmpty(server, tabs);
    tabs = await openAll(seats);
    const heap: [number, number] = [first, await heapWhenEmpty(server, tabs)];
    return { took, lost, blocked, heap };
  } finally {
    for (const tab of tabs) tab.close();
    await server.remove();
  }
}

type Seat = { who: Joined; document: DocumentName };

async function takeSeats({ groups, ...workshop }: Workshop): Promise<Seat[]> {
  const seats: Seat[] = [];
  for (let place = 0; place < people; place++) {
    const groupId = groups[Math.floor(place / perGroup)]!.id;
    const who = await join({ groups, ...workshop }, `Person ${place}`, { groupId });
    seats.push({ who, document: groupDocument(groupId) });
  }
  return seats;
}

const openAll = (seats: readonly Seat[]): Promise<Writer[]> =>
  Promise.all(seats.map(({ who, document }) => new Writer(who, document, 1).synced()));

async function restart(
  server: ServerProcess,
  workshop: Workshop,
  tabs: readonly Writer[],
): Promise<{ took: number; lost: string[] }> {
  await server.stop();
  await until('all have noticed', () => tabs.every(({ provider }) => !provider.wsconnected));
  const expected = new Map<DocumentName, string[]>();
  for (const [place, tab] of tabs.entries()) {
    const words = Array.from({ length: wordsOffline }, (_, count) => `offline.${place}.${count}`);
    for (const word of words) typeWord(tab, word);
    expected.set(tab.document, [...(expected.get(tab.document) ?? []), `online.${place}`, ...words]);
  }
  await server.start();
  const began = performance.now();
  const hasAll = (tab: Writer): boolean => {
    const words = wordsIn(tab);
    return expected.get(tab.document)!.every((word) => words.has(word));
  };
  await until('everybody has everything', () => tabs.every(hasAll));
  const took = Math.round(performance.now() - began);
  const { documents } = await readWorkshopFile(server.dataFolder, workshop.workshopId);
  const lost = [...expected].flatMap(([name, words]) => {
    const kept = wordsIn({ doc: documents.get(name)! });
    return words.filter((word) => !kept.has(word));
  });
  return { took, lost };
}

/** The server's heap, with everything collected, after all have left and all rooms were put away. */
async function heapWhenEmpty(server: ServerProcess, tabs: readonly Writer[]): Promise<number> {
  for (const tab of tabs) tab.close();
  await until('all are gone', async () => (await server.number('board_sockets')) === 0, 40_000);
  await until('all rooms are put away', async () => (await server.number('board_rooms')) === 0, 40_000);
  for (let time = 0; time < 3; time++) {
    process.kill(server.pid!, 'SIGUSR2');
    await pause(200);
  }
  return server.number('nodejs_heap_size_used_bytes');
}
