import type { DocumentName, PersonId } from '@board/shared/ids';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Row } from './worker-protocol.ts';

/**
 * Rows in one piece of memory. A message to a thread copies it at once, where it would walk through hundreds of objects
 * and buffers one by one: with eleven groups typing that was most of what storing cost.
 */
export function packRows(rows: readonly Row[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, rows.length);
    for (const { at, author, kind, document, generation, body } of rows) {
      encoding.writeVarUint(encoder, at);
      encoding.writeVarUint(encoder, kinds.indexOf(kind));
      encoding.writeVarString(encoder, author ?? '');
      encoding.writeVarString(encoder, document ?? '');
      encoding.writeVarUint(encoder, (generation ?? -1) + 1);
      if (typeof body === 'string') encoding.writeVarString(encoder, body);
      else encoding.writeVarUint8Array(encoder, body);
    }
  });
}

/** The rows again, as they were. Bytes are windows on `packed`. */
export function unpackRows(packed: Uint8Array): Row[] {
  const decoder = decoding.createDecoder(packed);
  return Array.from({ length: decoding.readVarUint(decoder) }, () => {
    const at = decoding.readVarUint(decoder);
    const kind = kinds[decoding.readVarUint(decoder)]!;
    const author = (decoding.readVarString(decoder) || null) as PersonId | null;
    const document = (decoding.readVarString(decoder) || null) as DocumentName | null;
    const generation = decoding.readVarUint(decoder) - 1;
    const body = kind === 'decision' ? decoding.readVarString(decoder) : decoding.readVarUint8Array(decoder);
    return { at, author, kind, document, generation: generation < 0 ? null : generation, body };
  });
}

const kinds = ['document', 'update', 'decision'] as const satisfies Row['kind'][];
