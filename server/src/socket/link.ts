import type { Duplex } from 'node:stream';
import { type CloseReason, closeCodes } from '@board/shared/protocol/close-codes';
import { limits } from '@board/shared/protocol/limits';
import type { RawData } from 'ws';
import { faultOf } from '../fault.ts';
import type { Clock, Journal } from '../ports.ts';
import { Allowance } from './allowance.ts';
import type { BoardSocket, SocketListener } from './board-socket.ts';
import { packed, packedText } from './wire.ts';

/** Before being let in a page asks for its document and says where its cursor is; nobody says more. What is said is kept until then. */
const beforeAdmission = { frameBurst: 50, framesPerSecond: 5, bytesBurst: 128 * 1024, bytesPerSecond: 8 * 1024 };

export type Message = { isText: false; bytes: Uint8Array } | { isText: true };

/** Who sits at the server's end of a link. */
export interface Host {
  /** A throw closes the link with `internal`. */
  hear(message: Message): void;
  /** Once, as soon as the link is closed by either side. */
  ended(): void;
}

/** What becomes of a link, for whoever keeps them. */
export interface LinkKeeper {
  /** Once, as soon as it is closed by either side. */
  ended(link: Link): void;
  /** Once the connection itself is gone, which a slow peer may put off after the end. */
  gone(link: Link): void;
  refused(reason: CloseReason): void;
}

export interface LinkParts {
  socket: BoardSocket;
  /** The connection below the WebSocket: what is packed once for many is written to it as it is. */
  connection: Duplex;
  clock: Clock;
  journal: Journal;
  keeper: LinkKeeper;
}

/** One accepted WebSocket: its inbox with caps, its outbox with back-pressure, and its end. */
export class Link implements SocketListener {
  readonly #socket: BoardSocket;
  readonly #connection: Duplex;
  readonly #journal: Journal;
  readonly #keeper: LinkKeeper;
  #allowance: Allowance;
  /** What came before anybody could hear it; capped by the allowance. */
  #unheard: Message[] | null = null;
  #host: Host | null = null;
  #isEnded = false;
  #largestSent = 0;
  /** Anything came since this was last set to false. */
  isAlive = true;

  constructor({ socket, connection, clock, journal, keeper }: LinkParts) {
    this.#socket = socket;
    this.#connection = connection;
    this.#journal = journal;
    this.#keeper = keeper;
    this.#allowance = new Allowance(clock, beforeAdmission);
    socket.listen(this);
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** Who hears this link from now on, what came before included; told of the end at once when it is over already. */
  seat(host: Host): void {
    if (this.#isEnded) {
      host.ended();
      return;
    }
    this.#host = host;
    const unheard = this.#unheard ?? [];
    this.#unheard = null;
    for (const message of unheard) this.#tell(message);
  }

  /** What it sends counts against this allowance from now on. */
  countAgainst(one: Allowance): void {
    this.#allowance = one;
  }

  /** Sends binary messages in one write. A list that many links send is packed once. */
  sendAll(messages: readonly Uint8Array[]): void {
    if (!this.#isEnded) this.#write(packed(messages));
  }

  /** Sends a text message. A text that many links send in a row is packed once. */
  sendText(message: string): void {
    if (!this.#isEnded) this.#write(packedText(message));
  }

  ping(): void {
    if (!this.#isEnded) this.#socket.ping();
  }

  close(reason: CloseReason): void {
    if (this.#isEnded) return;
    this.#socket.close(closeCodes[reason], reason);
    this.#end();
  }

  /** Lets go of a peer that does not answer. */
  drop(): void {
    this.#socket.terminate();
  }

  message(data: RawData, isBinary: boolean): void {
    if (this.#isEnded) return;
    this.isAlive = true;
    const bytes = oneBuffer(data);
    if (!this.#allowance.take(bytes.byteLength)) {
      this.close('too-many-requests');
      return;
    }
    const message: Message = isBinary ? { isText: false, bytes } : { isText: true };
    if (this.#host) this.#tell(message);
    else if (this.#unheard) this.#unheard.push(message);
    else this.#unheard = [message];
  }

  pong(): void {
    this.isAlive = true;
  }

  gone(): void {
    this.#end();
    this.#keeper.gone(this);
  }

  refused(reason: CloseReason): void {
    this.#keeper.refused(reason);
  }

  /** Drops the reader when too much is waiting for it. */
  #write(wire: Buffer): void {
    // A large document's state may wait as a whole: dropping its reader would only start it anew.
    if (this.#connection.writableLength > limits.outboxBytes + this.#largestSent) {
      this.close('too-slow');
      return;
    }
    this.#largestSent = Math.max(this.#largestSent, wire.byteLength);
    this.#connection.write(wire);
  }

  #tell(message: Message): void {
    if (this.#isEnded) return;
    try {
      this.#host?.hear(message);
    } catch (error) {
      this.#journal.error('socket-failed', { why: faultOf(error) });
      this.close('internal');
    }
  }

  #end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#unheard = null;
    const host = this.#host;
    this.#host = null;
    this.#keeper.ended(this);
    host?.ended();
  }
}

function oneBuffer(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
