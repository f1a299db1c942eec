import { connect, type Socket } from 'node:net';
import { until } from './until.ts';

/** What a WebSocket frame is; the numbers of RFC 6455. */
export const opcode = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** One frame as a client sends it. The mask is zero, so that the bytes on the wire are the bytes that are meant. */
export function clientFrame(kind: number, payload: Uint8Array | string, { isLast = true } = {}): Buffer {
  const body = Buffer.from(payload);
  const size = body.byteLength;
  const head = Buffer.alloc(size < 126 ? 2 : size < 65_536 ? 4 : 10);
  head[0] = (isLast ? 0x80 : 0) | kind;
  head[1] = 0x80 | (size < 126 ? size : size < 65_536 ? 126 : 127);
  if (head.byteLength === 4) head.writeUInt16BE(size, 2);
  if (head.byteLength === 10) head.writeBigUInt64BE(BigInt(size), 2);
  return Buffer.concat([head, Buffer.alloc(4), body]);
}

/** A socket below every client library: its request is sent as it is written here, and its frames are written by hand. */
export class BareSocket {
  /** The status of the answer; 101 when the upgrade was made. Null while there is none. */
  status: number | null = null;
  /** What the close frame said; null until one came. */
  closed: { code: number; reason: string } | null = null;
  /** The connection is gone. */
  isGone = false;
  /** Frames that came, by their kind. */
  readonly counts = new Map<number, number>();
  readonly #socket: Socket;
  #unread: Buffer = Buffer.alloc(0);

  /** `path` and `headers` are sent as they are, not brought into any form. */
  constructor(address: string, path: string, headers: Record<string, string> = {}) {
    const { hostname, port, host } = new URL(address);
    const lines = {
      Host: host,
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      ...headers,
    };
    const request = [
      `GET ${path} HTTP/1.1`,
      ...Object.entries(lines).map(([name, value]) => `${name}: ${value}`),
      '',
      '',
    ];
    this.#socket = connect(Number(port), hostname, () => this.#socket.write(request.join('\r\n'), 'latin1'));
    // What is written goes out as the piece that it is.
    this.#socket.setNoDelay(true);
    this.#socket.on('error', () => this.#socket.destroy());
    this.#socket.on('close', () => {
      this.isGone = true;
    });
    this.#socket.on('data', (piece) => this.#take(Buffer.from(piece)));
  }

  /** Waits for the answer to the upgrade, and tells its status; 0 when the connection ended without one. */
  async answered(): Promise<number> {
    await until('the upgrade is answered', () => this.status !== null || this.isGone);
    return this.status ?? 0;
  }

  /** Waits for the close frame; null when the connection ended without one, or was never a WebSocket. */
  async whenClosed(): Promise<{ code: number; reason: string } | null> {
    await until('the socket is closed', () => this.closed !== null || this.isGone);
    return this.closed;
  }

  /** Writes bytes as they are. Resolves when they are on their way, or when the connection is gone. */
  async write(bytes: Uint8Array): Promise<void> {
    if (this.#socket.destroyed || this.#socket.write(bytes)) return;
    await new Promise<void>((resolve) => {
      this.#socket.once('drain', resolve);
      this.#socket.once('close', () => resolve());
    });
  }

  /** Reads nothing any more. */
  stopReading(): void {
    this.#socket.pause();
  }

  /** Bytes that were written and that the other side has not taken. */
  get waiting(): number {
    return this.#socket.writableLength;
  }

  end(): void {
    this.#socket.destroy();
  }

  #take(piece: Buffer): void {
    this.#unread = this.#unread.byteLength === 0 ? piece : Buffer.concat([this.#unread, piece]);
    if (this.status === null) this.#readHead();
    if (this.status === 101) while (this.#readFrame());
  }

  #readHead(): void {
    const end = this.#unread.indexOf('\r\n\r\n');
    if (end < 0) return;
    this.status = Number(/^HTTP\/1\.1 (\d{3})/.exec(this.#unread.toString('latin1', 0, end))?.[1] ?? 0);
    this.#unread = this.#unread.subarray(end + 4);
  }

  #readFrame(): boolean {
    const { length } = this.#unread;
    if (length < 2) return false;
    const short = this.#unread[1]! & 0x7f;
    const headBytes = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (length < headBytes) return false;
    const size =
      short < 126 ? short : short === 126 ? this.#unread.readUInt16BE(2) : Number(this.#unread.readBigUInt64BE(2));
    if (length < headBytes + size) return false;
    const kind = this.#unread[0]! & 0x0f;
    const body = this.#unread.subarray(headBytes, headBytes + size);
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    if (kind === opcode.close) {
      this.closed ??= { code: size < 2 ? 1005 : body.readUInt16BE(0), reason: body.toString('utf8', 2) };
    }
    this.#unread = this.#unread.subarray(headBytes + size);
    return true;
  }
}

/** The headers with which a person's browser would ask for an upgrade. */
export function browserHeaders(caller: { address: string; cookie: string }): Record<string, string> {
  return { Origin: caller.address, ...(caller.cookie === '' ? {} : { Cookie: caller.cookie }) };
}
