import { limits } from '@board/shared/protocol/limits';
import { longestNumber, readNumber } from '@board/shared/protocol/read-number';
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

/** Reads an update no further than the limits; null when it is no update, or more than one: bytes that say nothing would be stored with it. */
export function decodeCapped(update: Uint8Array): Read | 'too-large' | null {
  try {
    const decoded = Y.decodeUpdateV2(update, CappedDecoder);
    const structsEnd = latest?.structBytes ?? null;
    return latest === null || structsEnd === null || !latest.isAtEnd
      ? null
      : { decoded, structsEnd, values: latest.values };
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
  /** Up to where this class has read; what Yjs reads past it are a few numbers. */
  #seenTo = 0;

  constructor(decoder: decoding.Decoder) {
    super(decoder);
    this.structsEnd = decoder.arr.byteLength;
    latest = this;
  }

  override readInfo(): number {
    this.#structs += 1;
    if (this.#structs > limits.structsPerUpdate) throw new TooMuch();
    this.#checkUnseen();
    const info = this.#seen(super.readInfo());
    // Lists of JSON texts, as Yjs wrote them years ago; nothing of the board's.
    if ((info & contentBits) === contentJson) throw new TypeError('content of another time');
    return info;
  }

  override readClient(): number {
    return this.#number();
  }

  override readLeftID(): Y.ID {
    return Y.createID(this.#number(), this.#number());
  }

  override readRightID(): Y.ID {
    return Y.createID(this.#number(), this.#number());
  }

  override readParentInfo(): boolean {
    return this.#number() === 1;
  }

  override readTypeRef(): number {
    return this.#number();
  }

  override readLen(): number {
    return this.#number();
  }

  override readString(): string {
    this.#lengthAhead();
    return this.#seen(super.readString());
  }

  override readKey(): string {
    this.#lengthAhead();
    return this.#seen(super.readKey());
  }

  override readBuf(): Uint8Array {
    this.#lengthAhead();
    return this.#seen(super.readBuf());
  }

  override readAny(): unknown {
    const { pos } = this.restDecoder;
    const values = { left: limits.valuesPerValue };
    passAny(this.restDecoder, limits.valueDepth, values);
    this.values += limits.valuesPerValue - values.left;
    if (this.values > limits.valuesPerUpdate) throw new TooMuch();
    this.restDecoder.pos = pos;
    return this.#seen(super.readAny());
  }

  override readJSON(): unknown {
    if (this.#lengthAhead() > limits.markBytes) throw new TooMuch();
    return this.#seen(super.readJSON());
  }

  override readDsClock(): number {
    this.#countRange();
    return this.#number();
  }

  override readDsLen(): number {
    return this.#number();
  }

  /** Called once per client id, behind their number: ids without a range count as well. */
  override resetDsCurVal(): void {
    this.#countRange();
    this.#checkUnseen();
    if (this.#deleters === 0) this.structsEnd = this.restDecoder.pos;
    this.#seen(null);
    this.#deleters += 1;
    if (this.#deleters > limits.clientIdsPerDocument) throw new TooMuch();
  }

  /** Nothing is left behind what was read. */
  get isAtEnd(): boolean {
    this.#checkUnseen();
    return !decoding.hasContent(this.restDecoder);
  }

  #number(): number {
    this.#checkUnseen();
    return this.#seen(readNumber(this.restDecoder));
  }

  /** The length of what is read next. */
  #lengthAhead(): number {
    const { pos } = this.restDecoder;
    const length = this.#number();
    this.restDecoder.pos = pos;
    return length;
  }

  #checkUnseen(): void {
    if (this.restDecoder.pos - this.#seenTo > longestUnseen) throw new RangeError('bytes that say nothing');
  }

  #seen<Value>(value: Value): Value {
    this.#seenTo = this.restDecoder.pos;
    return value;
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

/** Bytes of the most numbers that Yjs itself reads in a row. */
const longestUnseen = 4 * longestNumber;

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
  if (kind === any.integer) passInteger(decoder);
  else if (kind === any.float32) decoder.pos += 4;
  else if (kind === any.float64 || kind === any.bigint) decoder.pos += 8;
  else if (kind === any.text || kind === any.bytes) {
    const length = readNumber(decoder);
    decoder.pos += length;
  } else if (kind === any.list || kind === any.object) {
    const count = readNumber(decoder);
    for (let index = 0; index < count; index++) {
      if (kind === any.object && keyIn(decoder) === '__proto__') throw new TypeError('no key');
      passAny(decoder, levels - 1, values);
    }
  }
}

function passInteger(decoder: decoding.Decoder): void {
  const { pos } = decoder;
  decoding.readVarInt(decoder);
  if (decoder.pos - pos > longestNumber) throw new RangeError('bytes that say nothing');
}

function keyIn(decoder: decoding.Decoder): string {
  const { pos } = decoder;
  readNumber(decoder);
  decoder.pos = pos;
  return decoding.readVarString(decoder);
}
