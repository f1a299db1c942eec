import { fail, ok, type Result } from '@board/shared/result';
import type { Encoding } from './encodings.ts';
import { isLikeText } from './kinds.ts';

export interface Decoded {
  text: string;
  encoding: Encoding;
}

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** Bytes that are looked at for the evidence. */
const sampleSize = 64 * 1024;

/**
 * Turns a file's bytes into text. The encoding is the one asked for, or is found by its mark, by zero bytes, by being
 * valid UTF-8, and else by which of the two old Western encodings makes more likely words. `not-text` for files of another kind.
 */
export function decode(bytes: Uint8Array, asked: Encoding | null = null): Result<Decoded, 'not-text'> {
  if (!isLikeText(bytes)) return fail('not-text');
  const encoding = asked ?? detect(bytes);
  if (encoding === null) return fail('not-text');
  return ok({ text: new TextDecoder(encoding).decode(bytes), encoding });
}

function detect(bytes: Uint8Array): Encoding | null {
  const marked = marks.find(([, mark]) => startsWith(bytes, mark));
  if (marked) return marked[0];
  const sample = bytes.subarray(0, sampleSize);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1;
  });
  if (zeros[0]! + zeros[1]! > 0) {
    const half = sample.length / 2;
    if (zeros[1]! > half * 0.3 && zeros[0]! < half * 0.1) return 'utf-16le';
    return zeros[0]! > half * 0.3 && zeros[1]! < half * 0.1 ? 'utf-16be' : null;
  }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return otherScript(sample) ?? likelier(bytes);
  }
}

/** Frequent letters of scripts whose old encodings put them where the Western ones have accented letters. */
const otherScripts: readonly (readonly [Encoding, RegExp])[] = [
  ['windows-1256', /[اليمونرتبعهد]/g],
  ['windows-1251', /[оеаинтсрвлкд]/g],
];

/** Arabic or Cyrillic, where most of the letters are beyond ASCII and are the frequent ones of that script. */
function otherScript(sample: Uint8Array): Encoding | null {
  let high = 0;
  let letters = 0;
  for (const byte of sample) {
    if (byte >= 0x80) high += 1;
    if (byte >= 0x80 || (byte | 0x20) >= 0x61) letters += 1;
  }
  if (high * 2 < letters) return null;
  const shares = otherScripts.map(([encoding, frequent]) => ({
    encoding,
    share: count(new TextDecoder(encoding).decode(sample), frequent) / high,
  }));
  const [best] = shares.sort((a, b) => b.share - a.share);
  return best!.share > 0.5 ? best!.encoding : null;
}

/** Counts, for both old encodings, where its letters and quotes stand as they do in words, and where they cannot. */
function likelier(bytes: Uint8Array): Encoding {
  const [western, mac] = (['windows-1252', 'macintosh'] as const).map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes.subarray(0, sampleSize * 16));
    const good = count(
      text,
      /\p{L}’\p{L}|[\s(;,"]“\S|\S”[\s);,.]|\s[–—]\s|\p{Ll}[à-ÿ]|[à-ÿ]\p{Ll}|[\s;,]À\s|« | »|[\s;,]É\p{Ll}/gu,
    );
    const bad = count(
      text,
      /\p{Ll}[À-ÖØ-Þ]\p{Ll}|\p{L}[¢£§¶•®©™¨≠∞±≤≥¥µ∂∑∏π∫ªºΩ¬√ƒ≈∆«»¿¡‹›‡·‚„‰]\p{L}|[\u0080-\u009f]|\p{L}[ÒÓÕ][\s.,;)]/gu,
    );
    return good - 2 * bad;
  });
  return mac! > western! ? 'macintosh' : 'windows-1252';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
