/** Bits of a frame's first two bytes (RFC 6455, section 5.2). */
const isLastBit = 0x80;
const isControlBit = 0x08;
const isMaskedBit = 0x80;
const lengthBits = 0x7f;
const maskBytes = 4;

/** What a piece of the network has brought. */
export interface Trail {
  /** After it, or somewhere in it, nothing was under way: what came before it is no longer held. */
  hasRested: boolean;
  /** Parts of messages that ended in it and were not the last one of their message. */
  parts: number;
}

/**
 * Follows the heads of frames, so that of each piece of the network it is known whether it leaves a message unfinished. The
 * WebSocket library tells of messages when they are whole; what it holds of others it tells nobody.
 */
export class FrameTrail {
  /** Bytes of the present frame's head that have come; 0 between frames. */
  #come = 0;
  /** Bytes that head has, as far as is known. */
  #headBytes = 2;
  /** Where in it the length ends. */
  #lengthEnd = 2;
  #first = 0;
  /** Bytes of the frame that are to come behind its head. */
  #left = 0;
  #isAmidParts = false;

  /** Something has come of a message, or of a ping or pong, and not all of it. */
  get isUnderWay(): boolean {
    return this.#isAmidParts || this.#come > 0;
  }

  /** Of bytes that are no frames it tells anything: the library closes such a socket. */
  follow(piece: Uint8Array): Trail {
    const trail: Trail = { hasRested: false, parts: 0 };
    const { byteLength } = piece;
    for (let at = 0; at < byteLength; ) {
      if (this.#come < this.#headBytes) {
        this.#readHead(piece[at]!);
        at += 1;
      } else {
        const taken = Math.min(this.#left, byteLength - at);
        this.#left -= taken;
        at += taken;
      }
      if (this.#come === this.#headBytes && this.#left === 0) this.#endFrame(trail);
    }
    return trail;
  }

  #readHead(byte: number): void {
    const place = this.#come;
    this.#come += 1;
    if (place === 0) this.#first = byte;
    else if (place === 1) {
      const short = byte & lengthBits;
      const lengthBytes = short < 126 ? 0 : short === 126 ? 2 : 8;
      this.#left = lengthBytes === 0 ? short : 0;
      this.#headBytes = 2 + lengthBytes + (byte & isMaskedBit ? maskBytes : 0);
      this.#lengthEnd = 2 + lengthBytes;
    } else if (place < this.#lengthEnd) this.#left = this.#left * 256 + byte;
  }

  #endFrame(trail: Trail): void {
    this.#come = 0;
    this.#headBytes = 2;
    if ((this.#first & isControlBit) === 0) {
      this.#isAmidParts = (this.#first & isLastBit) === 0;
      if (this.#isAmidParts) trail.parts += 1;
    }
    if (!this.#isAmidParts) trail.hasRested = true;
  }
}
