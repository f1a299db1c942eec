import { ristretto255_oprf } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, randomBytes } from '@noble/hashes/utils.js';

/**
 * Ballot papers that nobody can trace: the phone invents a random number, the server stamps it without seeing it
 * (OPRF over ristretto255, RFC 9497, base mode), the phone uncovers the stamp. Number and stamp together are a paper.
 * The server can check a stamp, but cannot tell on whose request it was given: not from its memory, its disk or its logs.
 * All values travel as lower-case hexadecimal.
 */
const { blind, blindEvaluate, finalize, generateKeyPair } = ristretto255_oprf.oprf;

/** The published types of @noble/curves 2.4 leave out base mode's `evaluate`; the library has it, and the unit test holds us to it. */
const { evaluate } = ristretto255_oprf.oprf as unknown as {
  evaluate(secretKey: Uint8Array, input: Uint8Array): Uint8Array;
};

const paperBytes = 32;
const pointPattern = /^[0-9a-f]{64}$/;
const stampPattern = /^[0-9a-f]{128}$/;

/** What the phone keeps until the stamp has come back. Safe to store: it shows nothing about the ballot. */
export interface CoveredPaper {
  paper: string;
  cover: string;
  covered: string;
}

/** A paper as it is handed in with a ballot. */
export interface StampedPaper {
  paper: string;
  stamp: string;
}

/** On the phone: a new paper, covered for the server's stamp. */
export function coverNewPaper(): CoveredPaper {
  const paper = randomBytes(paperBytes);
  const { blind: cover, blinded } = blind(paper);
  return { paper: bytesToHex(paper), cover: bytesToHex(cover), covered: bytesToHex(blinded) };
}

/** On the phone: takes the cover off the stamp. Throws when the answer is not a point of the group. */
export function uncover(paper: CoveredPaper, stampedCover: string): StampedPaper {
  const stamp = finalize(hexToBytes(paper.paper), hexToBytes(paper.cover), hexToBytes(stampedCover));
  return { paper: paper.paper, stamp: bytesToHex(stamp) };
}

/** On the server: the secret of one vote's stamp. It dies with the vote's closing. */
export function newStampSecret(): string {
  return bytesToHex(generateKeyPair().secretKey);
}

/** On the server: stamps a covered paper; null when it is not a valid one. */
export function stampCovered(secret: string, covered: string): string | null {
  if (!pointPattern.test(covered)) return null;
  try {
    return bytesToHex(blindEvaluate(hexToBytes(secret), hexToBytes(covered)));
  } catch {
    return null;
  }
}

/** On the server: true when this paper carries this vote's stamp. */
export function isStamped(secret: string, { paper, stamp }: StampedPaper): boolean {
  if (!pointPattern.test(paper) || !stampPattern.test(stamp)) return false;
  return bytesToHex(evaluate(hexToBytes(secret), hexToBytes(paper))) === stamp;
}
