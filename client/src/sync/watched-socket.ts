import { frameType, syncType } from '@board/shared/protocol/frames';
import * as decoding from 'lib0/decoding';

/** What is told of the frames that leave. */
export interface Outgoing {
  /** A new socket is being opened. */
  opening(): void;
  /** May the answer to the server's state vector leave? */
  answer(isEmpty: boolean, update: Uint8Array): boolean;
  /** May this update leave? */
  update(): boolean;
}

/**
 * A WebSocket that tells which sync frames leave, and holds back those that may not. Made for y-websocket, which sends by
 * itself whenever a document changes: only at the socket can be counted what the server will count.
 */
export function watchedSocket(outgoing: Outgoing): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      outgoing.opening();
    }

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      if (mayLeave(data, outgoing)) super.send(data as ArrayBuffer);
    }
  };
}

function mayLeave(data: unknown, outgoing: Outgoing): boolean {
  if (!(data instanceof Uint8Array) || data[0] !== frameType.sync) return true;
  if (data[1] === syncType.answer) return outgoing.answer(isEmptyAnswer(data), updateIn(data));
  return data[1] === syncType.update ? outgoing.update() : true;
}

/** The update of an answer: behind the two types and its length. */
function updateIn(frame: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(frame);
  decoder.pos = 2;
  return decoding.readVarUint8Array(decoder);
}

/** An answer that holds no struct and no deletion: the two numbers of an update are both 0. */
function isEmptyAnswer(frame: Uint8Array): boolean {
  return frame.byteLength === 5 && frame[2] === 2 && frame[3] === 0 && frame[4] === 0;
}
