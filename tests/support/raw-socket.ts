import { decodeFrame, encodeFrame } from '@board/shared/protocol/codec';
import type { Frame } from '@board/shared/protocol/frames';
import { WebSocket } from 'ws';
import type { Caller } from './caller.ts';
import { until } from './until.ts';

/** A socket that sends whatever a test likes, and keeps everything that comes back. */
export class RawSocket {
  readonly frames: Frame[] = [];
  readonly texts: string[] = [];
  /** Set once the socket has been closed. */
  closed: { code: number; reason: string } | null = null;
  readonly #socket: WebSocket;

  constructor(caller: Pick<Caller, 'address' | 'cookie'>, path: string, headers: Record<string, string> = {}) {
    const { address, cookie } = caller;
    this.#socket = new WebSocket(address.replace('http', 'ws') + path, {
      headers: { origin: address, ...(cookie === '' ? {} : { cookie }), ...headers },
    });
    this.#socket.on('error', () => {});
    this.#socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
    });
    this.#socket.on('message', (data: Buffer, isBinary: boolean) => this.#take(data, isBinary));
  }

  /** Waits until the socket is open, or closed again. */
  async settled(): Promise<void> {
    await until('the socket opens or closes', () => this.#socket.readyState !== WebSocket.CONNECTING);
  }

  /** Waits for the close and tells it. */
  async whenClosed(): Promise<{ code: number; reason: string }> {
    await until('the socket is closed', () => this.closed !== null);
    return this.closed!;
  }

  /** The first frame of a type, waited for. */
  async frame<Type extends Frame['type']>(type: Type): Promise<Extract<Frame, { type: Type }>> {
    const find = () => this.frames.find((frame) => frame.type === type);
    await until(`a frame ${type} arrives`, () => find() !== undefined || this.closed !== null);
    const found = find();
    if (!found) throw new Error(`closed with ${this.closed?.code} ${this.closed?.reason} before a frame ${type}`);
    return found as Extract<Frame, { type: Type }>;
  }

  send(frame: Frame): void {
    this.sendBytes(encodeFrame(frame));
  }

  sendBytes(bytes: Uint8Array | string): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(bytes);
  }

  close(): void {
    this.#socket.close();
  }

  #take(data: Buffer, isBinary: boolean): void {
    if (!isBinary) {
      this.texts.push(data.toString());
      return;
    }
    const frame = decodeFrame(new Uint8Array(data));
    if (frame.ok) this.frames.push(frame.value);
  }
}
