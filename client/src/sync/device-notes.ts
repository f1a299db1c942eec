/**
 * Small facts that this device keeps about a document: its last known generation, and copies that were set aside.
 * In localStorage, which every page may use; where it is forbidden, they last as long as the page.
 */
const prefix = 'board.document.';
const whilePageLasts = new Map<string, string>();

/** A copy of a document that holds edits which the server never stored, kept out of the way of the server's document. */
export interface AsideNote {
  /** The name of its local copy. */
  name: string;
  why: string;
  edits: number;
  /** Milliseconds since 1970, by this device's clock. */
  at: number;
}

export interface DocumentNotes {
  generation: number | null;
  /** Counts local copies of one generation: a copy that was set aside is never opened for writing again. */
  attempt: number;
  asides: AsideNote[];
}

/** What is noted for a document, `key` being `<workshop>/<document>`. Tolerates anything. */
export function readNotes(key: string): DocumentNotes {
  const empty: DocumentNotes = { generation: null, attempt: 0, asides: [] };
  try {
    const raw: unknown = JSON.parse(readRaw(key) ?? 'null');
    if (raw === null || typeof raw !== 'object') return empty;
    const { generation, attempt, asides } = raw as Partial<DocumentNotes>;
    return {
      generation: typeof generation === 'number' ? generation : null,
      attempt: typeof attempt === 'number' ? attempt : 0,
      asides: Array.isArray(asides) ? asides.filter((one) => typeof one?.name === 'string') : [],
    };
  } catch {
    return empty;
  }
}

/** Changes what is noted for a document. */
export function changeNotes(key: string, change: Partial<DocumentNotes>): void {
  const text = JSON.stringify({ ...readNotes(key), ...change });
  whilePageLasts.set(key, text);
  try {
    localStorage.setItem(prefix + key, text);
  } catch {
    // Storage is full or forbidden: the note then lasts as long as the page.
  }
}

function readRaw(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key) ?? whilePageLasts.get(key) ?? null;
  } catch {
    return whilePageLasts.get(key) ?? null;
  }
}
