import { randomBytes } from 'node:crypto';

/** The little of RFC 6455 that the load generator needs: a library would spend more than some of the servers measured. */

export const opcode = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** One whole frame from a client, masked as the protocol asks. Ready to be written any number of times. */
export function clientFrame(payload: Uint8Array, kind: number = opcode.binary): Buffer {
  const length = payload.byteLength;
  const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const frame = Buffer.allocUnsafe(2 + extra + 4 + length);
  frame[0] = 0x80 | kind;
  frame[1] = 0x80 | (extra === 0 ? length : extra === 2 ? 126 : 127);
  if (extra === 2) frame.writeUInt16BE(length, 2);
  if (extra === 8) frame.writeBigUInt64BE(BigInt(length), 2);
  const mask = randomBytes(4);
  frame.set(mask, 2 + extra);
  const start = 6 + extra;
  for (let index = 0; index < length; index++) frame[start + index] = payload[index]! ^ mask[index & 3]!;
  return frame;
}

/** Takes one message: `bytes` is the payload, valid only during the call. */
export type TakeFrame = (kind: number, bytes: Buffer) => void;

/** Cuts what comes from a server into frames, without copying what arrives whole. Servers here neither mask nor split. */
export class FrameReader {
  readonly #take: TakeFrame;
  #rest: Buffer[] = [];
  #restBytes = 0;
  /** Bytes that must be there before it is worth looking again. */
  #needed = 2;

  constructor(take: TakeFrame) {
    this.#take = take;
  }

  /** Reads a chunk that is valid only during the call. */
  feed(chunk: Buffer): void {
    if (this.#restBytes === 0) {
      this.#keep(chunk, this.#read(chunk));
      return;
    }
    this.#rest.push(Buffer.from(chunk));
    this.#restBytes += chunk.length;
    if (this.#restBytes < this.#needed) return;
    const whole = Buffer.concat(this.#rest, this.#restBytes);
    this.#rest = [];
    this.#restBytes = 0;
    this.#keep(whole, this.#read(whole));
  }

  #keep(bytes: Buffer, from: number): void {
    if (from === bytes.length) return;
    this.#rest = [Buffer.from(bytes.subarray(from))];
    this.#restBytes = bytes.length - from;
  }

  /** Tells every whole frame and returns where the first unfinished one starts. */
  #read(bytes: Buffer): number {
    let at = 0;
    while (bytes.length - at >= 2) {
      const short = bytes[at + 1]! & 0x7f;
      const header = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (bytes.length - at < header) {
        this.#needed = header;
        return at;
      }
      const length =
        short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
      const end = at + header + length;
      if (end > bytes.length) {
        this.#needed = end - at;
        return at;
      }
      if ((bytes[at]! & 0x80) === 0) throw new Error('a server split a message: this reader does not join them');
      this.#take(bytes[at]! & 0x0f, bytes.subarray(at + header, end));
      at = end;
    }
    this.#needed = 2;
    return at;
  }
}
