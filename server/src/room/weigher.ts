import { limits } from '@board/shared/protocol/limits';
import * as Y from 'yjs';

/**
 * Weighs what Yjs would have to do for an update, before it is taken: some tiny updates make it walk the same list again
 * for each of their items, or climb a tower of types for each of its floors. Steps of work are about as dear as one
 * comparison in Yjs' own `Item.integrate`.
 */

interface Id {
  client: number;
  clock: number;
}

/** Where a struct of an update stands. */
export interface Placed {
  clock: number;
  end: number;
  /** Types around it: 0 in a root. */
  depth: number;
  /** The type that it stands in. */
  parent: string;
  /** Its key, where that is a map. */
  sub: string | null;
  /** Items of one gap were inserted at the same place of a list, and are walked over by others that come there. */
  gap: string;
}

/** What is accepted and not yet in the document. */
export class Ahead {
  readonly placed = new Map<number, Placed[]>();
  readonly gaps = new Map<string, number>();
  structs = 0;

  enter(placed: ReadonlyMap<number, readonly Placed[]>): void {
    for (const [client, structs] of placed) {
      const all = this.placed.get(client);
      if (all) all.push(...structs);
      else this.placed.set(client, [...structs]);
      for (const { gap } of structs) this.gaps.set(gap, (this.gaps.get(gap) ?? 0) + 1);
      this.structs += structs.length;
    }
  }

  clear(): void {
    this.placed.clear();
    this.gaps.clear();
    this.structs = 0;
  }
}

/** Where something stands that is found by its id; `item` where it is in the document. */
type Found = Pick<Placed, 'depth' | 'parent' | 'sub' | 'gap'> & { item: Y.Item | null };

/** Of what the document has thrown away nobody knows where it stood; what refers to it is thrown away as well. */
const buried: Found = { depth: 0, parent: '', sub: null, gap: 'buried', item: null };

/** Weighs one update. Asked struct by struct in the order in which Yjs would integrate them; changes nothing. */
export class Weigher {
  /** Work so far. */
  steps = 0;
  /** Structs that would be cut in two. */
  cuts = 0;
  readonly placed = new Map<number, Placed[]>();
  readonly #doc: Y.Doc;
  readonly #ahead: Ahead;
  readonly #gaps = new Map<string, number>();
  readonly #newRoots = new Set<string>();
  /** Places between neighbours at which the update has inserted something. */
  readonly #parted = new Set<string>();

  constructor(doc: Y.Doc, ahead: Ahead) {
    this.#doc = doc;
    this.#ahead = ahead;
  }

  /** Places a struct that is new from the clock `from` on. False when it is more than anything of the board's. */
  visit(struct: Y.Item | Y.GC, from: number): boolean {
    const { client, clock } = struct.id;
    const end = clock + struct.length;
    if (!(struct instanceof Y.Item)) return this.#note(client, { ...buried, clock: from, end });
    const origin: Id | null = from > clock ? { client, clock: from - 1 } : struct.origin;
    const left = origin && this.#find(origin);
    const near = left ?? (struct.rightOrigin && this.#find(struct.rightOrigin));
    const at = near ?? this.#under(struct);
    const isType = struct.content instanceof Y.ContentType;
    if (at.depth + (isType ? 1 : 0) > limits.typeDepth || this.#hasTooManyRoots) return false;
    const place = { clock: from, end, depth: at.depth, parent: at.parent, sub: at.sub };
    const isNext = left?.item === null && origin?.client === client && origin.clock === from - 1;
    if (left && (isNext || (left.item === null && this.#isBetween(origin, struct.rightOrigin)))) {
      this.steps += 1;
      return this.#note(client, { ...place, gap: left.gap });
    }
    const isInUpdate = left !== null && left.item === null;
    const gap = isInUpdate ? left.gap : origin ? idOf(origin) : `${at.parent}/${at.sub ?? ''}`;
    const walked = isInUpdate ? 0 : this.#distance(origin, left?.item ?? null, struct.rightOrigin, at);
    this.steps += 1 + walked + (this.#gaps.get(gap) ?? 0) + (this.#ahead.gaps.get(gap) ?? 0);
    if (origin) this.#cutBehind(origin);
    return this.#note(client, { ...place, gap });
  }

  /** A deletion ends or begins at a clock: what stands there is cut, and everything behind it moves. */
  cutAt(client: number, clock: number, newStructs: number): void {
    const known = this.#doc.store.clients.get(client);
    if (known && clock < Y.getState(this.#doc.store, client)) {
      const struct = known[Y.findIndexSS(known, clock)];
      if (!struct || struct.deleted || struct.id.clock === clock) return;
    } else if (placedAt(this.placed.get(client), clock)?.clock === clock) return;
    this.#cut((known?.length ?? 0) + newStructs);
  }

  /** The first item between two that were written one behind the other: nothing else stands there yet. */
  #isBetween(left: Id | null, right: Id | null): boolean {
    if (!left || right?.client !== left.client || right.clock !== left.clock + 1) return false;
    const name = idOf(left);
    const isFirst = !this.#parted.has(name);
    this.#parted.add(name);
    return isFirst;
  }

  #cutBehind({ client, clock }: Id): void {
    const known = this.#doc.store.clients.get(client);
    if (!known || clock >= Y.getState(this.#doc.store, client)) return;
    const struct = known[Y.findIndexSS(known, clock)];
    if (struct && struct.id.clock + struct.length - 1 !== clock) this.#cut(known.length);
  }

  #cut(moved: number): void {
    this.cuts += 1;
    this.steps += Math.ceil((moved + this.cuts) / structsPerStep);
  }

  #note(client: number, placed: Placed): boolean {
    const all = this.placed.get(client);
    if (all) all.push(placed);
    else this.placed.set(client, [placed]);
    this.#gaps.set(placed.gap, (this.#gaps.get(placed.gap) ?? 0) + 1);
    return this.steps <= limits.stepsPerUpdate;
  }

  #find(id: Id): Found {
    const structs = this.#doc.store.clients.get(id.client);
    if (structs && id.clock < Y.getState(this.#doc.store, id.client)) {
      const struct = structs[Y.findIndexSS(structs, id.clock)];
      return struct instanceof Y.Item ? foundIn(this.#doc, struct) : buried;
    }
    const placed =
      placedAt(this.placed.get(id.client), id.clock) ?? placedAt(this.#ahead.placed.get(id.client), id.clock);
    return placed ? { ...placed, item: null } : buried;
  }

  /** An item that begins a list or a key says itself where it stands. */
  #under({ parent, parentSub: sub }: Y.Item): Found {
    if (parent instanceof Y.ID) {
      const { depth } = this.#find(parent);
      return { depth: depth + 1, parent: idOf(parent), sub, gap: '', item: null };
    }
    const name = String(parent);
    if (!this.#doc.share.has(name)) this.#newRoots.add(name);
    return { depth: 0, parent: `root ${name}`, sub, gap: '', item: null };
  }

  get #hasTooManyRoots(): boolean {
    return this.#newRoots.size > 0 && this.#doc.share.size + this.#newRoots.size > limits.rootTypes;
  }

  /** How many items stand between the neighbours that an item had when it was written. */
  #distance(origin: Id | null, left: Y.Item | null, right: Id | null, at: Found): number {
    const most = limits.stepsPerUpdate - this.steps + 1;
    let count = 0;
    let one: Y.Item | null;
    if (left && origin) {
      const isInside = left.id.clock + left.length - 1 !== origin.clock;
      if (isInside && right?.client === origin.client && right.clock === origin.clock + 1) return 0;
      one = left.right;
    } else {
      const type = typeNamed(this.#doc, at.parent);
      one = at.sub === null ? (type?._start ?? null) : (type?._map.get(at.sub) ?? null);
      while (at.sub !== null && one?.left && count < most) {
        one = one.left;
        count += 1;
      }
    }
    for (; one && !(right && holds(one, right)) && count < most; one = one.right) count += 1;
    return count;
  }
}

/** Structs that a computer moves in the time of one step. */
const structsPerStep = 256;

function foundIn(doc: Y.Doc, item: Y.Item): Found {
  const type = item.parent as Y.AbstractType<unknown>;
  let depth = 0;
  for (let around = type._item; around; around = (around.parent as Y.AbstractType<unknown>)._item) depth += 1;
  return { depth, parent: nameOf(doc, type), sub: item.parentSub, gap: '', item };
}

function nameOf(doc: Y.Doc, type: Y.AbstractType<unknown>): string {
  if (type._item) return idOf(type._item.id);
  for (const [name, root] of doc.share) if (root === type) return `root ${name}`;
  return '';
}

function typeNamed(doc: Y.Doc, name: string): Pick<Y.AbstractType<unknown>, '_start' | '_map'> | null {
  if (name.startsWith('root ')) return doc.share.get(name.slice(5)) ?? null;
  const [client = Number.NaN, clock = Number.NaN] = name.split('.').map(Number);
  if (!(clock < Y.getState(doc.store, client))) return null;
  const structs = doc.store.clients.get(client) ?? [];
  const struct = structs[Y.findIndexSS(structs, clock)];
  return struct instanceof Y.Item && struct.content instanceof Y.ContentType ? struct.content.type : null;
}

function idOf({ client, clock }: Id): string {
  return `${client}.${clock}`;
}

function holds({ id, length }: Y.Item, { client, clock }: Id): boolean {
  return id.client === client && clock >= id.clock && clock < id.clock + length;
}

/** The struct of a list, in order of clocks, that a clock lies in. */
function placedAt(list: readonly Placed[] | undefined, clock: number): Placed | undefined {
  if (!list) return undefined;
  let [low, high] = [0, list.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const one = list[middle]!;
    if (clock < one.clock) high = middle - 1;
    else if (clock >= one.end) low = middle + 1;
    else return one;
  }
  return undefined;
}
