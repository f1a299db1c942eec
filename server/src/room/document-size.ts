import { limits } from '@board/shared/protocol/limits';
import * as Y from 'yjs';
import type { Clock } from '../ports.ts';

/** What an update, or all that is under way, would add to a document. */
export interface Growth {
  bytes: number;
  structs: number;
}

/** Keeps a document under its limits without measuring it for every update. */
export interface DocumentSize {
  /** True when so much more fits, beside what is accepted and not yet in the document. */
  hasRoomFor(more: Growth, underWay: Growth): boolean;
  /** So much has been added. */
  add(more: Growth): void;
}

/** Milliseconds between two measurings: each walks all of the document, and whoever writes at the limit may ask for one with every other word. */
const measureMs = 2_000;

/** Bytes that a struct needs when it is cut in two: another id and another origin. */
const bytesPerCut = 16;

/** What an update brings: each place where it cuts something that is there is a struct more. */
export function growthOf(bytes: number, structs: number, cuts: number): Growth {
  return { bytes: bytes + cuts * bytesPerCut, structs: structs + cuts };
}

/** An estimate that is never too low, measured anew when it reaches a limit, now and then. */
export function documentSize(doc: Y.Doc, estimate: number, clock: Pick<Clock, 'elapsed'>): DocumentSize {
  let bytes = estimate;
  let structs = countStructs(doc);
  let isMeasured = false;
  let measurableAt = clock.elapsed();
  const fits = (more: Growth, underWay: Growth): boolean =>
    bytes + underWay.bytes + more.bytes <= limits.documentBytes &&
    structs + underWay.structs + more.structs <= limits.structsPerDocument;
  return {
    hasRoomFor(more, underWay) {
      if (!fits(more, underWay) && !isMeasured && clock.elapsed() >= measurableAt) {
        bytes = Y.encodeStateAsUpdate(doc).byteLength;
        structs = countStructs(doc);
        isMeasured = true;
        measurableAt = clock.elapsed() + measureMs;
      }
      return fits(more, underWay);
    },
    add(more) {
      bytes += more.bytes;
      structs += more.structs;
      isMeasured = false;
    },
  };
}

/** The structs of a document. */
export function countStructs(doc: Y.Doc): number {
  let count = 0;
  for (const structs of doc.store.clients.values()) count += structs.length;
  return count;
}
