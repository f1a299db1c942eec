import { decodeUtf8, encodeUtf8 } from 'lib0/string';
import type { AwarenessEntry } from './frames.ts';

/** A state as it travels: JSON in UTF-8. */
export function awarenessState(value: Readonly<Record<string, unknown>>): Uint8Array {
  return encodeUtf8(JSON.stringify(value));
}

/** What a state says; throws when it is no JSON. Whoever reads a stranger's looks at its size before. */
export function readAwarenessState({ state }: AwarenessEntry): unknown {
  return state === null ? null : JSON.parse(decodeUtf8(state));
}
