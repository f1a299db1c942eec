import * as Y from 'yjs';
import { isDeleted } from './deletions.ts';
import type { CheckedUpdate } from './strict.ts';

/** What applying did. */
export type Applied =
  /** `delta`: what it brought, null when nothing. `tidying`: what Yjs tidied up by itself afterwards (formatting marks that became redundant). */
  { ok: true; delta: Uint8Array | null; tidying: Uint8Array | null } | { ok: false };

/** Applies checked updates in one go. When it answers `ok: false` the document can no longer be trusted and must be built again from the log. */
export function applyChecked(doc: Y.Doc, updates: readonly Uint8Array[]): Applied {
  if (updates.length === 0) return { ok: true, delta: null, tidying: null };
  const changes: { bytes: Uint8Array; isTidying: boolean }[] = [];
  const collect = (bytes: Uint8Array, origin: unknown): void => {
    changes.push({ bytes, isTidying: origin !== applyChecked });
  };
  doc.on('update', collect);
  try {
    // One transaction: what it changed comes out merged, and others need not be.
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update, applyChecked);
    }, applyChecked);
  } catch {
    return { ok: false };
  } finally {
    doc.off('update', collect);
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) return { ok: false };
  return {
    ok: true,
    delta: merged(changes.filter((one) => !one.isTidying).map((one) => one.bytes)),
    tidying: merged(changes.filter((one) => one.isTidying).map((one) => one.bytes)),
  };
}

function merged(updates: Uint8Array[]): Uint8Array | null {
  return updates.length > 1 ? Y.mergeUpdates(updates) : (updates[0] ?? null);
}

/** True when the document has all of the update already. */
export function isKnown(doc: Y.Doc, update: CheckedUpdate): boolean {
  if (update.writers.size > 0) return false;
  for (const [client, ranges] of update.deletes) {
    if (!ranges.every((range) => isDeleted(doc, client, range))) return false;
  }
  return true;
}
