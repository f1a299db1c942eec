import type { Duplex } from 'node:stream';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { limits } from '@board/shared/protocol/limits';
import type { RawData } from 'ws';
import type { Backlog, Reader } from '../backlog.ts';
import { faultOf } from '../fault.ts';
import type { Journal } from '../ports.ts';
import type { Attendance } from './admission.ts';
import type { BoardSocket, SocketListener } from './board-socket.ts';
import { type Counted, isPresence } from './echoes.ts';
import { hearNoMore } from './hear-no-more.ts';
import { Inflow } from './inflow.ts';
import { movement } from './movement.ts';
import type { Unfinished } from './unfinished.ts';
import { packed } from './wire.ts';

/** Bytes from which a message is a large one: counted for all of the person's links. */
const largeBytes = 64 * 1024;

export type Message = { isText: false; bytes: Uint8Array } | { isText: true };

/** Who sits at the server's end of a link. */
export interface Host {
  /** True when it only repeated what the server has said. A throw closes the link with `internal`. */
  hear(message: Message): boolean;
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
  /** Shared by all links. */
  backlog: Backlog;
  /** Shared by all links. */
  unfinished: Unfinished;
}

/** How many looks in a row have found nothing new. */
interface Stillness {
  /** Nothing came, and nothing left of what waits. */
  silent: number;
  /** Something waits, and nothing of it left, whatever came. */
  unread: number;
  /** A message is under way, and brings next to nothing. */
  stuck: number;
}

/** One accepted WebSocket: its inbox with caps, its outbox with back-pressure, and its end. */
export class Link implements SocketListener, Reader {
  readonly #socket: BoardSocket;
  readonly #connection: Duplex;
  readonly #journal: Journal;
  readonly #keeper: LinkKeeper;
  readonly #attendance: Attendance;
  readonly #backlog: Backlog;
  readonly #inflow: Inflow;
  /** What came before anybody could hear it; capped by the allowance. */
  #unheard: Message[] | null = null;
  #host: Host | null = null;
  #isEnded = false;
  #largestSent = 0;
  /** What had come and left when it was last looked at. */
  #moved = { come: 0, left: 0, waiting: 0 };
  readonly #still: Stillness = { silent: 0, unread: 0, stuck: 0 };

  constructor({ socket, connection, journal, keeper, attendance, backlog, unfinished }: LinkParts) {
    this.#socket = socket;
    this.#connection = connection;
    this.#journal = journal;
    this.#keeper = keeper;
    this.#attendance = attendance;
    this.#backlog = backlog;
    this.#inflow = new Inflow(attendance, unfinished, () => this.letGo());
    socket.listen(this);
    // Behind the library's own listener: what it has read by then is no longer unfinished.
    connection.on('data', (piece: Uint8Array) => this.#come(piece));
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
    if (this.#isEnded) return;
    for (const message of messages) this.#attendance.echoes.sent(message);
    this.#write(packed(messages));
  }

  /** Sends a text message as `packedText` gives it, or the two parts of one, one right behind the other. */
  sendText(wire: Buffer): void {
    if (!this.#isEnded) this.#write(wire);
  }

  /** Asks for a sign of life. */
  ask(): void {
    if (!this.#isEnded) this.#socket.ping();
  }

  /**
   * Looks for signs of life. A byte that came is one, and so is one that left when more was waiting than the network took: on
   * a slow line a large message takes minutes, and an answer only comes behind it. But whoever only sends reads nothing.
   */
  look(): Readonly<Stillness> {
    const [before, now] = [this.#moved, movement(this.#connection)];
    const hasLeft = now.left > before.left;
    const isUnread = before.waiting > 0 && now.waiting > 0 && !hasLeft;
    const isMoving = now.come > before.come || (before.waiting > 0 && hasLeft);
    this.#moved = now;
    this.#still.silent = isMoving ? 0 : this.#still.silent + 1;
    this.#still.unread = isUnread ? this.#still.unread + 1 : 0;
    this.#still.stuck = this.#inflow.look();
    return this.#still;
  }

  get waiting(): number {
    return this.#connection.writableLength;
  }

  close(reason: CloseReason): void {
    if (this.#isEnded) return;
    this.#socket.refuse(reason);
    hearNoMore(this.#connection);
    this.#end();
  }

  /** Lets go of a peer that does not answer. */
  drop(): void {
    this.#socket.terminate();
  }

  /** Lets go of a peer at once: a close would wait behind what it does not take, and what is held for it stay in memory. */
  letGo(): void {
    this.close('too-slow');
    this.drop();
  }

  message(data: RawData, isBinary: boolean): void {
    if (this.#isEnded) return;
    const bytes = oneBuffer(data);
    const message: Message = isBinary ? { isText: false, bytes } : { isText: true };
    const whole: Counted = { frames: 1, bytes: bytes.byteLength };
    if (this.#host && isBinary && isPresence(bytes)) {
      // Whether it is an echo shows when it is read.
      this.#count(this.#tell(message) ? this.#attendance.echoes.rest(bytes) : whole);
      return;
    }
    if (!this.#count(whole)) return;
    if (this.#host) this.#tell(message);
    else if (this.#unheard) this.#unheard.push(message);
    else this.#unheard = [message];
  }

  beat(): void {
    if (!this.#isEnded) this.#count({ frames: 1, bytes: 0 });
  }

  gone(): void {
    if (!this.#isEnded) this.#inflow.charge();
    this.#end();
    this.#inflow.end();
    this.#backlog.forget(this);
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
    this.#backlog.note(this, wire);
  }

  #writeLarge(wire: Buffer): void {
    this.#attendance.waiting += wire.byteLength;
    this.#connection.write(wire, () => {
      this.#attendance.waiting -= wire.byteLength;
    });
  }

  #come(piece: Uint8Array): void {
    if (this.#inflow.take(piece)) return;
    this.#inflow.charge();
    if (this.#isEnded) this.drop();
    else this.close('too-many-requests');
  }

  /** False, and the link is closed, when it is more than the person may send. */
  #count({ frames, bytes }: Counted): boolean {
    if (this.#attendance.allowance.take(bytes, frames)) return true;
    this.close('too-many-requests');
    return false;
  }

  /** True when it only repeated what the server has said, or may have: what is too much to be read is passed over. */
  #tell(message: Message): boolean {
    if (this.#isEnded || !this.#host) return false;
    if (!message.isText && !this.#attendance.echoes.mayRead(message.bytes)) return true;
    try {
      return this.#host.hear(message);
    } catch (error) {
      this.#journal.error('socket-failed', { why: faultOf(error) });
      this.close('internal');
      return false;
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
