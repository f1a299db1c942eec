import * as Y from 'yjs';
import type { Range } from './deletions.ts';
import { nameOf, type Placed, type Shared } from './placing.ts';

/** What an update would delete in one text. */
export interface FallenFrom {
  items: number;
  hasMarks: boolean;
}

/** Follows what falls with an update: what it deletes, what stands in a type that it deletes, what it overwrites in a map. */
export class Fallen {
  /** By the type that it stood in. */
  readonly from = new Map<string, FallenFrom>();
  /** A type falls. What is on its way may stand in it. */
  hasTypes = false;
  readonly #doc: Y.Doc;
  readonly #seen = new Set<Y.Item>();
  readonly #names = new Map<Shared, string>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** A range of the document. Answers over how many structs it goes. */
  take(client: number, { clock, len }: Range): number {
    const structs = this.#doc.store.clients.get(client);
    if (!structs || clock >= Y.getState(this.#doc.store, client)) return 0;
    let count = 0;
    for (let at = Y.findIndexSS(structs, clock); at < structs.length && structs[at]!.id.clock < clock + len; at++) {
      count += 1;
      const struct = structs[at]!;
      if (struct instanceof Y.Item) this.#fall(struct);
    }
    return count;
  }

  /** Something that is accepted and not yet in the document, or in the update itself. */
  takeAhead({ parent, format, isType }: Placed): void {
    this.#note(parent, format !== null);
    this.hasTypes ||= isType;
  }

  /** A key of a map gets another value. */
  takeValue(type: Shared | null, key: string): void {
    const value = type?._map.get(key);
    if (value) this.#fall(value);
  }

  #fall(item: Y.Item): void {
    if (item.deleted || this.#seen.has(item)) return;
    this.#seen.add(item);
    this.#note(this.#nameOf(item.parent as Shared), item.content instanceof Y.ContentFormat);
    if (!(item.content instanceof Y.ContentType)) return;
    this.hasTypes = true;
    const { type } = item.content;
    for (let one = type._start; one; one = one.right) this.#fall(one);
    for (const value of type._map.values()) this.#fall(value);
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
