import * as Y from 'yjs';

/** The items between two clocks of a client id, as far as they have not been thrown away. */
export function* itemsIn({ store }: Y.Doc, client: number, from: number, to: number): Generator<Y.Item> {
  const structs = store.clients.get(client) ?? [];
  if (from >= to || structs.length === 0) return;
  for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= to) return;
    if (struct instanceof Y.Item) yield struct;
  }
}
