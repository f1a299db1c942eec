import type { IncomingMessage } from 'node:http';
import { limits } from '@board/shared/protocol/limits';
import { Places } from '../places.ts';
import { Refusal } from '../workshop/refusal.ts';

/** Bytes of the first buffer, which most commands fit into, and of the largest. */
const firstBuffer = 1024;
const largestBuffer = 64 * 1024;

/** What is wrong with a body: it is larger than it may be, came in crumbs or not whole, or there is no room for it now. */
type Problem = 'too-large' | 'bad-request' | 'too-many-requests';

/**
 * One body on its way. It is copied as it comes, so that a piece of one byte costs one byte; and it is read from the first
 * moment, since what nobody reads waits in pieces.
 */
class Body {
  readonly #request: IncomingMessage;
  readonly #takeRoom: (bytes: number) => (() => void) | null;
  readonly #leave: (() => void)[] = [];
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

  constructor(request: IncomingMessage, most: number, takeRoom: (bytes: number) => (() => void) | null) {
    this.#request = request;
    this.#most = most;
    this.#takeRoom = takeRoom;
    this.#ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    request.on('data', (piece: Buffer) => this.#take(piece));
    request.once('end', () => {
      this.#isThere = true;
      this.#end();
    });
    const cut = () => this.#isThere || this.#fail('bad-request');
    request.once('error', cut).once('close', cut);
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
    for (const leave of this.#leave.splice(0)) leave();
  }

  #take(piece: Buffer): void {
    this.#pieces += 1;
    this.#bytes += piece.byteLength;
    if (this.#pieces > limits.bodyPieces + this.#bytes / limits.bytesPerPiece) {
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
    const leave = this.#takeRoom(size);
    if (!leave) return false;
    this.#leave.push(leave);
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

/** All bodies that are on their way: how much of them may be in memory, of one network and in all. */
export class Bodies {
  readonly #room = new Places(limits.bodyBytesPerNetwork, limits.bodyBytesInAll);
  readonly #known = new WeakMap<IncomingMessage, Body>();

  /** Begins to read a body of at most so many bytes, before it is known what the request is for; the rest passes by. The returned function lets go of it. */
  begin(request: IncomingMessage, network: string, most: number): () => void {
    const body = new Body(request, most, (bytes) => this.#room.take(network, bytes));
    this.#known.set(request, body);
    return () => body.drop();
  }

  /** The whole body, when it has come in. Rejects with `too-large` over so many bytes, and with `bad-request` or `too-many-requests`. */
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
