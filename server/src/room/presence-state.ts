import { awarenessState, readAwarenessState } from '@board/shared/protocol/awareness-state';
import type { AwarenessEntry } from '@board/shared/protocol/frames';
import { limits } from '@board/shared/protocol/limits';
import type { Member } from '../ports.ts';

/** What a page may say of where its person is, as the board's own pages do. */
interface Place {
  /** The key of the cell that the person is in. */
  cell?: string;
  cursor?: { anchor: Position; head: Position };
}

/** A place in a text, in the form of Yjs' relative positions. Those that lie in a root would make one on every page. */
interface Position {
  type: Id | null;
  tname: null;
  item: Id | null;
  assoc: number;
}

interface Id {
  client: number;
  clock: number;
}

/**
 * The state that others are shown of what a page said: what is known of a place, with the identity that the server knows,
 * and nothing else. `too-large`: nobody is shown it. Null when it is no object in JSON.
 */
export function stampedState(entry: AwarenessEntry, { person }: Member): Uint8Array | 'too-large' | null {
  if ((entry.state?.byteLength ?? 0) > limits.awarenessBytes) return 'too-large';
  const said = objectIn(entry);
  if (!said) return null;
  const user = { id: person.id, name: person.name, colour: person.colour };
  return awarenessState({ user, ...placeIn(said) });
}

function objectIn(entry: AwarenessEntry): Record<string, unknown> | null {
  try {
    return asObject(readAwarenessState(entry));
  } catch {
    return null;
  }
}

function placeIn({ cell, cursor }: Record<string, unknown>): Place {
  const place: Place = {};
  if (typeof cell === 'string' && cell.length <= limits.shortText) place.cell = cell;
  const said = asObject(cursor);
  const [anchor, head] = [positionIn(said?.['anchor']), positionIn(said?.['head'])];
  if (anchor && head) place.cursor = { anchor, head };
  return place;
}

function positionIn(value: unknown): Position | null {
  const said = asObject(value);
  if (!said || (said['tname'] ?? null) !== null) return null;
  const [type, item, assoc] = [idIn(said['type']), idIn(said['item']), said['assoc'] ?? 0];
  if (type === undefined || item === undefined || (type === null && item === null)) return null;
  return typeof assoc === 'number' && Number.isSafeInteger(assoc) ? { type, tname: null, item, assoc } : null;
}

/** Undefined when it is neither an id nor none. */
function idIn(value: unknown): Id | null | undefined {
  if ((value ?? null) === null) return null;
  const said = asObject(value);
  const [client, clock] = [said?.['client'], said?.['clock']];
  return isCount(client) && isCount(clock) ? { client, clock } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}
