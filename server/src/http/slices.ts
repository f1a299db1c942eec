import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** Bytes that are read in one go: what browsers ask fits into one or two; in the smallest crumbs it is a third of a millisecond. */
const slice = 1024;
const nothing = Buffer.alloc(0);

/** A connection while HTTP reads from it. */
interface Reading {
  parse: (bytes: Buffer<ArrayBuffer>) => void;
  /** Bytes that surely belong to the body that is coming. */
  sureOfBody: number;
  /** What was delivered behind the slice that is being read. */
  behind: Buffer<ArrayBuffer>;
  /** Stops reading as HTTP. */
  end: () => void;
  isOver: boolean;
}

/**
 * Lets HTTP read what the network delivers, up to 64 KB at once, in small slices, and nothing more once the connection was
 * let go of. Its parser by itself goes on to the end of what was delivered, ten thousand crumbs or two thousand requests.
 * Of a body whose length was said it takes all there is at once: nothing in that is a request.
 */
export function readInSlices(server: Server): void {
  const readings = new WeakMap<Socket, Reading>();
  server.on('request', ({ socket, headers }: IncomingMessage) => {
    const reading = readings.get(socket);
    // As much of the body as a slice has may stand in this one, behind the request.
    if (reading) reading.sureOfBody = Number(headers['content-length'] ?? 0) - slice;
  });
  // Before all others: who takes the upgrade puts back what stood in its own slice, and that comes first.
  server.prependListener('upgrade', ({ socket }: IncomingMessage) => {
    const reading = readings.get(socket);
    if (!reading) return;
    reading.end();
    if (reading.behind.byteLength > 0) socket.unshift(reading.behind);
  });
  server.on('connection', (socket: Socket) => {
    for (const parse of socket.listeners('data')) readings.set(socket, begin(socket, parse as Reading['parse']));
  });
}

function begin(socket: Socket, parse: Reading['parse']): Reading {
  const read = (bytes: Buffer<ArrayBuffer>): void => take(socket, reading, bytes);
  const end = (): void => {
    reading.isOver = true;
    socket.off('data', read);
  };
  const reading: Reading = { parse, sureOfBody: 0, behind: nothing, end, isOver: false };
  socket.off('data', parse);
  socket.on('data', read);
  return reading;
}

function take(socket: Socket, reading: Reading, bytes: Buffer<ArrayBuffer>): void {
  let at = 0;
  // Who has been sent the last answer is let go of as well.
  while (at < bytes.byteLength && !reading.isOver && !socket.destroyed && !socket.writableEnded) {
    // It goes on when what waits to leave has left.
    if (socket.isPaused()) return void socket.unshift(bytes.subarray(at));
    const piece = bytes.subarray(at, at + Math.max(slice, reading.sureOfBody));
    at += piece.byteLength;
    reading.sureOfBody -= piece.byteLength;
    reading.behind = bytes.subarray(at);
    reading.parse(piece);
    reading.behind = nothing;
  }
}
