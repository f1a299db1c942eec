import type { Entry, EntryBody, NewEntry } from '../ports.ts';
import type { Decision } from '../workshop/decisions.ts';
import type { Row, StoredRow } from './worker-protocol.ts';

/** An entry as it is stored. `at` in milliseconds since 1970. */
export function toRow(entry: NewEntry, at: number): Row {
  const { author, body } = entry;
  const { kind } = body;
  if (kind === 'decision')
    return { at, author, kind, document: null, generation: null, body: JSON.stringify(body.decision) };
  const { document, generation } = body;
  return { at, author, kind, document, generation, body: kind === 'document' ? body.state : body.update };
}

/** A stored row as an entry. Throws on a row that this schema does not know. */
export function toEntry(row: StoredRow): Entry {
  return { seq: row.seq, at: row.at, author: row.author, body: toBody(row) };
}

function toBody({ kind, document, generation, body }: StoredRow): EntryBody {
  if (kind === 'decision' && typeof body === 'string') return { kind, decision: JSON.parse(body) as Decision };
  if (document === null || generation === null || typeof body === 'string') throw new Error('unreadable log entry');
  if (kind === 'document') return { kind, document, generation, state: body };
  if (kind === 'update') return { kind, document, generation, update: body };
  throw new Error('unreadable log entry');
}

/** Bytes without the rest of the buffer that they may be a window on: a message to the worker would copy all of it. */
export function alone(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}
