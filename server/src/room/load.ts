import type { DocumentName, PersonId } from '@board/shared/ids';
import * as Y from 'yjs';
import type { Entry, Journal, WorkshopLog } from '../ports.ts';

/** A document as the log has it. */
export interface Loaded {
  doc: Y.Doc;
  /** The last entry that is in it. */
  seq: number;
  /** Updates that were replayed on top of the snapshot. */
  replayed: number;
  /** About how many bytes its full state takes. */
  bytes: number;
  /** Who first wrote under each Yjs client id. */
  writers: ReadonlyMap<number, PersonId>;
  /** Client ids of what the document was created with. */
  reserved: ReadonlySet<number>;
}

/** Builds a document from its snapshot and the updates after it. Throws when the log has no such document. */
export async function loadDocument(
  log: WorkshopLog,
  document: DocumentName,
  generation: number,
  journal: Journal,
): Promise<Loaded> {
  const snapshot = await log.readSnapshot(document, generation);
  if (!snapshot) throw new Error('the log has no such document');
  const doc = new Y.Doc({ gc: true });
  Y.applyUpdate(doc, snapshot.state);
  const writers = new Map(snapshot.writers);
  const inSnapshot = snapshot.writers === null ? [] : [...doc.store.clients.keys()];
  const reserved = new Set(inSnapshot.filter((client) => !writers.has(client)));
  const entries = await log.readUpdates(document, generation, snapshot.seq);
  let bytes = snapshot.state.byteLength;
  for (const { seq, author, body } of entries) {
    if (body.kind !== 'update') continue;
    bytes += body.update.byteLength;
    try {
      Y.applyUpdate(doc, body.update);
      noteWriters(writers, reserved, author, body.update);
    } catch (error) {
      journal.error('entry-unreadable', { document, seq, why: error instanceof Error ? error.name : '' });
    }
  }
  // What nothing in the log completes was never acknowledged as a whole; kept, it would be handed to every member.
  doc.store.pendingStructs = null;
  doc.store.pendingDs = null;
  return { doc, seq: entries.at(-1)?.seq ?? snapshot.seq, replayed: entries.length, bytes, writers, reserved };
}

function noteWriters(
  writers: Map<number, PersonId>,
  reserved: ReadonlySet<number>,
  author: Entry['author'],
  update: Uint8Array,
): void {
  if (author === null) return;
  for (const client of Y.parseUpdateMeta(update).to.keys()) {
    if (!writers.has(client) && !reserved.has(client)) writers.set(client, author);
  }
}
