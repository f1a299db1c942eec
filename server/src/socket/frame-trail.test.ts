import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FrameTrail } from './frame-trail.ts';

const opcode = { continuation: 0, binary: 2, ping: 9 } as const;

/** A frame as a browser sends it, with a mask of zeros. */
function frame(kind: number, size: number, isLast = true): Buffer {
  const head = Buffer.alloc(size < 126 ? 2 : size < 65_536 ? 4 : 10);
  head[0] = (isLast ? 0x80 : 0) + kind;
  head[1] = 0x80 + (size < 126 ? size : size < 65_536 ? 126 : 127);
  if (head.byteLength === 4) head.writeUInt16BE(size, 2);
  if (head.byteLength === 10) head.writeBigUInt64BE(BigInt(size), 2);
  return Buffer.concat([head, Buffer.alloc(4 + size)]);
}

const sizes = fc.constantFrom(0, 1, 125, 126, 127, 300, 65_535, 65_536, 70_000);
const part = fc.record({ size: sizes, isPinged: fc.boolean() });
const message = fc.array(part, { minLength: 1, maxLength: 4 });

/** Frames of messages in parts, with pings in between; and after how many bytes nothing is under way. */
function wireOf(messages: { size: number; isPinged: boolean }[][]): {
  wire: Buffer;
  rests: Set<number>;
  parts: number;
} {
  const frames: Buffer[] = [];
  const rests = new Set([0]);
  let [bytes, parts] = [0, 0];
  const add = (frame: Buffer): void => {
    frames.push(frame);
    bytes += frame.byteLength;
  };
  for (const one of messages) {
    for (const [place, { size, isPinged }] of one.entries()) {
      if (isPinged) add(frame(opcode.ping, 5));
      if (place === 0) rests.add(bytes);
      const isLast = place === one.length - 1;
      if (!isLast) parts += 1;
      add(frame(place === 0 ? opcode.binary : opcode.continuation, size, isLast));
    }
    rests.add(bytes);
  }
  return { wire: Buffer.concat(frames), rests, parts };
}

test('WI109 However a stream of messages, parts and pings is cut, it is known after each piece whether something is unfinished', () => {
  fc.assert(
    fc.property(fc.array(message, { minLength: 1, maxLength: 4 }), fc.infiniteStream(fc.nat(3_000)), (all, cuts) => {
      const { wire, rests, parts } = wireOf(all);
      const trail = new FrameTrail();
      let seen = 0;
      for (let at = 0; at < wire.byteLength; ) {
        const end = Math.min(wire.byteLength, at + 1 + (cuts.next().value ?? 0));
        const told = trail.follow(wire.subarray(at, end));
        seen += told.parts;
        expect(trail.isUnderWay).toBe(!rests.has(end));
        expect(told.hasRested).toBe([...rests].some((rest) => rest > at && rest <= end));
        at = end;
      }
      expect(seen).toBe(parts);
    }),
    { numRuns: 60 },
  );
});
