import type { IncomingMessage } from 'node:http';
import { limits } from '@board/shared/protocol/limits';
import type { Clock } from '../ports.ts';
import { Refusal } from '../workshop/refusal.ts';
import { BodyRoom, type Holder } from './body-room.ts';

/** Bytes of the first buffer, which most commands fit into, of the last one of a body's beginning, and of the largest. */
const firstBuffer = 1024;
const lastOfBeginning = 4 * 1024;
const largestBuffer = 64 * 1024;

/** What is wrong with a body: it is larger than it may be, came in crumbs or not whole, came too slowly, or there is no room for it now. */
type Problem = 'too-large' | 'bad-request' | 'sent-too-slowly' | 'too-many-requests';

/** What a body needs of the server. */
interface Around {
  clock: Clock;
  /** Room for the beginnings of bodies, and for what is long. */
  beginnings: BodyRoom;
  room: BodyRoom;
}

/**
 * One body on its way. It is copied as it comes, so that a piece of one byte costs one byte; and it is read from the first
 * moment, since what nobody reads waits in pieces.
 */
class Body implements Holder {
  readonly network: string;
  readonly #request: IncomingMessage;
  readonly #around: Around;
  readonly #ended: Promise<void>;
  #buffers: Buffer[] = [];
  /** Bytes of the last buffer that are filled. */
  #filled = 0;
  #bytes = 0;
  #pieces = 0;
  #most: number;
  #isThere = false;
  #problem: Problem | null = null;
  #end: () => void = () => {};
  #waitNoMore: () => void = () => {};

  constructor(request: IncomingMessage, network: string, most: number, around: Around) {
    this.#request = request;
    this.network = network;
    this.#most = most;
    this.#around = around;
    this.#ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    request.on('data', (piece: Buffer) => this.#take(piece));
    request.once('end', () => {
      this.#isThere = true;
      this.#waitNoMore();
      this.#end();
    });
    const cut = () => {
      this.#waitNoMore();
      if (!this.#isThere) this.#fail('bad-request');
    };
    request.once('error', cut).once('close', cut);
    this.#wait(limits.bodyWaits, 0);
    // So that each piece is handed over when it is read, and not all of them afterwards.
    request.read(0);
  }

  /** All of it, when it has come in. Rejects with a refusal when it is over so many bytes, or cannot be had. */
  async whole(most: number): Promise<Buffer> {
    this.#most = Math.min(this.#most, most);
    if (Math.max(this.#bytes, Number(this.#request.headers['content-length'] ?? 0)) > this.#most)
      this.#fail('too-large');
    await this.#ended;
    if (this.#problem !== null) throw new Refusal(this.#problem);
    const whole = Buffer.concat(this.#buffers, this.#bytes);
    this.drop();
    return whole;
  }

  /** Gives its room back: nobody asks for it any more. */
  drop(): void {
    this.#problem ??= 'bad-request';
    this.#buffers = [];
    this.#around.beginnings.leave(this);
    this.#around.room.leave(this);
  }

  letGo(): void {
    this.#fail('too-many-requests');
  }

  /** Waits for so many times as long, each time only if it goes on; what was refused has one more time to end. */
  #wait(times: number, bytesBefore: number): void {
    this.#waitNoMore = this.#around.clock.after(limits.bodyWaitMs, () => {
      if (this.#problem !== null) this.#request.socket.destroy();
      else {
        const bytes = this.#bytes;
        if (times === 1 || bytes - bytesBefore < limits.bodyBytesPerWait) this.#fail('sent-too-slowly');
        this.#wait(times - 1, bytes);
      }
    });
  }

  #take(piece: Buffer): void {
    this.#pieces += 1;
    this.#bytes += piece.byteLength;
    // An edge of a slice or of the network may cut each piece in two.
    if (this.#pieces > limits.bodyPieces + (2 * this.#bytes) / limits.bytesPerPiece) {
      this.#fail('bad-request');
      // What was read from the network with it still comes, piece by piece.
      this.#request.removeAllListeners('data');
      this.#request.socket.destroy();
    } else if (this.#bytes > this.#most) this.#fail('too-large');
    else if (this.#problem === null) this.#copy(piece);
  }

  #copy(piece: Buffer): void {
    let copied = 0;
    while (copied < piece.byteLength) {
      const last = this.#buffers.at(-1);
      if (last !== undefined && this.#filled < last.byteLength) {
        const count = piece.copy(last, this.#filled, copied);
        this.#filled += count;
        copied += count;
      } else if (!this.#grow()) {
        this.#fail('too-many-requests');
        return;
      }
    }
  }

  #grow(): boolean {
    const size = Math.min((this.#buffers.at(-1)?.byteLength ?? firstBuffer / 2) * 2, largestBuffer);
    const { beginnings, room } = this.#around;
    if (!(size > lastOfBeginning ? room : beginnings).take(this, size)) return false;
    this.#buffers.push(Buffer.allocUnsafe(size));
    this.#filled = 0;
    return true;
  }

  #fail(problem: Problem): void {
    if (this.#problem !== null) return;
    this.#problem = problem;
    this.drop();
    this.#end();
  }
}

/**
 * All bodies that are on their way: how much of them may be in memory, of one network and in all, and how long they may take.
 * The beginning of each, which is all of most commands, has room apart from what is long.
 */
export class Bodies {
  readonly #around: Around;
  readonly #known = new WeakMap<IncomingMessage, Body>();

  constructor(clock: Clock) {
    this.#around = {
      clock,
      beginnings: new BodyRoom(limits.beginningBytesPerNetwork, limits.beginningBytesInAll),
      room: new BodyRoom(limits.bodyBytesPerNetwork, limits.bodyBytesInAll),
    };
  }

  /** Begins to read a body of at most so many bytes, before it is known what the request is for; the rest passes by. The returned function lets go of it. */
  begin(request: IncomingMessage, network: string, most: number): () => void {
    const body = new Body(request, network, most, this.#around);
    this.#known.set(request, body);
    return () => body.drop();
  }

  /** The whole body, when it has come in. Rejects with `too-large` over so many bytes, and with `bad-request`, `sent-too-slowly` or `too-many-requests`. */
  whole(request: IncomingMessage, network: string, most: number): Promise<Buffer> {
    if (!this.#known.has(request)) this.begin(request, network, most);
    return this.#known.get(request)!.whole(most);
  }
}

/** Whether a request says that it has a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Whether there is more of a body to come than the network has under way anyhow. */
export function isLongUnderWay(request: IncomingMessage): boolean {
  const { complete, headers } = request;
  const isLong = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > largestBuffer;
  return !complete && isLong;
}
