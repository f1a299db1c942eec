import { until } from '../../support/until.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Ledger } from './ledger.ts';
import { Person, type Seat } from './person.ts';
import { RangeReader } from './ranges.ts';
import type { Base, RoomScript } from './script.ts';
import { clientFrame } from './wire.ts';

/** One room with everybody in it, ready to be played. */
export interface Stage {
  script: RoomScript;
  ledger: Ledger;
  people: Person[];
}

/** People who connect at the same time. */
const atOnce = 50;
/** How long a server that is behind gets to deliver the rest, in milliseconds. */
const drainMs = 60_000;

/** Seats everybody in a room and lets the first write the strategy that all edits build on. */
export async function setStage(kind: Kind, seats: readonly Seat[], script: RoomScript, ledger: Ledger): Promise<Stage> {
  const reader = new RangeReader();
  const people = await seatAll(kind, seats, (place, update) => {
    ledger.arrived(place, reader.read(update), performance.now());
  });
  if (!kind.hasDocument) return { script, ledger, people };
  writeBaseFrom(people[0]!, seats[0]!, kind, script.base);
  await until('everybody has the strategy', () => ledger.withBase >= people.length - 1);
  return { script, ledger, people };
}

/** Seats people, some at a time, and waits until each has the document. `take` hears every update, valid only during the call. */
export async function seatAll(
  kind: Kind,
  seats: readonly Seat[],
  take: (place: number, update: Buffer) => void,
): Promise<Person[]> {
  const people: Person[] = [];
  for (let place = 0; place < seats.length; place += atOnce) {
    const some = seats.slice(place, place + atOnce);
    const sit = (seat: Seat, index: number): Promise<Person> =>
      Person.sit(seat, kind.dialect, kind.hasDocument, (update) => take(place + index, update));
    people.push(...(await Promise.all(some.map(sit))));
    await until('everybody has the document', () => allHold(people, (person) => person.isSynced));
  }
  return people;
}

/** Lets one person write the strategy. */
export function writeBaseFrom(person: Person, seat: Seat, kind: Kind, base: Base): void {
  person.connection.write(clientFrame(kind.dialect.update(seat.room, base.update)));
}

/** Waits until everything that was sent has arrived everywhere; throws when it does not, or not in order. */
export async function verify(stages: readonly Stage[]): Promise<void> {
  const people = stages.flatMap((stage) => stage.people);
  const isComplete = (): boolean => stages.every(({ ledger }) => ledger.missing() === 0);
  await until('every edit has arrived at everybody', () => allHold(people, () => true) && isComplete(), drainMs);
  const faults = stages.reduce((sum, { ledger }) => sum + ledger.faults, 0);
  if (faults > 0) throw new Error(`${faults} ranges arrived out of order or were written by nobody`);
}

/** Whether something holds for all; throws when one of them has lost the connection. */
export function allHold(people: readonly Person[], holds: (person: Person) => boolean): boolean {
  const lost = people.find(({ connection }) => connection.closed !== null);
  if (lost) throw new Error(`a socket was closed: ${lost.connection.closed}`);
  return people.every(holds);
}
