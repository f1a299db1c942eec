import * as encoding from 'lib0/encoding';
import type * as Y from 'yjs';
import { findIndexSS } from 'yjs';

/** A stretch of one client id's clocks. */
export interface Range {
  clock: number;
  len: number;
}

export type Ranges = ReadonlyMap<number, readonly Range[]>;

/** Counts structs that were looked at. */
export interface Looked {
  structs: number;
}

/** True when the document has deleted all of it already. */
export function isDeleted(doc: Y.Doc, client: number, { clock, len }: Range, looked: Looked = { structs: 0 }): boolean {
  if (len <= 0) return true;
  const structs = doc.store.clients.get(client) ?? [];
  const last = structs.at(-1);
  const to = clock + len;
  if (!last || last.id.clock + last.length < to) return false;
  for (let index = findIndexSS(structs, clock); index < structs.length; index++) {
    const struct = structs[index]!;
    if (struct.id.clock >= to) break;
    looked.structs += 1;
    if (!struct.deleted) return false;
  }
  return true;
}

/** The ranges that the document has not deleted yet. y-websocket tells all that it has ever deleted whenever it comes back. */
export function newRanges(
  doc: Y.Doc,
  ranges: Ranges,
): { ranges: Map<number, Range[]>; count: number; all: number; looked: Looked } {
  const fresh = new Map<number, Range[]>();
  const looked = { structs: 0 };
  let [count, all] = [0, 0];
  for (const [client, list] of ranges) {
    all += list.length;
    const left = list.filter((range) => !isDeleted(doc, client, range, looked));
    if (left.length > 0) fresh.set(client, left);
    count += left.length;
  }
  return { ranges: fresh, count, all, looked };
}

/**
 * An update with other deletions: its structs are its first `structsEnd` bytes (the update format of Yjs, version 1: client
 * ids from high to low, each with its ranges).
 */
export function withDeletions(update: Uint8Array, structsEnd: number, ranges: Ranges): Uint8Array {
  return encoding.encode((out) => {
    encoding.writeUint8Array(out, update.subarray(0, structsEnd));
    encoding.writeVarUint(out, ranges.size);
    for (const [client, list] of [...ranges].sort(([a], [b]) => b - a)) {
      encoding.writeVarUint(out, client);
      encoding.writeVarUint(out, list.length);
      for (const { clock, len } of list) {
        encoding.writeVarUint(out, clock);
        encoding.writeVarUint(out, len);
      }
    }
  });
}
