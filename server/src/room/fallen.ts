import * as Y from 'yjs';
import type { Range } from './deletions.ts';
import { type FallenFrom, nameOf, type Placed, type Shared } from './placing.ts';

/** Follows what falls with an update: what it deletes, what stands in a type that it deletes, what it overwrites in a map. */
export class Fallen {
  /** By the type that it stood in. */
  readonly from = new Map<string, FallenFrom>();
  /** How many structs are reached, by client id: what fell before is looked at again, and joined with its neighbours. */
  readonly reached = new Map<number, number>();
  /** A type falls. What is on its way may stand in it. */
  hasTypes = false;
  readonly #doc: Y.Doc;
  readonly #seen = new Set<Y.Item>();
  readonly #names = new Map<Shared, string>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** A range of the document. */
  take(client: number, { clock, len }: Range): void {
    const structs = this.#doc.store.clients.get(client);
    if (!structs || clock >= Y.getState(this.#doc.store, client)) return;
    for (let at = Y.findIndexSS(structs, clock); at < structs.length && structs[at]!.id.clock < clock + len; at++) {
      const struct = structs[at]!;
      if (struct instanceof Y.Item) this.#fall(struct);
      else this.#reach(client);
    }
  }

  /** Something that is accepted and not yet in the document, or in the update itself. */
  takeAhead(client: number, { parent, format, isType }: Placed): void {
    this.#reach(client);
    this.#note(parent, format !== null);
    this.hasTypes ||= isType;
  }

  /** A key of a map gets another value. */
  takeValue(type: Shared | null, key: string): void {
    const value = type?._map.get(key);
    if (value) this.#fall(value);
  }

  #fall(item: Y.Item): void {
    // What several ranges cut to pieces counts for each of them.
    this.#reach(item.id.client);
    if (!item.deleted) {
      this.#note(this.#nameOf(item.parent as Shared), item.content instanceof Y.ContentFormat);
    }
    if (!(item.content instanceof Y.ContentType) || this.#seen.has(item)) return;
    this.#seen.add(item);
    this.hasTypes = true;
    const { type } = item.content;
    for (let one = type._start; one; one = one.right) this.#fall(one);
    for (const value of type._map.values()) for (let one: Y.Item | null = value; one; one = one.left) this.#fall(one);
  }

  #reach(client: number): void {
    this.reached.set(client, (this.reached.get(client) ?? 0) + 1);
  }

  #note(parent: string, isMark: boolean): void {
    const text = this.from.get(parent) ?? { items: 0, hasMarks: false };
    text.items += 1;
    text.hasMarks ||= isMark;
    this.from.set(parent, text);
  }

  #nameOf(type: Shared): string {
    const known = this.#names.get(type);
    if (known !== undefined) return known;
    const name = nameOf(this.#doc, type);
    this.#names.set(type, name);
    return name;
  }
}
