import { closeSync, fsyncSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { hasUnwrittenLog, patience, schemaVersion } from './sqlite-check.ts';
import { tables } from './sqlite-file.ts';

/** What a copy holds. The sheets stay behind: two copies in a row would show which ballots came in between. */
const copied = ['meta', 'log', 'snapshots'];

/**
 * Copies a workshop's file as it is at one moment, while its server may be writing it, to a new file. Not a byte of the
 * sheets is ever in the copy. Throws RangeError or an error of SQLite when the file is damaged; the copy is then nothing
 * to keep.
 */
export function copyWithoutSheets(from: string, to: string): void {
  const database = new DatabaseSync(to, { timeout: patience });
  try {
    // Of a copy that is not finished nothing is kept, so that nothing has to be made safe on the way.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
    database.exec(tables);
    database.prepare('ATTACH ? AS source').run(addressOf(from));
    database.exec('BEGIN');
    requireSound(database);
    for (const table of copied) copyTable(database, table);
    database.exec('COMMIT; DETACH source');
  } finally {
    database.close();
  }
  syncFile(to);
}

/** Where part of the file is still in its write-ahead log, a writer that is the last to let go would bring it in: a reader does not. */
function addressOf(path: string): string {
  const address = pathToFileURL(path);
  address.searchParams.set('mode', hasUnwrittenLog(path) ? 'ro' : 'rw');
  return address.href;
}

function requireSound(database: DatabaseSync): void {
  const version = database.prepare(`SELECT value FROM source.meta WHERE key = 'schema'`).get();
  if (version?.['value'] !== schemaVersion) throw new RangeError('another schema');
  const answers = database.prepare('PRAGMA source.quick_check(1)').all();
  if (answers[0]?.['quick_check'] !== 'ok') throw new RangeError('a damaged file');
}

/** A file of an earlier version may lack a column. */
function copyTable(database: DatabaseSync, table: string): void {
  const found = database.prepare(`SELECT name FROM pragma_table_info(?, 'source')`).all(table);
  const columns = found.map((column) => String(column['name'])).join(', ');
  database.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM source.${table}`);
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
