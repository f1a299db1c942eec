import * as encoding from 'lib0/encoding';

/** What a server said, as far as the benchmark needs it. `bytes` of it are valid only as long as the message's are. */
export type Heard =
  /** A Yjs update, live or as the answer to a state vector. */
  | { kind: 'update'; update: Buffer; isAnswer: boolean }
  /** The server asks for what it does not have. */
  | { kind: 'state-vector' }
  /** How many updates are acknowledged: `more` at once, or `all` so far. */
  | { kind: 'acknowledged'; more: number }
  | { kind: 'acknowledged-all'; count: number }
  | { kind: 'other' };

/** How a server wants to be spoken to. All functions return payloads, without the WebSocket frame around them. */
export interface Dialect {
  /** What a client sends first, so that it gets the document. */
  hello(room: string): Uint8Array[];
  update(room: string, update: Uint8Array): Uint8Array;
  /** The answer to the server's state vector. */
  answer(room: string, update: Uint8Array): Uint8Array;
  awareness(room: string, entry: AwarenessEntry): Uint8Array;
  /** What keeps an idle connection open, or null when answering pings is enough. */
  keepAlive(room: string): Uint8Array | null;
  read(payload: Buffer): Heard;
  /** The answer to the server's state vector is acknowledged too, as if it were an update. */
  acknowledgesAnswers: boolean;
}

export interface AwarenessEntry {
  clientId: number;
  clock: number;
  state: unknown;
}

const emptyStateVector = new Uint8Array([0]);

/** The protocol of y-websocket, plus our own message 4 (`stored`), which no other server sends. */
export const yWebsocketDialect: Dialect = {
  hello: () => [syncMessage(0, emptyStateVector)],
  update: (_room, update) => syncMessage(2, update),
  answer: (_room, update) => syncMessage(1, update),
  awareness: (_room, entry) => awarenessMessage(entry),
  keepAlive: () => null,
  acknowledgesAnswers: false,
  read(payload) {
    if (payload[0] === 0) return readSync(payload, 1);
    if (payload[0] === 4) return { kind: 'acknowledged-all', count: readVarUint(payload, 1).value };
    return { kind: 'other' };
  },
};

/** Hocuspocus: the same messages behind the document's name, after a token, with an acknowledgement for each update. */
export const hocuspocusDialect: Dialect = {
  hello: (room) => [
    named(room, (encoder) => {
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, 'token');
    }),
    named(room, (encoder) => encoding.writeUint8Array(encoder, syncMessage(0, emptyStateVector))),
  ],
  update: (room, update) => named(room, (encoder) => encoding.writeUint8Array(encoder, syncMessage(2, update))),
  answer: (room, update) => named(room, (encoder) => encoding.writeUint8Array(encoder, syncMessage(1, update))),
  awareness: (room, entry) => named(room, (encoder) => encoding.writeUint8Array(encoder, awarenessMessage(entry))),
  acknowledgesAnswers: true,
  keepAlive: (room) => named(room, (encoder) => encoding.writeVarUint(encoder, 9)),
  read(payload) {
    const name = readVarUint(payload, 0);
    const at = name.end + name.value;
    const type = payload[at];
    if (type === 0 || type === 4) return readSync(payload, at + 1);
    if (type === 8) return { kind: 'acknowledged', more: payload[at + 1] === 1 ? 1 : 0 };
    return { kind: 'other' };
  },
};

function readSync(payload: Buffer, at: number): Heard {
  const kind = payload[at];
  if (kind === 0) return { kind: 'state-vector' };
  const length = readVarUint(payload, at + 1);
  return { kind: 'update', update: payload.subarray(length.end, length.end + length.value), isAnswer: kind === 1 };
}

function syncMessage(kind: number, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

function awarenessMessage({ clientId, clock, state }: AwarenessEntry): Uint8Array {
  const entries = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, entries);
  });
}

function named(room: string, write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, room);
    write(encoder);
  });
}

/** Reads in place: making a decoder for each of 100,000 messages a second would be felt. */
function readVarUint(bytes: Buffer, at: number): { value: number; end: number } {
  let value = 0;
  let scale = 1;
  let end = at;
  for (;;) {
    const byte = bytes[end++]!;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, end };
    scale *= 128;
  }
}
