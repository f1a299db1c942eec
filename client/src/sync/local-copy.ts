import type { DocumentName, PersonId, WorkshopId } from '@board/shared/ids';
import * as idb from 'lib0/indexeddb';
import { fetchUpdates, IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import { OtherTabs } from './other-tabs.ts';
import type { PlacePath } from './places.ts';
import { type Mark, type Marks, markKey, placesOf, readMarks, writeMark } from './waiting-marks.ts';

/** A document's copy in this browser. Two tabs may have the same one open; each notes in it where its own edits wait. */
export interface LocalCopy {
  /** Where edits were waiting when this copy was opened, by a tab that is gone or by another one. */
  readonly inherited: readonly PlacePath[];
  /** Writes down where edits wait now. What was inherited and does not wait any more is forgotten, unless its tab has noted something since. */
  noteWaiting(places: readonly PlacePath[]): void;
  /**
   * Reads into the document what other tabs have stored, and where edits of theirs wait. `atOnce`: all of these; else only
   * what has waited since the last look: a tab that is there sends its own edits itself.
   */
  takeOver(atOnce: boolean): Promise<TakenOver>;
  close(): Promise<void>;
}

export interface TakenOver {
  places: readonly PlacePath[];
  /** Others have noted edits that were left to them for now. */
  isMore: boolean;
}

/** What happens to a copy while it is open. */
export interface CopyListener {
  /** Writing has failed: the disk is full. */
  onTrouble: () => void;
  /** Another tab has noted something, or did so a while ago: takes over what has to be, and tells whether more waits. */
  onOthers?: () => Promise<boolean>;
}

/** Which copy: whose words, of which document and generation. `attempt` as in device-notes. */
export interface CopyAddress {
  workshop: WorkshopId;
  document: DocumentName;
  generation: number;
  attempt: number;
  person: PersonId;
}

const openingPatience = 4000;

/**
 * The name of a local copy. Another generation is another copy: two histories are never merged. Another person's is
 * another copy too: what one person has typed on a device is not sent in the name of the next.
 */
export function copyName({ workshop, document, generation, attempt, person }: CopyAddress): string {
  return `board/${workshop}/${document}/${person}/${generation}${attempt === 0 ? '' : `.${attempt}`}`;
}

/**
 * Opens a document's local copy and fills `doc` from it. Null when this browser keeps none (private windows): then what is
 * typed lives only as long as the page.
 */
export async function openLocalCopy(name: string, doc: Y.Doc, listener: CopyListener): Promise<LocalCopy | null> {
  if (!(await canKeep())) return null;
  const persistence = new IndexeddbPersistence(name, doc);
  await within(openingPatience, persistence.whenSynced);
  const db = persistence.db;
  if (!db) return null;
  const own = markKey(doc.clientID);
  const takenOver = await readMarks(db);
  const inherited = placesOf(takenOver);
  const tabs = listener.onOthers ? new OtherTabs(name, listener.onOthers) : null;
  const noting = new Noting(db, own, takenOver, () => tabs?.tell(), listener.onTrouble);
  let seen: Marks = new Map();
  return {
    inherited,
    noteWaiting: (places) => noting.note(places),
    takeOver: async (atOnce) => {
      // The marks first: what they speak of is stored by then.
      const marks = await readMarks(db);
      marks.delete(own);
      const before = seen;
      seen = marks;
      const due = new Map([...marks].filter(([key, { turn }]) => atOnce || before.get(key)?.turn === turn));
      if (atOnce || due.size > 0) await fetchUpdates(persistence);
      for (const [key, mark] of due) takenOver.set(key, mark);
      return { places: placesOf(due), isMore: due.size < marks.size };
    },
    close: async () => {
      tabs?.close();
      await persistence.destroy();
    },
  };
}

/** Writes this tab's mark, one after the other, the latest last. */
class Noting {
  readonly #db: IDBDatabase;
  readonly #own: string;
  readonly #takenOver: Marks;
  readonly #onWritten: () => void;
  readonly #onTrouble: () => void;
  #mark: Mark = { places: [], turn: 0 };
  #isWriting = false;

  constructor(db: IDBDatabase, own: string, takenOver: Marks, onWritten: () => void, onTrouble: () => void) {
    this.#db = db;
    this.#own = own;
    this.#takenOver = takenOver;
    this.#onWritten = onWritten;
    this.#onTrouble = onTrouble;
  }

  note(places: readonly PlacePath[]): void {
    const { turn } = this.#mark;
    if (turn === 0 && this.#takenOver.size === 0 && places.length === 0) return;
    this.#mark = { places: [...places], turn: turn + 1 };
    void this.#write();
  }

  async #write(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    for (let written = -1; written !== this.#mark.turn; ) {
      written = this.#mark.turn;
      await writeMark(this.#db, this.#own, this.#mark, this.#takenOver).catch(this.#onTrouble);
      this.#onWritten();
    }
    this.#isWriting = false;
  }
}

/** Removes a local copy for good. */
export async function removeLocalCopy(name: string): Promise<void> {
  // A copy that cannot be removed now is only left lying: nobody opens it any more.
  if (await canKeep()) await idb.deleteDB(name).catch(() => {});
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
