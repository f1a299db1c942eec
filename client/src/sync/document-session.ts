import type { Me } from '@board/shared/commands';
import type { ErrorCode } from '@board/shared/errors';
import { type DocumentName, groupOf, type PersonId, type WorkshopId } from '@board/shared/ids';
import { generationOf } from '@board/shared/live-view';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { syncAddress } from './addresses.ts';
import { CopyTrouble, isOversized } from './copy-trouble.ts';
import { type AsideNote, type AsideReason, changeNotes, type NotesKey, readNotes } from './device-notes.ts';
import { DocumentConnection } from './document-connection.ts';
import { type DocumentStatus, isKnown } from './document-status.ts';
import { wordsOf } from './document-words.ts';
import type { LiveConnection } from './live.ts';
import { copyName } from './local-copy.ts';
import { Offers } from './offers.ts';
import { type Aside, asideOf, discardAside, noteAside, notedCopy, notesKey, settleOldCopy } from './set-aside.ts';
import { ownUndo } from './undo.ts';

/** A document as a page sees it. A new object when `doc`, `status` or `asides` change. */
export interface OpenDocument {
  /** Null until the document's generation is known, and who sits here. Another doc after the generation has moved. */
  doc: Y.Doc | null;
  awareness: Awareness | null;
  /** Undoes this person's own changes of this session, those made with `origin` or with an origin added to it. */
  undo: Y.UndoManager | null;
  /** The origin to give to changes that are made outside of a cell's editor. */
  origin: object;
  status: DocumentStatus;
  /** Copies with words that the server never stored. */
  asides: readonly Aside[];
  /** Words of a strategy or of the charter that are offered back to this person. Null as long as `doc` is, and in other documents. */
  offers: Offers | null;
}

export interface SessionOptions {
  workshop: WorkshopId;
  document: DocumentName;
  live: LiveConnection;
  rights: RightsHere;
}

/** What the page knows of this person and their rights on the document. */
export interface RightsHere {
  /** Null while nothing is known, and when the server knows nobody here. Another object after each answer of the server. */
  who: () => Me | null;
  /** Null while nothing is known. */
  now: () => { mayRead: boolean; whyNotWrite: ErrorCode | null } | null;
  subscribe: (listener: () => void) => () => void;
  /** They may have changed unseen: asks the server again. */
  askAgain: () => void;
}

/** Closings after which the page must ask who sits here and what they may do. */
const doubts: ReadonlySet<CloseReason> = new Set([
  'rights-changed',
  'not-joined',
  'removed',
  'link-revoked',
  'device-ended',
  'other-person',
]);

/** Closings that end a right, with what is then said of words that were on their way. */
const endings: Partial<Record<CloseReason, AsideReason>> = {
  removed: 'removed',
  'link-revoked': 'link-revoked',
  'device-ended': 'device-ended',
  'group-keeps-closed': 'read-only',
  'not-your-group': 'read-only',
  'not-allowed': 'read-only',
};

/** One document on this page, over all its generations and all people who sit here one after the other. */
export class DocumentSession {
  readonly #options: SessionOptions;
  readonly #key: NotesKey;
  readonly #origin = {};
  readonly #listeners = new Set<() => void>();
  readonly #stopFollowing: (() => void)[];
  readonly #trouble = new CopyTrouble();
  #connection: DocumentConnection | null = null;
  #couldRead = false;
  /** The answer of the server that it has since taken back by closing the socket. */
  #outdated: Me | null = null;
  #snapshot: OpenDocument;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#key = notesKey(options);
    this.#snapshot = {
      doc: null,
      awareness: null,
      undo: null,
      origin: this.#origin,
      status: { state: 'connecting', why: null },
      asides: readNotes(this.#key).asides.map((note) => asideOf(options, note)),
      offers: null,
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

  /** There are edits that the server has not called stored. */
  get isWaiting(): boolean {
    return (this.#connection?.waiting.length ?? 0) > 0;
  }

  retryNow = (): void => this.#connection?.retryNow();
  drop = (): void => this.#connection?.drop();

  /** Throws a copy that was set aside away for good. */
  discard = (name: string): void => {
    discardAside(this.#options, name);
    this.#publish({ asides: this.#snapshot.asides.filter((aside) => aside.name !== name) });
  };

  close(): void {
    for (const stop of this.#stopFollowing) stop();
    this.#listeners.clear();
    this.#snapshot.undo?.destroy();
    this.#snapshot.offers?.close();
    void this.#connection?.close();
  }

  /** The live view names the generation that the server has now. */
  readonly #follow = (): void => {
    const { view, status } = this.#options.live.getSnapshot();
    if (view === null) {
      if (status.state === 'refused' && !this.#connection)
        this.#publish({ status: { state: 'refused', why: status.why, places: 0 } });
      return;
    }
    const generation = generationOf(view, this.#options.document);
    if (generation === this.#connection?.generation) return;
    if (generation === null) {
      if (!this.#connection) this.#publish({ status: { state: 'refused', why: 'unknown-document', places: 0 } });
    } else if (this.#connection) this.#startAgain('generation-moved', generation);
    else this.#open(generation);
  };

  readonly #followRights = (): void => {
    const me = this.#who();
    if (!this.#connection) this.#follow();
    const connection = this.#connection;
    if (!me || !connection) return;
    if (me.personId !== connection.person) {
      this.#startAgain('other-person', connection.generation);
      return;
    }
    connection.letGo();
    const rights = this.#options.rights.now();
    if (!rights) return;
    connection.setRight(rights.whyNotWrite);
    if (rights.mayRead && !this.#couldRead) connection.comeBack();
    this.#couldRead = rights.mayRead;
  };

  #who(): Me | null {
    const me = this.#options.rights.who();
    return me === this.#outdated ? null : me;
  }

  /** Opens the copy of whoever sits here; as long as that is not known, the last one's, which is then shown and not sent. */
  #open(generation: number | null): void {
    const notes = readNotes(this.#key);
    const person = this.#who()?.personId ?? notes.person;
    if (generation === null || person === null) return;
    const { workshop, document } = this.#options;
    if (this.#leavesOldCopy(generation, person)) this.#lookAtOldCopy(generation, person);
    const { attempt } = readNotes(this.#key);
    changeNotes(this.#key, { generation, person });
    const connection: DocumentConnection = new DocumentConnection({
      address: syncAddress(workshop),
      document,
      generation,
      person,
      copy: copyName({ workshop, document, generation, attempt, person }),
      onStatus: (status) => {
        if (connection !== this.#connection) return;
        if (status.state === 'saved') this.#trouble.isOver();
        if (isKnown(status)) this.#snapshot.offers?.met();
        this.#publish({ status });
      },
      onClosed: (why, wasSettled) => {
        if (connection === this.#connection) this.#closed(connection, why, wasSettled);
      },
      onDenied: (why) => {
        if (connection !== this.#connection || !this.isWaiting) return;
        this.#startAgain(isOversized(why, true) ? 'too-large' : 'read-only', generation);
      },
    });
    this.#connection = connection;
    const { doc, awareness, status, lostWords } = connection;
    const isText = groupOf(document) !== null || document === 'charter';
    const offers = isText ? new Offers(doc, lostWords, `${workshop}/${document}/${person}`) : null;
    this.#publish({ doc, awareness, status, offers, undo: ownUndo(doc, [this.#origin]) });
    this.#followRights();
  }

  #closed(connection: DocumentConnection, why: CloseReason, wasSettled: boolean): void {
    if (doubts.has(why)) {
      if (why !== 'rights-changed') {
        this.#outdated = this.#options.rights.who();
        this.#couldRead = false;
      }
      this.#options.rights.askAgain();
    }
    const ending = endings[why];
    if (ending && this.isWaiting) this.#startAgain(ending, connection.generation);
    else if (isOversized(why, this.isWaiting)) this.#startAgain('too-large', connection.generation);
    else if (this.#trouble.isHopeless(why, wasSettled)) this.#startAgain('damaged', connection.generation);
  }

  /** Leaves the present copy behind, set aside if anything in it was never stored, and starts from the server's document. */
  #startAgain(why: AsideReason, generation: number): void {
    const connection = this.#connection;
    if (!connection) return;
    this.#connection = null;
    const { copyName: name, waiting, doc } = connection;
    // What a copy that the server cannot take holds beyond its own notes is not known.
    const places = why === 'damaged' ? [''] : [...waiting];
    if (places.length > 0) {
      const note = { name, why, places, at: Date.now() };
      noteAside(this.#options, note, wordsOf(this.#options.document, doc));
      this.#offer(note);
    }
    const person = this.#who()?.personId ?? connection.person;
    // The same generation and person again need another copy; others have another name anyway.
    const attempt = readNotes(this.#key).attempt + 1;
    changeNotes(this.#key, { attempt, generation, person });
    this.#snapshot.undo?.destroy();
    this.#snapshot.offers?.close();
    // After the present event: a provider must not be taken down while it is handing over a frame.
    setTimeout(() => void connection.close(), 0);
    this.#open(generation);
  }

  #leavesOldCopy(generation: number, person: PersonId): boolean {
    const before = readNotes(this.#key);
    if (before.generation === null || before.person === null) return false;
    return before.generation !== generation || before.person !== person;
  }

  /** The generation has moved, or somebody else has joined, while no page was open: the old copy may hold edits that were never stored. */
  #lookAtOldCopy(generation: number, person: PersonId): void {
    const notes = readNotes(this.#key);
    const name = notedCopy(this.#options, notes);
    const why = notes.person === person ? 'generation-moved' : 'other-person';
    changeNotes(this.#key, { generation, person, attempt: notes.attempt + 1 });
    if (name === null) return;
    void settleOldCopy(this.#options, name, why).then((note) => note && this.#offer(note));
  }

  #offer(note: AsideNote): void {
    const others = this.#snapshot.asides.filter((one) => one.name !== note.name);
    this.#publish({ asides: [...others, asideOf(this.#options, note)] });
  }

  #publish(change: Partial<OpenDocument>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}
