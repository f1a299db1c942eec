import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The fingerprint of exact words: SHA-256 of the text in NFC, in hexadecimal. Zero-width spaces count (Khmer needs them);
 * runs of other white space count as one space, so that a reflowed line is not a changed wording.
 */
export function fingerprint(words: string): string {
  const folded = words
    .normalize('NFC')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
  return bytesToHex(sha256(utf8ToBytes(folded)));
}
