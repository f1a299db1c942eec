import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { DocumentName, PersonId } from '@board/shared/ids';
import type { Snapshot } from '../ports.ts';
import { patience, schemaVersion } from './sqlite-check.ts';
import type { Commit, StoredRow } from './worker-protocol.ts';

/** The tables of a new file. */
export const tables = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE log (
    seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, author TEXT, kind TEXT NOT NULL,
    document TEXT, generation INTEGER, body ANY NOT NULL
  ) STRICT;
  CREATE INDEX updates ON log (document, generation, seq) WHERE kind = 'update';
  CREATE INDEX decisions ON log (seq) WHERE kind <> 'update';
  CREATE TABLE snapshots (
    document TEXT, generation INTEGER, seq INTEGER NOT NULL, state BLOB NOT NULL, writers TEXT,
    PRIMARY KEY (document, generation)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE sheets (name TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT, WITHOUT ROWID;
`;

/** Milliseconds in which a closing file waits for a backup that reads it; the worker does nothing else meanwhile. */
const closingPatience = 250;

/** Of a history so many bytes are handed over at a time, each of its rows counted with about what it takes itself. */
const portionBytes = 8 * 1024 * 1024;
const bytesPerRow = 200;

const columns = 'seq, at, author, kind, document, generation, body';

/** Makes a new file, in one piece: it appears under its name when it is whole. Throws when one is there. */
export function createFile(path: string): void {
  if (existsSync(path)) throw new Error('a workshop file of this name is there already');
  const draft = `${path}.new`;
  removeFile(draft);
  try {
    const database = connect(draft);
    try {
      database.exec(tables);
      database.prepare('INSERT INTO meta VALUES (?, ?)').run('schema', schemaVersion);
      if (!isEmptied(database)) throw new Error('the new workshop file could not be written as a whole');
    } finally {
      database.close();
    }
    renameSync(draft, path);
  } catch (error) {
    removeFile(draft);
    throw error;
  }
  syncFolder(dirname(path));
}

/** Removes a file that is not open, with what lies beside it. */
export function removeFile(path: string): void {
  for (const leftover of [path, `${path}-wal`, `${path}-shm`]) rmSync(leftover, { force: true });
}

/** One open workshop file. Everything here blocks: it is used in the worker thread only. */
export interface SqliteFile {
  /** One transaction, all or nothing. Returns the last seq of the log. */
  commit(commit: Commit): number;
  readDecisions(): StoredRow[];
  /** One portion: see `WorkshopLog.readUpdates`. */
  readUpdates(document: DocumentName, generation: number, after: number): StoredRow[];
  readSnapshot(document: DocumentName, generation: number): Snapshot | null;
  readSheets(): Map<string, Uint8Array>;
  /** False while the write-ahead log should have been emptied and could not be. */
  readonly isTidy: boolean;
  /** Empties the write-ahead log if that is due and possible. */
  tidy(): void;
  /** Brings everything into the one file and lets go of it. */
  close(): void;
}

/** Opens a sound file. `mostBytes` caps its size; a commit that would need more throws and stores nothing. */
export function openFile(path: string, mostBytes: number): SqliteFile {
  const database = connect(path);
  try {
    return openedFile(database, mostBytes);
  } catch (error) {
    database.close();
    throw error;
  }
}

function openedFile(database: DatabaseSync, mostBytes: number): SqliteFile {
  const pageBytes = Number(database.prepare('PRAGMA page_size').get()?.['page_size']);
  database.exec(`PRAGMA max_page_count = ${Math.floor(mostBytes / pageBytes)}`);
  addWriters(database);
  const log = writeAheadLog(database);
  const write = preparedWrites(database, log);
  const query = (sql: string): StatementSync => database.prepare(sql);
  const decisions = query(`SELECT ${columns} FROM log WHERE kind <> 'update' ORDER BY seq`);
  const updates = query(
    `SELECT ${columns} FROM log WHERE kind = 'update' AND document = ? AND generation = ? AND seq > ? ORDER BY seq`,
  );
  const snapshot = query('SELECT seq, state, writers FROM snapshots WHERE document = ? AND generation = ?');
  const creation = query(
    `SELECT seq, body AS state, '[]' AS writers FROM log WHERE kind = 'document' AND document = ? AND generation = ? ORDER BY seq LIMIT 1`,
  );
  const sheets = query('SELECT name, body FROM sheets');
  const rows = (statement: StatementSync, ...values: SQLInputValue[]): StoredRow[] =>
    statement.all(...values).map((row) => ({ ...row }) as unknown as StoredRow);
  return {
    commit: write,
    readDecisions: () => rows(decisions),
    readUpdates: (document, generation, after) => portion(updates.iterate(document, generation, after)),
    readSnapshot(document, generation) {
      const row = snapshot.get(document, generation) ?? creation.get(document, generation);
      if (!row) return null;
      const writers =
        row['writers'] === null ? null : new Map(JSON.parse(String(row['writers'])) as [number, PersonId][]);
      return { document, generation, seq: Number(row['seq']), state: row['state'] as Uint8Array, writers };
    },
    readSheets: () => new Map(sheets.all().map((row) => [String(row['name']), row['body'] as Uint8Array])),
    get isTidy() {
      return log.isTidy;
    },
    tidy: log.tidy,
    close() {
      // While a backup reads, the log beside the file cannot be emptied. Then it stays, and the next opening sees to it.
      database.exec(`PRAGMA busy_timeout = ${closingPatience}`);
      log.empty();
      database.close();
    },
  };
}

/** The first rows, and what is after them when that is asked for: a history can be larger than the memory. */
function portion(rows: Iterable<unknown>): StoredRow[] {
  const taken: StoredRow[] = [];
  let bytes = 0;
  for (const row of rows) {
    const stored = { ...(row as StoredRow) };
    taken.push(stored);
    bytes += stored.body.length + bytesPerRow;
    if (bytes > portionBytes) break;
  }
  return taken;
}

/** Files of earlier versions have snapshots that do not say who wrote in them. */
function addWriters(database: DatabaseSync): void {
  const has = database.prepare(`SELECT 1 FROM pragma_table_info('snapshots') WHERE name = 'writers'`).get();
  if (!has) database.exec('ALTER TABLE snapshots ADD COLUMN writers TEXT');
}

/** The write-ahead log beside the file: it must be emptied after a crash, and after a sheet was written (see `SheetStore`). */
interface WriteAheadLog {
  readonly isTidy: boolean;
  tidy(): void;
  /** Empties it now, or leaves it untidy. */
  empty(): void;
}

function writeAheadLog(database: DatabaseSync): WriteAheadLog {
  let isTidy = false;
  const empty = (): void => {
    isTidy = isEmptied(database);
  };
  empty();
  return {
    get isTidy() {
      return isTidy;
    },
    tidy() {
      if (!isTidy) empty();
    },
    empty,
  };
}

function preparedWrites(database: DatabaseSync, log: WriteAheadLog): (commit: Commit) => number {
  const last = database.prepare('SELECT max(seq) AS seq FROM log');
  const row = database.prepare(`INSERT INTO log (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const snapshot = database.prepare(
    'REPLACE INTO snapshots (document, generation, seq, state, writers) VALUES (?, ?, ?, ?, ?)',
  );
  const sheet = database.prepare('REPLACE INTO sheets (name, body) VALUES (?, ?)');
  const noSheet = database.prepare('DELETE FROM sheets WHERE name = ?');
  let seq = Number(last.get()?.['seq'] ?? 0);
  return (commit) => {
    let next = seq;
    database.exec('BEGIN IMMEDIATE');
    try {
      for (const { at, author, kind, document, generation, body } of commit.rows) {
        next += 1;
        row.run(next, at, author, kind, document, generation, body);
      }
      for (const { document, generation, seq: upTo, state, writers } of commit.snapshots) {
        snapshot.run(document, generation, upTo, state, writers && JSON.stringify([...writers]));
      }
      for (const [name, body] of commit.sheets) body === null ? noSheet.run(name) : sheet.run(name, body);
      database.exec('COMMIT');
    } catch (error) {
      // SQLite has rolled back by itself after some errors; then there is nothing left to roll back.
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
    seq = next;
    // No earlier state of a sheet may stay in the write-ahead log: from it the order of ballots could be read. The commit
    // is durable whether or not that succeeds now (a full disk, a backup that reads), so a failure is not the writer's: it
    // is made up for soon.
    if (commit.sheets.size > 0) log.empty();
    else log.tidy();
    return seq;
  };
}

/** One server writes here (folder-lock.ts); others may read, and a commit never waits for them. */
function connect(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: patience });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    database.exec('PRAGMA busy_timeout = 0');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** False on a full disk, and while somebody reads. */
function isEmptied(database: DatabaseSync): boolean {
  try {
    return database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0;
  } catch {
    return false;
  }
}

function syncFolder(folder: string): void {
  // Windows cannot open a folder as a file, and does not need to: there a rename is durable by itself.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
