import { limits } from '@board/shared/protocol/limits';
import * as Y from 'yjs';

/** Keeps a document under its limit without measuring it for every update. */
export interface DocumentSize {
  /** True when so many bytes more fit, beside `underWay` bytes that are accepted and not yet in the document. */
  hasRoomFor(bytes: number, underWay: number): boolean;
  /** So many bytes have been added. */
  add(bytes: number): void;
}

/** An estimate that is never too low, measured anew when it reaches the limit. */
export function documentSize(doc: Y.Doc, estimate: number): DocumentSize {
  let bytes = estimate;
  let isMeasured = false;
  return {
    hasRoomFor(more, underWay) {
      if (bytes + underWay + more > limits.documentBytes && !isMeasured) {
        bytes = Y.encodeStateAsUpdate(doc).byteLength;
        isMeasured = true;
      }
      return bytes + underWay + more <= limits.documentBytes;
    },
    add(more) {
      bytes += more;
      isMeasured = false;
    },
  };
}
