import * as Y from 'yjs';
import type { Shared } from './placing.ts';

/** A list is walked anew when more than a quarter of it, or so many structs, may have come since. */
const slack = 64;

/**
 * Knows how long the lists of a document are without walking them for each key that is pressed: what has come into the
 * whole document since a list was walked may all have come into it.
 */
export class ListSizes {
  readonly #walked = new WeakMap<Shared, { items: number; at: number }>();
  #come = 0;

  /** So many structs have come into the document. */
  grow(structs: number): void {
    this.#come += structs;
  }

  /** How many items a list has; never too low. */
  of(type: Shared): number {
    const known = this.#walked.get(type);
    const since = known ? this.#come - known.at : 0;
    if (known && since <= known.items / 4 + slack) return known.items + since;
    let items = 0;
    for (let one = type._start; one; one = one.right) items += 1;
    this.#walked.set(type, { items, at: this.#come });
    return items;
  }
}

/** The marks of a text and how many different keys they have. */
export function marksIn(type: Shared): { marks: number; keys: number } {
  let marks = 0;
  const keys = new Set<string>();
  for (let one = type._start; one; one = one.right) {
    if (!(one.content instanceof Y.ContentFormat)) continue;
    marks += 1;
    keys.add(one.content.key);
  }
  return { marks, keys: keys.size };
}

/** How many values a key of a map has had. */
export function valuesOfKey(type: Shared, key: string): number {
  let count = 0;
  for (let one = type._map.get(key) ?? null; one; one = one.left) count += 1;
  return count;
}
