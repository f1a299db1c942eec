import type { DocumentName, WorkshopId } from '@board/shared/ids';
import * as idb from 'lib0/indexeddb';
import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

/** A document's copy in this browser. Two tabs may have the same one open; each counts its waiting edits in it. */
export interface LocalCopy {
  /** Edits that were waiting when this copy was opened, by a tab that is gone or by another one. */
  readonly inherited: number;
  /** Writes down how many edits wait now. */
  noteWaiting(edits: number): void;
  close(): Promise<void>;
}

const openingPatience = 4000;
const mark = 'waiting.';

/** The name of a local copy. Another generation is another copy: two histories are never merged. */
export function copyName(workshop: WorkshopId, document: DocumentName, generation: number, attempt: number): string {
  return `board/${workshop}/${document}/${generation}${attempt === 0 ? '' : `.${attempt}`}`;
}

/**
 * Opens a document's local copy and fills `doc` from it. Null when this browser keeps none (private windows): then what is
 * typed lives only as long as the page. `onTrouble` is called when writing fails later (the disk is full).
 */
export async function openLocalCopy(name: string, doc: Y.Doc, onTrouble: () => void): Promise<LocalCopy | null> {
  if (!(await canKeep())) return null;
  const persistence = new IndexeddbPersistence(name, doc);
  await within(openingPatience, persistence.whenSynced);
  const db = persistence.db;
  if (!db) return null;
  const own = mark + doc.clientID;
  const inherited = await takeOverMarks(db, own);
  let wanted = inherited;
  let isWriting = false;
  const write = async (): Promise<void> => {
    if (isWriting) return;
    isWriting = true;
    for (let written = -1; written !== wanted; ) {
      written = wanted;
      await setMark(db, own, written).catch(onTrouble);
    }
    isWriting = false;
  };
  return {
    inherited,
    noteWaiting: (edits) => {
      wanted = edits;
      void write();
    },
    close: async () => {
      await persistence.destroy();
    },
  };
}

/** Removes a local copy for good. */
export async function removeLocalCopy(name: string): Promise<void> {
  // A copy that cannot be removed now is only left lying: nobody opens it any more.
  if (await canKeep()) await idb.deleteDB(name).catch(() => {});
}

/** Adds up what other tabs have noted, in one transaction, and carries it on under this one's name. */
async function takeOverMarks(db: IDBDatabase, own: string): Promise<number> {
  const [store] = idb.transact(db, ['custom']);
  if (!store) return 0;
  let edits = 0;
  for (const { k: key, v: noted } of (await idb.getAllKeysValues(store)) as { k: unknown; v: unknown }[]) {
    if (typeof key !== 'string' || !key.startsWith(mark) || typeof noted !== 'number') continue;
    edits += noted;
    await idb.del(store, key);
  }
  if (edits > 0) await idb.put(store, edits, own);
  return edits;
}

async function setMark(db: IDBDatabase, key: string, edits: number): Promise<void> {
  const [store] = idb.transact(db, ['custom']);
  if (!store) return;
  if (edits === 0) await idb.del(store, key);
  else await idb.put(store, edits, key);
}

let isKept: Promise<boolean> | null = null;

/** Whether this browser lets a page keep anything. Asked once, with a database of its own, since y-indexeddb does not say. */
function canKeep(): Promise<boolean> {
  isKept ??= within(
    openingPatience,
    new Promise<boolean>((resolve) => {
      try {
        const asked = indexedDB.open('board/probe');
        asked.onerror = () => resolve(false);
        asked.onsuccess = () => {
          asked.result.close();
          resolve(true);
        };
      } catch {
        resolve(false);
      }
    }),
  ).then((answer) => answer === true);
  return isKept;
}

/** What a promise comes to, or null after some milliseconds or when it fails. */
function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value | null> {
  const tooLong = new Promise<null>((resolve) => setTimeout(() => resolve(null), milliseconds));
  return Promise.race([promise.catch(() => null), tooLong]);
}
