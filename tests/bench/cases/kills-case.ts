import { setTimeout as pause } from 'node:timers/promises';
import { newSeed, Random } from '../../sim/random.ts';
import { until } from '../../support/until.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Person, Seat } from '../load/person.ts';
import { type Base, type WriterScript, writeBase, writeWriter } from '../load/script.ts';
import { seatAll, writeBaseFrom } from '../load/stage.ts';
import { Server } from '../machine/server.ts';
import type { KillsResult } from '../report/results.ts';
import { editsOf } from './durability-case.ts';

const rooms = 2;
const writersPerRoom = 3;
/** Milliseconds between edits of one writer, at most. */
const slowest = 12;
/** Milliseconds of writing before a kill, at most. */
const longest = 250;
/** A start that takes longer than this was let through, in milliseconds. */
const startLength = 300;

/** One room over all kills. */
interface Table {
  seats: readonly Seat[];
  base: Base;
  /** Edits that were acknowledged, by the Yjs client id that wrote them. */
  acknowledged: Map<number, number>;
}

/** Kills one server again and again while people write, on the same data, and looks each time for everything it ever acknowledged. */
export async function runKills(kind: Kind, kills: number): Promise<KillsResult> {
  const seed = newSeed();
  const random = new Random(seed);
  const started = performance.now();
  const server = await Server.start(kind);
  try {
    const tables = await setTables(server, random);
    let lost = 0;
    for (let kill = 0; kill < kills; kill++) {
      await Promise.all([writeUntilKilled(tables, server, random), killSoon(server, random)]);
      if (random.chance(0.1)) await killWhileStarting(server, random);
      await server.start();
      for (const table of tables) lost += await missingAt(kind, table);
      if (kill % 50 === 49) console.error(`${kill + 1} kills, ${lost} acknowledged edits lost`);
    }
    const acknowledged = tables.reduce((sum, table) => sum + total(table.acknowledged), 0);
    return { server: kind.id, kills, acknowledged, lost, seed, seconds: (performance.now() - started) / 1000 };
  } finally {
    await server.remove();
  }
}

async function setTables(server: Server, random: Random): Promise<Table[]> {
  const { kind, port } = server;
  const tables: Table[] = [];
  for (const seats of await kind.open(port, rooms, writersPerRoom + 1)) {
    const base = writeBase(writersPerRoom, random);
    const [writer] = await seatAll(kind, seats.slice(0, 1), () => {});
    writeBaseFrom(writer!, seats[0]!, kind, base);
    await until('the strategy is stored', () => writer!.acknowledged === 1);
    writer!.leave();
    tables.push({ seats, base, acknowledged: new Map() });
  }
  return tables;
}

async function writeUntilKilled(tables: readonly Table[], server: Server, random: Random): Promise<void> {
  await Promise.all(
    tables.map(async (table) => {
      const people = await seatAll(server.kind, table.seats.slice(0, writersPerRoom), () => {}).catch(() => []);
      await Promise.all(
        people.map((person, place) => writeOn(person, script(server, table, place, random), table, random)),
      );
    }),
  );
}

function script({ kind }: Server, { base, seats }: Table, place: number, random: Random): WriterScript {
  return writeWriter(base, place, seats[place]!.room, kind.dialect, { edits: longest, awareness: 0 }, random);
}

/** Writes until the connection is lost, and notes what was acknowledged until then. */
async function writeOn(person: Person, { clientId, edits }: WriterScript, table: Table, random: Random): Promise<void> {
  for (const frame of edits) {
    if (person.connection.closed !== null) break;
    person.connection.write(frame);
    await pause(random.between(1, slowest));
  }
  await until('the server is killed', () => person.connection.closed !== null);
  person.leave();
  if (person.acknowledged > 0) table.acknowledged.set(clientId, person.acknowledged);
}

/** The clock starts before people are seated: some kills meet a server that is opening the room. */
async function killSoon(server: Server, random: Random): Promise<void> {
  await pause(random.between(0, longest));
  await server.kill();
}

async function killWhileStarting(server: Server, random: Random): Promise<void> {
  const starting = server.start().catch(() => {});
  await pause(random.between(0, startLength));
  await server.kill();
  await starting;
}

/** Acknowledged edits that a newcomer is not given. */
async function missingAt(kind: Kind, { seats, acknowledged }: Table): Promise<number> {
  const present = await editsOf(kind, seats[writersPerRoom]!, 0);
  let missing = 0;
  for (const [client, count] of acknowledged) missing += Math.max(0, count - (present.get(client) ?? 0));
  return missing;
}

function total(counts: ReadonlyMap<number, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
