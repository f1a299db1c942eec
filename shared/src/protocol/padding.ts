import { limits } from './limits.ts';

/** In UTF-8. JSON holds no half of a pair of surrogates, which could not be encoded. */
const bytesOf = (json: string): number => encodeURIComponent(json).replace(/%../g, '.').length;

/**
 * The JSON of a body that must not tell by its length what is in it, filled up by a field `padding` that the server drops.
 * All of them have `limits.sealedBytes` bytes; one that is longer (which nobody types) has a multiple of that.
 */
export function sealedText(body: object): string {
  const length = bytesOf(JSON.stringify({ ...body, padding: '' }));
  const missing = Math.ceil(length / limits.sealedBytes) * limits.sealedBytes - length;
  return JSON.stringify({ ...body, padding: '0'.repeat(missing) });
}

/** The JSON of an answer to such a body, filled up with spaces to one length, whatever it says. */
export function sealedAnswer(text: string): string {
  return text + ' '.repeat(Math.max(0, limits.sealedAnswerBytes - bytesOf(text)));
}
