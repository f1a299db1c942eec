import { setTimeout as pause } from 'node:timers/promises';
import { Random } from '../../sim/random.ts';
import type { Kind } from '../kinds/kind.ts';
import { Ledger, type Window } from '../load/ledger.ts';
import type { Load } from '../load/loads.ts';
import { plan, pump } from '../load/pump.ts';
import { writeScript } from '../load/script.ts';
import { type Stage, setStage, verify } from '../load/stage.ts';
import { coresTime } from '../machine/cores-time.ts';
import { ProcessorTime } from '../machine/processor-time.ts';
import { Server } from '../machine/server.ts';
import type { LoadResult } from '../report/results.ts';

/** Seconds. */
const warmUp = 4;
const measured = 12;
/** The same for all servers: all get the same play. */
const seed = '5eed';

/** Starts a server, plays a load on it and measures. Throws when anything that was written did not arrive everywhere. */
export async function runLoad(kind: Kind, load: Load): Promise<LoadResult> {
  const server = await Server.start(kind);
  try {
    return await playOn(server, load);
  } finally {
    await server.remove();
  }
}

async function playOn(server: Server, load: Load): Promise<LoadResult> {
  const random = new Random(seed);
  const window: Window = { from: 0, to: 0 };
  const latencies: number[] = [];
  const stages: Stage[] = [];
  for (const room of await server.kind.open(server.port, load.rooms, load.people)) {
    const script = writeScript(load, room[0]!.room, server.kind.dialect, warmUp + measured, random);
    stages.push(await setStage(server.kind, room, script, new Ledger(script, room.length, window, latencies)));
  }
  const processor = new ProcessorTime(server.pid);
  const played = pump(plan(load, stages, random));
  await pause(warmUp * 1000);
  const before = look(processor, stages);
  window.from = before.at;
  window.to = before.at + measured * 1000;
  await pause(measured * 1000);
  const after = look(processor, stages);
  processor.stop();
  await played;
  await verify(stages);
  for (const person of stages.flatMap(({ people }) => people)) person.leave();
  return { server: server.kind.id, load: load.name, ...difference(before, after), ...quantiles(latencies) };
}

/** What has been spent and done so far. */
interface Look {
  at: number;
  /** Nanoseconds of the server. */
  spent: number;
  /** Microseconds of this process. */
  ownSpent: number;
  /** Nanoseconds of anybody on the cores in use. */
  coresSpent: number;
  delivered: number;
  messages: number;
}

function look(processor: ProcessorTime, stages: readonly Stage[]): Look {
  const own = process.cpuUsage();
  const people = stages.flatMap((stage) => stage.people);
  return {
    at: performance.now(),
    spent: processor.read(),
    ownSpent: own.user + own.system,
    coresSpent: coresTime(),
    delivered: stages.reduce((sum, { ledger }) => sum + ledger.delivered, 0),
    messages: people.reduce((sum, { connection }) => sum + connection.messages, 0),
  };
}

function difference(before: Look, after: Look): Omit<LoadResult, 'server' | 'load' | 'p50' | 'p99'> {
  const milliseconds = after.at - before.at;
  const spent = after.spent - before.spent;
  const ownSpent = (after.ownSpent - before.ownSpent) * 1000;
  const delivered = after.delivered - before.delivered;
  return {
    delivered,
    cpuPerEdit: spent / 1000 / delivered,
    serverBusy: spent / 1e6 / milliseconds,
    generatorBusy: ownSpent / 1e6 / milliseconds,
    othersBusy: Math.max(0, after.coresSpent - before.coresSpent - spent - ownSpent) / 1e6 / milliseconds,
    messagesPerSecond: ((after.messages - before.messages) / milliseconds) * 1000,
  };
}

function quantiles(latencies: number[]): Pick<LoadResult, 'p50' | 'p99'> {
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}
