import { setTimeout as pause } from 'node:timers/promises';
import { Random } from '../../sim/random.ts';
import { until } from '../../support/until.ts';
import type { Kind } from '../kinds/kind.ts';
import { Ledger, type Window } from '../load/ledger.ts';
import type { Load } from '../load/loads.ts';
import { Person, type Seat } from '../load/person.ts';
import { plan, pump } from '../load/pump.ts';
import { RangeReader } from '../load/ranges.ts';
import { type RoomScript, writeScript } from '../load/script.ts';
import { clientFrame } from '../load/wire.ts';
import { ProcessorTime } from '../machine/processor-time.ts';
import { Server } from '../machine/server.ts';

/** What one server did under one load. */
export interface LoadResult {
  server: string;
  load: string;
  /** Seconds that were measured. */
  seconds: number;
  /** Edits that arrived at other people's sockets within them, once per receiver. */
  delivered: number;
  /** Microseconds of the server's processor per delivered edit. */
  cpuPerEdit: number;
  /** Milliseconds from handing an edit to the socket to its arrival. */
  p50: number;
  p99: number;
  /** Share of its core that the server used. */
  serverBusy: number;
  /** Share of its core that the load generator used. */
  generatorBusy: number;
  /** WebSocket messages that the server sent per second. */
  messagesPerSecond: number;
}

export interface Timing {
  warmUpSeconds: number;
  measureSeconds: number;
}

/** One room while it is played. */
interface Stage {
  script: RoomScript;
  ledger: Ledger;
  people: Person[];
}

/** The same seed for all servers: all get the same play. */
const seed = '5eed';
/** People who connect at the same time. */
const atOnce = 50;
/** How long a server that is behind gets to deliver the rest. */
const drainMs = 60_000;

/** Starts a server, plays a load on it and measures. Throws when anything that was written did not arrive everywhere. */
export async function runLoad(kind: Kind, load: Load, timing: Timing): Promise<LoadResult> {
  const server = await Server.start(kind);
  try {
    return await playOn(server, load, timing);
  } finally {
    await server.remove();
  }
}

async function playOn(server: Server, load: Load, timing: Timing): Promise<LoadResult> {
  const random = new Random(seed);
  const window: Window = { from: 0, to: 0 };
  const latencies: number[] = [];
  const seats = await server.kind.open(server.port, load.rooms, load.people);
  const stages: Stage[] = [];
  const seconds = timing.warmUpSeconds + timing.measureSeconds;
  for (const room of seats) {
    const script = writeScript(load, room[0]!.room, server.kind.dialect, seconds, random);
    stages.push(await setStage(server.kind, room, script, new Ledger(script, room.length, window, latencies)));
  }
  const people = stages.flatMap((stage) => stage.people);
  const processor = new ProcessorTime(server.pid);
  const look = () => ({
    at: performance.now(),
    cpu: processor.read(),
    own: process.cpuUsage(),
    delivered: stages.reduce((sum, { ledger }) => sum + ledger.delivered, 0),
    messages: people.reduce((sum, { connection }) => sum + connection.messages, 0),
  });
  const played = pump(plan(load, stages, random));
  await pause(timing.warmUpSeconds * 1000);
  const before = look();
  window.from = before.at;
  window.to = before.at + timing.measureSeconds * 1000;
  await pause(timing.measureSeconds * 1000);
  const after = look();
  await played;
  processor.stop();
  await verify(stages);
  for (const person of people) person.leave();

  const delivered = after.delivered - before.delivered;
  const elapsed = after.at - before.at;
  const own = after.own.user + after.own.system - before.own.user - before.own.system;
  latencies.sort((one, other) => one - other);
  return {
    server: server.kind.id,
    load: load.name,
    seconds: elapsed / 1000,
    delivered,
    cpuPerEdit: (after.cpu - before.cpu) / 1000 / delivered,
    p50: latencies[Math.floor(latencies.length * 0.5)] ?? Number.NaN,
    p99: latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN,
    serverBusy: (after.cpu - before.cpu) / 1e6 / elapsed,
    generatorBusy: own / 1000 / elapsed,
    messagesPerSecond: ((after.messages - before.messages) / elapsed) * 1000,
  };
}

/** Seats everybody in a room and lets the first write the strategy that all edits build on. */
async function setStage(kind: Kind, seats: readonly Seat[], script: RoomScript, ledger: Ledger): Promise<Stage> {
  const reader = new RangeReader();
  const people: Person[] = [];
  const sit = (seat: Seat, place: number): Promise<Person> =>
    Person.sit(seat, kind.dialect, kind.hasDocument, (update) => {
      ledger.arrived(place, reader.read(update), performance.now());
    });
  for (let place = 0; place < seats.length; place += atOnce) {
    const some = seats.slice(place, place + atOnce);
    people.push(...(await Promise.all(some.map((seat, index) => sit(seat, place + index)))));
    await until('everybody has the document', () => everybody(people, (person) => person.isSynced));
  }
  if (!kind.hasDocument) return { script, ledger, people };
  people[0]!.connection.write(clientFrame(kind.dialect.update(seats[0]!.room, script.base)));
  await until('everybody has the strategy', () => ledger.withBase >= people.length - 1);
  return { script, ledger, people };
}

async function verify(stages: readonly Stage[]): Promise<void> {
  const people = stages.flatMap((stage) => stage.people);
  const isComplete = () => stages.reduce((sum, { ledger }) => sum + ledger.missing(), 0) === 0;
  await until('every edit has arrived at everybody', () => everybody(people, () => true) && isComplete(), drainMs);
  const faults = stages.reduce((sum, { ledger }) => sum + ledger.faults, 0);
  if (faults > 0) throw new Error(`${faults} ranges arrived out of order or were written by nobody`);
}

/** Whether something holds for all; throws when one of them has lost the connection. */
function everybody(people: readonly Person[], holds: (person: Person) => boolean): boolean {
  const lost = people.find(({ connection }) => connection.closed !== null);
  if (lost) throw new Error(`a socket was closed: ${lost.connection.closed}`);
  return people.every(holds);
}
