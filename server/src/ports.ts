import type { ErrorCode } from '@board/shared/errors';
import type { DocumentName, PersonId, WorkshopId } from '@board/shared/ids';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import type { Result } from '@board/shared/result';
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
}

/**
 * The durable, ordered log of one workshop. Everything else in memory is a fold of it.
 * A second adapter (a log on NATS JetStream) must change nothing above this port.
 */
export interface WorkshopLog {
  /** Adds entries in one piece and in order. Resolves with the last one's seq when they are durable; rejects when they cannot be stored (and then none is). */
  append(entries: readonly NewEntry[]): Promise<number>;
  /** All decisions and document creations, in order: what a workshop is folded from. */
  readDecisions(): Promise<Entry[]>;
  /** The updates of one document's generation after a seq, in order. */
  readUpdates(document: DocumentName, generation: number, after: number): Promise<Entry[]>;
  /** Tells of entries as they become durable, in order, before the `append` that wrote them resolves. Returns how to stop. */
  follow(listener: (entries: readonly Entry[]) => void): () => void;
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
  /** Writes all given sheets in one piece (null removes). Resolves when durable and when no older copy is left in the file. */
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
  list(): Promise<WorkshopId[]>;
}

/** One line of the registry. Nothing in it changes often. */
export interface RegisteredWorkshop {
  id: WorkshopId;
  joinCode: string;
  createdAt: number;
}

/** The list of workshops on this server. */
export interface Registry {
  all(): readonly RegisteredWorkshop[];
  byCode(code: string): RegisteredWorkshop | null;
  /** Resolves when durable. */
  add(workshop: RegisteredWorkshop): Promise<void>;
}

/** Someone connected to a room. The room never sees a socket. */
export interface Member {
  /** Unique per connection. */
  readonly connection: number;
  readonly person: { readonly id: PersonId; readonly name: string; readonly colour: number };
  /** May this connection still write here? Asked for every update. */
  mayWrite(): { allowed: true } | { allowed: false; why: ErrorCode };
  send(bytes: Uint8Array): void;
  close(reason: CloseReason): void;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs something once, after `delay` milliseconds. Returns how to call it off. */
  after(delay: number, run: () => void): () => void;
}

/** Structured lines for the person who runs the server. Never a document's text, a name, a secret or a ballot. */
export interface Journal {
  info(event: string, facts?: Record<string, string | number>): void;
  warn(event: string, facts?: Record<string, string | number>): void;
  error(event: string, facts?: Record<string, string | number>): void;
}
