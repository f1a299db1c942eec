import type { ErrorCode } from '@board/shared/errors';
import type { DocumentName, PersonId, WorkshopId } from '@board/shared/ids';
import type { LiveChange } from '@board/shared/live-messages';
import type { LiveView } from '@board/shared/live-view';
import type { Person, RightsState } from '@board/shared/policy';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import type { Result } from '@board/shared/result';
import type { Standings } from '@board/shared/vote-parts';
import type * as Y from 'yjs';
import type { Decision } from './workshop/decisions.ts';

/** What an entry of the log says. */
export type EntryBody =
  /** Creates a document, or starts a new generation of it. `state` is a full Yjs update. The only time the server writes one. */
  | { kind: 'document'; document: DocumentName; generation: number; state: Uint8Array }
  /** An accepted Yjs update of one person. */
  | { kind: 'update'; document: DocumentName; generation: number; update: Uint8Array }
  /** A decision: counted, ordered, never merged. */
  | { kind: 'decision'; decision: Decision };

export interface NewEntry {
  /** Who wrote it; null for the server itself. */
  author: PersonId | null;
  body: EntryBody;
}

export interface Entry extends NewEntry {
  /** 1, 2, 3 … without gaps. */
  seq: number;
  /** Milliseconds since 1970, by the server's clock. */
  at: number;
}

/** The state of one document at one point of the log, kept so that opening a room need not replay all of it. */
export interface Snapshot {
  document: DocumentName;
  generation: number;
  /** The last entry that is in it. */
  seq: number;
  state: Uint8Array;
  /** Who first wrote under each Yjs client id in it. What the document was created with is in nobody's name. Null: not known, in files of earlier versions. */
  writers: ReadonlyMap<number, PersonId> | null;
}

/**
 * The durable, ordered log of one workshop. Everything else in memory is a fold of it.
 * A second adapter (a log on NATS JetStream) must change nothing above this port.
 */
export interface WorkshopLog {
  /** Adds entries in one piece and in order. Resolves with the last one's seq when they are durable; rejects when they cannot be stored (and then none is, nor anything that was appended behind them before they were rejected: it may build on them). */
  append(entries: readonly NewEntry[]): Promise<number>;
  /** All decisions and document creations, in order: what a workshop is folded from. */
  readDecisions(): Promise<Entry[]>;
  /** The updates of one document's generation after a seq, in order: a portion of some megabytes, and none only when there are no more. */
  readUpdates(document: DocumentName, generation: number, after: number): Promise<Entry[]>;
  /** Tells of entries as they become durable, in order, before the `append` that wrote them resolves. Returns how to stop. */
  follow(listener: (entries: readonly Entry[]) => void): () => void;
  /** The latest snapshot of a document's generation, or its creation as long as there is none; null when there is no such document. */
  readSnapshot(document: DocumentName, generation: number): Promise<Snapshot | null>;
  writeSnapshot(snapshot: Snapshot): Promise<void>;
  /** Waits until everything appended is durable, then lets go of the file. */
  close(): Promise<void>;
}

/**
 * Small sealed sheets beside the log: the rolls and boxes of votes. Each is written whole, so that neither the order nor
 * the time of what is on it can be read from the disk; earlier contents are overwritten, not kept (DESIGN §6).
 */
export interface SheetStore {
  /** Writes all given sheets in one piece (null removes). Resolves when durable. No older copy is left in the file; while the disk is full or a backup reads that is put off, not given up. */
  write(sheets: ReadonlyMap<string, Uint8Array | null>): Promise<void>;
  readAll(): Promise<Map<string, Uint8Array>>;
}

/** One workshop's file. */
export interface WorkshopFile {
  log: WorkshopLog;
  sheets: SheetStore;
  close(): Promise<void>;
}

/** Where workshops' files are kept. */
export interface WorkshopFiles {
  /** Makes a new file. Rejects when one is there already: nothing is ever written over. */
  create(id: WorkshopId): Promise<WorkshopFile>;
  /** Opens a file; `unknown-workshop` when there is none, `workshop-damaged` when it cannot be read (it is then left as it is). */
  open(id: WorkshopId): Promise<Result<WorkshopFile, 'unknown-workshop' | 'workshop-damaged'>>;
  /** Lets go of a file that was just made, and removes it: the workshop was never told of to anybody. */
  discard(id: WorkshopId): Promise<void>;
  list(): Promise<WorkshopId[]>;
}

/** One line of the registry. Nothing in it changes often. */
export interface RegisteredWorkshop {
  id: WorkshopId;
  joinCode: string;
  createdAt: number;
  /** Codes that were revoked, so that whoever types one can be told. */
  formerCodes?: string[] | undefined;
}

/** The list of workshops on this server. */
export interface Registry {
  all(): readonly RegisteredWorkshop[];
  byCode(code: string): RegisteredWorkshop | null;
  /** Resolves when durable. */
  add(workshop: RegisteredWorkshop): Promise<void>;
  /** Gives a workshop another join code; the present one becomes a former one. Resolves when durable. */
  renew(id: WorkshopId, joinCode: string): Promise<void>;
}

/** Someone connected to a room. The room never sees a socket. */
export interface Member {
  /** Unique per connection. */
  readonly connection: number;
  readonly person: { readonly id: PersonId; readonly name: string; readonly colour: number };
  /** May this connection still write here? Asked for every update. */
  mayWrite(): { allowed: true } | { allowed: false; why: ErrorCode };
  /** Sends frames in one go, in this order. The same list may be given to many members: it is packed once. */
  send(frames: readonly Uint8Array[]): void;
  close(reason: CloseReason): void;
}

export interface Clock {
  /** Milliseconds since 1970, as the machine is set: for what is kept and shown. Somebody may set it while the server runs. */
  now(): number;
  /** Whole milliseconds since some moment; nobody sets it, and it never goes back: for how long something takes or waits. */
  elapsed(): number;
  /** Runs something once, after `delay` milliseconds. Returns how to call it off. */
  after(delay: number, run: () => void): () => void;
}

/** Structured lines for the person who runs the server. Never a document's text, a name, a secret or a ballot. */
export interface Journal {
  info(event: string, facts?: Record<string, string | number>): void;
  warn(event: string, facts?: Record<string, string | number>): void;
  error(event: string, facts?: Record<string, string | number>): void;
}

/** Numbers for the person who runs the server: how much and how long, never who or what. */
export interface Meter {
  /** A room was loaded (+1) or put away (-1). */
  rooms(change: 1 | -1): void;
  /** A socket was accepted (+1) or has gone (-1). */
  sockets(kind: 'sync' | 'live', change: 1 | -1): void;
  /** Edits (Yjs updates of people) that have become durable. */
  edits(count: number): void;
  /** One transaction of the log, from handing it over to the answer. */
  commit(milliseconds: number): void;
  /** The disk refused a transaction. */
  commitFailed(): void;
  /** One room tells its members what a window gathered; the returned function is called when it has. */
  fanOut(): () => void;
  /** Something was refused: a socket closed, an edit denied, a command answered with an error. */
  refused(reason: ErrorCode): void;
}

/** What is tried out on a document: an update, or, without one, its opening. */
export interface TrialJob {
  /** The document's full state. */
  state: Uint8Array;
  /** What is on its way into it. */
  before: readonly Uint8Array[];
  update: Uint8Array | null;
}

/** `broken`: Yjs cannot take it. `busy`: nobody knows, since too much else was to be tried out, or it did not come to it. */
export type TrialOutcome = 'light' | 'heavy' | 'broken' | 'busy';

/** Tries out what may be dear, in a place where it concerns nobody how long it takes. */
export interface Trials {
  /**
   * How dear it is to apply the update, and to open the document afterwards, by the work that it takes and not by the
   * clock; `heavy` also when it does not end. `make` is asked when its turn comes; null when nobody needs to know any more.
   * Whoever has had less tried out lately has the next turn. What is tried out once more (`isAgain`) has its place already and
   * is never told `busy` for want of one. Never rejects.
   */
  attempt(by: PersonId | null, make: () => TrialJob | null, isAgain?: boolean): Promise<TrialOutcome>;
}

/** Who sits behind a session cookie. */
export interface SessionPerson extends Person {
  name: string;
  organisation: string;
  /** Index into the set of people's colours, stamped into awareness. */
  colour: number;
}

/** Why a browser is not let in, as far as the workshop remembers it. */
export type WhyOut = 'not-joined' | 'removed' | 'link-revoked' | 'device-ended';

/** What sockets need to know of a workshop. Implemented by workshop/, asked by socket/. */
export interface WorkshopGate {
  readonly id: WorkshopId;
  /** The person behind a session token, or null when there is none (any more). */
  personByToken(token: string): SessionPerson | null;
  /** The person as known now: group, role and name may have changed since the socket was opened. Null: removed. */
  personById(id: PersonId): SessionPerson | null;
  /** Why this person does not vote in votes of now. */
  standings(person: PersonId): Standings;
  /** Why a session token opens nothing (any more). */
  whyOut(token: string | null): WhyOut;
  /** Why somebody who was here is not any more. */
  whyGone(id: PersonId): WhyOut;
  rights(): RightsState;
  /** Tells that rights may have changed (group moved, strategy closed, charter adopted, person removed). Returns how to stop. */
  onRightsChange(listener: () => void): () => void;
  /** The live generation of a document, or null when there is no such document. */
  generation(document: DocumentName): number | null;
  /** Counts a person as connected until the returned function is called. */
  connect(person: PersonId): () => void;
  readonly rooms: RoomDirectory;
  readonly live: LiveFeed;
}

/** The live view and how to follow it. Implemented by workshop/live-view.ts, sent by socket/live.ts. */
export interface LiveFeed {
  view(): Promise<LiveView>;
  follow(listener: (changes: readonly LiveChange[]) => void): () => void;
}

/** Finds workshops. */
export interface WorkshopDirectory {
  /** `not-stored`: the disk takes nothing now, and the workshop cannot be opened before it does. */
  find(id: string): Promise<Result<WorkshopGate, 'unknown-workshop' | 'workshop-damaged' | 'not-stored'>>;
}

/** One connection's seat in a room. */
export interface Seat {
  /**
   * Hands over one frame, as it came from the socket. True when it is an echo: presence that the room has told already, and
   * nothing else. Never throws; refuses by closing the member.
   */
  receive(bytes: Uint8Array): boolean;
  /** The connection is gone. */
  leave(): void;
}

/** The rooms of one workshop, one per document. Implemented by room/rooms.ts. */
export interface RoomDirectory {
  /** Opens the room (loading it once, whoever asks first) and seats the member; the first sync frame goes out before this resolves. */
  join(document: DocumentName, member: Member): Promise<Result<Seat, CloseReason>>;
  /** Reads a document's durable state. The room is loaded if need be; the document must not be kept or changed. */
  read<Value>(document: DocumentName, read: (doc: Y.Doc) => Value): Promise<Value>;
  /**
   * Runs a decision on a document that holds everything that was accepted before and takes nothing while it runs: what
   * people write meanwhile is looked at afterwards, under the rights of then. `not-stored`, and nothing was run, when what
   * was accepted cannot be stored now.
   */
  still<Value>(document: DocumentName, run: (doc: Y.Doc) => Promise<Value>): Promise<Result<Value, 'not-stored'>>;
  /**
   * The same for all documents at once, for decisions that move rights: nothing that was accepted under the old rights is
   * stored behind the decision. When the decision concerns one person, only documents in which that person is or has words
   * on the way are still.
   */
  allStill<Value>(concerning: PersonId | null, run: () => Promise<Value>): Promise<Result<Value, 'not-stored'>>;
  /** Tells that a document's durable state has changed. Returns how to stop. */
  onChange(listener: (document: DocumentName) => void): () => void;
  /** No document is loaded: nobody sits anywhere, and everything that was accepted is stored. */
  readonly isEmpty: boolean;
  /** Stores what is left and closes every member with `stopping`. */
  close(): Promise<void>;
}

/** What a thread that does one piece of work is given: a script that exports `work`, and what goes to it. */
export interface AsideJob {
  script: string;
  data: unknown;
}

/**
 * Does one piece of work where it concerns nobody how long it takes: what the script exports as `work`, called with `data`.
 * `past-limits` when it takes more memory or time than any honest one. Rejects when the work throws. Implemented by
 * adapters/aside.ts.
 */
export type Aside = <Result>(script: URL, data: unknown) => Promise<{ result: Result } | 'past-limits'>;
