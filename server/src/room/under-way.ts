import { limits } from '@board/shared/protocol/limits';
import * as Y from 'yjs';
import type { Growth } from './document-size.ts';
import { Ahead, type FallenTexts, type Placed } from './placing.ts';
import { type CheckedUpdate, valuesIn } from './strict.ts';

/** What is on its way: see `CheckedUpdate` for `ends` (its writers) and `lists`. */
export interface Accepted {
  update: Uint8Array | null;
  ends: ReadonlyMap<number, number>;
  /** How far it repeats what was on its way before it, by client id. */
  repeated: ReadonlyMap<number, number>;
  lists: ReadonlyMap<number, number>;
  placed: ReadonlyMap<number, readonly Placed[]>;
  fallen: FallenTexts;
  /** Structs that it cuts in two. */
  cuts: number;
  /** The most that it costs. */
  steps: number;
  /** The lists and texts in which it changes something. */
  touched: ReadonlySet<string>;
  growth: Growth;
}

const nothing: ReadonlyMap<number, number> = new Map();

/** What a room has accepted and the document does not have yet. */
export class UnderWay {
  readonly ahead = new Ahead();
  readonly growth: Growth = { bytes: 0, structs: 0 };
  readonly #doc: Y.Doc;
  readonly #ends = new Map<number, number>();
  readonly #lists = new Map<number, number>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  enter({ ends, lists, placed, fallen, cuts, growth }: Accepted): void {
    for (const [client, end] of ends) {
      if (end < (this.#ends.get(client) ?? 0)) continue;
      this.#ends.set(client, end);
      this.#lists.set(client, lists.get(client) ?? 0);
    }
    this.ahead.enter(placed, fallen, cuts);
    this.growth.bytes += growth.bytes;
    this.growth.structs += growth.structs;
  }

  /** Only these are on their way now. */
  restart(remaining: Iterable<Accepted>): void {
    this.#ends.clear();
    this.#lists.clear();
    this.ahead.clear();
    this.growth.bytes = 0;
    this.growth.structs = 0;
    for (const one of remaining) this.enter(one);
  }

  /** True when so much more may be on its way. */
  hasRoomFor(bytes: number, structs: number): boolean {
    return this.growth.bytes + bytes <= limits.unstoredBytes && this.growth.structs + structs <= limits.structsUnderWay;
  }

  /** What an update only repeats of what is on its way. */
  repeatedBy({ repeats, reach, writers }: CheckedUpdate): ReadonlyMap<number, number> {
    if (!repeats) return nothing;
    return new Map([...reach].filter(([client]) => this.#ends.has(client) && !writers.has(client)));
  }

  /** How far a client id reaches, with what is on its way. */
  readonly stateOf = (client: number): number =>
    Math.max(Y.getState(this.#doc.store, client), this.#ends.get(client) ?? 0);

  /** The same for some client ids, as a state vector. */
  stateVectorOf(clients: Iterable<number>): Uint8Array {
    return Y.encodeStateVector(new Map([...clients].map((client) => [client, this.stateOf(client)])));
  }

  /** How many values the list has that ends at a clock of a client id. */
  readonly listBefore = (client: number, at: number): number => {
    if (this.#ends.has(client)) return this.#ends.get(client) === at ? (this.#lists.get(client) ?? 0) : 0;
    const last = this.#doc.store.clients.get(client)?.at(-1);
    return last && last.id.clock + last.length === at ? valuesIn(last) : 0;
  };
}
