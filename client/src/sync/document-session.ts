import type { ErrorCode } from '@board/shared/errors';
import type { DocumentName, WorkshopId } from '@board/shared/ids';
import { generationOf } from '@board/shared/live-view';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { syncAddress } from './addresses.ts';
import { type AsideNote, changeNotes, readNotes } from './device-notes.ts';
import { DocumentConnection } from './document-connection.ts';
import type { DocumentStatus } from './document-status.ts';
import type { LiveConnection } from './live.ts';
import { copyName, removeLocalCopy } from './local-copy.ts';
import { type Aside, type AsideReason, readCopy, unsentWords, wordsOf } from './set-aside.ts';
import { ownUndo } from './undo.ts';

/** A document as a page sees it. A new object when `doc`, `status` or `asides` change. */
export interface OpenDocument {
  /** Null until the document's generation is known. Another doc after the generation has moved. */
  doc: Y.Doc | null;
  awareness: Awareness | null;
  /** Undoes this person's own changes of this session, those made with `origin` or with an origin added to it. */
  undo: Y.UndoManager | null;
  /** The origin to give to changes that are made outside of a cell's editor. */
  origin: object;
  status: DocumentStatus;
  /** Copies with words that the server never stored. */
  asides: readonly Aside[];
}

export interface SessionOptions {
  workshop: WorkshopId;
  document: DocumentName;
  live: LiveConnection;
  rights: RightsHere;
}

/** What the page knows of this person's rights on the document. */
export interface RightsHere {
  /** Null while nothing is known. */
  now: () => { mayRead: boolean; whyNotWrite: ErrorCode | null } | null;
  subscribe: (listener: () => void) => () => void;
  /** They may have changed unseen: asks the server again. */
  askAgain: () => void;
}

/** One document on this page, over all its generations. */
export class DocumentSession {
  readonly #options: SessionOptions;
  readonly #key: string;
  readonly #origin = {};
  readonly #listeners = new Set<() => void>();
  readonly #stopFollowing: (() => void)[];
  /** Words of copies that were set aside while this page was open, for browsers that keep no local copy. */
  readonly #wordsAside = new Map<string, Map<string, string>>();
  #connection: DocumentConnection | null = null;
  #couldRead = false;
  #snapshot: OpenDocument;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#key = `${options.workshop}/${options.document}`;
    this.#snapshot = {
      doc: null,
      awareness: null,
      undo: null,
      origin: this.#origin,
      status: { state: 'connecting', why: null },
      asides: readNotes(this.#key).asides.map((note) => this.#aside(note)),
    };
    this.#stopFollowing = [options.live.subscribe(this.#follow), options.rights.subscribe(this.#followRights)];
    this.#follow();
    if (!this.#connection) this.#open(readNotes(this.#key).generation);
  }

  getSnapshot = (): OpenDocument => this.#snapshot;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Edits that the server has not called stored. */
  get waiting(): number {
    return this.#connection?.waiting ?? 0;
  }

  retryNow = (): void => this.#connection?.retryNow();
  drop = (): void => this.#connection?.drop();

  /** Throws a copy that was set aside away for good. */
  discard = (name: string): void => {
    const asides = readNotes(this.#key).asides.filter((note) => note.name !== name);
    changeNotes(this.#key, { asides });
    void removeLocalCopy(name);
    this.#wordsAside.delete(name);
    this.#publish({ asides: this.#snapshot.asides.filter((aside) => aside.name !== name) });
  };

  close(): void {
    for (const stop of this.#stopFollowing) stop();
    this.#listeners.clear();
    this.#snapshot.undo?.destroy();
    void this.#connection?.close();
  }

  /** The live view names the generation that the server has now. */
  readonly #follow = (): void => {
    const { view, status } = this.#options.live.getSnapshot();
    if (view === null) {
      if (status.state === 'refused' && !this.#connection)
        this.#publish({ status: { state: 'refused', why: status.why, edits: 0 } });
      return;
    }
    const generation = generationOf(view, this.#options.document);
    if (generation === this.#connection?.generation) return;
    if (generation !== null) this.#move(generation);
    else if (!this.#connection) this.#publish({ status: { state: 'refused', why: 'unknown-document', edits: 0 } });
  };

  readonly #followRights = (): void => {
    const rights = this.#options.rights.now();
    if (!rights || !this.#connection) return;
    this.#connection.setRight(rights.whyNotWrite);
    if (rights.mayRead && !this.#couldRead) this.#connection.comeBack();
    this.#couldRead = rights.mayRead;
  };

  #open(generation: number | null, oldCopy: 'unchecked' | 'checked' = 'unchecked'): void {
    if (generation === null) return;
    const { workshop, document } = this.#options;
    const { attempt, generation: before } = readNotes(this.#key);
    if (before !== null && before !== generation && oldCopy === 'unchecked')
      void this.#lookAtOldCopy(copyName(workshop, document, before, attempt));
    changeNotes(this.#key, { generation });
    const connection: DocumentConnection = new DocumentConnection({
      address: syncAddress(workshop),
      document,
      generation,
      copy: copyName(workshop, document, generation, attempt),
      onStatus: (status) => {
        if (connection === this.#connection) this.#publish({ status });
      },
      onClosed: (why) => {
        if (why === 'rights-changed' || why === 'not-joined') this.#options.rights.askAgain();
      },
      onDenied: () => {
        if (connection === this.#connection && connection.waiting > 0) this.#startAgain('read-only', generation);
      },
    });
    this.#connection = connection;
    const { doc, awareness, status } = connection;
    this.#publish({ doc, awareness, status, undo: ownUndo(doc, [this.#origin]) });
    this.#followRights();
  }

  #move(generation: number): void {
    if (this.#connection) this.#startAgain('generation-moved', generation);
    else this.#open(generation);
  }

  /** Leaves the present copy behind, set aside if anything in it was never stored, and starts from the server's document. */
  #startAgain(why: AsideReason, generation: number): void {
    const connection = this.#connection;
    if (!connection) return;
    this.#connection = null;
    const { copyName: name, waiting: edits, doc } = connection;
    if (edits > 0) this.#noteAside({ name, why, edits, at: Date.now() }, wordsOf(this.#options.document, doc));
    // The same generation again needs another copy; another generation has another name anyway.
    if (generation === connection.generation) changeNotes(this.#key, { attempt: readNotes(this.#key).attempt + 1 });
    this.#snapshot.undo?.destroy();
    // After the present event: a provider must not be taken down while it is handing over a frame.
    setTimeout(() => void connection.close(), 0);
    this.#open(generation, 'checked');
  }

  /** The generation has moved while no page was open: the old copy may hold edits that were never stored. */
  async #lookAtOldCopy(name: string): Promise<void> {
    const { edits, words } = await readCopy(this.#options.document, name);
    if (edits === 0) await removeLocalCopy(name);
    else this.#noteAside({ name, why: 'generation-moved', edits, at: Date.now() }, words);
  }

  #noteAside(note: AsideNote, words: Map<string, string>): void {
    const isOther = (one: { name: string }): boolean => one.name !== note.name;
    changeNotes(this.#key, { asides: [...readNotes(this.#key).asides.filter(isOther), note] });
    this.#wordsAside.set(note.name, words);
    this.#publish({ asides: [...this.#snapshot.asides.filter(isOther), this.#aside(note)] });
  }

  #aside(note: AsideNote): Aside {
    const { document } = this.#options;
    return {
      ...note,
      why: note.why === 'read-only' ? 'read-only' : 'generation-moved',
      readWords: async (now) => {
        const words = this.#wordsAside.get(note.name) ?? (await readCopy(document, note.name)).words;
        return unsentWords(words, wordsOf(document, now));
      },
    };
  }

  #publish(change: Partial<OpenDocument>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}
