import type { DocumentName, PersonId, WorkshopId } from '@board/shared/ids';
import type { Snapshot } from '../ports.ts';

/** An entry as a row of the table `log`. `body` is the Yjs update, or a decision as JSON text. */
export interface Row {
  at: number;
  author: PersonId | null;
  kind: 'document' | 'update' | 'decision';
  document: DocumentName | null;
  generation: number | null;
  body: Uint8Array | string;
}

export interface StoredRow extends Row {
  seq: number;
}

/** Everything that goes into one transaction of one file. */
export interface Commit {
  rows: Row[];
  snapshots: Snapshot[];
  /** Null removes. */
  sheets: Map<string, Uint8Array | null>;
}

/** A commit as it travels to the worker: see `packRows`. */
export type PackedCommit = Omit<Commit, 'rows'> & { rows: Uint8Array };

type Opened = 'open' | 'unknown-workshop' | 'workshop-damaged';

/** What the worker does for the main thread; each call is one message there and one back. */
export interface WorkerOperations {
  /** Makes the file and opens it. Throws when there is one. */
  create(path: string, id: WorkshopId): void;
  open(path: string, id: WorkshopId): Opened;
  /** Returns the seq of the last row that is in the log now. */
  commit(id: WorkshopId, commit: PackedCommit): number;
  readDecisions(id: WorkshopId): StoredRow[];
  readUpdates(id: WorkshopId, document: DocumentName, generation: number, after: number): StoredRow[];
  readSnapshot(id: WorkshopId, document: DocumentName, generation: number): Snapshot | null;
  readSheets(id: WorkshopId): Map<string, Uint8Array>;
  close(id: WorkshopId): void;
  /** Closes the file if it is open, and removes it with what lies beside it. */
  discard(path: string, id: WorkshopId): void;
}

export interface WorkerSettings {
  /** A file that would grow beyond this refuses to be written: one workshop must not fill the disk for all. */
  mostFileBytes: number;
}

export interface WorkerRequest {
  call: number;
  operation: keyof WorkerOperations;
  arguments: unknown[];
}

export type WorkerAnswer =
  | { call: number; ok: true; value: unknown }
  | { call: number; ok: false; message: string; code: string | undefined };
