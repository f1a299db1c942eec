/**
 * A record whose keys come from a document, a person or the wire. It has no prototype: `constructor` and `__proto__` are keys
 * like any other, so that nobody who writes them reaches what every object has.
 */
export function keyed<Key extends string, Value>(entries: Iterable<readonly [Key, Value]> = []): Record<Key, Value> {
  const record = Object.create(null) as Record<Key, Value>;
  for (const [key, value] of entries) record[key] = value;
  return record;
}
