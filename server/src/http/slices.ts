import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Bytes that are read in one go: what browsers ask fits into one or two; in the smallest crumbs it is a third of a millisecond. */
const slice = 1024;

/**
 * Lets HTTP read what the network delivers, up to 64 KB at once, in small slices, and nothing more once the connection was
 * let go of. Its parser by itself goes on to the end of what was delivered, ten thousand crumbs or two thousand requests.
 */
export function readInSlices(server: Server): void {
  const upgraded = new WeakSet<Socket>();
  server.on('upgrade', ({ socket }) => upgraded.add(socket));
  server.on('connection', (socket: Socket) => {
    for (const parse of socket.listeners('data')) {
      const read = (bytes: Buffer<ArrayBuffer>): void => {
        for (let at = 0; at < bytes.byteLength && !socket.destroyed; at += slice) {
          // It goes on when what waits to leave has left.
          if (socket.isPaused()) return void socket.unshift(bytes.subarray(at));
          parse(bytes.subarray(at, at + slice));
          if (!upgraded.has(socket)) continue;
          socket.off('data', read);
          // Nobody sends messages before the upgrade is answered.
          if (at + slice < bytes.byteLength) socket.destroy();
          return;
        }
      };
      socket.off('data', parse as typeof read);
      socket.on('data', read);
    }
  });
}
