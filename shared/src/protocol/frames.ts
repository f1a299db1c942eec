/**
 * The frames of `WS /sync/<workshopId>/<document>`: the y-websocket protocol, unmodified, and one message of ours.
 *
 *   frame     := 0 sync | 1 awareness | 2 auth | 3 queryAwareness | 4 stored
 *   sync      := 0 stateVector | 1 update (answer to a state vector) | 2 update
 *   stored    := varUint: how many type-2 updates of this socket are durable. Sent also when an answer to the
 *                server's state vector has become durable, then with the count unchanged. Everything the socket
 *                sent before the counted update is durable too, since the log keeps a socket's order and no more is
 *                told of a socket once one of its updates was refused (type 2, auth).
 *
 * Byte layouts of 0–3: y-protocols PROTOCOL.md.
 */
export const frameType = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, stored: 4 } as const;
export const syncType = { stateVector: 0, answer: 1, update: 2 } as const;

/** One page's awareness entry as it travels. */
export interface AwarenessEntry {
  clientId: number;
  clock: number;
  /** JSON in UTF-8, unread: most of what comes repeats what was sent, and is passed over. Null: gone. */
  state: Uint8Array | null;
}

export type Frame =
  | { type: 'state-vector'; stateVector: Uint8Array }
  | { type: 'answer'; update: Uint8Array }
  | { type: 'update'; update: Uint8Array }
  | { type: 'awareness'; entries: AwarenessEntry[] }
  | { type: 'query-awareness' }
  | { type: 'denied'; reason: string }
  | { type: 'stored'; count: number };
