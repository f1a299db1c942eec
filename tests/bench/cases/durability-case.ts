import { setTimeout as pause } from 'node:timers/promises';
import { Random } from '../../sim/random.ts';
import { until } from '../../support/until.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Seat } from '../load/person.ts';
import { RangeReader } from '../load/ranges.ts';
import { type Base, lettersPerEdit, writeBase, writeWriter } from '../load/script.ts';
import { allHold, seatAll, writeBaseFrom } from '../load/stage.ts';
import { Server } from '../machine/server.ts';
import type { DurabilityResult } from '../report/results.ts';

const edits = 200;
/** Milliseconds between edits: somebody types very fast. */
const rhythm = 5;
/** Milliseconds: some servers answer newcomers before they have read the document, and send it later. */
const loading = 2_000;

/** Kills a server at the moment when 200 edits are acknowledged, starts it again and counts what is there. */
export async function runDurability(kind: Kind): Promise<DurabilityResult> {
  const server = await Server.start(kind);
  try {
    const [seats] = await server.kind.open(server.port, 1, 2);
    const random = new Random('2bad');
    const base = writeBase(1, random);
    const writer = await writeAndKill(server, seats!, base, random);
    await server.start();
    const present = (await editsOf(kind, seats![1]!, loading)).get(writer) ?? 0;
    return { server: kind.id, written: edits, acknowledges: kind.acknowledges, present };
  } finally {
    await server.remove();
  }
}

/** The number of edits of each Yjs client id that a newcomer is given within `patience` milliseconds after the first answer. */
export async function editsOf(kind: Kind, seat: Seat, patience: number): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  const reader = new RangeReader();
  const [newcomer] = await seatAll(kind, [seat], (_place, update) => {
    for (const { client, to } of reader.read(update)) found.set(client, to / lettersPerEdit);
  });
  await pause(patience);
  newcomer!.leave();
  return found;
}

/** Returns the Yjs client id that wrote. Where nothing is acknowledged, an edit that another person has counts as such. */
async function writeAndKill(server: Server, seats: readonly Seat[], base: Base, random: Random): Promise<number> {
  const { kind } = server;
  const script = writeWriter(base, 0, seats[0]!.room, kind.dialect, { edits, awareness: 0 }, random);
  const reader = new RangeReader();
  let seen = 0;
  const people = await seatAll(kind, seats, (place, update) => {
    if (place === 0) return;
    for (const { client, to } of reader.read(update)) if (client === script.clientId) seen = to / lettersPerEdit;
  });
  const [writer] = people;
  writeBaseFrom(writer!, seats[0]!, kind, base);
  for (const frame of script.edits) {
    writer!.connection.write(frame);
    await pause(rhythm);
  }
  const isSafe = (): boolean => (kind.acknowledges ? writer!.acknowledged > edits : seen === edits);
  await until('all is acknowledged', () => allHold(people, isSafe));
  await server.kill();
  for (const person of people) person.leave();
  return script.clientId;
}
