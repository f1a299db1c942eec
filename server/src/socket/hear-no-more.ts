import type { Duplex } from 'node:stream';

/** Bytes that may come after the last word: what somebody had under way who has not heard it yet. Above it nobody is listening. */
const mostUnderWay = 4 * 1024 * 1024;

/**
 * Ends a connection behind what is still to leave. What comes meanwhile is thrown away and not read: the WebSocket library
 * would go on reading frames until the other side closes too. A connection that is not read at all would never tell that
 * it was closed, and one that is cut at once would take the last word with it.
 */
export function hearNoMore(connection: Duplex): void {
  let left = mostUnderWay;
  connection.removeAllListeners('data');
  connection.on('data', (piece: Uint8Array) => {
    left -= piece.byteLength;
    if (left < 0) connection.destroy();
  });
  connection.resume();
  connection.end();
}
