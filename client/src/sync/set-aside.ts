import { type DocumentName, groupOf, type WorkshopId } from '@board/shared/ids';
import { readCatalogue } from '@board/shared/model/catalogue';
import * as Y from 'yjs';
import { type AsideNote, changeNotes, type DocumentNotes, type NotesKey, readNotes } from './device-notes.ts';
import { type PlacedText, unsentWords, wordsOf } from './document-words.ts';
import { copyName, openLocalCopy, removeLocalCopy } from './local-copy.ts';
import type { PlacePath } from './places.ts';

/** A copy with edits that the server never stored. The server's document is on the screen; these words can be copied out of this one. */
export interface Aside extends AsideNote {
  /** What stands in those places of the copy, and not in the document as it is now (null: not known). */
  readWords(now: Y.Doc | null): Promise<PlacedText[]>;
}

/** What this device has of one document of a workshop. */
export interface DocumentHere {
  workshop: WorkshopId;
  document: DocumentName;
}

/** The key of a document's notes. */
export function notesKey({ workshop, document }: DocumentHere): NotesKey {
  return `${workshop}/${document}`;
}

/** What copies held when this page set them aside, for browsers that keep no local copy. */
const heldInThisPage = new Map<string, readonly PlacedText[]>();

/** A copy as a page offers it. */
export function asideOf(here: DocumentHere, note: AsideNote): Aside {
  return {
    ...note,
    readWords: async (now) => {
      const before = heldInThisPage.get(note.name) ?? (await readCopy(here.document, note.name)).words;
      const unsent = unsentWords(before, note.places, now ? wordsOf(here.document, now) : null);
      return withNumbers(here, unsent);
    },
  };
}

/** Notes a copy that is set aside, with what it holds, in place of an earlier note of the same copy. */
export function noteAside(here: DocumentHere, note: AsideNote, words: readonly PlacedText[]): void {
  heldInThisPage.set(note.name, words);
  const key = notesKey(here);
  changeNotes(key, { asides: [...readNotes(key).asides.filter((one) => one.name !== note.name), note] });
}

/** Throws a copy that was set aside away for good. */
export function discardAside(here: DocumentHere, name: string): void {
  const key = notesKey(here);
  heldInThisPage.delete(name);
  changeNotes(key, { asides: readNotes(key).asides.filter((note) => note.name !== name) });
  void removeLocalCopy(name);
}

/** The name of the copy that a document's notes speak of, or null when there is none. */
export function notedCopy({ workshop, document }: DocumentHere, notes: DocumentNotes): string | null {
  const { generation, attempt, person } = notes;
  return generation === null || person === null ? null : copyName({ workshop, document, generation, attempt, person });
}

/** Looks at a copy that this page has not open, and sets it aside when it holds unsent edits. Only a person throws a copy away: another tab may still write in it. */
export async function settleOldCopy(
  here: DocumentHere,
  name: string,
  why: AsideNote['why'],
): Promise<AsideNote | null> {
  const { places, words } = await readCopy(here.document, name);
  if (places.length === 0) return null;
  const note = { name, why, places: [...places], at: Date.now() };
  noteAside(here, note, words);
  return note;
}

/** Reads a local copy: its words, and where its edits were never stored. Empty where this browser keeps none. */
export async function readCopy(
  document: DocumentName,
  name: string,
): Promise<{ places: readonly PlacePath[]; words: PlacedText[] }> {
  const doc = new Y.Doc();
  const copy = await openLocalCopy(name, doc, { onTrouble: () => {} });
  const words = wordsOf(document, doc);
  await copy?.close();
  doc.destroy();
  return { places: copy?.inherited ?? [], words };
}

/** Rows are known by their recommendation's number; it stands in the catalogue, of which this device may have a copy. */
async function withNumbers({ workshop, document }: DocumentHere, words: PlacedText[]): Promise<PlacedText[]> {
  if (groupOf(document) === null || words.length === 0) return words;
  const catalogue = { workshop, document: 'catalogue' } as const;
  const name = notedCopy(catalogue, readNotes(notesKey(catalogue)));
  if (name === null) return words;
  const doc = new Y.Doc();
  const copy = await openLocalCopy(name, doc, { onTrouble: () => {} });
  const numbers = new Map(readCatalogue(doc).map(({ id, number }) => [id, number]));
  await copy?.close();
  doc.destroy();
  return words.map((one) =>
    one.holder.kind === 'row' && one.holder.recommendation !== null
      ? { ...one, holder: { ...one.holder, number: numbers.get(one.holder.recommendation) ?? '' } }
      : one,
  );
}
