import { generateKeyBetween } from 'fractional-indexing';

declare const crypto: { getRandomValues(target: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> };

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Anything that stands in an order: a fractional index, with the id breaking ties so that every screen agrees. */
export interface Ordered {
  id: string;
  order: string;
}

/** Compares by order, then by id. Code units, not a language's alphabet. */
export function compareOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * A new index between two neighbours (null: the end of the list). Three random digits follow, so that two people who
 * insert at the same place at once get different indices. Neighbours that are equal, swapped or malformed (foreign
 * writers) are tolerated: the result then stands after the first.
 */
export function orderBetween(before: string | null, after: string | null): string {
  const plain = plainKey(before, after);
  const random = crypto.getRandomValues(new Uint8Array(3));
  const suffix = `${digits[random[0]! % 62]}${digits[random[1]! % 62]}${digits[1 + (random[2]! % 61)]}`;
  const jittered = plain + suffix;
  return after !== null && plain < after && jittered >= after ? plain : jittered;
}

/** Evenly grown indices for a list that is created at once. */
export function orderSequence(count: number): string[] {
  const keys: string[] = [];
  for (let index = 0; index < count; index++) keys.push(generateKeyBetween(keys.at(-1) ?? null, null));
  return keys;
}

function plainKey(before: string | null, after: string | null): string {
  try {
    return generateKeyBetween(before, before !== null && after !== null && before >= after ? null : after);
  } catch {
    return (
      attempt(() => generateKeyBetween(before, null)) ??
      attempt(() => generateKeyBetween(null, after)) ??
      generateKeyBetween(null, null)
    );
  }
}

function attempt(make: () => string): string | null {
  try {
    return make();
  } catch {
    return null;
  }
}
