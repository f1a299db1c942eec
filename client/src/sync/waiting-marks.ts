import * as idb from 'lib0/indexeddb';
import type { PlacePath } from './places.ts';

/** What one tab has noted of where its edits wait. `turn` counts its notes, so that two notes of the same places can be told apart. */
export interface Mark {
  places: PlacePath[];
  turn: number;
}

/** The notes of tabs, by their keys in the local copy. */
export type Marks = Map<string, Mark>;

const markPrefix = 'waiting.';
/** Places that are noted one by one; of more it is only noted that there are many. */
const mostPlaces = 300;
const anywhere: PlacePath[] = [''];

/** The key of a tab's note, by the number of its document. */
export function markKey(client: number): string {
  return markPrefix + client;
}

/** The notes of all tabs that have edits of their own which wait. */
export async function readMarks(db: IDBDatabase): Promise<Marks> {
  const marks: Marks = new Map();
  const [store] = idb.transact(db, ['custom'], 'readonly');
  if (!store) return marks;
  for (const { k: key, v: value } of (await idb.getAllKeysValues(store)) as { k: unknown; v: unknown }[]) {
    if (typeof key === 'string' && key.startsWith(markPrefix)) marks.set(key, readMark(value));
  }
  return marks;
}

/** Writes this tab's mark, and lets go of those taken over whose places do not wait any more, in one transaction. */
export async function writeMark(db: IDBDatabase, own: string, mark: Mark, takenOver: Marks): Promise<void> {
  const [store] = idb.transact(db, ['custom']);
  if (!store) return;
  const waiting = new Set(mark.places);
  if (mark.places.length === 0) await idb.del(store, own);
  else await idb.put(store, JSON.stringify({ ...mark, places: atMost(mark.places) }), own);
  for (const [key, before] of takenOver) {
    if (before.places.some((place) => waiting.has(place))) continue;
    takenOver.delete(key);
    if (key !== own && readMark(await idb.get(store, key)).turn === before.turn) await idb.del(store, key);
  }
}

/** The places of several notes, each once. */
export function placesOf(marks: Marks): PlacePath[] {
  return [...new Set([...marks.values()].flatMap((mark) => mark.places))];
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

function atMost(places: readonly PlacePath[]): PlacePath[] {
  return places.length > mostPlaces ? anywhere : [...places];
}
