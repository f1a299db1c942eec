import { hocuspocus } from './hocuspocus.ts';
import type { Kind } from './kind.ts';
import { ours } from './ours.ts';
import { relay } from './relay.ts';
import { yWebsocket } from './y-websocket.ts';

/** Everything that can be measured, in the order of the report's columns. */
export const kinds: readonly Kind[] = [hocuspocus, yWebsocket, relay, ours];

/** The server of that id; throws with the ids that there are. */
export function kindOf(id: string): Kind {
  const kind = kinds.find((one) => one.id === id);
  if (!kind) throw new Error(`No such server: ${id}. There are: ${kinds.map((one) => one.id).join(', ')}.`);
  return kind;
}
