import { type CloseReason, closeCodes } from '@board/shared/protocol/close-codes';
import { type RawData, WebSocket } from 'ws';

const protocolError = 1002;
const invalidText = 1007;
const tooManyFragments = 1008;
const tooBig = 1009;

/** Who listens to a socket. */
export interface SocketListener {
  message(data: RawData, isBinary: boolean): void;
  /** A ping or a pong, which the library deals with by itself. */
  beat(): void;
  /** The connection is gone. */
  gone(): void;
  /** Called once, when the socket is being closed for a reason of our table. */
  refused(reason: CloseReason): void;
}

/**
 * A socket that closes with our codes also where the library itself refuses a frame. With the library's codes a
 * y-websocket client would send the same frame again for ever.
 */
export class BoardSocket extends WebSocket {
  listener: SocketListener | null = null;
  #isRefused = false;

  /** One listener, once. The functions behind it are the same for all sockets: thousands of idle ones hold none of their own. */
  listen(listener: SocketListener): void {
    this.listener = listener;
    this.on('message', onMessage);
    this.on('ping', onBeat);
    this.on('pong', onBeat);
    this.on('close', onClose);
    // The library closes the socket by itself after an error; without a listener it would end the process.
    this.on('error', onError);
  }

  /** Closes with a reason of our table and tells the listener, the first time. */
  refuse(reason: CloseReason): void {
    super.close(closeCodes[reason], reason);
    if (this.#isRefused) return;
    this.#isRefused = true;
    this.listener?.refused(reason);
  }

  /** The library calls this by itself: for a frame that it refuses, and to answer the other side's close. */
  override close(code?: number, reason?: string | Buffer): void {
    if (code === tooBig) this.refuse('too-large');
    else if (code === protocolError || code === invalidText || code === tooManyFragments)
      this.refuse('malformed-frame');
    else super.close(code, reason);
  }
}

function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
  if (this instanceof BoardSocket) this.listener?.message(data, isBinary);
}

function onBeat(this: WebSocket): void {
  if (this instanceof BoardSocket) this.listener?.beat();
}

function onClose(this: WebSocket): void {
  if (this instanceof BoardSocket) this.listener?.gone();
}

function onError(): void {}
