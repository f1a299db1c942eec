import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { newWrittenSecret } from '../ids.ts';

/**
 * The code of a vote's paper ballots. A facilitator's browser makes it, and all numbers of the ballots follow from it; so
 * another device that is told the code can correct them, or lift a block among them. The server never gets it.
 */
const codePattern = /^[2-9A-HJKMNP-Z]{16}$/;
const partLength = 4;
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const freeLength = 15;

/** The last sign of a code, from those before it. There are 31 signs, a prime: one that is mistyped, or two that have changed places, never fit. */
function checkSign(free: string): string {
  const sum = [...free].reduce((before, sign, place) => before + (place + 1) * signs.indexOf(sign), 0);
  return signs.charAt(sum % signs.length);
}

/** A new code (74 bits, and a sign that checks them). */
export function newHandCode(): string {
  const free = newWrittenSecret().slice(0, freeLength);
  return free + checkSign(free);
}

/** The code that somebody has typed, with or without spaces, hyphens and capitals; null for what is none, and for one in which a sign is wrong. */
export function readHandCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s\p{Dash}]/gu, '');
  return codePattern.test(code) && code.endsWith(checkSign(code.slice(0, freeLength))) ? code : null;
}

/** The code in parts of four, to be written on paper. */
export function handCodeInParts(code: string): string {
  return (code.match(new RegExp(`.{1,${partLength}}`, 'gu')) ?? []).join(' ');
}

/** The number of the ballot at a place, from 0: 64 hexadecimal digits that tell nothing to whoever has not the code. */
export function paperNumber(code: string, place: number): string {
  return bytesToHex(sha256(utf8ToBytes(`${code}/${place}`)));
}
