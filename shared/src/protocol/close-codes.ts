import type { ErrorCode } from '../errors.ts';

/**
 * WebSocket close codes. 4400–4499 mean "stop, coming back will not help", 4500–4599 "try again later":
 * the convention of y-websocket 3 (`shouldReconnect`). The close reason sent is the error code's name.
 */
export const closeCodes = {
  'malformed-frame': 4400,
  'not-joined': 4401,
  removed: 4402,
  'not-allowed': 4403,
  'facilitator-only': 4403,
  'not-your-group': 4403,
  'group-keeps-closed': 4403,
  'unknown-workshop': 4404,
  'unknown-document': 4404,
  'generation-moved': 4409,
  'link-revoked': 4410,
  'device-ended': 4411,
  'other-person': 4412,
  'too-large': 4413,
  'foreign-origin': 4421,
  'malformed-update': 4422,
  'foreign-client-id': 4423,
  'too-many-windows': 4429,
  internal: 4500,
  'workshop-damaged': 4501,
  stopping: 4503,
  'not-stored': 4507,
  'rights-changed': 4510,
  'missing-dependencies': 4511,
  'too-slow': 4512,
  'document-full': 4513,
  'too-many-requests': 4529,
} as const satisfies Partial<Record<ErrorCode, number>>;

export type CloseReason = keyof typeof closeCodes;

/** True when a client should not come back by itself. */
export function isFinalClose(code: number): boolean {
  return code >= 4400 && code <= 4499;
}

/** The reason behind a close frame, as far as this table knows it. */
export function closeReason(code: number, reason: string): CloseReason | null {
  if (Object.hasOwn(closeCodes, reason)) return reason as CloseReason;
  const known = Object.entries(closeCodes).find(([, value]) => value === code);
  return known ? (known[0] as CloseReason) : null;
}
