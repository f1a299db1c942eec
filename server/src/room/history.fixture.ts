import fc from 'fast-check';
import * as Y from 'yjs';

/** A document with something in it, written under a given client id. */
export function docWith(change: (doc: Y.Doc) => void, client?: number): Y.Doc {
  const doc = new Y.Doc();
  if (client !== undefined) doc.clientID = client;
  doc.transact(() => change(doc));
  return doc;
}

/** A random honest history: several people edit text, maps and nested types, and hear of each other now and then. */
export function history(steps: readonly { who: number; kind: number; at: number }[]): {
  docs: Y.Doc[];
  updates: Uint8Array[];
} {
  const docs = [1, 2, 3].map((client) => docWith(() => {}, client));
  const updates: Uint8Array[] = [];
  for (const doc of docs) doc.on('update', (update: Uint8Array, origin: unknown) => origin || updates.push(update));
  for (const { who, kind, at } of steps) {
    const doc = docs[who]!;
    const text = doc.getText('text');
    const rows = doc.getMap<Y.Map<unknown>>('rows');
    if (kind === 0) text.insert(at % (text.length + 1), `w${at}`);
    if (kind === 1 && text.length > 0) text.delete(at % text.length, 1);
    if (kind === 2) rows.set(`r${at % 3}`, new Y.Map(Object.entries({ order: at, text: new Y.XmlFragment() })));
    if (kind === 3) rows.delete(`r${at % 3}`);
    if (kind === 4) text.format(0, at % (text.length + 1), { bold: at % 2 === 0 ? true : null });
    if (kind === 5) {
      const other = docs[at % 3]!;
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), 'sync');
    }
  }
  return { docs, updates };
}

export const steps = fc.array(fc.record({ who: fc.nat(2), kind: fc.nat(5), at: fc.nat(50) }), { maxLength: 40 });
