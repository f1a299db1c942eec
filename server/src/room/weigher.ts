import { limits } from '@board/shared/protocol/limits';
import * as Y from 'yjs';
import type { Range } from './deletions.ts';
import { Fallen } from './fallen.ts';
import { type ListSizes, marksIn, valuesOfKey } from './list-sizes.ts';
import {
  type Ahead,
  buried,
  Counts,
  distance,
  type FallenTexts,
  type Id,
  idOf,
  indexAt,
  type Place,
  type Placed,
  placeOf,
  type Shared,
  structAt,
  Types,
} from './placing.ts';

/** Structs that a computer moves, and letters that it writes together, in the time of one step. */
const structsPerStep = 256;
const lettersPerStep = 256;
/** In lists of so many items a step is twice as dear, and so on: they lie far apart in memory. */
const farItems = 25_000;
/** Steps for what each struct costs wherever it stands: reading, placing, telling of it. */
const stepsPerStruct = 40;
/** Steps for a value inside values, which is made, stored and sent. */
const stepsPerValue = 10;
/** Structs that are looked at in the time of one step. */
export const looksPerStep = 16;

/** Of what was thrown away nothing is known. */
const gone = { ...buried, format: null, isType: false };

/** What an update is weighed against. */
export interface Scales {
  doc: Y.Doc;
  ahead: Ahead;
  sizes: ListSizes;
}

/**
 * Tells the most that Yjs may have to do for an update, before it is taken: some tiny updates make it walk the same list
 * again for each of their items, or tidy a whole text for each of its letters. A step is about as dear as one comparison
 * in Yjs' own `Item.integrate`.
 *
 * The bound follows Yjs 13.6: an item is integrated by walking what stands between its neighbours once at most; a cut, and what is joined again
 * afterwards, moves all structs behind it; in a text with marks each deleted item is looked at once more, with the gap
 * around it, and a new or a deleted mark has the whole text tidied. It is often far too high, and never meant to be too low.
 * Asked struct by struct in the order in which Yjs would integrate them; changes nothing.
 */
export class Weigher {
  readonly placed = new Map<number, Placed[]>();
  readonly #scales: Scales;
  readonly #counts = new Counts();
  readonly #newRoots = new Set<string>();
  readonly #cuts = new Set<string>();
  readonly #types: Types;
  readonly #fallen: Fallen;
  /** Steps over what is in the document; when they become too many they are counted no further. */
  #walked = 0;
  #isFar = false;
  #most: number | null = null;
  /** Steps that are counted as they come. */
  #steps = 0;

  constructor(scales: Scales) {
    this.#scales = scales;
    this.#types = new Types(scales.doc);
    this.#fallen = new Fallen(scales.doc);
  }

  /** What would be deleted in each text. */
  get fallen(): FallenTexts {
    return this.#fallen.from;
  }

  /** Steps that were counted so far: about as many has the weighing itself cost. */
  get counted(): number {
    return this.#steps + this.#walked;
  }

  /** The lists and texts in which it changes something, by name. */
  get touched(): Set<string> {
    return new Set([...this.#fallen.from.keys(), ...[...this.#counts.lists.values()].map(({ parent }) => parent)]);
  }

  /** Structs that would be cut in two. */
  get cuts(): number {
    return this.#cuts.size;
  }

  /** Places a struct that is new from the clock `from` on. False when it stands where nothing of the board's does. */
  visit(struct: Y.Item | Y.GC, from: number): boolean {
    const { client, clock } = struct.id;
    const span = { clock: from, end: clock + struct.length };
    if (!(struct instanceof Y.Item)) return this.#note(client, { ...gone, ...span });
    const { content, rightOrigin } = struct;
    const origin: Id | null = from > clock ? { client, clock: from - 1 } : struct.origin;
    const near = origin ?? rightOrigin;
    const { depth, parent, sub } = near ? this.#find(near) : this.#under(struct);
    const isType = content instanceof Y.ContentType;
    if (depth + (isType ? 1 : 0) > limits.typeDepth || this.#hasTooManyRoots) return false;
    if (origin) this.#cutAt(origin.client, origin.clock + 1);
    if (rightOrigin) this.#cutAt(rightOrigin.client, rightOrigin.clock);
    const format = content instanceof Y.ContentFormat ? content.key : null;
    if (sub === null) this.#walk(parent, origin, rightOrigin);
    return this.#note(client, { depth, parent, sub, ...span, format, isType });
  }

  /**
   * What Yjs may walk over of the document to find an item's place behind its left neighbour. Where that is on its way, no
   * more than one: whatever stood there before does not know of it. A right neighbour that is on its way may come to stand
   * anywhere; then all counts up to the end of the list.
   */
  #walk(parent: string, left: Id | null, right: Id | null): void {
    if (this.#isFar) return;
    const { doc } = this.#scales;
    if (left && !structAt(doc, left)) {
      this.#walked += 1;
      return;
    }
    const end = right && structAt(doc, right) ? right : null;
    const steps = distance(this.#types.named(parent), left, end, doc, limits.stepsPerUpdate);
    this.#walked += steps * (1 + steps / farItems);
    this.#isFar = this.#walked > limits.stepsPerUpdate;
  }

  /** A range that the document has not deleted yet. Asked behind the last struct. */
  remove(client: number, { clock, len }: Range): void {
    this.#cutAt(client, clock);
    this.#cutAt(client, clock + len);
    this.#steps += 1 + this.#moved(client);
    this.#fallen.take(client, { clock, len });
    for (const list of [this.#scales.ahead.placed.get(client), this.placed.get(client)]) {
      if (!list) continue;
      for (let at = indexAt(list, clock); at < list.length && list[at]!.clock < clock + len; at++) {
        this.#fallen.takeAhead(client, list[at]!);
      }
    }
  }

  /** It holds so many values inside values. */
  hold(values: number): void {
    this.#steps += values * stepsPerValue;
  }

  /** So many structs were looked at to find what is new. */
  look(structs: number): void {
    this.#steps += structs / looksPerStep;
  }

  /** The most steps that all of it may cost. Asked once, behind the last range. */
  weigh(): number {
    for (const [client, { length }] of this.placed) {
      this.#steps += (length * length) / structsPerStep;
      // What is written behind the last of a client id is joined with it.
      this.#steps += (this.#scales.doc.store.clients.get(client)?.at(-1)?.length ?? 0) / lettersPerStep;
    }
    for (const [name, { parent, sub, count }] of this.#counts.lists) {
      if (sub !== null) {
        this.#fallen.takeValue(this.#types.named(parent), sub);
        // A value that is on its way falls with all that stands in it.
        this.#fallen.hasTypes ||= this.#scales.ahead.counts.types.has(name);
      }
      const isWalked = sub === null && !this.#isFar;
      const length = isWalked ? this.#newIn(name) : this.#lengthOf(name, { parent, sub });
      this.#steps += count * length * (1 + length / farItems);
    }
    if (!this.#isFar) this.#steps += this.#walked;
    for (const [client, structs] of this.#fallen.reached) this.#steps += structs * (1 + this.#moved(client));
    this.#weighTidying();
    return Math.ceil(this.#steps);
  }

  /** How long a list will be. */
  #lengthOf(name: string, { parent, sub }: Pick<Place, 'parent' | 'sub'>): number {
    const { sizes } = this.#scales;
    const type = this.#types.named(parent);
    const known = type ? (sub === null ? sizes.of(type) : valuesOfKey(type, sub)) : 0;
    return known + this.#newIn(name);
  }

  #newIn(name: string): number {
    const { ahead } = this.#scales;
    return ahead.counts.of(name) + this.#counts.of(name) + ahead.cuts + this.#cuts.size;
  }

  /** What Yjs does behind a change to texts with marks. */
  #weighTidying(): void {
    const { ahead } = this.#scales;
    const texts = new Set([...this.#fallen.from.keys(), ...this.#counts.lists.keys()]);
    if (this.#fallen.hasTypes) for (const name of ahead.counts.lists.keys()) texts.add(name);
    for (const name of texts) {
      const type = this.#types.named(name);
      const hasMarks = isMarked(type) || ahead.counts.marks.has(name) || this.#counts.marks.has(name);
      if (!hasMarks) continue;
      const items = this.#lengthOf(name, { parent: name, sub: null });
      const fallen = this.#fallen.from.get(name);
      const inTypes = this.#fallen.hasTypes ? ahead.counts.of(name) : 0;
      const own = this.#counts.of(name);
      this.#steps += ((fallen?.items ?? 0) + own + inTypes) * items;
      // What falls on its way was counted with it, but for what this update adds: its items, or that the text has marks at all.
      const before = ahead.fallen.get(name) ?? 0;
      const hadMarks = isMarked(type) || ahead.counts.marks.has(name);
      this.#steps += before * (hadMarks ? own + this.#cuts.size : items);
      if (fallen?.hasMarks || this.#counts.marks.has(name))
        this.#steps += items + this.#wholeTidying(name, type, items);
    }
  }

  /** A whole text is walked with the marks of each of its places, and any of them may be deleted. */
  #wholeTidying(name: string, type: Shared | null, items: number): number {
    let { marks, keys } = type ? marksIn(type) : { marks: 0, keys: 0 };
    for (const more of [this.#scales.ahead.counts.marks.get(name), this.#counts.marks.get(name)]) {
      marks += more?.count ?? 0;
      keys += more?.keys.size ?? 0;
    }
    return items * keys + marks * (1 + this.#longest() / structsPerStep);
  }

  /** Structs of the client id that has most. */
  #longest(): number {
    if (this.#most === null) {
      this.#most = 0;
      for (const { length } of this.#scales.doc.store.clients.values()) this.#most = Math.max(this.#most, length);
    }
    return this.#most;
  }

  /** Something is cut before a clock, and may be joined again. */
  #cutAt(client: number, clock: number): void {
    const { doc, ahead } = this.#scales;
    const struct = structAt(doc, { client, clock });
    if (struct) {
      if (struct.id.clock === clock || !(struct instanceof Y.Item)) return;
      this.#steps += struct.length / lettersPerStep / 16;
    } else {
      const cut = [ahead.placed.get(client), this.placed.get(client)].some((list) => isInside(list, clock));
      if (!cut) return;
    }
    const name = idOf({ client, clock });
    if (this.#cuts.has(name)) return;
    this.#cuts.add(name);
    this.#steps += 2 * (1 + this.#moved(client));
  }

  /** Steps for which the structs of a client id are moved up. */
  #moved(client: number): number {
    const { doc, ahead } = this.#scales;
    const lists = [doc.store.clients.get(client), ahead.placed.get(client), this.placed.get(client)];
    return (lists.reduce((sum, list) => sum + (list?.length ?? 0), 0) + this.#cuts.size + ahead.cuts) / structsPerStep;
  }

  #note(client: number, placed: Placed): true {
    this.#steps += stepsPerStruct;
    const all = this.placed.get(client);
    if (all) all.push(placed);
    else this.placed.set(client, [placed]);
    if (placed.parent !== '') this.#counts.add(placed);
    return true;
  }

  #find(id: Id): Place {
    const struct = structAt(this.#scales.doc, id);
    if (struct) return struct instanceof Y.Item ? placeOf(this.#scales.doc, struct) : buried;
    return placedAt(this.placed, id) ?? placedAt(this.#scales.ahead.placed, id) ?? buried;
  }

  /** An item that begins a list or a key says itself where it stands. */
  #under({ parent, parentSub: sub }: Y.Item): Place {
    if (parent instanceof Y.ID) return { depth: this.#find(parent).depth + 1, parent: idOf(parent), sub };
    const name = String(parent);
    if (!this.#scales.doc.share.has(name)) this.#newRoots.add(name);
    return { depth: 0, parent: `root ${name}`, sub };
  }

  get #hasTooManyRoots(): boolean {
    return this.#newRoots.size > 0 && this.#scales.doc.share.size + this.#newRoots.size > limits.rootTypes;
  }
}

function isMarked(type: Shared | null): boolean {
  return type !== null && '_hasFormatting' in type && type._hasFormatting === true;
}

function isInside(list: readonly Placed[] | undefined, clock: number): boolean {
  const one = list?.[indexAt(list, clock)];
  return one !== undefined && one.clock < clock;
}

function placedAt(placed: ReadonlyMap<number, readonly Placed[]>, { client, clock }: Id): Placed | undefined {
  const list = placed.get(client);
  const one = list?.[indexAt(list, clock)];
  return one && one.clock <= clock ? one : undefined;
}
