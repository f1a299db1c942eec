import * as Y from 'yjs';
import type { CheckedUpdate } from './strict.ts';

/** What applying did: `delta` is all that changed in the document, or null when nothing did. */
export type Applied = { ok: true; delta: Uint8Array | null } | { ok: false };

/**
 * Applies a checked update. The delta also has what Yjs tidies up by itself afterwards (formatting marks that became
 * redundant), so that the log never falls behind the document. When it answers `ok: false` the document can no longer
 * be trusted and must be built again from the log.
 */
export function applyChecked(doc: Y.Doc, update: Uint8Array): Applied {
  const deltas: Uint8Array[] = [];
  const collect = (delta: Uint8Array): void => {
    deltas.push(delta);
  };
  doc.on('update', collect);
  try {
    Y.applyUpdate(doc, update);
  } catch {
    return { ok: false };
  } finally {
    doc.off('update', collect);
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) return { ok: false };
  return { ok: true, delta: deltas.length === 0 ? null : Y.mergeUpdates(deltas) };
}

/** True when the document has all of the update already. */
export function isKnown(doc: Y.Doc, update: CheckedUpdate): boolean {
  if (update.writers.length > 0) return false;
  for (const [client, ranges] of update.deletes) {
    const structs = doc.store.clients.get(client) ?? [];
    if (!ranges.every((range) => isDeleted(structs, range.clock, range.clock + range.len))) return false;
  }
  return true;
}

function isDeleted(structs: (Y.Item | Y.GC)[], from: number, to: number): boolean {
  if (from >= to) return true;
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
    const struct = structs[index]!;
    if (struct.id.clock >= to) break;
    if (!struct.deleted) return false;
  }
  return true;
}
