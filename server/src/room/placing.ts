import * as Y from 'yjs';

/** Where things stand in a document, and in what is accepted and not yet in it. */

/** What is looked at of a shared type. */
export type Shared = Pick<Y.AbstractType<unknown>, '_item' | '_start' | '_map'>;

export interface Id {
  client: number;
  clock: number;
}

/** A list, or one key's values in a map. */
export interface Place {
  /** Types around it: 0 in a root. */
  depth: number;
  /** The type that it stands in, by name; empty where nobody knows it. */
  parent: string;
  /** Its key, where that is a map. */
  sub: string | null;
}

/** Where a struct of an update stands. */
export interface Placed extends Place {
  clock: number;
  end: number;
  /** The key that it marks text with, where it is such a mark. */
  format: string | null;
  /** It holds a type of its own. */
  isType: boolean;
}

/** Of what the document has thrown away nobody knows where it stood; what refers to it is thrown away as well. */
export const buried: Place = { depth: 0, parent: '', sub: null };

/** What an update would delete in one text. */
export interface FallenFrom {
  items: number;
  hasMarks: boolean;
}

/** What falls in each text, by its name. */
export type FallenTexts = ReadonlyMap<string, FallenFrom>;

/** What is accepted and not yet in the document. */
export class Ahead {
  readonly placed = new Map<number, Placed[]>();
  readonly counts = new Counts();
  /** How much of each text will have been deleted. */
  readonly fallen = new Map<string, number>();
  /** Structs that will have been cut in two. */
  cuts = 0;

  enter(placed: ReadonlyMap<number, readonly Placed[]>, fallen: FallenTexts, cuts: number): void {
    this.cuts += cuts;
    for (const [name, { items }] of fallen) this.fallen.set(name, (this.fallen.get(name) ?? 0) + items);
    for (const [client, structs] of placed) {
      const all = this.placed.get(client);
      if (all) all.push(...structs);
      else this.placed.set(client, [...structs]);
      for (const one of structs) this.counts.add(one);
    }
  }

  clear(): void {
    this.placed.clear();
    this.counts.clear();
    this.fallen.clear();
    this.cuts = 0;
  }
}

/** How many structs there are in each list, and with which keys texts are marked. */
export class Counts {
  readonly lists = new Map<string, Pick<Place, 'parent' | 'sub'> & { count: number }>();
  /** Lists in which there is a type. */
  readonly types = new Set<string>();
  readonly marks = new Map<string, { count: number; keys: Set<string> }>();

  add(one: Placed): void {
    const name = listOf(one);
    const list = this.lists.get(name);
    if (list) list.count += 1;
    else this.lists.set(name, { parent: one.parent, sub: one.sub, count: 1 });
    if (one.isType) this.types.add(name);
    if (one.format === null) return;
    const marks = this.marks.get(one.parent) ?? { count: 0, keys: new Set<string>() };
    marks.count += 1;
    marks.keys.add(one.format);
    this.marks.set(one.parent, marks);
  }

  of(list: string): number {
    return this.lists.get(list)?.count ?? 0;
  }

  clear(): void {
    this.lists.clear();
    this.marks.clear();
    this.types.clear();
  }
}

/** One name for each list, also for those that are not there yet. */
function listOf({ parent, sub }: Pick<Place, 'parent' | 'sub'>): string {
  return sub === null ? parent : JSON.stringify([parent, sub]);
}

export function idOf({ client, clock }: Id): string {
  return `${client}.${clock}`;
}

export function placeOf(doc: Y.Doc, item: Y.Item): Place {
  const type = item.parent as Shared;
  let depth = 0;
  for (let around = type._item; around; around = (around.parent as Shared)._item) depth += 1;
  return { depth, parent: nameOf(doc, type), sub: item.parentSub };
}

export function nameOf(doc: Y.Doc, type: Shared): string {
  if (type._item) return idOf(type._item.id);
  for (const [name, root] of doc.share) if (root === type) return `root ${name}`;
  return '';
}

/** The type of a name, null where the document does not have it. */
function typeNamed(doc: Y.Doc, name: string): Shared | null {
  if (name.startsWith('root ')) return doc.share.get(name.slice(5)) ?? null;
  const [client = Number.NaN, clock = Number.NaN] = name.split('.').map(Number);
  const struct = structAt(doc, { client, clock });
  return struct instanceof Y.Item && struct.content instanceof Y.ContentType ? struct.content.type : null;
}

/** Finds types by name, each once; good for as long as the document does not change. */
export class Types {
  readonly #doc: Y.Doc;
  readonly #known = new Map<string, Shared | null>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  named(name: string): Shared | null {
    let type = this.#known.get(name);
    if (type === undefined) {
      type = typeNamed(this.#doc, name);
      this.#known.set(name, type);
    }
    return type;
  }
}

/** How many items of a list stand between two that are in the document; counts no further than `most`. */
export function distance(type: Shared | null, left: Id | null, right: Id | null, doc: Y.Doc, most: number): number {
  let one = type?._start ?? null;
  if (left) {
    const item = structAt(doc, left);
    if (!(item instanceof Y.Item)) return 0;
    const isInside = item.id.clock + item.length - 1 !== left.clock;
    if (isInside && right?.client === left.client && right.clock === left.clock + 1) return 0;
    one = item.right;
  }
  let count = 0;
  for (; one && !(right && holds(one, right)) && count < most; one = one.right) count += 1;
  return count;
}

function holds({ id, length }: Y.Item, { client, clock }: Id): boolean {
  return id.client === client && clock >= id.clock && clock < id.clock + length;
}

/** The struct of the document that an id lies in. */
export function structAt(doc: Y.Doc, { client, clock }: Id): Y.Item | Y.GC | null {
  const structs = doc.store.clients.get(client);
  if (!structs || !(clock < Y.getState(doc.store, client))) return null;
  return structs[Y.findIndexSS(structs, clock)] ?? null;
}

/** Where, in a list in order of clocks, the first struct stands that ends behind a clock. */
export function indexAt(list: readonly Placed[], clock: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.end <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
