import fc from 'fast-check';
import { expect, test } from 'vitest';
import { awarenessState } from './awareness-state.ts';
import { closeCodes, closeReason, isFinalClose } from './close-codes.ts';
import { decodeFrame, encodeFrame } from './codec.ts';
import type { Frame } from './frames.ts';
import { limits } from './limits.ts';

const bytes = fc.uint8Array({ maxLength: 200 });
const frames: fc.Arbitrary<Frame> = fc.oneof(
  fc.record({ type: fc.constant('state-vector' as const), stateVector: bytes }),
  fc.record({ type: fc.constant('answer' as const), update: bytes }),
  fc.record({ type: fc.constant('update' as const), update: bytes }),
  fc.record({
    type: fc.constant('awareness' as const),
    entries: fc.uniqueArray(
      fc.record({
        clientId: fc.nat(),
        clock: fc.nat(),
        state: fc.option(fc.dictionary(fc.string(), fc.string(), { noNullPrototype: true }).map(awarenessState)),
      }),
      { selector: ({ clientId }) => clientId },
    ),
  }),
  fc.record({ type: fc.constant('query-awareness' as const) }),
  fc.record({ type: fc.constant('denied' as const), reason: fc.string() }),
  fc.record({ type: fc.constant('stored' as const), count: fc.nat() }),
);

test('WI1 every frame is read back as it was written', () => {
  fc.assert(
    fc.property(frames, (frame) => {
      expect(decodeFrame(encodeFrame(frame))).toEqual({ ok: true, value: frame });
    }),
  );
});

test('WI2 reading never throws, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (noise) => {
      expect(typeof decodeFrame(noise).ok).toBe('boolean');
    }),
    { numRuns: 20_000 },
  );
});

test('WI2 trailing bytes, cut frames, foreign types and numbers longer than numbers are malformed', () => {
  const whole = encodeFrame({ type: 'update', update: new Uint8Array([1, 2, 3]) });
  const padding = Array<number>(200).fill(0x80);
  const entry = (...clientId: number[]) => [1, ...clientId, 1, ...[4, 0x6e, 0x75, 0x6c, 0x6c]];
  const awareness = (inner: readonly number[], length = [inner.length]) => new Uint8Array([1, ...length, ...inner]);
  expect(decodeFrame(awareness(entry(7)))).toMatchObject({ ok: true });
  for (const wrong of [
    new Uint8Array(),
    whole.slice(0, -1),
    new Uint8Array([...whole, 0]),
    new Uint8Array([9]),
    new Uint8Array([3, 0]),
    new Uint8Array([4, 1, 0]),
    new Uint8Array([4, ...padding, 0]),
    new Uint8Array([2, 0, 1, 0x78, 0x78]),
    awareness([...entry(7), 0]),
    awareness(entry(...padding, 0), [206, 1]),
    awareness(entry(0x87, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0)),
  ]) {
    expect(decodeFrame(wrong)).toEqual({ ok: false, problem: 'malformed-frame' });
  }
});

test('WI3 a frame over the limit is refused unread', () => {
  expect(decodeFrame(new Uint8Array(limits.frameBytes + 1))).toEqual({ ok: false, problem: 'too-large' });
});

test('WI4 every close code says by its range whether coming back helps', () => {
  for (const [reason, code] of Object.entries(closeCodes)) {
    expect(code >= 4400 && code < 4600, reason).toBe(true);
    expect(closeReason(code, reason)).toBe(reason);
  }
  expect(isFinalClose(closeCodes['not-allowed'])).toBe(true);
  expect(isFinalClose(closeCodes['rights-changed'])).toBe(false);
  expect(closeReason(4404, '')).toBe('unknown-workshop');
  expect(closeReason(1006, '')).toBeNull();
});
