import { type ErrorCode, isErrorCode } from '@board/shared/errors';
import type { DocumentName, PersonId } from '@board/shared/ids';
import { type CloseReason, closeReason } from '@board/shared/protocol/close-codes';
import { frameType, syncType } from '@board/shared/protocol/frames';
import * as decoding from 'lib0/decoding';
import { IndexeddbPersistence } from 'y-indexeddb';
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type DocumentStatus, isSameStatus, statusOf } from './document-status.ts';
import { Lateness } from './lateness.ts';
import { type LocalCopy, openLocalCopy } from './local-copy.ts';
import { LostWordsWatch } from './lost-words.ts';
import type { PlacePath } from './places.ts';
import { UnsentEdits } from './unsent-edits.ts';
import { WaitingEdits } from './waiting-edits.ts';
import { watchedSocket } from './watched-socket.ts';

export interface ConnectionOptions {
  /** What stands before the document's name: `ws://host/sync/<workshop>`. */
  address: string;
  document: DocumentName;
  generation: number;
  /** Whose words these are; the server lets them in under no other name. */
  person: PersonId;
  /** The name of the local copy. */
  copy: string;
  onStatus: (status: DocumentStatus) => void;
  /** The server closed the socket and said why. `wasSettled`: it had confirmed everything that this device had when they met. */
  onClosed: (why: CloseReason, wasSettled: boolean) => void;
  /** The server says that this person may not write (any more). */
  onDenied: (why: ErrorCode) => void;
}

/** The longest pause between two attempts of y-websocket, in milliseconds; it begins with 200 and doubles. */
const longestPause = 10_000;

/** One generation of one document on this page: the shared text, its way to the server and its local copy. Stays at home until it is let go. */
export class DocumentConnection {
  /** Throws nothing away that is removed until the local copy has been read: see `LostWordsWatch.opened`. */
  readonly doc = new Y.Doc({ gc: false });
  readonly awareness = new Awareness(this.doc);
  readonly lostWords = new LostWordsWatch(this.doc);
  readonly generation: number;
  readonly person: PersonId;
  readonly copyName: string;
  readonly #options: ConnectionOptions;
  readonly #provider: WebsocketProvider;
  readonly #waiting = new WaitingEdits();
  readonly #unsent = new UnsentEdits(this.doc, this.#waiting);
  #copy: LocalCopy | null = null;
  readonly #lateness = new Lateness(() => this.#tell());
  #isKept = false;
  /** The local copy has been read, so that nothing is sent before it is known what this device has. */
  #isRead = false;
  /** It is known what other tabs of this browser have left in the local copy since this socket was opened. */
  #hasLookedAround = false;
  /** How many sockets there were. */
  #opened = 0;
  #mayGo = false;
  #isGone = false;
  /** Why this person may not write, by what the page knows; the server has the last word. */
  #whyNotWrite: ErrorCode | null = null;
  #denied: ErrorCode | null = null;
  /** Denied on this very socket. A lost reader stays one until the server has let it in without saying so. */
  #isDeniedHere = false;
  #refused: CloseReason | null = null;
  #lastClose: CloseReason | null = null;
  #status: DocumentStatus = { state: 'connecting', why: null };

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.generation = options.generation;
    this.person = options.person;
    this.copyName = options.copy;
    // Before the provider listens, so that an edit is counted before it is sent.
    this.doc.on('update', this.#onUpdate);
    this.#provider = new WebsocketProvider(options.address, options.document, this.doc, {
      connect: false,
      awareness: this.awareness,
      params: { generation: String(options.generation), person: options.person },
      WebSocketPolyfill: watchedSocket({ opening: this.#onOpening, answer: this.#onAnswer, update: this.#onSend }),
      maxBackoffTime: longestPause,
      disableBc: true,
    });
    this.#listen(this.#provider);
    void this.#start();
  }

  get status(): DocumentStatus {
    return this.#status;
  }

  /** Where there are edits that the server has not called stored. */
  get waiting(): readonly PlacePath[] {
    return this.#waiting.places;
  }

  /** It is known that this person sits here: from now on it connects. */
  letGo(): void {
    this.#mayGo = true;
    if (this.#isRead && !this.#refused && !this.#isGone) this.#provider.connect();
  }

  /** Takes over what is known of the right to write. */
  setRight(whyNotWrite: ErrorCode | null): void {
    this.#whyNotWrite = whyNotWrite;
    this.#tell();
  }

  /** Tries again after a final refusal: what it was about has changed. */
  comeBack(): void {
    if (this.#refused === null || this.#isGone || !this.#mayGo) return;
    this.#refused = null;
    this.#provider.connect();
    this.#tell();
  }

  /** Tries at once instead of waiting. */
  retryNow(): void {
    if (this.#isGone || this.#refused || !this.#provider.shouldConnect || this.#provider.ws) return;
    this.#provider.connect();
  }

  /** The network is known to be gone: does not wait for the socket to notice. */
  drop(): void {
    if (!this.#provider.ws) return;
    this.#provider.disconnect();
    this.#provider.connect();
  }

  /** Ends it. The local copy stays as it is. */
  async close(): Promise<void> {
    this.#isGone = true;
    this.#lateness.watch(false);
    this.#provider.destroy();
    await this.#copy?.close();
    this.doc.destroy();
  }

  async #start(): Promise<void> {
    this.#copy = await openLocalCopy(this.copyName, this.doc, {
      onTrouble: () => {
        this.#isKept = false;
        this.#tell();
      },
      // Without a connection nobody's edits are on their way.
      onOthers: () => this.#takeOver(!this.#waiting.isSettled),
    });
    if (this.#isGone) {
      await this.#copy?.close();
      return;
    }
    this.lostWords.opened(this.#copy?.inherited ?? []);
    throwAway(this.doc);
    this.#isKept = this.#copy !== null;
    this.#isRead = true;
    this.#waiting.edited(this.#copy?.inherited ?? []);
    this.#unsent.left(this.#copy?.inherited ?? []);
    this.#noteWaiting();
    this.#tell();
    if (this.#mayGo) this.#provider.connect();
  }

  #listen(provider: WebsocketProvider): void {
    const apply = provider.messageHandlers[frameType.sync];
    provider.messageHandlers[frameType.sync] = (encoder, decoder, ...rest) => {
      const start = decoder.pos;
      if (decoding.readVarUint(decoder) !== syncType.stateVector)
        this.lostWords.told(decoding.readVarUint8Array(decoder));
      decoder.pos = start;
      apply?.(encoder, decoder, ...rest);
    };
    provider.messageHandlers[frameType.stored] = (_encoder, decoder) => this.#onStored(decoding.readVarUint(decoder));
    provider.messageHandlers[frameType.auth] = (_encoder, decoder) => {
      decoding.readVarUint(decoder);
      this.#onDenied(decoding.readVarString(decoder));
    };
    provider.on('status', this.#tell);
    provider.on('sync', (isSynced) => {
      if (isSynced && !this.#isDeniedHere) this.#denied = null;
      this.#tell();
    });
    provider.on('connection-close', (event) => this.#onClosed(event));
    provider.on('closed', ({ code, reason }) => {
      this.#refused = closeReason(code, reason) ?? 'not-allowed';
      this.#tell();
    });
  }

  readonly #onUpdate = (_update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    // What came from the server or from the local copy is no edit of this page.
    if (origin === this.#provider || origin instanceof IndexeddbPersistence) return;
    this.#unsent.edited(transaction);
    this.#noteWaiting();
    this.#tell();
  };

  readonly #onOpening = (): void => {
    this.#waiting.startOver();
    this.#isDeniedHere = false;
    this.#hasLookedAround = false;
    this.#opened += 1;
    void this.#takeOver(true);
  };

  readonly #onAnswer = (isEmpty: boolean, update: Uint8Array): boolean => {
    if (this.#isDeniedHere) return false;
    if (!isEmpty) this.lostWords.met(update);
    if (!this.#waiting.hasAnswered) this.#waiting.answered(isEmpty);
    this.#unsent.haveGone();
    if (isEmpty) this.#confirmed();
    return true;
  };

  readonly #onSend = (): boolean => {
    if (this.#isDeniedHere || !this.#waiting.hasAnswered) return false;
    this.#waiting.sent();
    this.#unsent.haveGone();
    return true;
  };

  #onStored(upTo: number): void {
    this.#waiting.stored(upTo);
    this.#confirmed();
  }

  #confirmed(): void {
    if (this.#waiting.count === 0) this.lostWords.stored();
    this.#lateness.progress();
    this.#noteWaiting();
    this.#tell();
  }

  #onDenied(reason: string): void {
    this.#isDeniedHere = true;
    this.#denied = isErrorCode(reason) ? reason : 'not-allowed';
    this.#tell();
    this.#options.onDenied(this.#denied);
  }

  #onClosed(event: CloseEvent | null): void {
    const wasSettled = this.#waiting.isSettled;
    this.#waiting.startOver();
    this.#lastClose = event ? closeReason(event.code, event.reason) : null;
    this.#tell();
    if (this.#lastClose) this.#options.onClosed(this.#lastClose, wasSettled);
  }

  /** Takes over what other tabs, of which some may be gone, have left waiting in the local copy. Tells whether more of it waits. */
  async #takeOver(atOnce: boolean): Promise<boolean> {
    const opened = this.#opened;
    const taken = await this.#copy?.takeOver(atOnce).catch(() => null);
    if (this.#isGone) return false;
    const { places, isMore } = taken ?? { places: [], isMore: false };
    const before = this.#waiting.count;
    this.#unsent.left(places);
    if (this.#isDeniedHere) this.#waiting.edited(places);
    else this.#waiting.takenOver(places);
    // Only what is new: two tabs that answer each other's notes would never end.
    if (this.#waiting.count !== before || (this.#waiting.isSettled && places.length > 0)) this.#noteWaiting();
    if (atOnce && opened === this.#opened) this.#hasLookedAround = true;
    this.#tell();
    return isMore;
  }

  #noteWaiting(): void {
    this.#copy?.noteWaiting(this.#waiting.places);
  }

  readonly #tell = (): void => {
    if (this.#isGone) return;
    const connected = this.#provider.wsconnected && this.#provider.synced;
    this.#lateness.watch(connected && this.#waiting.count > 0);
    const status = statusOf({
      waiting: this.#waiting.count,
      kept: this.#isKept,
      connected,
      late: this.#lateness.isLate,
      settled: this.#waiting.isSettled && this.#hasLookedAround,
      denied: this.#denied ?? this.#whyNotWrite,
      refused: this.#refused,
      lastClose: this.#lastClose,
    });
    if (isSameStatus(status, this.#status)) return;
    this.#status = status;
    this.#options.onStatus(status);
  };
}

/** Throws away what is removed, now and from now on. */
function throwAway(doc: Y.Doc): void {
  doc.gc = true;
  Y.tryGc(Y.createDeleteSetFromStructStore(doc.store), doc.store, doc.gcFilter);
}
