/**
 * The one table of refusals. HTTP answers, close codes and the words on screen all take their code from here;
 * the client's locale files hold one sentence per code under `errors.<code>`, which a test checks.
 */
export const errorStatus = {
  'bad-request': 400,
  'reason-needed': 400,
  'position-not-offered': 400,
  'same-words': 400,
  'not-joined': 401,
  removed: 403,
  'link-revoked': 403,
  'other-person': 403,
  'wrong-code': 403,
  'wrong-key': 403,
  'create-key-needed': 403,
  'foreign-origin': 403,
  'not-allowed': 403,
  'facilitator-only': 403,
  'not-your-group': 403,
  'group-keeps-closed': 403,
  'comments-not-open': 403,
  'not-your-comment': 403,
  'amendments-not-open': 403,
  'not-your-amendment': 403,
  'strategy-closed': 403,
  'stage-closes-tables': 403,
  'stage-closes-votes': 403,
  'charter-adopted': 403,
  'workshop-closed': 403,
  'not-on-roll': 403,
  'paper-not-valid': 403,
  'screen-only-watches': 403,
  'observer-only-reads': 403,
  'unknown-route': 404,
  'unknown-workshop': 404,
  'unknown-document': 404,
  'unknown-group': 404,
  'unknown-person': 404,
  'unknown-item': 404,
  'unknown-vote': 404,
  'unknown-row': 404,
  'unknown-comment': 404,
  'unknown-agreement': 404,
  'unknown-amendment': 404,
  'unknown-screen': 404,
  'unknown-overlap': 404,
  'unknown-step': 404,
  'unknown-message': 404,
  'generation-moved': 409,
  'vote-closed': 409,
  'vote-stale': 409,
  'vote-already-open': 409,
  'wording-changed': 409,
  'paper-already-collected': 409,
  'nothing-to-vote-on': 409,
  'items-not-adopted': 409,
  'more-than-roll': 409,
  'slot-over': 409,
  'no-block': 409,
  'rows-differ': 409,
  'amendment-settled': 409,
  'time-passed': 409,
  'no-timer': 409,
  'too-large': 413,
  'workshop-full': 403,
  'document-full': 503,
  'too-many-windows': 429,
  'too-many-requests': 429,
  'malformed-frame': 400,
  'malformed-update': 400,
  'missing-dependencies': 409,
  'foreign-client-id': 403,
  'rights-changed': 409,
  'too-slow': 503,
  'workshop-damaged': 503,
  'registry-damaged': 503,
  'not-stored': 503,
  stopping: 503,
  internal: 500,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof errorStatus;

/** The body of every refused HTTP command (DESIGN §5). `message` is plain English for logs and scripts; screens translate `code`. */
export interface ErrorBody {
  error: { code: ErrorCode; message: string; field?: string };
}

/** True for a code of the table; used on what comes over the wire. */
export function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === 'string' && Object.hasOwn(errorStatus, text);
}
