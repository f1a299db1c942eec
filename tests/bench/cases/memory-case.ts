import { Random } from '../../sim/random.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Person } from '../load/person.ts';
import { writeBase, writeWriter } from '../load/script.ts';
import { allHold, seatAll, writeBaseFrom } from '../load/stage.ts';
import { Server } from '../machine/server.ts';
import type { MemoryResult } from '../report/results.ts';

const peoplePerRoom = 20;
const rows = 6;
/** Rooms that are there before anything is counted, so that what a server needs anyway is not. */
const roomsBefore = 10;
const roomsAdded = 100;

/** What an idle connection costs: the memory of a server with 200 people who do nothing, and with 2,000 more of them. */
export async function runMemory(kind: Kind): Promise<MemoryResult> {
  const server = await Server.start(kind);
  try {
    const people = await fill(server, roomsBefore);
    const before = await server.settledMemory();
    people.push(...(await fill(server, roomsAdded)));
    const after = await server.settledMemory();
    allHold(people, () => true);
    for (const person of people) person.leave();
    const connections = roomsAdded * peoplePerRoom;
    return { server: kind.id, connections, before, bytesPerConnection: (after - before) / connections };
  } finally {
    await server.remove();
  }
}

/** Rooms of 20 people each of whom has the room's strategy of six rows and has said who it is, as every page does. */
async function fill(server: Server, rooms: number): Promise<Person[]> {
  const { kind } = server;
  const random = new Random('6');
  const base = writeBase(rows, random);
  const all: Person[] = [];
  for (const seats of await kind.open(server.port, rooms, peoplePerRoom)) {
    const people = await seatAll(kind, seats, () => {});
    if (kind.hasDocument) writeBaseFrom(people[0]!, seats[0]!, kind, base);
    for (const [place, person] of people.entries()) {
      const amount = { edits: 0, awareness: 1 };
      const { awareness } = writeWriter(base, place % rows, seats[place]!.room, kind.dialect, amount, random);
      person.connection.write(awareness[0]!);
    }
    all.push(...people);
  }
  return all;
}
