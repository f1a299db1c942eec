import type { Duplex } from 'node:stream';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { limits } from '@board/shared/protocol/limits';
import type { RawData } from 'ws';
import { faultOf } from '../fault.ts';
import type { Journal } from '../ports.ts';
import type { Attendance } from './admission.ts';
import type { BoardSocket, SocketListener } from './board-socket.ts';
import { movement } from './movement.ts';
import { packed, packedText } from './wire.ts';

/** Bytes from which a message is a large one: counted for all of the person's links. */
const largeBytes = 64 * 1024;

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
  refused(link: Link, reason: CloseReason): void;
}

export interface LinkParts {
  socket: BoardSocket;
  /** The connection below the WebSocket: what is packed once for many is written to it as it is. */
  connection: Duplex;
  journal: Journal;
  keeper: LinkKeeper;
  /** The person's, shared by all of that person's links. */
  attendance: Attendance;
}

/** One accepted WebSocket: its inbox with caps, its outbox with back-pressure, and its end. */
export class Link implements SocketListener {
  readonly #socket: BoardSocket;
  readonly #connection: Duplex;
  readonly #journal: Journal;
  readonly #keeper: LinkKeeper;
  readonly #attendance: Attendance;
  /** What came before anybody could hear it; capped by the allowance. */
  #unheard: Message[] | null = null;
  #host: Host | null = null;
  #isEnded = false;
  #largestSent = 0;
  /** What had come and left when it was last looked at, and how many looks in a row found nothing new. */
  #moved = { come: 0, left: 0, waiting: 0 };
  #stillLooks = 0;

  constructor({ socket, connection, journal, keeper, attendance }: LinkParts) {
    this.#socket = socket;
    this.#connection = connection;
    this.#journal = journal;
    this.#keeper = keeper;
    this.#attendance = attendance;
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

  /** Sends binary messages in one write. A list that many links send is packed once. */
  sendAll(messages: readonly Uint8Array[]): void {
    if (!this.#isEnded) this.#write(packed(messages));
  }

  /** Sends a text message. A text that many links send in a row is packed once. */
  sendText(message: string): void {
    if (!this.#isEnded) this.#write(packedText(message));
  }

  /** Asks for a sign of life. */
  ask(): void {
    if (!this.#isEnded) this.#socket.ping();
  }

  /**
   * Looks for signs of life and tells how many looks in a row have found none. A byte that came is one, and so is one that
   * left when more was waiting than the network took: on a slow line a large message takes minutes, and an answer only comes behind it.
   */
  look(): number {
    const [before, now] = [this.#moved, movement(this.#connection)];
    const isMoving = now.come > before.come || (before.waiting > 0 && now.left > before.left);
    this.#moved = now;
    this.#stillLooks = isMoving ? 0 : this.#stillLooks + 1;
    return this.#stillLooks;
  }

  close(reason: CloseReason): void {
    if (this.#isEnded) return;
    this.#socket.refuse(reason);
    this.#end();
  }

  /** Lets go of a peer that does not answer. */
  drop(): void {
    this.#socket.terminate();
  }

  message(data: RawData, isBinary: boolean): void {
    if (this.#isEnded) return;
    const bytes = oneBuffer(data);
    if (!this.#attendance.allowance.take(bytes.byteLength)) {
      this.close('too-many-requests');
      return;
    }
    const message: Message = isBinary ? { isText: false, bytes } : { isText: true };
    if (this.#host) this.#tell(message);
    else if (this.#unheard) this.#unheard.push(message);
    else this.#unheard = [message];
  }

  gone(): void {
    this.#end();
    this.#keeper.gone(this);
  }

  refused(reason: CloseReason): void {
    this.#keeper.refused(this, reason);
  }

  /** Drops the reader when too much is waiting for it, or for all of the person's links together. */
  #write(wire: Buffer): void {
    const size = wire.byteLength;
    const isLarge = size > largeBytes;
    // A large document's state may wait as a whole: dropping its reader would only start it anew.
    const isTooMuch = this.#connection.writableLength > limits.outboxBytes + this.#largestSent;
    if (isTooMuch || (isLarge && this.#attendance.waiting + size > limits.outboxBytesPerPerson)) {
      this.close('too-slow');
      return;
    }
    this.#largestSent = Math.max(this.#largestSent, size);
    if (isLarge) this.#writeLarge(wire);
    else this.#connection.write(wire);
  }

  #writeLarge(wire: Buffer): void {
    this.#attendance.waiting += wire.byteLength;
    this.#connection.write(wire, () => {
      this.#attendance.waiting -= wire.byteLength;
    });
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
