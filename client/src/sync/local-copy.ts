import type { DocumentName, PersonId, WorkshopId } from '@board/shared/ids';
import * as idb from 'lib0/indexeddb';
import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import type { PlacePath } from './places.ts';

/** A document's copy in this browser. Two tabs may have the same one open; each notes in it where its own edits wait. */
export interface LocalCopy {
  /** Where edits were waiting when this copy was opened, by a tab that is gone or by another one. */
  readonly inherited: readonly PlacePath[];
  /** Writes down where edits wait now. What was inherited and does not wait any more is forgotten, unless its tab has noted something since. */
  noteWaiting(places: readonly PlacePath[]): void;
  close(): Promise<void>;
}

/** Which copy: whose words, of which document and generation. `attempt` as in device-notes. */
export interface CopyAddress {
  workshop: WorkshopId;
  document: DocumentName;
  generation: number;
  attempt: number;
  person: PersonId;
}

/** What one tab has noted. `turn` counts its notes, so that two notes of the same places can be told apart. */
interface Mark {
  places: PlacePath[];
  turn: number;
}

const openingPatience = 4000;
const markPrefix = 'waiting.';
/** Places that are noted one by one; of more it is only noted that there are many. */
const mostPlaces = 300;
const anywhere: PlacePath[] = [''];

/**
 * The name of a local copy. Another generation is another copy: two histories are never merged. Another person's is
 * another copy too: what one person has typed on a device is not sent in the name of the next.
 */
export function copyName({ workshop, document, generation, attempt, person }: CopyAddress): string {
  return `board/${workshop}/${document}/${person}/${generation}${attempt === 0 ? '' : `.${attempt}`}`;
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
  const own = markPrefix + doc.clientID;
  const inherited = await readMarks(db);
  let wanted: readonly PlacePath[] = [];
  let turn = 0;
  let isWriting = false;
  const write = async (): Promise<void> => {
    if (isWriting) return;
    isWriting = true;
    for (let written = -1; written !== turn; ) {
      written = turn;
      await writeMark(db, own, { places: atMost(wanted), turn }, inherited).catch(onTrouble);
    }
    isWriting = false;
  };
  return {
    inherited: [...new Set([...inherited.values()].flatMap((mark) => mark.places))],
    noteWaiting: (places) => {
      if (turn === 0 && inherited.size === 0 && places.length === 0) return;
      wanted = places;
      turn += 1;
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

async function readMarks(db: IDBDatabase): Promise<Map<string, Mark>> {
  const marks = new Map<string, Mark>();
  const [store] = idb.transact(db, ['custom'], 'readonly');
  if (!store) return marks;
  for (const { k: key, v: value } of (await idb.getAllKeysValues(store)) as { k: unknown; v: unknown }[]) {
    if (typeof key === 'string' && key.startsWith(markPrefix)) marks.set(key, readMark(value));
  }
  return marks;
}

/** A mark of a foreign shape says at least that something waits. */
function readMark(value: unknown): Mark {
  try {
    const { places, turn } = JSON.parse(String(value)) as Partial<Mark>;
    if (Array.isArray(places) && places.every((place) => typeof place === 'string'))
      return { places, turn: typeof turn === 'number' ? turn : 0 };
  } catch {
    // Not a note of ours.
  }
  return { places: anywhere, turn: 0 };
}

/** Writes this tab's mark, and lets go of inherited ones whose places do not wait any more, in one transaction. */
async function writeMark(db: IDBDatabase, own: string, mark: Mark, inherited: Map<string, Mark>): Promise<void> {
  const [store] = idb.transact(db, ['custom']);
  if (!store) return;
  const waiting = new Set(mark.places);
  if (mark.places.length === 0) await idb.del(store, own);
  else await idb.put(store, JSON.stringify(mark), own);
  for (const [key, before] of inherited) {
    if (before.places.some((place) => waiting.has(place))) continue;
    inherited.delete(key);
    if (key !== own && readMark(await idb.get(store, key)).turn === before.turn) await idb.del(store, key);
  }
}

function atMost(places: readonly PlacePath[]): PlacePath[] {
  return places.length > mostPlaces ? anywhere : [...places];
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
