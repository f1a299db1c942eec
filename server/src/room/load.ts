import type { DocumentName, PersonId } from '@board/shared/ids';
import * as Y from 'yjs';
import { faultOf } from '../fault.ts';
import type { Clock, Entry, Journal, WorkshopLog } from '../ports.ts';
import { listsOf, valuesIn } from './strict.ts';

/** A document as the log has it. */
export interface Loaded {
  doc: Y.Doc;
  /** The last entry that is in it. */
  seq: number;
  /** Updates that were replayed on top of the snapshot. */
  replayed: number;
  /** Milliseconds that took. */
  took: number;
  /** About how many bytes its full state takes. */
  bytes: number;
  /** Who first wrote under each Yjs client id. */
  writers: ReadonlyMap<number, PersonId>;
  /** Client ids of what the document was created with. */
  reserved: ReadonlySet<number>;
}

/** Milliseconds for which a document is opened in one go: a history may be long, and others write meanwhile. */
const longestStretch = 40;

export interface Stretches {
  clock: Clock;
  /** False when nobody waits for the document any more. */
  isWanted(): boolean;
}

/** Builds a document from its snapshot and the updates after it, in stretches between which others have their turn. Throws when the log has no such document, and when it is no longer wanted. */
export async function loadDocument(
  log: WorkshopLog,
  document: DocumentName,
  generation: number,
  journal: Journal,
  stretches?: Stretches,
): Promise<Loaded> {
  const snapshot = await log.readSnapshot(document, generation);
  if (!snapshot) throw new Error('the log has no such document');
  const doc = new Y.Doc({ gc: true });
  Y.applyUpdate(doc, snapshot.state);
  const writers = new Map(snapshot.writers ?? (await writersInLog(log, document, generation)));
  const reserved = new Set([...doc.store.clients.keys()].filter((client) => !writers.has(client)));
  let bytes = snapshot.state.byteLength;
  let last = snapshot.seq;
  let replayed = 0;
  let took = 0;
  let since = stretches?.clock.elapsed() ?? 0;
  for await (const { seq, author, body } of updatesOf(log, document, generation, snapshot.seq)) {
    [last, replayed] = [seq, replayed + 1];
    if (body.kind !== 'update') continue;
    if (stretches && stretches.clock.elapsed() - since > longestStretch) {
      await new Promise<void>((resolve) => stretches.clock.after(0, resolve));
      if (!stretches.isWanted()) throw new Error('the document is no longer wanted');
      since = stretches.clock.elapsed();
    }
    bytes += body.update.byteLength;
    const began = stretches?.clock.elapsed() ?? 0;
    const problem = take(doc, body.update);
    took += (stretches?.clock.elapsed() ?? 0) - began;
    if (problem === null) noteWriters(writers, reserved, author, body.update);
    else journal.error('entry-not-applied', { document, seq, why: problem });
  }
  return { doc, seq: last, replayed, took, bytes, writers, reserved };
}

/** All updates of a document's generation after a seq, in order. */
export async function* updatesOf(
  log: Pick<WorkshopLog, 'readUpdates'>,
  document: DocumentName,
  generation: number,
  after: number,
): AsyncGenerator<Entry> {
  for (let from = after; ; ) {
    const portion = await log.readUpdates(document, generation, from);
    const last = portion.at(-1);
    if (!last) return;
    yield* portion;
    from = last.seq;
  }
}

/** Applies an entry as the room did: what cannot be placed at once was told to nobody, and must not wait for a later entry to complete it. */
function take(doc: Y.Doc, update: Uint8Array): string | null {
  try {
    if (hasEndlessList(doc, update)) return 'endless-list';
    Y.applyUpdate(doc, update);
    const isPlaced = doc.store.pendingStructs === null && doc.store.pendingDs === null;
    doc.store.pendingStructs = null;
    doc.store.pendingDs = null;
    return isPlaced ? null : 'unplaced';
  } catch (error) {
    // Half of it may be in the document. Going on would leave out what others have written behind it.
    throw new Error(`an entry of the log cannot be applied: ${faultOf(error)}`);
  }
}

/** An entry of an earlier version may hold what no update may hold now. */
function hasEndlessList(doc: Y.Doc, update: Uint8Array): boolean {
  const runs = Map.groupBy(Y.decodeUpdate(update).structs, (struct) => struct.id.client);
  const listBefore = (client: number, clock: number): number => {
    const last = doc.store.clients.get(client)?.at(-1);
    return last && last.id.clock + last.length === clock ? valuesIn(last) : 0;
  };
  return listsOf(runs.values(), { stateOf: (client) => Y.getState(doc.store, client), listBefore }) === null;
}

/** For files of earlier versions, whose snapshots do not say it: all that was written, written again. */
async function writersInLog(
  log: WorkshopLog,
  document: DocumentName,
  generation: number,
): Promise<Map<number, PersonId>> {
  const writers = new Map<number, PersonId>();
  const creation = (await log.readDecisions()).find(
    ({ body }) => body.kind === 'document' && body.document === document && body.generation === generation,
  );
  const doc = new Y.Doc();
  if (creation?.body.kind === 'document') Y.applyUpdate(doc, creation.body.state);
  const reserved = new Set(doc.store.clients.keys());
  for await (const { author, body } of updatesOf(log, document, generation, 0)) {
    if (body.kind === 'update' && take(doc, body.update) === null) noteWriters(writers, reserved, author, body.update);
  }
  return writers;
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
