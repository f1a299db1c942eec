/**
 * WebSocket messages as they travel (RFC 6455, section 5.2): from a server, unmasked. Packed by ourselves
 * so that what goes to a whole hall is packed once and handed to each connection in one write.
 */
const binary = 0x82;
const text = 0x81;
const textBegun = 0x01;
const goneOn = 0x80;
const isShort = 126;
const isLong = 65_536;

/** Messages in one buffer, one after the other. The same list gives the same buffer: it is packed once. */
export function packed(messages: readonly Uint8Array[]): Buffer {
  const known = lists.get(messages);
  if (known) return known;
  const parts = messages.flatMap((message) => [header(binary, message.byteLength), message]);
  const wire = Buffer.concat(parts);
  lists.set(messages, wire);
  return wire;
}

/** A text message. Whoever sends it to many packs it once. */
export function packedText(message: string): Buffer {
  return packedPart(text, message);
}

/** The beginning of a text message that goes on with what `packedEnd` gives. */
export function packedStart(part: string): Buffer {
  return packedPart(textBegun, part);
}

/** The rest of a text message that `packedStart` has begun: many may be sent the same. */
export function packedEnd(part: string): Buffer {
  return packedPart(goneOn, part);
}

function packedPart(opcode: number, part: string): Buffer {
  const body = Buffer.from(part, 'utf8');
  return Buffer.concat([header(opcode, body.byteLength), body]);
}

const lists = new WeakMap<readonly Uint8Array[], Buffer>();

function header(opcode: number, length: number): Buffer {
  if (length < isShort) return Buffer.from([opcode, length]);
  if (length < isLong) {
    const bytes = Buffer.allocUnsafe(4);
    bytes[0] = opcode;
    bytes[1] = isShort;
    bytes.writeUInt16BE(length, 2);
    return bytes;
  }
  const bytes = Buffer.allocUnsafe(10);
  bytes[0] = opcode;
  bytes[1] = isShort + 1;
  bytes.writeBigUInt64BE(BigInt(length), 2);
  return bytes;
}
