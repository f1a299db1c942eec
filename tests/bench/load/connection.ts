import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { clientFrame, FrameReader, opcode } from './wire.ts';

/** Where a connection goes, and what its handshake says beside the usual. */
export interface Target {
  port: number;
  /** Begins with a slash. */
  path: string;
  headers: Record<string, string>;
}

/** All sockets are read in turn into this one buffer: what is told of it is valid only during the call. */
const inbox = Buffer.allocUnsafe(256 * 1024);

/** One WebSocket over bare TCP on 127.0.0.1. */
export class Connection {
  /** Why it is closed; null while it is open. */
  closed: string | null = null;
  /** Messages received since the beginning. */
  messages = 0;
  /** Bytes of their payloads. */
  bytes = 0;
  readonly #socket: Socket;
  readonly #reader: FrameReader;
  #head: string | null = '';
  #opened: (() => void) | null = null;
  #refused: ((problem: Error) => void) | null = null;

  /** `take` gets the payload of every binary message, valid only during the call. */
  private constructor(target: Target, take: (payload: Buffer) => void) {
    this.#reader = new FrameReader((kind, bytes) => this.#frame(kind, bytes, take));
    const onread = { buffer: inbox, callback: (length: number) => this.#chunk(inbox.subarray(0, length)) };
    this.#socket = connect({ port: target.port, host: '127.0.0.1', noDelay: true, onread });
    this.#socket.on('connect', () => this.#socket.write(handshake(target)));
    this.#socket.on('error', (problem) => this.#end(problem.message));
    this.#socket.on('close', () => this.#end('the connection is gone'));
  }

  /** Opens a connection; rejects when the server refuses the upgrade. */
  static open(target: Target, take: (payload: Buffer) => void): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const connection = new Connection(target, take);
      connection.#opened = () => resolve(connection);
      connection.#refused = reject;
    });
  }

  /** Writes a frame that was made ready with `clientFrame`. */
  write(frame: Buffer): void {
    if (this.closed === null) this.#socket.write(frame);
  }

  /** Lets go of the connection at once. */
  drop(): void {
    this.#end('dropped');
    this.#socket.destroy();
  }

  #chunk(chunk: Buffer): boolean {
    if (this.#head === null) {
      this.#reader.feed(chunk);
      return true;
    }
    this.#head += chunk.toString('latin1');
    const end = this.#head.indexOf('\r\n\r\n');
    if (end < 0) return true;
    const head = this.#head;
    this.#head = null;
    if (!head.startsWith('HTTP/1.1 101')) {
      this.#end(head.slice(0, head.indexOf('\r\n')));
      this.#socket.destroy();
      return true;
    }
    this.#opened?.();
    this.#refused = null;
    const rest = Buffer.from(head.slice(end + 4), 'latin1');
    if (rest.length > 0) this.#reader.feed(rest);
    return true;
  }

  #frame(kind: number, bytes: Buffer, take: (payload: Buffer) => void): void {
    if (kind === opcode.binary) {
      this.messages += 1;
      this.bytes += bytes.length;
      take(bytes);
    } else if (kind === opcode.ping) this.write(clientFrame(bytes, opcode.pong));
    else if (kind === opcode.close) {
      const code = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
      this.#end(`closed with ${code} ${bytes.toString('utf8', 2)}`);
      this.#socket.end();
    }
  }

  #end(why: string): void {
    this.closed ??= why;
    this.#refused?.(new Error(why));
    this.#refused = null;
  }
}

function handshake({ port, path, headers }: Target): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}
