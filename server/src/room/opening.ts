import * as Y from 'yjs';

/**
 * The most steps (see `Weigher`) that opening a document from its full state may cost. Its structs then come in another
 * order than they once came in, so that of two that stand in one list either may be walked over for the other, and a text
 * with marks may be tidied around each of them.
 */
export function mostToOpen(doc: Y.Doc): number {
  const lists = new Map<unknown, number>();
  const keys = new Map<unknown, Map<string, number>>();
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue;
      const { parent, parentSub: key } = struct;
      if (key === null) {
        lists.set(parent, (lists.get(parent) ?? 0) + 1);
        continue;
      }
      const values = keys.get(parent) ?? new Map<string, number>();
      keys.set(parent, values);
      values.set(key, (values.get(key) ?? 0) + 1);
    }
  }
  let steps = 0;
  for (const count of lists.values()) steps += 2 * count * count;
  for (const values of keys.values()) for (const count of values.values()) steps += count * count;
  return steps;
}
