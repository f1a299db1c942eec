import { limits } from '@board/shared/protocol/limits';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';

/** An update holds more than any of the board's own. */
class TooMuch extends RangeError {}

/** Yjs makes the decoder itself; the one that it made last is the one that has just read. */
let latest: CappedDecoder | null = null;

export interface Read {
  decoded: ReturnType<typeof Y.decodeUpdate>;
  /** Bytes of the structs, without the number of client ids that stands between them and the deletions. */
  structsEnd: number;
  /** Values inside values. */
  values: number;
}

/** Reads an update no further than the limits; null when it is no update. */
export function decodeCapped(update: Uint8Array): Read | 'too-large' | null {
  try {
    const decoded = Y.decodeUpdateV2(update, CappedDecoder);
    const structsEnd = latest?.structBytes ?? null;
    return latest === null || structsEnd === null ? null : { decoded, structsEnd, values: latest.values };
  } catch (error) {
    return error instanceof TooMuch ? 'too-large' : null;
  }
}

/** What is two bytes in an update is an object in memory. */
class CappedDecoder extends Y.UpdateDecoderV1 {
  /** Where the structs end. */
  structsEnd: number;
  values = 0;
  #structs = 0;
  #ranges = 0;
  #deleters = 0;

  constructor(decoder: decoding.Decoder) {
    super(decoder);
    this.structsEnd = decoder.arr.byteLength;
    latest = this;
  }

  override readInfo(): number {
    this.#structs += 1;
    if (this.#structs > limits.structsPerUpdate) throw new TooMuch();
    const info = super.readInfo();
    // Lists of JSON texts, as Yjs wrote them years ago; nothing of the board's.
    if ((info & contentBits) === contentJson) throw new TypeError('content of another time');
    return info;
  }

  override readAny(): unknown {
    const { pos } = this.restDecoder;
    const values = { left: limits.valuesPerValue };
    passAny(this.restDecoder, limits.valueDepth, values);
    this.values += limits.valuesPerValue - values.left;
    if (this.values > limits.valuesPerUpdate) throw new TooMuch();
    this.restDecoder.pos = pos;
    return super.readAny();
  }

  override readJSON(): unknown {
    const { pos } = this.restDecoder;
    if (decoding.readVarUint(this.restDecoder) > limits.markBytes) throw new TooMuch();
    this.restDecoder.pos = pos;
    return super.readJSON();
  }

  override readDsClock(): number {
    this.#countRange();
    return super.readDsClock();
  }

  /** Called once per client id, behind their number: ids without a range count as well. */
  override resetDsCurVal(): void {
    this.#countRange();
    if (this.#deleters === 0) this.structsEnd = this.restDecoder.pos;
    this.#deleters += 1;
    if (this.#deleters > limits.clientIdsPerDocument) throw new TooMuch();
  }

  /** See `Read.structsEnd`; null where the number is written in no usual way. */
  get structBytes(): number | null {
    const decoder = decoding.createDecoder(this.restDecoder.arr);
    decoder.pos = this.structsEnd - Math.max(1, Math.ceil((32 - Math.clz32(this.#deleters)) / 7));
    const before = decoder.pos;
    return decoding.readVarUint(decoder) === this.#deleters && decoder.pos === this.structsEnd ? before : null;
  }

  #countRange(): void {
    this.#ranges += 1;
    if (this.#ranges > limits.rangesNamed) throw new TooMuch();
  }
}

const contentBits = 0b11111;
const contentJson = 2;

/** The first byte of a value that holds others, of one that is bytes, and of the numbers (lib0's `encoding.writeAny`). */
const any = { integer: 125, float32: 124, float64: 123, bigint: 122, text: 119, object: 118, list: 117, bytes: 116 };

/**
 * Passes over a value without making anything of it, so that its size is known before it is. A key `__proto__` would set an
 * object's prototype, where nobody who looks at values sees what it holds.
 */
function passAny(decoder: decoding.Decoder, levels: number, values: { left: number }): void {
  if (levels < 0) throw new RangeError('values too deep in one another');
  if (--values.left < 0) throw new TooMuch();
  const kind = decoding.readUint8(decoder);
  if (kind === any.integer) decoding.readVarInt(decoder);
  else if (kind === any.float32) decoder.pos += 4;
  else if (kind === any.float64 || kind === any.bigint) decoder.pos += 8;
  else if (kind === any.text || kind === any.bytes) {
    const length = decoding.readVarUint(decoder);
    decoder.pos += length;
  } else if (kind === any.list || kind === any.object) {
    const count = decoding.readVarUint(decoder);
    for (let index = 0; index < count; index++) {
      if (kind === any.object && decoding.readVarString(decoder) === '__proto__') throw new TypeError('no key');
      passAny(decoder, levels - 1, values);
    }
  }
}
