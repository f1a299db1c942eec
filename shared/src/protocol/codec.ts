import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { encodeUtf8 } from 'lib0/string';
import { fail, ok, type Result } from '../result.ts';
import { type AwarenessEntry, type Frame, frameType, syncType } from './frames.ts';
import { limits } from './limits.ts';
import { readNumber } from './read-number.ts';

export type FrameProblem = 'malformed-frame' | 'too-large';

/** Reads one frame. Never throws: whatever a stranger sends comes back as a problem. Trailing bytes are a problem too. */
export function decodeFrame(bytes: Uint8Array): Result<Frame, FrameProblem> {
  if (bytes.byteLength > limits.frameBytes) return fail('too-large');
  try {
    const decoder = decoding.createDecoder(bytes);
    if (isTooLarge(bytes)) return fail('too-large');
    const frame = readFrame(decoder);
    if (frame === null || decoding.hasContent(decoder)) return fail('malformed-frame');
    return ok(frame);
  } catch {
    return fail('malformed-frame');
  }
}

/** Looked at before anything is unpacked: small things in great numbers cost far more than their bytes. */
function isTooLarge(bytes: Uint8Array): boolean {
  const [type, kind] = bytes;
  if (type === frameType.awareness) return bytes.byteLength > limits.awarenessFrameBytes;
  return type === frameType.sync && kind === syncType.stateVector && bytes.byteLength > limits.stateVectorBytes;
}

/** Entries that a frame of presence says to have, looked at before any is read; 0 where that cannot be read either. */
export function entriesOf(bytes: Uint8Array): number {
  const decoder = decoding.createDecoder(bytes);
  try {
    if (readNumber(decoder) !== frameType.awareness) return 0;
    readNumber(decoder);
    return readNumber(decoder);
  } catch {
    return 0;
  }
}

/** Writes one frame. */
export function encodeFrame(frame: Frame): Uint8Array {
  return encoding.encode((encoder) => writeFrame(encoder, frame));
}

function readFrame(decoder: decoding.Decoder): Frame | null {
  switch (readNumber(decoder)) {
    case frameType.sync:
      return readSync(decoder);
    case frameType.awareness:
      return { type: 'awareness', entries: readAwareness(readBytes(decoder)) };
    case frameType.auth:
      return readNumber(decoder) === 0 ? { type: 'denied', reason: readText(decoder) } : null;
    case frameType.queryAwareness:
      return { type: 'query-awareness' };
    case frameType.stored:
      return { type: 'stored', count: readNumber(decoder) };
    default:
      return null;
  }
}

function readSync(decoder: decoding.Decoder): Frame | null {
  const kind = readNumber(decoder);
  const payload = readBytes(decoder);
  if (kind === syncType.stateVector) return { type: 'state-vector', stateVector: payload };
  if (kind === syncType.answer) return { type: 'answer', update: payload };
  if (kind === syncType.update) return { type: 'update', update: payload };
  return null;
}

function readAwareness(bytes: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(bytes);
  const entries: AwarenessEntry[] = [];
  const count = readNumber(decoder);
  if (count > limits.awarenessEntries) throw new RangeError('more entries than a room has');
  const clientIds = new Set<number>();
  for (let index = 0; index < count; index++) {
    const clientId = readNumber(decoder);
    const clock = readNumber(decoder);
    const state = readBytes(decoder);
    entries.push({ clientId, clock, state: isGone(state) ? null : state });
    clientIds.add(clientId);
  }
  if (clientIds.size < count) throw new RangeError('one client id twice');
  if (decoding.hasContent(decoder)) throw new RangeError('trailing bytes');
  return entries;
}

function readBytes(decoder: decoding.Decoder): Uint8Array {
  return decoding.readUint8Array(decoder, readNumber(decoder));
}

function readText(decoder: decoding.Decoder): string {
  const { pos } = decoder;
  readNumber(decoder);
  decoder.pos = pos;
  return decoding.readVarString(decoder);
}

/** The JSON text `null`. */
function isGone(state: Uint8Array): boolean {
  return state.byteLength === gone.byteLength && gone.every((byte, index) => state[index] === byte);
}

const gone = encodeUtf8('null');

function writeFrame(encoder: encoding.Encoder, frame: Frame): void {
  switch (frame.type) {
    case 'state-vector':
      writeSync(encoder, syncType.stateVector, frame.stateVector);
      return;
    case 'answer':
      writeSync(encoder, syncType.answer, frame.update);
      return;
    case 'update':
      writeSync(encoder, syncType.update, frame.update);
      return;
    case 'awareness':
      encoding.writeVarUint(encoder, frameType.awareness);
      encoding.writeVarUint8Array(encoder, encodeAwareness(frame.entries));
      return;
    case 'query-awareness':
      encoding.writeVarUint(encoder, frameType.queryAwareness);
      return;
    case 'denied':
      encoding.writeVarUint(encoder, frameType.auth);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, frame.reason);
      return;
    case 'stored':
      encoding.writeVarUint(encoder, frameType.stored);
      encoding.writeVarUint(encoder, frame.count);
  }
}

function writeSync(encoder: encoding.Encoder, kind: number, payload: Uint8Array): void {
  encoding.writeVarUint(encoder, frameType.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, payload);
}

function encodeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const entry of entries) {
      encoding.writeVarUint(encoder, entry.clientId);
      encoding.writeVarUint(encoder, entry.clock);
      encoding.writeVarUint8Array(encoder, entry.state ?? gone);
    }
  });
}
