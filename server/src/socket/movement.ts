import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** Bytes of a connection: how many have come, how many the network has taken, and how many wait for it to take more. */
export interface Movement {
  come: number;
  left: number;
  waiting: number;
}

/** What Node's own time limit for a socket looks at, too. Nothing public tells how far a long write has come: it counts as written from its beginning, and as waiting to its end. */
interface Handle {
  bytesWritten?: number;
  writeQueueSize?: number;
}

export function movement(connection: Duplex): Movement {
  if (!(connection instanceof Socket)) return { come: 0, left: 0, waiting: 0 };
  const { bytesWritten = 0, writeQueueSize = 0 } = (connection as { _handle?: Handle | null })._handle ?? {};
  return { come: connection.bytesRead, left: bytesWritten - writeQueueSize, waiting: writeQueueSize };
}
