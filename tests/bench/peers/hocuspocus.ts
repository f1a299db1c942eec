import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';

/**
 * Hocuspocus as it comes, keeping documents in SQLite. Its own SQLite extension is this very extension over the same two
 * statements, but on a library that must be compiled; Node's own SQLite needs no compiler.
 */

const database = new DatabaseSync(join(process.env['DATA_DIR'] ?? '.', 'documents.sqlite'));
database.exec('CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, data BLOB NOT NULL)');
const find = database.prepare('SELECT data FROM documents WHERE name = ?');
const keep = database.prepare(
  'INSERT INTO documents (name, data) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data',
);

const server = new Server({
  address: process.env['HOST'] ?? '127.0.0.1',
  port: Number(process.env['PORT']),
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) =>
        (find.get(documentName)?.['data'] as Uint8Array<ArrayBuffer> | undefined) ?? null,
      store: async ({ documentName, state }) => void keep.run(documentName, state),
    }),
  ],
});
await server.listen();
