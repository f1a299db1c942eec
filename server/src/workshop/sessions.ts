import { createHash, timingSafeEqual } from 'node:crypto';
import { newSecret } from '@board/shared/ids';

/** A new session: the token goes into the cookie, only the hash into the log. */
export function newSession(): { token: string; tokenHash: string } {
  const token = newSecret();
  return { token, tokenHash: hashOf(token) };
}

/** SHA-256 of a secret, in hexadecimal. Our secrets are long and random, so that no slow hash is needed. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}

/** True when the secret belongs to the hash. Takes the same time wherever they differ. */
export function isSecretOf(secret: string, hash: string): boolean {
  return isSameText(hashOf(secret), hash);
}

/** Compares two short texts in a time that depends on neither. */
export function isSameText(a: string, b: string): boolean {
  const left = createHash('sha256').update(a, 'utf8').digest();
  return timingSafeEqual(left, createHash('sha256').update(b, 'utf8').digest());
}
