import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Reader } from '../backlog.ts';
import type { HttpTools } from './tools.ts';

/** Bytes or letters from which an answer is a large one: of smaller ones the system keeps what waits, and not this process. */
const largeLength = 16 * 1024;

/** A connection over which answers go. */
class Connection implements Reader {
  readonly #socket: Socket;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  get waiting(): number {
    return this.#socket.writableLength;
  }

  letGo(): void {
    this.#socket.destroy();
  }
}

/** Counts large answers that nobody reads among what waits for all slow readers. A file of the client is one object for all who ask for it, and counts once. */
export function countUnread(app: FastifyInstance, { backlog, clock }: HttpTools): void {
  const connections = new WeakMap<Socket, Connection>();
  const connectionOf = (socket: Socket): Connection => {
    const known = connections.get(socket);
    if (known) return known;
    const connection = new Connection(socket);
    connections.set(socket, connection);
    socket.once('close', () => backlog.forget(connection));
    return connection;
  };
  app.addHook('onSend', async ({ socket }, _reply, payload) => {
    const answer = typeof payload === 'string' ? { byteLength: payload.length } : payload;
    if (!isAnswer(answer) || answer.byteLength < largeLength) return;
    // By then it has been written.
    clock.after(0, () => {
      if (!socket.destroyed) backlog.note(connectionOf(socket), answer);
    });
  });
}

function isAnswer(payload: unknown): payload is { byteLength: number } {
  return typeof payload === 'object' && payload !== null && 'byteLength' in payload;
}
