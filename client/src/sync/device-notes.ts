import { type DocumentName, isId, type PersonId, parseDocumentName, type WorkshopId } from '@board/shared/ids';

/**
 * Small facts that this device keeps about a document: its last known generation, whose copy it is, and copies that were
 * set aside. In localStorage, which every page may use; where it is forbidden, they last as long as the page.
 */
const prefix = 'board.document.';
const whilePageLasts = new Map<string, string>();

/** A document of a workshop, as notes are kept: `<workshop>/<document>`. */
export type NotesKey = `${WorkshopId}/${DocumentName}`;

/** Why a copy of a document was set aside. */
export const asideReasons = [
  'generation-moved',
  'read-only',
  'removed',
  'link-revoked',
  'device-ended',
  'other-person',
  'damaged',
  'too-large',
] as const;
export type AsideReason = (typeof asideReasons)[number];

/** A copy of a document that holds edits which the server never stored, kept out of the way of the server's document. */
export interface AsideNote {
  /** The name of its local copy. */
  name: string;
  why: AsideReason;
  /** Where in it those edits are. */
  places: string[];
  /** Milliseconds since 1970, by this device's clock. */
  at: number;
}

export interface DocumentNotes {
  generation: number | null;
  /** Counts local copies of one generation: a copy that was set aside is never opened for writing again. */
  attempt: number;
  /** Whose words the local copy holds. */
  person: PersonId | null;
  asides: AsideNote[];
}

/** What is noted for a document. Tolerates anything. */
export function readNotes(key: NotesKey): DocumentNotes {
  const empty: DocumentNotes = { generation: null, attempt: 0, person: null, asides: [] };
  try {
    const raw: unknown = JSON.parse(readRaw(key) ?? 'null');
    if (raw === null || typeof raw !== 'object') return empty;
    const { generation, attempt, person, asides } = raw as Partial<DocumentNotes>;
    return {
      generation: typeof generation === 'number' ? generation : null,
      attempt: typeof attempt === 'number' ? attempt : 0,
      person: isId<PersonId>(person) ? person : null,
      asides: Array.isArray(asides) ? asides.filter((one) => typeof one?.name === 'string').map(readAside) : [],
    };
  } catch {
    return empty;
  }
}

/** Changes what is noted for a document. */
export function changeNotes(key: NotesKey, change: Partial<DocumentNotes>): void {
  const text = JSON.stringify({ ...readNotes(key), ...change });
  whilePageLasts.set(key, text);
  try {
    localStorage.setItem(prefix + key, text);
  } catch {
    // Storage is full or forbidden: the note then lasts as long as the page.
  }
}

/** The documents of a workshop that this device has noted anything about. */
export function notedDocuments(workshop: WorkshopId): DocumentName[] {
  const start = `${workshop}/`;
  const names = notedKeys().filter((key) => key.startsWith(start));
  return [...new Set(names)]
    .map((key) => parseDocumentName(key.slice(start.length)))
    .filter((document) => document !== null);
}

function readAside({ name, why, places, at }: AsideNote): AsideNote {
  return {
    name,
    why: asideReasons.includes(why) ? why : 'generation-moved',
    places: Array.isArray(places) ? places.filter((place) => typeof place === 'string') : [''],
    at: typeof at === 'number' ? at : 0,
  };
}

function notedKeys(): string[] {
  const noted = [...whilePageLasts.keys()];
  try {
    const stored = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
    return [...noted, ...stored.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))];
  } catch {
    return noted;
  }
}

function readRaw(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key) ?? whilePageLasts.get(key) ?? null;
  } catch {
    return whilePageLasts.get(key) ?? null;
  }
}
