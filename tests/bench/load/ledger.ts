import type { Range } from './ranges.ts';
import { lettersPerEdit, type RoomScript } from './script.ts';

/** Between which times edits count for latency, by `performance.now()`. */
export interface Window {
  from: number;
  to: number;
}

/** What has arrived where in one room. */
export class Ledger {
  /** Edits that have arrived at other people's sockets, each once per receiver. */
  delivered = 0;
  /** Ranges that arrived before what they follow, or that nobody has written. */
  faults = 0;
  readonly #script: RoomScript;
  readonly #people: number;
  readonly #placeOf: Map<number, number>;
  /** Edits that each person has of each writer. */
  readonly #have: Int32Array;
  readonly #hasBase: Uint8Array;
  readonly #isSampled: Uint8Array;
  readonly #window: Window;
  readonly #latencies: number[];

  /** Adds the milliseconds from sending to arrival to `latencies`, for about 20 people of the room and edits sent within `window`. */
  constructor(script: RoomScript, people: number, window: Window, latencies: number[]) {
    this.#script = script;
    this.#people = people;
    this.#window = window;
    this.#latencies = latencies;
    this.#placeOf = new Map(script.writers.map(({ clientId }, place) => [clientId, place]));
    this.#have = new Int32Array(people * script.writers.length);
    this.#hasBase = new Uint8Array(people);
    const step = Math.max(1, people / 20);
    this.#isSampled = new Uint8Array(people);
    for (let person = 0; person < people; person += step) this.#isSampled[Math.floor(person)] = 1;
  }

  /** How many people have the strategy that all edits build on. */
  get withBase(): number {
    return this.#hasBase.reduce((sum, has) => sum + has, 0);
  }

  /** Something arrived at a person's socket. */
  arrived(person: number, ranges: readonly Range[], now: number): void {
    for (const range of ranges) {
      const writer = this.#placeOf.get(range.client);
      if (writer === undefined) this.#arrivedBase(person, range);
      // Servers differ in whether they send people what these wrote themselves: nobody needs it.
      else if (writer !== person) this.#arrivedEdits(person, writer, range, now);
    }
  }

  /** Edits that were sent and have not arrived, over all people. Person n is writer n. */
  missing(): number {
    const { writers } = this.#script;
    let missing = 0;
    for (let person = 0; person < this.#people; person++) {
      for (const [place, writer] of writers.entries()) {
        if (place === person) continue;
        const sent = writer.sentAt.findLastIndex((at) => at > 0) + 1;
        missing += sent - this.#have[person * writers.length + place]!;
      }
    }
    return missing;
  }

  #arrivedBase(person: number, range: Range): void {
    if (range.client === this.#script.base.clientId && range.to === this.#script.base.clock) this.#hasBase[person] = 1;
    else if (range.client !== this.#script.base.clientId) this.faults += 1;
  }

  #arrivedEdits(person: number, writer: number, range: Range, now: number): void {
    const at = person * this.#script.writers.length + writer;
    const have = this.#have[at]!;
    const from = range.from / lettersPerEdit;
    const to = range.to / lettersPerEdit;
    if (from > have || !Number.isInteger(to)) this.faults += 1;
    if (to <= have) return;
    this.#have[at] = to;
    this.delivered += to - have;
    if (this.#isSampled[person] === 1) this.#note(writer, have, to, now);
  }

  #note(writer: number, from: number, to: number, now: number): void {
    const { sentAt } = this.#script.writers[writer]!;
    for (let edit = from; edit < to; edit++) {
      const sent = sentAt[edit]!;
      if (sent >= this.#window.from && sent < this.#window.to) this.#latencies.push(now - sent);
    }
  }
}
