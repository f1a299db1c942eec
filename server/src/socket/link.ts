import type { Duplex } from 'node:stream';
import { type CloseReason, closeCodes } from '@board/shared/protocol/close-codes';
import { limits } from '@board/shared/protocol/limits';
import type { RawData, WebSocket } from 'ws';
import { faultOf } from '../fault.ts';
import type { Clock, Journal } from '../ports.ts';
import { type Allowance, allowance } from './allowance.ts';
import { packed, packedText } from './wire.ts';

/** Before being let in a page asks for its document and says where its cursor is; nobody says more. What is said is kept until then. */
const beforeAdmission = { frameBurst: 50, framesPerSecond: 5, bytesBurst: 128 * 1024, bytesPerSecond: 8 * 1024 };

export type Message = { isText: false; bytes: Uint8Array } | { isText: true };

/** One accepted WebSocket: its inbox with caps, its outbox with back-pressure, and its end. */
export class Link {
  readonly #socket: WebSocket;
  /** The connection below the WebSocket: what is packed once for many is written to it as it is. */
  readonly #connection: Duplex;
  readonly #journal: Journal;
  #allowance: Allowance;
  /** What came before anybody could hear it; capped by the allowance. */
  #unheard: Message[] = [];
  #hear: ((message: Message) => void) | null = null;
  #atEnd: (() => void)[] = [];
  #isEnded = false;
  #largestSent = 0;
  /** Anything came since this was last set to false. */
  isAlive = true;

  constructor(socket: WebSocket, connection: Duplex, clock: Clock, journal: Journal) {
    this.#socket = socket;
    this.#connection = connection;
    this.#journal = journal;
    this.#allowance = allowance(clock, beforeAdmission);
    socket.on('message', (data, isBinary) => this.#take(data, isBinary));
    socket.on('pong', () => {
      this.isAlive = true;
    });
    // The library closes the socket by itself after an error; without a listener it would end the process.
    socket.on('error', () => {});
    socket.on('close', () => this.#end());
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** Who hears this socket from now on, what came before included. A throw closes it with `internal`. */
  onMessage(hear: (message: Message) => void): void {
    this.#hear = hear;
    for (const message of this.#unheard.splice(0)) this.#tell(message);
  }

  /** Runs once, as soon as the socket is closed by either side; at once when it is already. */
  onEnd(run: () => void): void {
    if (this.#isEnded) run();
    else this.#atEnd.push(run);
  }

  /** Runs once the connection itself is gone, which a slow peer may put off after the end. */
  onGone(run: () => void): void {
    if (this.#socket.readyState === this.#socket.CLOSED) run();
    else this.#socket.once('close', run);
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

  #take(data: RawData, isBinary: boolean): void {
    if (this.#isEnded) return;
    this.isAlive = true;
    const bytes = oneBuffer(data);
    if (!this.#allowance.take(bytes.byteLength)) {
      this.close('too-many-requests');
      return;
    }
    const message: Message = isBinary ? { isText: false, bytes } : { isText: true };
    if (this.#hear) this.#tell(message);
    else this.#unheard.push(message);
  }

  #tell(message: Message): void {
    if (this.#isEnded) return;
    try {
      this.#hear?.(message);
    } catch (error) {
      this.#journal.error('socket-failed', { why: faultOf(error) });
      this.close('internal');
    }
  }

  #end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#unheard = [];
    for (const run of this.#atEnd.splice(0)) run();
  }
}

function oneBuffer(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
