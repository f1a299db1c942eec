import type { DocumentName, WorkshopId } from '@board/shared/ids';
import { type AsideNote, changeNotes, notedDocuments, readNotes } from './device-notes.ts';
import { type Aside, asideOf, notedCopy, notesKey, readCopy, settleOldCopy } from './set-aside.ts';

/** Words of one document that are on this device and not on the server. */
export interface KeptCopy {
  document: DocumentName;
  aside: Aside;
  /** Still the copy that the document is written in: what is in it is sent when the server lets it in. */
  isCurrent: boolean;
}

/** Everything of a workshop that was typed on this device and never stored, for when its documents cannot be opened. */
export async function findKeptWords(workshop: WorkshopId): Promise<KeptCopy[]> {
  const kept: KeptCopy[] = [];
  for (const document of notedDocuments(workshop)) {
    const here = { workshop, document };
    const notes = readNotes(notesKey(here));
    for (const note of notes.asides) kept.push({ document, aside: asideOf(here, note), isCurrent: false });
    const name = notedCopy(here, notes);
    const { places } = name === null ? { places: [] } : await readCopy(document, name);
    if (name === null || places.length === 0) continue;
    const note: AsideNote = { name, why: 'read-only', places: [...places], at: Date.now() };
    kept.push({ document, aside: asideOf(here, note), isCurrent: true });
  }
  return kept;
}

/**
 * The server does not know this person any more: what waited on this device is set aside in all documents of the
 * workshop, so that it gets in by no later way, whoever joins on this device.
 */
export async function setAllAside(workshop: WorkshopId, why: AsideNote['why']): Promise<void> {
  for (const document of notedDocuments(workshop)) {
    const here = { workshop, document };
    const key = notesKey(here);
    const notes = readNotes(key);
    const name = notedCopy(here, notes);
    if (name === null) continue;
    const note = await settleOldCopy(here, name, why);
    if (note) changeNotes(key, { attempt: notes.attempt + 1 });
  }
}
