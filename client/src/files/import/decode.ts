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
/** Of a text in two bytes: share of signs of ASCII, and of signs that no text has. */
const leastPlain = 0.03;
const mostStrange = 0.02;
/** Signs beyond ASCII that are whole, for each one that is not: in other encodings they are whole by chance only. */
const wholeForDamaged = 4;

/**
 * Turns a file's bytes into text. The encoding is the one asked for, or is found by its mark, by zero bytes, by being
 * UTF-8, by the letters of other scripts, and else by which of the two old Western encodings makes more likely words.
 * `not-text` for files of another kind.
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
  if (sample.includes(0)) return wideEncoding(sample);
  return isUtf8(bytes) ? 'utf-8' : (otherScript(sample) ?? likelier(bytes));
}

/** Two bytes for each sign, in the order that gives known signs and some of ASCII among them: blanks and figures stand in every list. */
function wideEncoding(sample: Uint8Array): Encoding | null {
  const fits = (['utf-16le', 'utf-16be'] as const).filter((encoding) => {
    const text = new TextDecoder(encoding).decode(sample);
    const plain = count(text, /[\t\n\r -~]/g);
    const strange = count(text, /[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\p{Cf}\t\n\r]|\ufffd/gu);
    return plain > text.length * leastPlain && strange < text.length * mostStrange;
  });
  return fits.length === 1 ? fits[0]! : null;
}

/** Whether it is UTF-8, but for a few places perhaps where something was cut or damaged. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    const text = new TextDecoder().decode(bytes.subarray(0, sampleSize * 16));
    return count(text, /\ufffd/g) * wholeForDamaged < count(text, /[^\0-\x7f\ufffd]/gu);
  }
}

/** Frequent letters of scripts whose old encodings put them where the Western ones have accented letters. */
const otherScripts: readonly (readonly [Encoding, RegExp])[] = [
  ['windows-1256', /[اليمونرتبعهد]/g],
  ['windows-1251', /[оеаинтсрвлкд]/g],
];

/** Arabic or Cyrillic, where letters beyond ASCII stand together as words, and are the frequent ones of that script. */
function otherScript(sample: Uint8Array): Encoding | null {
  let high = 0;
  let inWords = 0;
  let run = 0;
  for (const byte of sample) {
    if (byte < 0x80) run = 0;
    else {
      high += 1;
      run += 1;
      if (run >= 3) inWords += run === 3 ? 3 : 1;
    }
  }
  if (inWords * 2 < high) return null;
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
