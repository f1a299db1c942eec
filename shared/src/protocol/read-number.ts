import * as decoding from 'lib0/decoding';

/** Bytes of the longest number that JavaScript holds exactly. */
export const longestNumber = 8;

/** Reads a number, and throws when it is longer than numbers are: lib0 reads on for ever, and what it makes of that is none. */
export function readNumber(decoder: decoding.Decoder): number {
  const { pos } = decoder;
  const number = decoding.readVarUint(decoder);
  if (decoder.pos - pos > longestNumber) throw new RangeError('bytes that say nothing');
  return number;
}
