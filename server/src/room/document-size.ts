import { limits } from '@board/shared/protocol/limits';
import * as Y from 'yjs';

/** Keeps a document under its limit without measuring it for every update: an estimate that is never too low, measured anew when it reaches the limit. */
export function documentSize(
  doc: Y.Doc,
  estimate: number,
): { hasRoomFor(bytes: number): boolean; add(bytes: number): void } {
  let bytes = estimate;
  let isMeasured = false;
  return {
    hasRoomFor(more) {
      if (bytes + more > limits.documentBytes && !isMeasured) {
        bytes = Y.encodeStateAsUpdate(doc).byteLength;
        isMeasured = true;
      }
      return bytes + more <= limits.documentBytes;
    },
    add(more) {
      bytes += more;
      isMeasured = false;
    },
  };
}
