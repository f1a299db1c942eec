import type { Socket } from 'node:net';

/** What is known of a connection. */
interface Known {
  network: string;
  /** What its requests wait with until the answer before has left. */
  ahead: (() => void)[];
  isAnswering: boolean;
}

/** How many connections there may be. */
interface Room {
  perNetwork: number;
  inAll: number;
  /** Requests that one connection may send ahead of the answer. */
  ahead: number;
}

/**
 * The HTTP connections of the server. Where there are too many, of one network or in all, the one goes that has done
 * nothing for longest: whoever only holds connections makes room for those who use them, and keeps nobody out. On each
 * connection one request is answered at a time, so that what waits for somebody who does not read is one answer.
 */
export class Connections {
  readonly #room: Room;
  readonly #onLetGo: () => void;
  /** The one that has done nothing for longest is the first. */
  readonly #all = new Map<Socket, Known>();
  readonly #networks = new Map<string, Set<Socket>>();

  /** `onLetGo` is called for each connection that has to go. */
  constructor(room: Room, onLetGo: () => void) {
    this.#room = room;
    this.#onLetGo = onLetGo;
  }

  /** A connection was made. */
  came(socket: Socket, network: string): void {
    this.#all.set(socket, { network, ahead: [], isAnswering: false });
    const neighbours = this.#networks.get(network) ?? new Set();
    this.#networks.set(network, neighbours.add(socket));
    socket.once('close', () => this.left(socket));
    if (neighbours.size > this.#room.perNetwork) this.#letGo(neighbours.keys().next().value);
    if (this.#all.size > this.#room.inAll) this.#letGo(this.#all.keys().next().value);
  }

  /** A connection is gone, or is no HTTP connection any more. */
  left(socket: Socket): void {
    const known = this.#all.get(socket);
    if (!known) return;
    this.#all.delete(socket);
    const neighbours = this.#networks.get(known.network);
    neighbours?.delete(socket);
    if (neighbours?.size === 0) this.#networks.delete(known.network);
  }

  /** A request has come: `answer` is called now, or when the answers before it have left. When too many wait, the connection goes. */
  asked(socket: Socket, answer: () => void): void {
    const known = this.#all.get(socket);
    if (!known) return;
    this.#moved(socket, known);
    if (known.isAnswering) known.ahead.push(answer);
    else {
      known.isAnswering = true;
      answer();
    }
    if (known.ahead.length > this.#room.ahead) this.#letGo(socket);
  }

  /** An answer has left: the next request is answered. */
  answered(socket: Socket): void {
    const known = this.#all.get(socket);
    if (!known || socket.destroyed) return;
    this.#moved(socket, known);
    const next = known.ahead.shift();
    known.isAnswering = next !== undefined;
    next?.();
  }

  #moved(socket: Socket, known: Known): void {
    this.#all.delete(socket);
    this.#all.set(socket, known);
    const neighbours = this.#networks.get(known.network);
    neighbours?.delete(socket);
    neighbours?.add(socket);
  }

  #letGo(socket: Socket | undefined): void {
    if (socket === undefined) return;
    this.left(socket);
    socket.destroy();
    this.#onLetGo();
  }
}
